"""“Jejak naskah” as a person uses it: looked through, narrowed down, and printed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from newsroom.exchange.errors import ExchangeError
from newsroom.exchange.progress import Cancelled
from newsroom.story.comments.comment import Comment
from newsroom.story.person import Person, Role
from newsroom.story.source import Source
from newsroom.story.trail.entry import Part, Stretch
from newsroom.story.version import Mark, StepKind
from newsroom.story.workflow import Status
from newsroom.ui.trail.dialog import TrailDialog
from newsroom.ui.trail.pdf import trail_pdf, write_trail
from tests.ui.printed import pages


def shown(window) -> TrailDialog | None:
    return next((d for d in window.findChildren(TrailDialog) if d.isVisible()), None)


@pytest.fixture
def opened(writing, store, eventually):
    """Opens the trail of a story that two people had."""

    def opener(steps: int = 0, body: str = "Warga panen <b>padi</b>."):
        store.people.set_me(Person("Wati Misal", Role.ALL))
        secret = (Source("Karta Rahasia"),)
        window = writing(body, headline="Panen & Raya", sources=secret)
        story = store.stories.get(window.desk.story.id)
        story = store.stories.save(
            replace(story, body="Warga tanam <b>padi</b>.", status=Status.SUBMITTED),
            mark=Mark(StepKind.STATUS, note="Mohon dicek."),
        )
        for number in range(steps):
            store.versions.mark(story, Mark(StepKind.EXPORT, note=f"langkah {number}"))
        said = Comment.new("Redi Andaian", "Berapa ton?", story.updated)
        store.comments.add(story.id, said)
        window.desk.look_again()
        window.actions_["trail"].trigger()
        eventually(lambda: shown(window))
        dialog = shown(window)
        eventually(lambda: dialog.as_wanted() and dialog.isActiveWindow())
        return window, dialog

    return opener


def stretches(dialog) -> list[Stretch]:
    entries = dialog.as_wanted().entries
    return [one for entry in entries for each in entry.changes for one in each.stretches]


def titles(dialog) -> list[str]:
    model = dialog.entries
    return [model.index(row, 1).data() for row in range(model.rowCount())]


def test_steps_changes_and_comments_are_listed_and_narrowed_down_by_key(opened):
    _, dialog = opened()
    assert dialog.table.hasFocus()
    assert "Draf → Diajukan" in titles(dialog)
    row = titles(dialog).index("Draf → Diajukan")
    QTest.keyClick(dialog.table, Qt.Key.Key_Home)
    for _ in range(row):
        QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    told = dialog.view.toPlainText()
    assert "oleh Wati Misal" in told
    assert "Mohon dicek." in told
    assert "Warga panen\u2009tanam <b>padi</b>." in told
    spoken = dialog.entries.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("Draf → Diajukan, oleh Wati Misal. Mohon dicek. · Tubuh berita")
    chip = dialog.findChildren(
        type(dialog.save), options=Qt.FindChildOption.FindChildrenRecursively
    )
    comments = next(one for one in chip if one.text().startswith(Part.COMMENT.label))
    comments.setFocus()
    QTest.keyClick(comments, Qt.Key.Key_Space)
    assert titles(dialog) == ["Komentar"]
    dialog.talk.click()
    assert titles(dialog) == []


def test_long_changes_are_read_whole_where_that_is_wanted(opened, eventually):
    long = "kata " * 400 + "tengah " + "kata " * 400
    _, dialog = opened(body=long)
    assert not any("tengah" in one.text for one in stretches(dialog))
    dialog.whole.setFocus()
    dialog.whole.click()
    eventually(lambda: any("tengah" in one.text for one in stretches(dialog)))
    assert dialog.whole.hasFocus()


def test_it_is_saved_as_it_is_wanted_and_no_source_is_in_it(opened, eventually, tmp_path: Path):
    _, dialog = opened()
    dialog.talk.click()
    dialog.short_names.click()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    eventually(lambda: dialog.findChild(QFileDialog))
    asked = dialog.findChild(QFileDialog)
    assert Path(asked.selectedFiles()[0]).name == "jejak-panen-raya.pdf"
    asked.fileSelected.emit(str(tmp_path / "jejak.pdf"))
    asked.close()
    eventually(lambda: "tersimpan" in dialog.foot.message.text())
    written = (tmp_path / "jejak.pdf").read_bytes()
    (page,) = pages(written)
    assert "Panen&Raya" in page
    assert "Halaman1dari1" in page
    assert "Draf→Diajukan·olehWM" in page
    assert "Wargapanentanam<b>padi</b>." in page  # as it stands there, and nothing made of it
    assert "1komentardiantararekantidakditampilkan" in page
    assert dialog.as_wanted().entries_sum in page
    assert "Berapaton" not in page
    assert "Wati" not in page
    assert "Rahasia" not in page
    assert "Jejak naskah: Panen & Raya".encode("utf-16-be") in written


def test_where_it_can_not_be_written_the_dialog_says_so_and_can_be_used_on(
    opened, eventually, tmp_path: Path
):
    _, dialog = opened()
    (tmp_path / "berkas").write_text("penuh")
    dialog.save_wanted.emit(dialog.as_wanted(), tmp_path / "berkas" / "jejak.pdf")
    eventually(lambda: not dialog.foot.is_working)
    assert "jejak naskah tidak dapat ditulis" in dialog.foot.message.text()
    assert dialog.save.isEnabled()
    assert (tmp_path / "berkas").read_text() == "penuh"


def test_many_pages_are_numbered_to_their_end_and_stopping_leaves_nothing(opened, tmp_path: Path):
    _, dialog = opened(steps=80)
    trail = dialog.as_wanted()
    done = pages(trail_pdf(trail))
    assert len(done) > 3
    assert all(f"Halaman{at}dari{len(done)}" in page for at, page in enumerate(done, 1))
    assert sum(page.count("Ekspor·oleh") for page in done) == 80
    path = tmp_path / "jejak.pdf"
    with pytest.raises(Cancelled):
        write_trail(trail, path, lambda at, total: at < total // 2 + 10)
    assert list(tmp_path.glob("*jejak*")) == []
    path.mkdir()
    with pytest.raises(ExchangeError):
        write_trail(trail, path)
