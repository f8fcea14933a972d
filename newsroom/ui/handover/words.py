"""What a person is told of stories that go from desk to desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from newsroom.ui.written import number

if TYPE_CHECKING:
    from newsroom.store.handovers import Taken
    from newsroom.story.story import Story


def tr(text: str) -> str:
    """Translate a text of this package."""
    return QCoreApplication.translate("Handover", text)


def named(story: Story) -> str:
    """Return what a story is called."""
    return story.headline.strip() or tr("Tanpa judul")


def told_of(taken: Taken) -> str:
    """Say what became of a story that came."""
    from newsroom.store.handovers import What

    words = {
        What.NEW: tr("Naskah “{0}” ditambahkan."),
        What.OLD: tr("Tidak ada tulisan baru di berkas itu: “{0}” sudah ada di sini."),
        What.FORWARD: tr("“{0}” diperbarui dengan yang ditulis di meja lain."),
        What.MERGED: tr("“{0}” digabung dengan yang ditulis di sini."),
    }
    told = [words[taken.what].format(named(taken.story))]
    if taken.before:
        moved = tr("Statusnya dari {0} menjadi {1}.")
        told.append(moved.format(taken.before.label, taken.story.status.label))
    if taken.found:
        told.append(tr("{0} foto yang hilang di sini ada lagi.").format(number(taken.found)))
    if taken.binned:
        told.append(tr("Naskahnya dikeluarkan dari keranjang."))
    if taken.apart:
        told.append(tr("Tidak ada versi bersama yang dikenal; yang berbeda disimpan dua-duanya."))
    if taken.comments:
        told.append(tr("{0} komentar baru.").format(number(taken.comments)))
    if taken.conflicts:
        told.append(tr("{0} perbedaan perlu dipilih.").format(number(len(taken.conflicts))))
    return " ".join(told)
