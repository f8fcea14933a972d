"""*Pun*, *lah*, *kah*, *tah*, *ku*, *mu* and *nya*: apart or joined (EYD V, II.E and II.H)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from newsroom.language.prose import Prose
from newsroom.language.rules.rule import About, Match, Rule
from newsroom.language.rules.tables import about
from newsroom.language.rules.word_lists import read_list
from newsroom.language.rules.words import touches


class JoinedPun:
    """Finds *pun* written together with the word that it adds to: *merekapun, apapun*.

    ``rightly`` are words that end in it rightly, ``stems`` words it is parted from
    without asking whether they are words.
    """

    def __init__(
        self,
        about: About,
        rightly: frozenset[str],
        stems: frozenset[str],
        is_word: Callable[[str], bool],
    ) -> None:
        self.about = about
        self._rightly = rightly
        self._stems = stems
        self._is_word = is_word
        self._is_wrong = cache(self._look_up)

    @classmethod
    def load(cls, is_word: Callable[[str], bool]) -> JoinedPun:
        """Read the words that ship with the program."""
        values = read_list("particle_pun")
        rightly = frozenset(values["joined"]["words"].split())
        stems = frozenset(values["stems"]["words"].split())
        return cls(about(values["rule"], "particle_pun.toml"), rightly, stems, is_word)

    def may_mark(self, word: str) -> bool:
        """Say whether the rule may find something on account of a word in lower case."""
        return word.endswith("pun") and len(word) > 4 and self._is_wrong(word)

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each word with *pun*, parted from it."""
        for word, lowered in zip(prose.words, prose.lowered, strict=True):
            if self.may_mark(lowered):
                stem = word.text[:-3].removesuffix("-")
                yield Match(word.start, word.end, (f"{stem} {word.text[-3:]}",))

    def _look_up(self, word: str) -> bool:
        stem = word[:-3].removesuffix("-")
        if stem + "pun" in self._rightly or word.endswith(("himpun", "rumpun")):
            return False
        last = stem.rpartition("-")[2]
        return stem in self._stems or (len(last) >= 3 and self._is_word(last))


class ApartParticle:
    """Finds *lah, kah, tah, ku, mu* and *nya* written apart from their word.

    *Ku* before a verb belongs to it: *ku tulis* is *kutulis*.
    """

    def __init__(
        self,
        about: About,
        before_mu: frozenset[str],
        before_tah: frozenset[str],
        verbs: frozenset[str],
        is_word: Callable[[str], bool],
    ) -> None:
        self.about = about
        self._before_mu = before_mu
        self._before_tah = before_tah
        self._verbs = verbs
        self._is_word = cache(is_word)

    @classmethod
    def load(cls, is_word: Callable[[str], bool]) -> ApartParticle:
        """Read the words that ship with the program."""
        values = read_list("particle_apart")
        lists = values["not"]
        return cls(
            about(values["rule"], "particle_apart.toml"),
            frozenset(lists["before_mu"].split()),
            frozenset(lists["tah"].split()),
            frozenset(lists["verbs"].split()),
            is_word,
        )

    def may_mark(self, word: str) -> bool:
        """Say whether the rule may find something on account of a word in lower case."""
        return word in _PARTICLES or word.endswith(_HYPHENED)

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each particle that stands apart, joined."""
        words, upto = prose.words, 0
        for index, lowered in enumerate(prose.lowered):
            if index < upto:
                continue
            if lowered in _PARTICLES:
                match self._belongs(prose, index):
                    case -1:
                        first, second = words[index - 1], words[index]
                    case 1:
                        first, second, upto = words[index], words[index + 1], index + 2
                    case _:
                        continue
                yield Match(first.start, second.end, (first.text + second.text,))
            elif lowered.endswith(_HYPHENED):
                word = words[index]
                host, _, particle = word.text.rpartition("-")
                name = not word.text.islower() and not (word.opens and word.text[1:].islower())
                if host.isalpha() and not name and self._is_word(host.lower()):
                    yield Match(word.start, word.end, (host + particle,))

    def _belongs(self, prose: Prose, index: int) -> int:
        """Return -1 if a particle belongs to the word before it, 1 to the next, or 0."""
        particle = prose.words[index].text
        after = prose.text[prose.words[index].end : prose.words[index].end + 1]
        if not particle.islower() or after == "-":
            return 0
        if particle == "ku" and index + 1 < len(prose.words) and touches(prose, index):
            follows = prose.words[index + 1].text
            if follows in self._verbs:
                return 1
        if index == 0 or not touches(prose, index - 1):
            return 0
        before = prose.words[index - 1].text
        lowered = prose.lowered[index - 1]
        if particle == "mu" and lowered in self._before_mu:
            return 0
        if particle == "tah" and lowered not in self._before_tah:
            return 0
        opens = prose.words[index - 1].opens
        name = not before.islower() and not (opens and before[1:].islower())
        if name or (not before.isalpha() and "-" not in before) or lowered in _NO_HOSTS:
            return 0
        if particle == "nya":
            return -1
        host = self._is_word(lowered.rpartition("-")[2]) and len(before) >= 3
        return -1 if host or self._is_word(lowered + particle) else 0


_PARTICLES = frozenset(("lah", "kah", "tah", "ku", "mu", "nya"))
_HYPHENED = ("-lah", "-kah", "-nya", "-ku", "-mu")
# What no clitic can follow, so that one that seems to is a slip of another kind.
_NO_HOSTS = frozenset(("yang", "dan", "atau", "di", "ke", "untuk", "dalam", "serta"))


def rules(is_word: Callable[[str], bool]) -> list[Rule]:
    """Return the rules of this module. Raises RuleError for a faulty list."""
    return [JoinedPun.load(is_word), ApartParticle.load(is_word)]
