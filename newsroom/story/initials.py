"""Initials, as newsrooms sign with them: *(wan/ra)* for a writer and an editor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

LONGEST_CODE = 3
"""So many letters has a code that is made of a name."""

_OF_FIRST_NAME = 3  # so many letters of a first name are a code too: wan is Irwan
_NONE: Mapping[str, str] = MappingProxyType({})


def initials(name: str) -> str:
    """Return the letters that a person signs with.

    >>> initials("Rina Andini"), initials("Irwan"), initials("Drs. Badu Karta, M.Si.")
    ('ra', 'irw', 'bk')
    """
    words = [word for word in name.partition(",")[0].split() if not word.endswith(".")]
    if len(words) == 1:
        return words[0][:LONGEST_CODE].lower()
    return "".join(word[0] for word in words[:LONGEST_CODE]).lower()


def folded(name: str) -> str:
    """Return a name as codes are remembered by it: in any case, with any space within."""
    return " ".join(name.split()).casefold()


def is_like(code: str, name: str) -> bool:
    """Say whether a code may be a person's by its letters: initials, or those of a first name.

    >>> is_like("ra", "Rina Andini"), is_like("wan", "Irwan"), is_like("xyz", "Irwan")
    (True, True, False)
    """
    first = next(iter(folded(name).split()), "")
    return code == initials(name) or (
        _OF_FIRST_NAME <= len(code) < len(first)
        and (first.startswith(code) or first.endswith(code))
    )


def closing_code(byline: Sequence[str], editor: str, codes: Mapping[str, str] = _NONE) -> str:
    """Return the code that closes a story of these people; empty if nobody is named.

    ``codes`` are those that people chose for themselves, by folded name.

    >>> closing_code(["Irwan Rekaan"], "Rina Andini"), closing_code([], "")
    ('(ir/ra)', '')
    >>> closing_code(["Irwan Rekaan"], "Rina Andini", {"irwan rekaan": "wan"})
    '(wan/ra)'
    """
    people = (*byline, editor)
    signed = [code for name in people if (code := codes.get(folded(name)) or initials(name))]
    return f"({'/'.join(dict.fromkeys(signed))})" if signed else ""


def completed(text: str, people: Iterable[str], codes: Mapping[str, str] = _NONE) -> str:
    """Return a list of names in which each code that is one person's stands for that person.

    ``text`` has commas or slashes between; what may be several people's stays. A code in
    ``codes`` is its person's before it is another's initials.

    >>> completed("wan/ra", ["Irwan Rekaan", "Rina Andini"])
    'Irwan Rekaan, Rina Andini'
    >>> completed("ra", ["Rina Andini", "Rudi Amsal"])
    'ra'
    >>> completed("ra", ["Rina Andini", "Rudi Amsal"], {"rudi amsal": "ra"})
    'Rudi Amsal'
    """
    known = list(dict.fromkeys(people))
    parts = [part.strip() for part in text.strip().strip("()").replace("/", ",").split(",")]
    found = [_person(part, known, codes) for part in parts]
    if not any(found):
        return text
    return ", ".join(person or part for person, part in zip(found, parts, strict=True))


def _person(code: str, people: Sequence[str], codes: Mapping[str, str]) -> str:
    wanted = code.replace(".", "").casefold()
    if not wanted.isalpha() or any(wanted == person.casefold() for person in people):
        return ""
    own = [person for person in people if codes.get(folded(person)) == wanted]
    initialled = [person for person in people if initials(person) == wanted]
    fits = own or initialled or [person for person in people if is_like(wanted, person)]
    return fits[0] if len(fits) == 1 else ""
