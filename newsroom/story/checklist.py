"""What an editor makes sure of before a story is printed, and what was answered.

The items are a house's own, or those that come with the program (``resources/checklist.toml``).
What was answered is part of the story: so it is kept with each of its versions.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from newsroom.story import values as read
from newsroom.story.values import FaultyValue, filled

if TYPE_CHECKING:
    from newsroom.story.story import Story

_SUM = 6  # bytes: to see whether a text has changed, not to keep anybody from changing it


class Verdict(StrEnum):
    """What was answered to an item."""

    YES = "yes"
    NO = "no"
    NOT_ASKED = "not_asked"  # the item has nothing to do with this story

    @property
    def label(self) -> str:
        """The answer in words."""
        return _LABELS[self]


_LABELS = {
    Verdict.YES: "Ya",
    Verdict.NO: "Belum",
    Verdict.NOT_ASKED: "Tidak berlaku",
}


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to make sure of.

    Without one that is ``required`` a story does not get ready. It is asked of the stories
    that are in one of its ``sections``, of all where it names none. ``rules`` are checks or
    families of checks: while none of them finds anything, the item ticks itself. ``source`` is
    the article that it goes by.
    """

    id: str
    text: str
    required: bool = False
    sections: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    source: str = ""

    def is_for(self, section: str) -> bool:
        """Say whether the item is asked of stories of a section.

        >>> Item("a", "…", sections=("Hukum",)).is_for("hukum")
        True
        """
        names = [name.casefold() for name in self.sections]
        return not names or section.strip().casefold() in names

    def goes_by(self, rule: str) -> bool:
        """Say whether findings of a rule keep the item from ticking itself.

        >>> Item("a", "…", rules=("fact",)).goes_by("fact.weekday")
        True
        """
        return any(rule == one or rule.startswith(f"{one}.") for one in self.rules)


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody answered to an item. ``moment`` is aware of its zone.

    ``text`` is a sum of the words that it was answered for, as ``text_sum`` counts it.
    """

    item: str
    verdict: Verdict
    who: str
    moment: datetime
    note: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """How an item stands in a story. ``found`` counts what its own checks find."""

    item: Item
    answer: Answer | None
    found: int
    is_stale: bool

    @property
    def ticks_itself(self) -> bool:
        """True where nobody needs to answer: the item's checks find nothing."""
        return bool(self.item.rules) and not self.found and self.answer is None

    @property
    def is_settled(self) -> bool:
        """True once the item is answered, by a person or by its checks."""
        if self.answer is None:
            return self.ticks_itself
        return self.answer.verdict is not Verdict.NO

    @property
    def blocks(self) -> bool:
        """True while the item stands in the way of *Siap tayang*."""
        return self.item.required and not self.is_settled


def standings(items: Sequence[Item], story: Story, found: Collection[str]) -> list[Standing]:
    """Return how each item stands that is asked of a story, in the order of the list.

    ``found`` are the rules of what the checks find in the story, each as often as it is found.
    """
    answers = {answer.item: answer for answer in story.checklist}
    now = text_sum(story)
    return [
        Standing(
            item,
            answer := answers.get(item.id),
            sum(map(item.goes_by, found)),
            is_stale=answer is not None and answer.text != now,
        )
        for item in items
        if any(map(item.is_for, (story.section, *story.other_sections)))
    ]


def answered(story: Story, answer: Answer) -> tuple[Answer, ...]:
    """Return a story's answers with one more, in the place of the one to the same item."""
    answers = {one.item: one for one in story.checklist}
    return tuple((answers | {answer.item: answer}).values())


def text_sum(story: Story) -> str:
    """Return a sum of what a story tells its readers, to see later whether that has changed."""
    captions = [part for photo in story.photos for part in (photo.caption, photo.credit)]
    told = "\0".join((story.kicker, story.headline, story.subheadline, story.body, *captions))
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=_SUM).hexdigest()


def answer_values(answers: Sequence[Answer]) -> list[dict[str, Any]]:
    """Return answers as plain values, for the store and for another desk; for no export."""
    return [
        filled(
            {
                "item": one.item,
                "verdict": str(one.verdict),
                "who": one.who,
                "moment": one.moment.isoformat(),
                "note": one.note,
                "text": one.text,
            }
        )
        for one in answers
    ]


def answers_of(values: Mapping[str, Any]) -> tuple[Answer, ...]:
    """Return the answers that a table holds under ``checklist``. Raises FaultyValue."""
    return tuple(map(_answer, read.mappings(values, "checklist")))


def _answer(values: Mapping[str, Any]) -> Answer:
    written = read.text(values, "verdict")
    if written not in tuple(Verdict):
        raise FaultyValue(f"'verdict: {written}' tidak dikenal; yang ada: {', '.join(Verdict)}")
    return Answer(
        item=read.text(values, "item"),
        verdict=Verdict(written),
        who=read.text(values, "who"),
        moment=read.sure_moment(values, "moment"),
        note=read.text(values, "note"),
        text=read.text(values, "text"),
    )


def in_the_way(left: int) -> str:
    """Say that so many required items keep a story from being ready.

    >>> in_the_way(2)
    '2 butir wajib di daftar periksa belum terpenuhi.'
    """
    return f"{left} butir wajib di daftar periksa belum terpenuhi."
