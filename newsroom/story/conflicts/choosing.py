"""What a person chose, put into the story."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from newsroom.story.comments.anchors import edited
from newsroom.story.comments.comment import Anchor
from newsroom.story.conflicts.conflict import Conflict, Way
from newsroom.story.conflicts.values import photo_number, with_value
from newsroom.story.merge.normal import local, normal
from newsroom.story.person import Role
from newsroom.story.photo_keys import PhotoKey, photo_keys
from newsroom.story.story import Story
from newsroom.story.texts import around, story_texts
from newsroom.story.workflow import Status, why_not

_AROUND = 80  # characters that are shown on each side of a conflict
_REMOVED = "(dihapus)"
_UNREAD = "(naskah tetap; tulisan yang lain rusak dan tidak terbaca)"
_LINES = frozenset({"body", "summary", "search_description", "social"})


@dataclass(frozen=True, slots=True)
class Choice:
    """What is to become of a conflict; ``text`` is what a person wrote of their own."""

    conflict: Conflict
    way: Way
    text: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A story with what was chosen in it, and by its thread what that was, in words.

    What is not in ``told`` is still to be chosen: another choice has taken its words away.
    """

    story: Story
    told: dict[str, str]


def wording(choice: Choice) -> str:
    """Return the words that a choice puts into the story."""
    conflict = choice.conflict
    match choice.way:
        case Way.THIS:
            return conflict.now
        case Way.OTHER:
            return conflict.other.text
        case Way.BOTH:
            return joined(conflict)
        case Way.OWN:
            return choice.text.strip()


def joined(conflict: Conflict) -> str:
    """Return both wordings, one after the other."""
    field = conflict.anchor.field
    flows = field in _LINES or field.endswith((".caption", ".alt"))
    return f"{conflict.now}{' ' if flows else ' / '}{conflict.other.text}"


def choose(story: Story, choices: Iterable[Choice]) -> Chosen:
    """Put what was chosen into a story, in which the conflicts stand as they say."""
    told: dict[str, str] = {}
    left = list(choices)
    while left:
        choice = left.pop()  # the last in the text first
        conflict, words = choice.conflict, wording(choice)
        if conflict.is_gone or choice.way is Way.THIS:
            told[conflict.id] = _kept(conflict)
        elif conflict.is_value:
            story = _with_field(story, choice)
            told[conflict.id] = words or _REMOVED
        elif not conflict.anchor.lost:
            story, left = _with_words(story, conflict.anchor, words, left)
            told[conflict.id] = words or _REMOVED
    return Chosen(story, told)


def _kept(conflict: Conflict) -> str:
    """Return in words what is chosen where the story stays as it is."""
    if conflict.is_unread:
        return _UNREAD
    return conflict.subject.new.text if conflict.is_gone else conflict.now


def refusal(story: Story, conflict: Conflict, role: Role) -> str:
    """Return why somebody in a role can't choose the other wording; nothing if they can.

    Another status is a step like any other.
    """
    if isinstance(conflict.value, Status):
        return why_not(role, story.status, conflict.value)
    return ""


def in_place(story: Story, choice: Choice) -> tuple[str, str, str]:
    """Return the words that a choice makes of it, with some of what stands around them."""
    anchor = choice.conflict.anchor
    text = dict(story_texts(story)).get(anchor.field, "")
    before, after = around(text, anchor.start, anchor.end, _AROUND)
    return before, wording(choice), after


def _with_words(
    story: Story, anchor: Anchor, words: str, left: list[Choice]
) -> tuple[Story, list[Choice]]:
    field = anchor.field
    text = dict(story_texts(story))[field]
    start, end = _stretch(text, anchor, words)
    new = text[:start] + words + text[end:]
    story = with_value(story, field, _key(story, field), new)

    def moved(one: Choice) -> Choice:
        there = one.conflict.anchor
        if there.field != field or one.conflict.is_value:
            return one
        place = edited(there, new, start, end - start, len(words))
        return replace(
            one,
            conflict=replace(one.conflict, comment=replace(one.conflict.comment, anchor=place)),
        )

    return story, [moved(one) for one in left]


def _stretch(text: str, anchor: Anchor, words: str) -> tuple[int, int]:
    """Return what gives way to words: where there are none, a blank beside goes as well."""
    start, end = anchor.start, anchor.end
    if words:
        return start, end
    if start == 0 or text[start - 1].isspace():
        while end < len(text) and text[end].isspace():
            end += 1
        while end == len(text) and start and text[start - 1].isspace():
            start -= 1
    return start, end


def _with_field(story: Story, choice: Choice) -> Story:
    conflict, field = choice.conflict, choice.conflict.anchor.field
    changed = with_value(normal(story), field, conflict.key, conflict.value)
    if conflict.key is None and not field.startswith("photos"):
        name = field.partition(".")[0]
        return replace(story, **{name: getattr(changed, name)})
    return replace(story, photos=local(changed, story, {}).photos)


def _key(story: Story, field: str) -> PhotoKey | None:
    number = photo_number(field)
    return None if number is None else photo_keys(story)[number]
