"""What a push does not decide by itself: it asks a person, and waits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from newsroom.portal.push.fields import fields_of
from newsroom.portal.wordpress.posts import RemotePost


class Kind(StrEnum):
    """What is asked."""

    CONFLICT = "conflict"  # somebody changed the post on the site
    GONE = "gone"  # it was deleted there for good
    TRASHED = "trashed"
    FOUND = "found"  # a post that may be this story
    SITE = "site"  # the portal has another address now
    CONFIRM = "confirm"  # readers will see it
    PAST = "past"  # the time that was wanted has gone by


class Answer(StrEnum):
    """What a person may say to it, in words of theirs."""

    OVERWRITE = "timpa"  # ours in place of what is there, as it was shown
    NEW = "baru"  # make a new post
    ADOPT = "pakai"  # that is it


ANSWERS: Mapping[Kind, tuple[Answer, ...]] = {
    Kind.CONFLICT: (Answer.OVERWRITE,),
    Kind.GONE: (Answer.NEW,),
    Kind.TRASHED: (Answer.NEW,),
    Kind.FOUND: (Answer.ADOPT, Answer.NEW),
    Kind.SITE: (Answer.ADOPT, Answer.NEW),
    Kind.CONFIRM: (),
    Kind.PAST: (),
}


@dataclass(frozen=True, slots=True)
class Conflict:
    """A post that was changed on the site: which fields, and both texts of each.

    ``theirs`` is the post as it is there, ``ours`` what would be sent.
    """

    fields: Sequence[str]
    ours: Mapping[str, Any]
    theirs: RemotePost

    def texts(self) -> list[tuple[str, str, str]]:
        """Return the fields that were changed there, with our text and theirs."""
        there = fields_of(self.theirs)
        return [
            (name, _shown(self.ours.get(name)), _shown(there.get(name))) for name in self.fields
        ]


def _shown(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value or "")


class Question(Exception):
    """A push can't go on until a person has said how; nothing was changed on the site.

    ``told`` is what the question is about: an answer holds as long as that is the same.
    """

    def __init__(
        self,
        kind: Kind,
        message: str,
        told: Mapping[str, Any] | None = None,
        conflict: Conflict | None = None,
    ) -> None:
        super().__init__(message)
        self.kind = kind
        self.told = dict(told or {})
        self.conflict = conflict

    def as_json(self) -> dict[str, Any]:
        """Return it as the queue keeps it: without any text of the story."""
        return {"kind": str(self.kind), **self.told}


def answer_to(question: Question, answers: Mapping[str, Any]) -> Answer | None:
    """Return what a person said to just this question, or None."""
    said = answers.get(question.kind)
    if not isinstance(said, dict):
        return None
    asked = {key: value for key, value in said.items() if key != "answer"}
    if asked != question.as_json():
        return None
    return next((one for one in ANSWERS[question.kind] if one == said.get("answer")), None)
