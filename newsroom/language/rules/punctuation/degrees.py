"""Degrees behind a name: their stops, and the comma that parts them from it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from newsroom.language.prose import Prose
from newsroom.language.rules.regex import regex
from newsroom.language.rules.rule import About, Match, Rule
from newsroom.language.rules.said import said
from newsroom.language.rules.word_lists import read_list

# In capitals alone, these are degrees even where no comma tells: the others begin names too
# (Siti Khadijah M.A. is Siti Khadijah Mas Agung, EYD V, III.B.11).
_NO_INITIALS = frozenset(("S.H.", "M.H.", "S.E.", "S.I.P.", "S.K.M.", "M.B.A.", "S.S.T.P."))
# What is not a name before a degree.
_NO_NAME = frozenset((
    "Gelar", "Program", "Prodi", "Studi", "Sarjana", "Magister", "Doktor", "Lulusan", "Jurusan",
    "Jalan", "Jl", "Ijazah", "Bergelar", "Strata", "Dr", "Drs", "Dra", "Prof", "Ir", "H", "Hj",
    "KH",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Degrees:
    """A degree that lacks its stops or its comma: *Badu Karta, SH*, *Badu Karta S.H.*

    ``forms`` maps the letters of a degree to how it is written.
    """

    about: About
    forms: Mapping[str, str]
    _DEGREE = regex(r"[ ](?P<degree>(?:[A-Z][a-z]{0,4}\.?){2,4})(?=[,;.)\s]|$)")
    _NAME = regex(r"[^\s,;:()]{1,40}(?P<comma>,?)$")
    _NAME_GOES_ON = regex(r"[ ][A-Z][a-z]+")

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each degree that lacks a stop, with the name before it if it lacks its comma."""
        text = prose.text
        for match in self._DEGREE.finditer(text):
            degree = match["degree"]
            right = self.forms.get(degree.replace(".", ""))
            name = self._NAME.search(text, max(0, match.start() - 42), match.start())
            if right is None or name is None or not name.group()[0].isupper():
                continue
            if name["comma"]:
                if right != degree and self._is_told(text, match):
                    yield Match(match.start("degree"), match.end(), (right,))
            elif self._lacks_comma(text, match, name.group(), right):
                yield Match(name.start(), match.end(), (f"{name.group()}, {right}",))

    def _is_told(self, text: str, match: re.Match[str]) -> bool:
        """Say whether it is a degree: in capitals alone it may be any acronym in a list."""
        degree = match["degree"]
        if not degree.strip(".").isupper() or "." in degree[:-1]:
            return True
        return text[match.end() : match.end() + 1] in {"", ",", ".", ";", ")"} or degree[:2] == "SH"

    def _lacks_comma(self, text: str, match: re.Match[str], name: str, right: str) -> bool:
        degree = match["degree"]
        if name.strip(".") in _NO_NAME or self._NAME_GOES_ON.match(text, match.end()):
            return False
        if name.endswith("."):  # another degree before it, which has a rule's look of its own
            return False
        if not right.replace(".", "").isupper():
            return True
        return right in _NO_INITIALS and "." in degree[:-1]


def rules() -> list[Rule]:
    """Return the rules of this module."""
    return [Degrees(said("punctuation")["punctuation.degree"], read_list("degrees")["forms"])]
