"""Writing as in a text message: *yg, dgn, kajian2*."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from newsroom.language.affixes import take_apart
from newsroom.language.prose import Prose
from newsroom.language.rules.forms.doubled import doubled_words
from newsroom.language.rules.kinds import like
from newsroom.language.rules.naming import Capitals
from newsroom.language.rules.regex import regex
from newsroom.language.rules.rule import About, Match, Rule
from newsroom.language.rules.tables import about, read_toml
from newsroom.language.rules.word_lists import read_list
from newsroom.resources import resource

_DOUBLED = regex(r"([a-z]{2,30})[2²]-?([a-z]{0,6})")
_TAILS = frozenset(
    f"{suffix}{clitic}{particle}"
    for suffix in ("", "an", "kan", "i")
    for clitic in ("", "nya", "ku", "mu")
    for particle in ("", "lah")
)
_HALVED = ("ber", "ter", "di", "ke", "se")  # the prefix is not said again: berlari-lari
_JOINTS = frozenset("/_&@=+.")


@dataclass(frozen=True, slots=True)
class Meanings:
    """What short forms may stand for besides.

    Those in ``units`` stand for measures behind a figure (*5 kl*), those in ``titles``
    before a name (*dr. Ani*) that is none of ``places``, and those in ``lower`` for
    something else when they have a capital (*M. Pd.*). Those in ``before`` stand before
    what they name, so that their full stop ends no sentence (*tgl. 4*).
    """

    units: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    lower: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()


class ShortForms:
    """Finds short forms; ``forms`` maps them, in lower case, to full words.

    In capitals they are acronyms.
    """

    def __init__(self, about: About, forms: Mapping[str, str], meanings: Meanings) -> None:
        self.about = about
        self._forms = forms
        self._meanings = meanings

    def may_mark(self, word: str) -> bool:
        """Say whether the rule may find something on account of a word in lower case."""
        return word in self._forms

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each short form, with the full word."""
        for index, lowered in enumerate(prose.lowered):
            if lowered in self._forms and self._is_meant(prose, index):
                word = prose.words[index]
                has_stop = prose.text.startswith(". ", word.end)
                end = word.end + (has_stop and lowered in self._meanings.before)
                yield Match(word.start, end, (like(word.text, self._forms[lowered]),))

    def _is_meant(self, prose: Prose, index: int) -> bool:
        word, lowered, text = prose.words[index], prose.lowered[index], prose.text
        if word.text != lowered and (not word.opens or lowered in self._meanings.lower):
            return False
        if word.text[1:] != lowered[1:]:
            return False
        before, behind = text[max(0, word.start - 2) : word.start], text[word.end : word.end + 1]
        if behind == "." and text[word.end + 1 : word.end + 2].isalnum():
            return False
        if before[-1:] in _JOINTS or behind in _JOINTS - {"."}:
            return False
        if lowered in self._meanings.units and before[:1].isdigit():
            return False
        if lowered in self._meanings.titles:
            return behind != "." and not self._is_before_name(prose, index)
        return True

    def _is_before_name(self, prose: Prose, index: int) -> bool:
        """Say whether a name follows that is no place and no sum; two names are a person's."""
        capitals = Capitals(prose)
        name, second = capitals.after(index), capitals.after(index + 1)
        if not name[:1].isupper() or re.fullmatch(r"Rp\d*", name):
            return False
        return name not in self._meanings.places or second[:1].isupper()


class FigureDoubling:
    """Finds doubling written with a 2: *kajian2, anak2nya, berlari2*.

    ``forms`` are the short forms, which are doubled too (*org2*). ``units`` are
    measures, whose 2 makes them square. ``always`` are words only when they are doubled,
    so that with a capital too they are no names (*Kitab Undang2*); ``often`` are words
    that in headlines are none.
    """

    def __init__(
        self,
        about: About,
        forms: Mapping[str, str],
        units: frozenset[str],
        always: frozenset[str],
        often: frozenset[str],
        is_word: Callable[[str], bool],
    ) -> None:
        self.about = about
        self._forms = forms
        self._units = units
        self._always = always
        self._often = often
        self._is_word = is_word

    def may_mark(self, word: str) -> bool:
        """Say whether the rule may find something on account of a word in lower case."""
        return "2" in word or "²" in word

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each word with a 2 for its second half."""
        firsts = {lowered for lowered in prose.lowered if lowered.endswith("1")}  # angka1, angka2
        for word, lowered in zip(prose.words, prose.lowered, strict=True):
            match = _DOUBLED.fullmatch(lowered)
            if not match or match[2] not in _TAILS or match[1] in self._units:
                continue
            if word.text[1:] != lowered[1:]:
                continue
            if not (word.text == lowered or word.opens or self._is_no_name(match[1], prose)):
                continue
            before = prose.text[max(0, word.start - 2) : word.start]
            if before[-1:] in _JOINTS or (before[:1].isdigit() and "²" in word.text):
                continue
            if f"{match[1]}1" in firsts:
                continue
            if doubled := self._double(match[1], match[2]):
                if word.text != lowered and (prose.is_title or not word.opens):
                    doubled = "-".join(part.capitalize() for part in doubled.split("-"))
                yield Match(word.start, word.end, (like(word.text, doubled),))

    def _is_no_name(self, base: str, prose: Prose) -> bool:
        return base in self._always or (prose.is_title and base in self._often)

    def _double(self, base: str, tail: str) -> str:
        """Return a base written twice; nothing if it is no word."""
        if base in self._forms:
            return f"{self._forms[base]}-{self._forms[base]}{tail}"
        if len(base) < len("apa"):
            return ""
        for parts in take_apart(base):
            if not parts.prefix or parts.tail or not self._is_word(parts.base):
                continue
            if parts.prefix in _HALVED:
                return f"{base}-{parts.base}{tail}"
            if parts.prefix == "me":
                echo = parts.base if base.endswith(parts.base) else base.removeprefix("me")
                return f"{base}-{echo}{tail}"
        is_base = base in self._always or self._is_word(base)
        return f"{base}-{base}{tail}" if is_base else ""


def rules(is_word: Callable[[str], bool]) -> list[Rule]:
    """Read the short forms that ship with the program."""
    path = resource("rules", "nonstandard", "short_forms.toml")
    values = read_toml(path)
    forms: Mapping[str, str] = values["forms"]
    meanings = Meanings(
        places=frozenset(read_list("preposition_joined")["words"]["names"].split()),
        **{name: frozenset(values[name]) for name in ("units", "titles", "lower", "before")},
    )
    return [
        ShortForms(about(values["short"], path.name), forms, meanings),
        ShortForms(about(values["spoken"], path.name), values["spoken_forms"], meanings),
        FigureDoubling(
            about(values["doubling"], path.name),
            forms,
            meanings.units,
            always=doubled_words("always"),
            often=doubled_words("often"),
            is_word=is_word,
        ),
    ]
