"""Verbs as they are spoken.

They lose their *me-* and keep its nasal (*nganggur, ngurus, nyari, minjem*), or have
*-in* for *-kan* and *-i* (*dipukulin, bayarin*).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from newsroom.language.affixes import prefixed, take_apart
from newsroom.language.prose import Prose
from newsroom.language.rules.rule import About, Match
from newsroom.language.rules.tables import about, read_toml
from newsroom.resources import resource

_NASALS = ("ng", "ny")
_SHORTEST = 4
_LONGEST = 20
_SHORTEST_BASE = 3
_AGAIN = frozenset(
    ("cubit", "gebuk", "jambak", "maki", "pukul", "tampar", "tembak", "tendang", "tusuk")
)
_ENDS = "mnprt"  # before these a spoken e in the last syllable is an a: minjem, nganter


class SpokenVerbs:
    """Finds spoken verbs, in small letters; those with a capital are names as often.

    What begins with *ng-* or *ny-* is such a verb if the dictionaries, which
    ``is_word`` knows, have it with *me-*; with *m-* and *n-* begin too many other words,
    so ``bases`` are those of the verbs there, and of those in which *ny-* stands for c.
    ``known_fault`` says that another rule corrects the word. ``right`` are words of
    their own.
    """

    def __init__(
        self,
        about: About,
        bases: Iterable[str],
        right: frozenset[str],
        is_word: Callable[[str], bool],
        known_fault: Callable[[str], object],
    ) -> None:
        self.about = about
        self._listed: Mapping[str, str] = dict(_spoken(bases))
        self._right = right
        self._is_word = is_word
        self._known_fault = known_fault
        self._written = cache(self._look_up)

    @classmethod
    def load(
        cls, is_word: Callable[[str], bool], known_fault: Callable[[str], object]
    ) -> SpokenVerbs:
        """Read the bases and exceptions that ship with the program."""
        folder = resource("rules", "nonstandard")
        values = read_toml(folder / "spoken_verbs.toml")
        others = read_toml(folder / "short_forms.toml")["spoken_forms"]
        return cls(
            about(values["rule"], "spoken_verbs.toml"),
            values["bases"]["words"].split(),
            frozenset((*values["right"]["words"].split(), *others)),
            is_word,
            known_fault,
        )

    def may_mark(self, word: str) -> bool:
        """Say whether the rule may find something on account of a word in lower case."""
        return word[0] in "mn" and bool(self._written(word))

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each spoken verb, with the written one."""
        for word in prose.words:
            if word.text[0] in "mn" and (written := self._written(word.text)):
                yield Match(word.start, word.end, (written,))

    def _look_up(self, word: str) -> str:
        """Return a spoken verb as it is written; nothing if it is none."""
        if not _SHORTEST <= len(word) <= _LONGEST or not word.islower() or not word.isalpha():
            return ""
        if word in self._right or self._is_word(word) or self._known_fault(word):
            return ""
        bases = {parts.base for parts in take_apart(word) if parts.tail}
        if not bases.isdisjoint(self._right) or any(map(self._is_word, bases)):
            return ""
        forms = _with_a(word)
        if listed := next((self._listed[form] for form in forms if form in self._listed), ""):
            return listed
        if not word.startswith(_NASALS):
            return ""
        return next((f"me{form}" for form in forms if self._is_verb(f"me{form}")), "")

    def _is_verb(self, word: str) -> bool:
        """Say whether a word is made from one of a dictionary with *me-*, and is one itself."""
        return self._is_word(word) and any(
            parts.prefix == "me" and len(parts.base) > 2 and self._is_word(parts.base)
            for parts in take_apart(word)
        )


class SpokenSuffix:
    """Finds verbs with *-in* for *-kan* or *-i*, in small letters: *dimanfaatin*.

    They are no words, but would be with *-kan* or *-i*. What is ``quoted`` is another
    rule's matter than what is not, for there it may stand.
    """

    def __init__(
        self,
        about: About,
        is_word: Callable[[str], bool],
        known_fault: Callable[[str], object],
        *,
        quoted: bool,
    ) -> None:
        self.about = about
        self._is_word = is_word
        self._known_fault = known_fault
        self._quoted = quoted
        self._written = cache(self._look_up)

    @classmethod
    def load(
        cls, is_word: Callable[[str], bool], known_fault: Callable[[str], object]
    ) -> tuple[SpokenSuffix, SpokenSuffix]:
        """Return the rule for what is not quoted and the one for what is."""
        values = read_toml(resource("rules", "nonstandard") / "spoken_verbs.toml")
        plain, quoted = (
            cls(about(values[key], "spoken_verbs.toml"), is_word, known_fault, quoted=is_quoted)
            for key, is_quoted in (("suffix", False), ("quoted_suffix", True))
        )
        return plain, quoted

    def may_mark(self, word: str) -> bool:
        """Say whether the rule may find something on account of a word in lower case."""
        return word.endswith("in") and bool(self._written(word))

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each spoken verb, with the written ones."""
        for word in prose.words:
            if not word.text.endswith("in") or not (written := self._written(word.text)):
                continue
            if prose.is_quoted(word.start, word.end) == self._quoted:
                yield Match(word.start, word.end, written)

    def _look_up(self, word: str) -> tuple[str, ...]:
        """Return what a spoken verb may be when it is written; nothing if it is none."""
        stem = word.removesuffix("in")
        base = stem.removeprefix("di")
        if len(base) < _SHORTEST_BASE or len(word) > _LONGEST:
            return ()
        if not word.islower() or not word.isalpha() or not self._is_word(base):
            return ()
        if self._is_word(word) or self._known_fault(word):
            return ()
        # What is done to somebody again and again has -i: dipukuli.
        suffixes = ("i", "kan") if base in _AGAIN else ("kan", "i")
        if not self._is_word(stem + suffixes[0]):
            return ()
        return tuple(stem + suffix for suffix in suffixes if self._is_word(stem + suffix))


def _spoken(bases: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the spoken form of each base with its written one.

    >>> dict(_spoken(["cari", "pinjam"]))
    {'nyari': 'mencari', 'minjam': 'meminjam'}
    """
    for base in bases:
        written = prefixed("me", base)
        yield (f"ny{base[1:]}" if base[0] == "c" else written.removeprefix("me")), written


def _with_a(word: str) -> tuple[str, ...]:
    """Return a word, and what it is with the a that is spoken as e: *minjem, minjam*."""
    if word[-2:-1] == "e" and word[-1] in _ENDS:
        return word, f"{word[:-2]}a{word[-1]}"
    return (word,)
