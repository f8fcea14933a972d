"""What is known of the changes of a story, as the page shows it and says it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from newsroom.portal.house_marks import portal_opening
from newsroom.portal.profile import Profile
from newsroom.story.changes.change import StoryChange
from newsroom.story.comments.comment import CommentKind
from newsroom.ui.changes.found import Found
from newsroom.ui.changes.told import remarks
from newsroom.ui.changes.wording import done_to, formed, is_marked_up, moved_to, told, tr
from newsroom.ui.changes_view.change_card import CardWords
from newsroom.ui.changes_view.runs import Run, Shown
from newsroom.ui.changes_view.set_out import Passage, set_out
from newsroom.ui.changes_view.sheet import Reading
from newsroom.ui.versions.field_names import titled


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The changes of a story set out; those that are ``pending`` nobody has accepted yet.

    Where that is None, nothing is decided about them.
    """

    found: Found
    passages: tuple[Passage, ...]
    pending: Found | None

    @classmethod
    def of(cls, found: Found, pending: Found | None, profile: Profile) -> Reviewed:
        """Set a comparison out, with the datelines as readers of a portal see them."""
        stories = found.changes.base, found.changes.now
        before, now = (portal_opening(one.dateline, profile).rstrip() for one in stories)
        return cls(found, set_out(found.changes.now, (before, now), found.all), pending)

    @property
    def all(self) -> tuple[StoryChange, ...]:
        """The changes in reading order."""
        return self.found.all

    def reading(self, heads: tuple[str, str]) -> Reading:
        """Return what the sheet shows, with the heads of its two columns."""
        return Reading(self.passages, self._note, heads)

    def told(self, number: int) -> str:
        """Say a change as it is read aloud: where it is, what it is, and why."""
        change = self.all[number]
        said = self.found.said(change)
        reasons = (one.first.text for one in said if one.kind is CommentKind.REASON)
        return f"{titled(change.field)}: {told(change, next(reasons, ''))}"

    def card(self, number: int, now: datetime) -> CardWords:
        """Return what the card of a change says; ``now`` is in the newsroom's zone."""
        change = self.all[number]
        field, who = titled(change.field), self.found.who(change)
        is_pending = self.pending is not None and (
            self.found is self.pending or bool(self.pending.pending([change]))
        )
        title = done_to(change)
        if self.pending is not None and not is_pending:
            title = tr("{0}, sudah diterima").format(title)
        return CardWords(
            (self.found.changes.now.id, change.field, change.kind, change.old, change.new),
            title,
            tr("{0} · oleh {1}").format(field, who) if who else field,
            remarks(self.found.said(change), now),
            is_one_of_several=len(self.found.changes.of_sentence(change)) > 1,
            is_asked=self.found.question(change) is not None,
            is_pending=is_pending,
        )

    # Within.

    def _note(self, run: Run) -> str:
        change = self.all[run.change]
        if run.shown in (Shown.GONE, Shown.CAME):
            texts = (str(getattr(one, change.field, "")) for one in
                     (self.found.changes.base, self.found.changes.now))  # fmt: skip
            return moved_to(change, *texts)[run.shown is Shown.CAME]
        is_seen = run.shown is Shown.MARKED or not change.new.strip()
        return formed(change) if is_marked_up(change) and is_seen else ""
