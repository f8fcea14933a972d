"""People named in a remark, as “@Wati Misal”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from newsroom.story.comments.comment import Comment
from newsroom.story.story import Story

_SIGN = re.compile(r"(?<![\w@.])@")
_NAMED = re.compile(r"(?<![\w@.])@(\S[^@\n]*|)\Z")
_MOST_LETTERS = 60  # behind the sign, where no name is that long


@dataclass(frozen=True, slots=True)
class Naming:
    """A name that is being written: where its letters begin, and who may be meant."""

    start: int
    names: tuple[str, ...]


def people_of(story: Story, comments: Iterable[Comment], *others: str) -> tuple[str, ...]:
    """Return who has to do with a story, each once, in the order of the alphabet.

    ``others`` are names from elsewhere: of who took its steps, of who sits here.
    """
    told = [*story.byline, story.editor, *story.contributors, *others]
    for comment in comments:
        told += [comment.who, *comment.mentions]
    names = {name.casefold(): name for name in reversed(list(map(_plain, told))) if name}
    return tuple(names[key] for key in sorted(names))


def mentions(text: str, people: Iterable[str]) -> tuple[str, ...]:
    """Return who of the people is named in a text; of two that fit the longer name.

    >>> mentions("@Wati Misal, tolong cek. Juga @budi.", ["Wati", "Wati Misal", "Budi"])
    ('Wati Misal', 'Budi')
    """
    longest = sorted(people, key=len, reverse=True)
    named: list[str] = []
    for sign in _SIGN.finditer(text):
        rest = text[sign.end() :]
        name = next((one for one in longest if _begins_with(rest, one)), "")
        if name and name not in named:
            named.append(name)
    return tuple(named)


def naming(text: str, cursor: int, people: Sequence[str]) -> Naming | None:
    """Return the name that is being written before the cursor; None if there is none.

    The letters may begin any word of a name.

    >>> naming("Tolong @mis", 11, ["Budi Contoh", "Wati Misal"])
    Naming(start=8, names=('Wati Misal',))
    """
    found = _NAMED.search(text[max(cursor - _MOST_LETTERS, 0) : cursor])
    if found is None:
        return None
    begun = found[1].casefold()
    first = [name for name in people if name.casefold().startswith(begun)]
    later = [name for name in people if f" {begun}" in name.casefold() and name not in first]
    names = tuple(name for name in first + later if name.casefold() != begun)
    return Naming(cursor - len(found[1]), names) if names else None


def _plain(name: str) -> str:
    return " ".join(name.split())


def _begins_with(text: str, name: str) -> bool:
    end = len(name)
    if not name or text[:end].casefold() != name.casefold():
        return False
    return not text[end : end + 1].isalnum()
