"""Conjunctions that go with another: *meskipun …, tetapi*; *bukan …, tetapi*."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from newsroom.language.prose import Prose
from newsroom.language.rules.rule import About, Match, Rule
from newsroom.language.rules.tables import about
from newsroom.language.rules.word_lists import read_list

_LONGEST = 15  # words of a clause that is looked through
_ASIDE = 4  # "Meski kecil, tetapi kuat, alat itu …": words of what is but put in
_IN_CLAUSE = frozenset(" \u00a0\u202f0123456789.%")
_CLAUSE_HEADS = ("me", "ber", "ter", "di")
_MOST_NAMED = 5  # words of a noun that is put against another


class SecondConjunction:
    """Finds the second of two conjunctions that join the same two clauses.

    ``seconds`` are those that are one too many, by the conjunction that opens the
    sentence, or what follows *bahwa*.
    """

    def __init__(self, about: About, seconds: Mapping[str, frozenset[str]]) -> None:
        self.about = about
        self._seconds = seconds
        self._all = frozenset().union(*seconds.values())

    def may_mark(self, word: str) -> bool:
        """Say whether the rule may find something on account of a word in lower case."""
        return word in self._all

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each second conjunction with its comma, to be left out."""
        for index, second in enumerate(prose.lowered):
            if second not in self._all or (comma := _comma_before(prose, index)) < 0:
                continue
            first = next(filter(self._opens(prose), reversed(_clause_before(prose, index))), None)
            if first is None or second not in self._seconds[prose.lowered[first]]:
                continue
            if not _is_aside(prose, index):
                yield Match(comma, prose.words[index].end, (",",))

    def _opens(self, prose: Prose) -> Callable[[int], bool]:
        """Return what says of a word whether it is a conjunction that a sentence opens with."""
        words, lowered = prose.words, prose.lowered
        return lambda at: (
            lowered[at] in self._seconds
            and (words[at].opens or (at > 0 and lowered[at - 1] == "bahwa"))
        )


class Contrast:
    """Finds *tetapi* where *bukan* asks for *melainkan*, and the other way round.

    ``full`` are words that make what follows a clause, in which *tetapi* is right after
    all: *ia bukan dokter, tetapi ia mengerti obat*; ``more`` are those behind *bukan*
    that say that both hold: *bukan hanya*.
    """

    def __init__(self, about: About, full: frozenset[str], more: frozenset[str]) -> None:
        self.about = about
        self._full = full
        self._more = more

    def may_mark(self, word: str) -> bool:
        """Say whether the rule may find something on account of a word in lower case."""
        return word in _OTHER

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each conjunction that does not go with the negation before it."""
        for index, second in enumerate(prose.lowered):
            wanted = _OTHER.get(second)
            if not wanted or _comma_before(prose, index) < 0:
                continue
            clause = _clause_before(prose, index)
            negation = next((at for at in reversed(clause) if prose.lowered[at] in _NEGATIONS), -1)
            if negation < 0 or _NEGATIONS[prose.lowered[negation]] != wanted:
                continue
            if wanted == "tetapi" or self._is_noun_against_noun(prose, negation, index):
                word = prose.words[index]
                yield Match(word.start, word.end, (wanted,))

    def _is_noun_against_noun(self, prose: Prose, negation: int, index: int) -> bool:
        if prose.lowered[negation + 1] in self._more:
            return False
        named = _until_mark(prose, index + 1)
        return 0 < len(named) <= _MOST_NAMED and not any(
            word in self._full or word.startswith(_CLAUSE_HEADS) for word in named
        )


_OTHER = {"melainkan": "tetapi", "tetapi": "melainkan"}
_NEGATIONS = {"tidak": "tetapi", "tak": "tetapi", "bukan": "melainkan"}


def _comma_before(prose: Prose, index: int) -> int:
    """Return where the comma before a word stands, if nothing else parts it from the clause."""
    if not index:
        return -1
    start = prose.words[index - 1].end
    gap = prose.text[start : prose.words[index].start].rstrip()
    return start + len(gap) - 1 if gap[-1:] == "," and _IN_CLAUSE.issuperset(gap[:-1]) else -1


def _is_whole(prose: Prose, index: int) -> bool:
    """Say whether a word and the one after it stand in the same clause; figures may part them."""
    gap = prose.text[prose.words[index].end : prose.words[index + 1].start]
    return _IN_CLAUSE.issuperset(gap) and ". " not in gap


def _clause_before(prose: Prose, index: int) -> range:
    """Return the numbers of the words before a conjunction, back to the mark before them."""
    first = index - 1
    while first and index - first < _LONGEST and _is_whole(prose, first - 1):
        if prose.words[first].opens:
            break
        first -= 1
    return range(first, index)


def _until_mark(prose: Prose, first: int) -> list[str]:
    """Return the words from one on up to the next mark, one more than matter at most."""
    found: list[str] = []
    for index in range(first, min(first + _MOST_NAMED + 1, len(prose.words))):
        found.append(prose.lowered[index])
        if index + 1 == len(prose.words) or not _is_whole(prose, index):
            break
    return found


def _is_aside(prose: Prose, index: int) -> bool:
    """Say whether a comma follows soon, so that the conjunction only opens an aside."""
    last = index + min(_ASIDE, len(_until_mark(prose, index + 1)))
    return prose.text[prose.words[last].end : prose.words[last].end + 1] == ","


def rules() -> list[Rule]:
    """Return the rules of this module. Raises RuleError for a faulty list."""
    values = read_list("paired_conjunctions")
    lists = {name: frozenset(words.split()) for name, words in values["words"].items()}
    contrasting = dict.fromkeys(lists["conceding"], lists["contrasting"])
    causal = dict.fromkeys(lists["causal"], lists["resulting"])
    conditional = dict.fromkeys(lists["conditional"] | lists["causal"], frozenset(("maka",)))
    name = "paired_conjunctions.toml"
    return [
        SecondConjunction(about(values["double"], name), contrasting | causal),
        SecondConjunction(about(values["conditional"], name), conditional),
        Contrast(about(values["contrast"], name), lists["full"], lists["more"]),
    ]
