"""Bound forms, prefixes and doubled words: all are joined (EYD V, II.B)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from newsroom.language.prose import Prose
from newsroom.language.rules.rule import About, Match, Rule
from newsroom.language.rules.tables import about
from newsroom.language.rules.word_lists import read_list, touches, without_ending

_TITLE_FIELDS = ("headline", "kicker", "subheadline")


class BoundForm:
    """Finds bound forms that stand apart or with a needless hyphen: *antar kota, non-aktif*."""

    def __init__(
        self, about: About, lists: Mapping[str, Mapping[str, Any]], is_word: Callable[[str], bool]
    ) -> None:
        self.about = about
        always = lists["always"]
        self._always = frozenset(always["words"].split())
        self._hyphened = frozenset(always["hyphened"].split())
        self._in_headlines = frozenset(always["headlines"].split())
        self._apart = frozenset(always["apart"].split())
        self._with = {form: frozenset(words.split()) for form, words in lists["with"].items()}
        self._before = _split(lists["unless"]["before"])
        self._after = _split(lists["unless"]["after"])
        self._forms = self._always | self._hyphened | frozenset(self._with)
        self._is_word = cache(is_word)

    @classmethod
    def load(cls, is_word: Callable[[str], bool]) -> BoundForm:
        """Read the forms that ship with the program."""
        values = read_list("compound_bound")
        return cls(about(values["rule"], "compound_bound.toml"), values, is_word)

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each bound form, joined to its word."""
        words = prose.words
        for index, lowered in enumerate(prose.lowered):
            if lowered in self._forms:
                if index + 1 < len(words) and touches(prose, index):
                    fix = self._joined(prose, index)
                    if fix:
                        yield Match(words[index].start, words[index + 1].end, (fix,))
            elif "-" in lowered:
                form, _, rest = lowered.partition("-")
                word = words[index]
                lower = form in self._forms and word.text[len(form) :].islower()
                if lower and self._takes(form, rest):
                    yield Match(word.start, word.end, (word.text.replace("-", "", 1),))

    def _joined(self, prose: Prose, index: int) -> str:
        """Return the bound form with the word after it; nothing if they may stand apart."""
        form, follows = prose.words[index], prose.words[index + 1]
        lowered, next_lowered = prose.lowered[index], prose.lowered[index + 1]
        before = prose.lowered[index - 1] if index else ""
        after = prose.lowered[index + 2] if index + 2 < len(prose.words) else ""
        if before in self._before.get(lowered, ()) or after in self._after.get(lowered, ()):
            return ""
        if form.text.isupper() and len(form.text) > 1:
            shout = follows.text.isupper() and self._takes(lowered, next_lowered)
            return form.text + follows.text if shout else ""
        if follows.text.islower():
            if form.text[:1].isupper() and not form.opens and lowered not in self._always:
                return ""
            return form.text + follows.text if self._takes(lowered, next_lowered) else ""
        if not follows.text[:1].isupper():
            return ""
        if form.text.islower() or (form.opens and not self._is_word(next_lowered)):
            hyphen = lowered in self._hyphened and next_lowered not in self._apart
            return f"{form.text}-{follows.text}" if hyphen else ""
        title = prose.field in _TITLE_FIELDS and lowered in self._in_headlines
        if title and self._takes(lowered, next_lowered):
            return form.text + next_lowered
        return ""

    def _takes(self, form: str, word: str) -> bool:
        first = word.partition("-")[0]
        stem = without_ending(first)
        listed = self._with.get(form, frozenset())
        if first in listed or stem in listed:
            return True
        if form not in self._always or first in self._apart or first == form or len(first) < 3:
            return False
        return self._is_word(first) or self._is_word(form + first)


class ApartPrefix:
    """Finds prefixes that stand apart from their word: *ber jalan, se orang, ketidak adilan*."""

    def __init__(
        self, about: About, prefixes: frozenset[str], is_word: Callable[[str], bool]
    ) -> None:
        self.about = about
        self._prefixes = prefixes
        self._is_word = cache(is_word)

    @classmethod
    def load(cls, is_word: Callable[[str], bool]) -> ApartPrefix:
        """Read the prefixes that ship with the program."""
        values = read_list("compound_prefix")
        prefixes = frozenset(values["prefixes"]["words"].split())
        return cls(about(values["rule"], "compound_prefix.toml"), prefixes, is_word)

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each prefix that stands apart, joined."""
        words, lowered = prose.words, prose.lowered
        for index in range(len(words) - 1):
            prefix = lowered[index]
            if prefix not in self._prefixes or not touches(prose, index):
                continue
            first, second = words[index], words[index + 1]
            if not second.text.islower() or (first.text[:1].isupper() and not first.opens):
                continue
            if self._takes(prefix, lowered[index + 1]):
                yield Match(first.start, second.end, (first.text + second.text,))

    def _takes(self, prefix: str, word: str) -> bool:
        if self._is_word(prefix + word):
            return True
        if prefix == "ketidak":
            return word.endswith("an")
        return prefix in ("ber", "ter", "se") and len(word) >= 4 and self._is_word(word)


class DoubledFigure:
    """Finds doubling written with a figure: *kajian2, sayur2an, bersama2*."""

    def __init__(self, about: About, is_word: Callable[[str], bool]) -> None:
        self.about = about
        self._is_word = cache(is_word)

    @classmethod
    def load(cls, is_word: Callable[[str], bool]) -> DoubledFigure:
        """Read what is said about the rule."""
        return cls(about(read_list("compound_figure")["rule"], "compound_figure.toml"), is_word)

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each doubling, written out; not where there is a first as well: *paket1*."""
        for word, lowered in zip(prose.words, prose.lowered, strict=True):
            if "2" not in lowered or not (parts := _FIGURE.fullmatch(lowered)):
                continue
            stem, ending = parts[1], parts[2] or ""
            if (
                not self._is_word(stem)
                or stem + "1" in prose.lowered
                or not word.text[1:].islower()
            ):
                continue
            base = stem
            for prefix in ("ber", "se"):
                rest = stem.removeprefix(prefix)
                if rest != stem and len(rest) >= 4 and self._is_word(rest):
                    base = rest if prefix == "ber" or ending == "nya" else base
            yield Match(word.start, word.end, (f"{word.text[: len(stem)]}-{base}{ending}",))


_FIGURE = re.compile(r"([a-z]{3,20})2(nya|an|lah|kan|i)?")


def rules(is_word: Callable[[str], bool]) -> list[Rule]:
    """Return the rules of this module. Raises RuleError for a faulty list."""
    return [BoundForm.load(is_word), ApartPrefix.load(is_word), DoubledFigure.load(is_word)]


def _split(lists: Mapping[str, str]) -> dict[str, frozenset[str]]:
    return {form: frozenset(words.split()) for form, words in lists.items()}
