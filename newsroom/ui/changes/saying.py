"""Keeps what somebody says about a change, under that person's name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newsroom.story.changes.change import StoryChange
from newsroom.story.changes.fields import text_of
from newsroom.story.changes.reasons import about
from newsroom.story.comments.comment import Comment, CommentKind
from newsroom.story.comments.mentions import mentions
from newsroom.ui.changes.found import Found
from newsroom.ui.changes.wording import tr

if TYPE_CHECKING:
    from newsroom.store.store import Store
    from newsroom.story.person import Person
    from newsroom.ui.main_window import MainWindow


def say_about(
    window: MainWindow,
    found: Found,
    change: StoryChange,
    text: str,
    kind: CommentKind,
    kept: Callable[[], object],
) -> None:
    """Give a reason for a change, ask about it or answer what is asked; then go on.

    Whoever sits here is asked for a name first, and the text is made safe.
    """
    desk = window.desk
    if desk.story is None or not text.strip():
        return
    change = next(iter(found.pending([change])), change)
    story_id, now = desk.story.id, found.changes.now
    question = found.question(change) if kind == CommentKind.QUESTION else None

    def keep(person: Person) -> None:
        anchor, subject = about(change, text_of(now, change.field), found.who(change))
        named = mentions(text, found.people(person.name))

        def job(store: Store) -> None:
            if question is not None:
                store.comments.answer(question.id, person.name, text, named)
                return
            told = Comment.new(
                person.name,
                text,
                datetime.now(UTC),
                kind=kind,
                anchor=anchor,
                subject=subject,
                mentions=named,
            )
            store.comments.add(story_id, told)

        def failed(error: Exception) -> None:
            window.banner.say(str(error), "error")

        desk.when_safe(lambda: desk.in_store(job, lambda _: kept(), failed), patient=True)

    why = tr("Alasan dan pertanyaan diberi nama penulisnya. Siapa Anda?")
    window.standing.when_named(keep, why)
