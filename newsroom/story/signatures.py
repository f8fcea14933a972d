"""Who signs with which code, learnt from how earlier stories were signed.

A newsroom's codes follow no rule: *wan* is Irwan, *abc* whoever chose it. What a person
once closed a story with is that person's code from then on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from newsroom.story.initials import LONGEST_CODE, folded, initials, is_like

_OFTEN = 3  # so many stories make a name a familiar one
_CLOSING = re.compile(r"\(\s*([^\W\d_]{1,6}(?:\s*[/-]\s*[^\W\d_]{1,6}){0,3})\s*\)")
# They stand where codes do, but are agencies, or the kind of a text.
_NOBODYS = frozenset({"adv", "afp", "ant", "hms", "net", "red", "rls", "rtr", "tim", "xin"})


@dataclass(frozen=True, slots=True)
class Signed:
    """How one story was signed: by whom it is, who edited it, and the code at its end."""

    people: tuple[str, ...]
    closing: str = ""


@dataclass(frozen=True, slots=True)
class Signatures:
    """The people of earlier stories, the most frequent first, and their codes by folded name."""

    people: tuple[str, ...] = ()
    codes: Mapping[str, str] = field(default_factory=dict)


def learnt(stories: Sequence[Signed], house_codes: Collection[str] = ()) -> Signatures:
    """Return who signed these stories, the newest first, and how.

    ``house_codes`` are closing codes that are nobody's own, in their brackets. What may be
    either of two people's is left out.

    >>> stories = [Signed(("Irwan Rekaan", "Rina Andini"), "(wan/rin)"), Signed(("Badu",), "(xyz)")]
    >>> learnt(stories).codes
    {'badu': 'xyz', 'irwan rekaan': 'wan', 'rina andini': 'rin'}
    """
    nobodys = _NOBODYS | {part for code in house_codes for part in _parts(code)}
    codes: dict[str, str] = {}
    # One person with one code leaves no doubt, and helps with those who sign together.
    for alone in (True, False):
        for story in stories:
            people = list({folded(name): name for name in story.people if name.strip()}.values())
            parts = [part for part in _parts(story.closing) if part not in nobodys]
            if alone == (len(people) == len(parts) == 1):
                for person, code in _pairs(people, parts, codes):
                    codes.setdefault(folded(person), code)
    return Signatures(_by_number(stories, codes), codes)


def _parts(closing: str) -> list[str]:
    match = _CLOSING.fullmatch(closing.strip())
    return [part.strip().casefold() for part in re.split("[/-]", match[1])] if match else []


def _pairs(
    people: list[str], parts: list[str], known: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield each person with the code that must be theirs."""
    if len(people) == len(parts) == 1:
        yield people[0], parts[0]
        return
    left = list(people)
    for part in parts:
        own = [person for person in left if known.get(folded(person)) == part]
        fits = own or [person for person in left if is_like(part, person)]
        if len(fits) == 1:
            left.remove(fits[0])
            yield fits[0], part


def _by_number(stories: Iterable[Signed], codes: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names, each as it was written last; the most frequent first.

    A code that stands in a name's place is no name. A name of one story alone may be a slip
    for one that is often there, which it must not make doubtful: where their initials are
    the same it is left out, unless it has a code.
    """
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    for story in stories:
        for name in story.people:
            if len(name.strip()) > LONGEST_CODE and folded(name) not in codes.values():
                names.setdefault(folded(name), " ".join(name.split()))
                counts[folded(name)] += 1
    often = {initials(names[key]) for key, count in counts.items() if count >= _OFTEN}
    return tuple(
        names[key]
        for key, count in counts.most_common()
        if count > 1 or key in codes or initials(names[key]) not in often
    )
