"""Initials, as newsrooms sign with them: *(wan/ra)* for a writer and an editor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

_MOST = 3  # letters of a code
_OF_FIRST_NAME = 3  # so many letters of a first name are a code too: wan is Irwan


def initials(name: str) -> str:
    """Return the letters that a person signs with.

    >>> initials("Rina Andini"), initials("Irwan"), initials("Drs. Badu Karta, M.Si.")
    ('ra', 'irw', 'bk')
    """
    words = [word for word in name.partition(",")[0].split() if not word.endswith(".")]
    if len(words) == 1:
        return words[0][:_MOST].lower()
    return "".join(word[0] for word in words[:_MOST]).lower()


def closing_code(byline: Sequence[str], editor: str) -> str:
    """Return the code that closes a story of these people; empty if nobody is named.

    >>> closing_code(["Irwan Rekaan"], "Rina Andini"), closing_code([], "")
    ('(ir/ra)', '')
    """
    signed = [code for name in (*byline, editor) if (code := initials(name))]
    return f"({'/'.join(dict.fromkeys(signed))})" if signed else ""


def completed(text: str, people: Iterable[str]) -> str:
    """Return a list of names in which each code that is one person's stands for that person.

    ``text`` has commas or slashes between; what may be several people's stays.

    >>> completed("wan/ra", ["Irwan Rekaan", "Rina Andini"])
    'Irwan Rekaan, Rina Andini'
    >>> completed("ra", ["Rina Andini", "Rudi Amsal"])
    'ra'
    """
    known = list(dict.fromkeys(people))
    parts = [part.strip() for part in text.strip().strip("()").replace("/", ",").split(",")]
    found = [_person(part, known) for part in parts]
    if not any(found):
        return text
    return ", ".join(person or part for person, part in zip(found, parts, strict=True))


def _person(code: str, people: Sequence[str]) -> str:
    wanted = code.replace(".", "").casefold()
    if not wanted.isalpha() or any(wanted == person.casefold() for person in people):
        return ""
    fits = [person for person in people if initials(person) == wanted]
    if not fits and len(wanted) >= _OF_FIRST_NAME:
        firsts = [(person.split()[0].casefold(), person) for person in people if person.split()]
        fits = [
            person
            for first, person in firsts
            if first != wanted and (first.startswith(wanted) or first.endswith(wanted))
        ]
    return fits[0] if len(fits) == 1 else ""
