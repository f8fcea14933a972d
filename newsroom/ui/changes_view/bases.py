"""With what the changes of a story are compared, and what is said of that."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from textwrap import shorten

from newsroom.store.reviews import Review
from newsroom.ui.changes.found import Kept
from newsroom.ui.changes.wording import tr

_LONGEST = 300  # characters of a note


class Base(StrEnum):
    """An earlier text of the story."""

    ACCEPTED = "accepted"  # the reporter's version with what was accepted since
    REPORTERS = "reporters"  # that version as it came
    RETURNED = "returned"  # what was sent back to the reporter last

    @property
    def decides(self) -> bool:
        """Say whether changes since then are to be decided about.

        Those since it was sent back are the reporter's own for the most part.
        """
        return self is not Base.RETURNED

    @property
    def head(self) -> str:
        """What stands over the text of then."""
        return {
            Base.ACCEPTED: tr("Yang terakhir diterima"),
            Base.REPORTERS: tr("Versi wartawan"),
            Base.RETURNED: tr("Saat dikembalikan"),
        }[self]


def against(kept: Kept, base: Base) -> Kept:
    """Return what is kept of a review, to be compared with another text."""
    review, writers = kept.review, kept.writers
    if base is Base.REPORTERS:
        review = replace(review, base=review.reporters)
    if base is Base.RETURNED and review.returned:
        review, writers = replace(review, base=review.returned.story), kept.later
    return replace(kept, review=review, writers=writers)


def offered(review: Review) -> list[tuple[str, str]]:
    """Return with what a story can be compared, by name and words."""
    whose = tr("Sejak versi wartawan")
    if review.who:
        whose = tr("Sejak versi wartawan ({0})").format(review.who)
    bases = [(Base.ACCEPTED, tr("Sejak yang terakhir diterima")), (Base.REPORTERS, whose)]
    if review.returned:
        bases.append((Base.RETURNED, tr("Sejak dikembalikan")))
    return [(str(base), words) for base, words in bases]


def noted(review: Review, base: Base, *, any_changed: bool, versions: str) -> str:
    """Return what else is to be known, or why there is no change.

    ``versions`` is the key to the earlier ones.
    """
    if base is Base.RETURNED and (back := review.returned):
        said = [] if any_changed else [tr("Belum ada yang diubah sejak dikembalikan.")]
        if review.is_again and (note := shorten(back.note, _LONGEST, placeholder="…")):
            said.append(tr("Catatan {0}: {1}").format(back.who, note) if back.who
                        else tr("Catatan: {0}").format(note))  # fmt: skip
        return " ".join(said)
    if any_changed:
        return ""
    if base is Base.ACCEPTED and review.base != review.reporters:
        return tr("Semua perubahan sejak versi wartawan sudah diterima.")
    same = tr("Naskah ini masih sama dengan versi wartawan.")
    # What the reporter did before lies between two earlier versions.
    earlier = tr("Versi sebelumnya dibandingkan di Riwayat versi ({0}).").format(versions)
    if review.is_again:
        earlier = tr("Perbaikan wartawan tampil pada “Sejak dikembalikan”.")
    return f"{same} {earlier}"
