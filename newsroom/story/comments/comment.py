"""What is said about a story and never printed: comments, reasons, questions, conflicts.

All four hang on words of the story, can be answered, and are settled one day; so they are
one thing, told apart by their kind.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from newsroom.story.story import new_id


class CommentKind(StrEnum):
    """What a thread is about."""

    NOTE = "note"
    REASON = "reason"  # why a change was made, by a person or by a rule
    QUESTION = "question"  # about a change
    CONFLICT = "conflict"  # two people changed the same: both wordings stay until one is chosen


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words of a story that something is said of.

    ``field`` is named as findings name it. ``start`` and ``end`` count code points in it,
    end exclusive; ``quote`` are the words there. ``before`` and ``after`` stand around them,
    to find them again by. With ``lost`` the words are gone, and ``quote`` is what they were.
    """

    field: str
    start: int
    end: int
    quote: str
    before: str = ""
    after: str = ""
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """One side of what is different: its text, and who wrote it when, as far as that is known."""

    text: str
    who: str = ""
    moment: datetime | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """The change that a reason, a question or a conflict is about.

    ``old`` is what stood there, ``new`` what stands there now, ``other`` what the other side
    of a conflict has. ``rule`` names the rule that a change went by.
    """

    old: str
    new: Wording
    other: Wording | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """One remark; those with the same ``thread``, the id of the first, answer one another.

    ``anchor``, ``subject``, ``mentions`` of a thread are those of its first remark, and so is
    ``resolved``: when the thread was settled, by whom, and what was chosen. ``changed`` is
    when anything of it changed last: of two states of a remark the later counts. One that is
    ``removed`` stays as a mark of that, without its text. All moments are UTC.
    """

    who: str
    text: str
    moment: datetime
    changed: datetime
    kind: CommentKind = CommentKind.NOTE
    anchor: Anchor | None = None
    subject: Subject | None = None
    mentions: tuple[str, ...] = ()
    resolved: datetime | None = None
    resolved_by: str = ""
    chosen: str = ""
    removed: bool = False
    thread: str = ""
    id: str = ""

    @classmethod
    def new(cls, who: str, text: str, moment: datetime, **told: object) -> Comment:
        """Return a new remark with an id of its own; without a thread it begins one."""
        id = new_id()
        values: dict[str, object] = {"thread": id, **told}
        return cls(who=who, text=text, moment=moment, changed=moment, id=id, **values)  # type: ignore[arg-type]
