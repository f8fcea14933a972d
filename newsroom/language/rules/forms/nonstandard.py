"""Forms that the KBBI refers to another form: *aktifitas, analisa, praktek*."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from newsroom.language.affixes import Parts, take_apart
from newsroom.language.prose import Prose
from newsroom.language.rules.forms.final_k import FinalK
from newsroom.language.rules.forms.melting import Melting, unmelted
from newsroom.language.rules.forms.prepositions import joined_forms
from newsroom.language.rules.forms.spoken_verbs import SpokenSuffix, SpokenVerbs
from newsroom.language.rules.kinds import like
from newsroom.language.rules.naming import Capitals
from newsroom.language.rules.rule import About, Match, Rule
from newsroom.language.rules.tables import about, read_toml
from newsroom.language.tokens import plain
from newsroom.resources import resource

_SHORTEST = 4  # shorter bases take clitics only: "keruh" is not made from "ruh"
_FOR_LOANS = ("me", "di", "pe", "ter")
_MELTING = "ptks"
_OF_VERBS = ("ir", "kan")  # diorganisir is no place
_GRAM = 3
_LONGEST = 60  # a doubled word with all that can be attached is shorter
_SETTING_APART = ("“", '"', "'", "‘", "(", "-", "/")


@dataclass(frozen=True, slots=True)
class Pairs:
    """Nonstandard words with the standard ones; all keys in lower case.

    ``words`` hold everywhere; ``foreign`` are English words as well, and hold only
    in Indonesian company; ``affixed`` maps a base to the standard one and to the
    prefixes behind which alone it is faulty. The rest says what a capital means:
    words in ``never`` are wrong in names too, those in ``always`` are names, those in
    ``kinds`` begin names. ``months`` are given names, save behind one of ``dated``.
    ``right`` are derived words that are standard after all.
    """

    words: Mapping[str, str]
    foreign: Mapping[str, str] = field(default_factory=dict)
    affixed: Mapping[str, tuple[str, frozenset[str]]] = field(default_factory=dict)
    never: frozenset[str] = frozenset()
    always: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()
    dated: frozenset[str] = frozenset()
    right: frozenset[str] = frozenset()

    def base(self, parts: Parts) -> str:
        """Return the standard form of the base of a word taken apart; nothing if it is one.

        Names and very short words take clitics only, English words no rare prefixes:
        "trendi" and "Sevilla" are not made from "trend" and "villa".
        """
        base, prefix = parts.base, parts.prefix
        if standard := self.words.get(base):
            if standard[0].isupper() or len(base) < _SHORTEST:
                return "" if prefix or parts.suffix else standard
            return standard
        if base in self.foreign:
            if prefix in _FOR_LOANS or not (prefix or parts.suffix):
                return self.foreign[base]
        elif base in self.affixed:
            standard, prefixes = self.affixed[base]
            return standard if prefix in prefixes else ""
        return ""


class Nonstandard:
    """Finds nonstandard words, and by the rules of formation all that is made from them.

    ``is_word`` says whether a word stands in the dictionaries: what may have been
    made from another word is left alone.
    """

    def __init__(self, about: About, pairs: Pairs, is_word: Callable[[str], bool]) -> None:
        self.about = about
        self._pairs = pairs
        self._is_word = is_word
        self._apart = joined_forms()
        self._cores = _Cores((*pairs.words, *pairs.foreign, *pairs.affixed))
        self.standard = cache(self._look_up)

    @classmethod
    def load(cls, is_word: Callable[[str], bool]) -> Nonstandard:
        """Read the pairs that ship with the program."""
        path = resource("rules", "nonstandard", "pairs.toml")
        values = read_toml(path)
        names, months = values["names"], values["months"]
        pairs = Pairs(
            words=values["pairs"],
            foreign=values["foreign"],
            affixed={
                entry["base"]: (entry["standard"], frozenset(entry["prefixes"]))
                for entry in values["affixed"]
            },
            never=frozenset(names["never"]),
            always=frozenset(names["always"]),
            kinds=frozenset(names["kinds"]),
            months=frozenset(months["words"]),
            dated=frozenset(months["after"]),
            right=frozenset(values["derived"]["right"]),
        )
        return cls(about(values["rule"], path.name), pairs, is_word)

    def may_mark(self, word: str) -> bool:
        """Say whether the rule may find something on account of a word in lower case."""
        return bool(self.standard(word))

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each nonstandard word, with the standard one."""
        capitals = Capitals(prose)
        for index, lowered in enumerate(prose.lowered):
            standard = self.standard(lowered)
            if not standard or self._is_name(prose, capitals, index):
                continue
            word = prose.words[index]
            if plain(lowered) in self._pairs.foreign and not self._is_loan(prose, capitals, index):
                continue
            yield Match(word.start, word.end, (like(word.text, standard),))

    def _is_name(self, prose: Prose, capitals: Capitals, index: int) -> bool:
        text = prose.words[index].text
        lowered = plain(prose.lowered[index])
        if text.islower() or lowered in self._pairs.never:
            return False
        if lowered in self._pairs.months:
            return capitals.before(index) not in self._pairs.dated
        if lowered in self._pairs.always or capitals.mark_name(index):
            return True
        return lowered in self._pairs.kinds and capitals.after(index)[:1].isupper()

    def _is_loan(self, prose: Prose, capitals: Capitals, index: int) -> bool:
        """Say whether an English word stands in an Indonesian phrase, and not set apart."""
        word, behind = prose.words[index], capitals.after(index)
        if not word.text.islower() and (not behind or not behind.islower()):
            return False
        if prose.text[word.start - 1 : word.start] in _SETTING_APART:
            return False
        if prose.markdown[prose.place(word.start, word.end)[0] - 1] in "*_":
            return False
        beside = [plain(near) for near in (capitals.before(index), behind.lower()) if near]
        return bool(beside) and all(
            self._is_word(near) and near not in self._pairs.foreign for near in beside
        )

    def _look_up(self, word: str) -> str:
        """Return the standard form of a word in lower case; nothing if it is one."""
        word = plain(word)
        if len(word) > _LONGEST:
            return ""
        if standard := self._pairs.words.get(word) or self._pairs.foreign.get(word):
            return standard
        if "-" in word:
            return self._doubled(word)
        if not self._cores.in_word(word):
            return ""
        made = [*take_apart(word), *unmelted(word)]
        fixes = [(parts, better) for parts in made if (better := self._pairs.base(parts))]
        if not fixes or any(parts.base in self._pairs.right for parts in made):
            return ""
        parts, better = max(fixes, key=lambda fix: len(fix[0].base))
        if any(self._may_be_from(other, word, len(parts.base)) for other in made):
            return ""
        joined = parts.join(better)
        if word.endswith(_OF_VERBS):
            return joined
        return self._apart.get(joined, joined)  # dimesjid is di masjid, not dimasjid

    def _may_be_from(self, parts: Parts, word: str, length: int) -> bool:
        """Say whether a word may have been made from one that is right, and no shorter."""
        if parts.base == word or len(parts.base) < length or self._pairs.base(parts):
            return False
        return parts.join() == word and self._is_word(parts.base) and not self.standard(parts.base)

    def _doubled(self, word: str) -> str:
        first, *others = word.split("-")
        fixed = [self.standard(first) or first]
        for other in others:
            better = self.standard(other)
            if not better and fixed[0] != first:
                better = self._echo(first, other)
            fixed.append(better or other)
        return "-".join(fixed) if fixed != [first, *others] else ""

    def _echo(self, first: str, other: str) -> str:
        """Return the second half of *dirubah-rubah* on the base that was put into the first."""
        for parts in take_apart(first):
            better = self._pairs.base(parts)
            if better and parts.base in self._pairs.affixed and other.startswith(parts.base):
                return better + other.removeprefix(parts.base)
        return ""


class _Cores:
    """Tells quickly of most words that they can't be made from any of some bases."""

    def __init__(self, bases: Iterable[str]) -> None:
        found: dict[str, list[str]] = {}
        for base in bases:
            core = base[base[0] in _MELTING :]  # a first letter that melts can't be seen
            found.setdefault(core[:_GRAM], []).append(core)
        self._by_gram = {gram: tuple(cores) for gram, cores in found.items()}

    def in_word(self, word: str) -> bool:
        """Say whether a word holds a base, but perhaps for its first letter."""
        for at in range(len(word)):
            cores = self._by_gram.get(word[at : at + _GRAM])
            if cores and word.startswith(cores, at):
                return True
        return False


def rules(is_word: Callable[[str], bool]) -> list[Rule]:
    """Return the rules of this module, and those that ask it for the standard form."""
    nonstandard = Nonstandard.load(is_word)
    melting = Melting.load(is_word, nonstandard.standard)
    final_k = FinalK.load(is_word, nonstandard.standard)
    spoken = SpokenVerbs.load(is_word, nonstandard.standard)
    suffixes = SpokenSuffix.load(is_word, nonstandard.standard)
    return [nonstandard, melting, final_k, spoken, *suffixes]
