"""Keeps the rule that a text was put right by as the reason of the change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsroom.language.finding import Finding
from newsroom.story.changes.fields import text_of
from newsroom.story.changes.reasons import on_words
from newsroom.story.comments.comment import Anchor, Comment, CommentKind, Subject, Wording
from newsroom.story.comments.places import settled
from newsroom.story.person import is_me
from newsroom.story.story import Story

if TYPE_CHECKING:
    from newsroom.store.store import Store
    from newsroom.ui.main_window import MainWindow


class RuleReasons(QObject):
    """Notes what was put right while one writes, and keeps it once the text is saved.

    Only of words that somebody else handed in: nobody has to account for a story of their own,
    nor for a slip in what they wrote into another's.
    """

    def __init__(self, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._noted: list[tuple[str, Comment]] = []  # each with the id of its story
        window.desk.saved.connect(lambda _: self._keep())

    def note(self, fixes: Sequence[tuple[Finding, str]]) -> None:
        """Note fixes that stand in the text by now: findings as they were, what is there instead.

        Those of one field are all that was put right in it at once.
        """
        self._window.page.flush()  # or it would be kept before the text is
        story, fields = self._window.desk.story, self._window.reviewing.fields.by_name()
        if story is None:
            return
        moment, shift, field = datetime.now(UTC), 0, ""
        for finding, new in sorted(fixes, key=lambda fix: (fix[0].field, fix[0].start)):
            if finding.field != field:
                field, shift = finding.field, 0
            start = finding.start + shift
            end = start + len(new)
            text = fields.text(field) if field in fields else ""
            if text[start:end] != new:
                continue  # it was not put right: the text had moved on
            shift += len(new) - len(finding.text)
            reason = Comment.new(
                "",
                finding.message,
                moment,
                kind=CommentKind.REASON,
                anchor=on_words(field, text, start, end),
                subject=Subject(finding.text, Wording(new), rule=finding.rule),
            )
            self._noted.append((story.id, reason))

    # Within.

    def _keep(self) -> None:
        if self._noted and self._window.desk.is_safe:
            noted, self._noted = self._noted, []
            look = self._window.copy_desk.commenting.look_again
            self._window.desk.in_store(lambda store: _keep(store, noted), lambda _: look())


def _keep(store: Store, noted: Sequence[tuple[str, Comment]]) -> None:
    """Keep the reasons of those whose story somebody else handed in, each once."""
    me = store.people.me().name
    for story_id in {story_id for story_id, _ in noted}:
        review = store.reviews.of(story_id)
        if review is None or is_me(review.who, me):
            continue
        now = store.stories.get(story_id)
        known = {_telling(one, one.anchor) for one in store.comments.all(story_id)}
        new: list[Comment] = []
        for _, reason in (pair for pair in noted if pair[0] == story_id):
            if not _was_there(reason, review.reporters):
                continue
            anchor = settled(reason.anchor, now) if reason.anchor else None
            if _telling(reason, anchor) not in known:
                new.append(_signed(reason, me))
        store.comments.add_all(story_id, new)


def _was_there(reason: Comment, handed_in: Story) -> bool:
    anchor, subject = reason.anchor, reason.subject
    return bool(anchor and subject) and subject.old in text_of(handed_in, anchor.field)


def _signed(reason: Comment, who: str) -> Comment:
    subject = reason.subject
    signed = subject and replace(subject, new=replace(subject.new, who=who))
    return replace(reason, who=who, subject=signed)


def _telling(comment: Comment, anchor: Anchor | None) -> tuple[object, ...]:
    subject = comment.subject
    place = (anchor.field, anchor.start) if anchor else ()
    told = (subject.rule, subject.old, subject.new.text) if subject else ()
    return comment.kind, place, told
