"""One name spelt two ways in a story: *Endrawati* and *Endarwati*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from newsroom.language.prose import Prose
from newsroom.language.rules.rule import About, Match, StoryRule
from newsroom.language.rules.said import said

_SHORTEST = 5
# A dictionary's word that a long, unknown one comes near is a word in a name: Kabupaten, Kabupaen.
_LONG = 7
_MOST_NAMES = 3_000  # of a story; far more is no story but a list
# Letters that are heard alike, so that a name is often written with either.
_ALIKE = frozenset(
    frozenset(pair)
    for pair in [
        "ei",
        "ea",
        "ou",
        "iy",
        "fv",
        "fp",
        "vp",
        "dt",
        "sz",
        "kq",
        "nm",
        "jy",
        "gk",
        "bp",
        "kc",
        "cs",
        "kh",
        "xs",
        "dh",
        "th",
        "uw",
        "oa",
        "ai",
    ]
)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a name stands: its sentence, counted over the paragraph, and the names beside it."""

    word: str
    start: int
    end: int
    sentence: int
    beside: frozenset[str]


class NameTwins:
    """Names that differ by one slip of the pen, where both can hardly be meant.

    ``is_word`` says whether a word in lower case stands in the dictionaries, and
    ``is_name`` whether a word with its capital is a name they know. Two known names
    are two people or two places (Serang, Sarang), and so are twins that have other
    names beside them or stand in one sentence.
    """

    def __init__(
        self, about: About, is_word: Callable[[str], bool], is_name: Callable[[str], bool]
    ) -> None:
        self.about = about
        self._is_word = is_word
        self._is_name = is_name

    def note(self, prose: Prose) -> object:
        """Return the places of the names in a paragraph; None if there are none."""
        return tuple(_places(prose)) or None

    def find(self, notes: Sequence[object]) -> Iterator[tuple[int, Match]]:
        """Yield the rarer spelling wherever it stands, with the other one."""
        places: dict[str, list[tuple[int, _Place]]] = defaultdict(list)
        for index, note in enumerate(notes):
            if isinstance(note, tuple):
                for place in note:
                    places[place.word].append((index, place))
        if len(places) > _MOST_NAMES:
            return
        marked: set[str] = set()
        for one, other in _near(places):
            if not self._is_slip(places[one], places[other]):
                continue
            rare, usual = self._ordered(places, one, other)
            if rare in marked or usual in marked:
                continue
            marked.add(rare)
            for index, place in places[rare]:
                message = (
                    f"“{rare}” di sini, “{usual}” di tempat lain dalam naskah ini; "
                    "pastikan ejaan nama itu."
                )
                yield index, Match(place.start, place.end, (usual,), message)

    def _is_slip(
        self, ones: Sequence[tuple[int, _Place]], others: Sequence[tuple[int, _Place]]
    ) -> bool:
        one, other = ones[0][1].word, others[0][1].word
        doubt = [self._is_doubtful(name) for name in (one, other)]
        if not any(doubt):
            return False
        for name, is_doubtful, count in zip(
            (one, other), doubt, (len(ones), len(others)), strict=True
        ):
            if not is_doubtful and self._is_word(name.lower()) and (count < 2 or len(name) < _LONG):
                return False
        if not _is_likely_slip(one, other, len(ones) + len(others)):
            return False
        here = {(index, place.sentence) for index, place in ones}
        if any((index, place.sentence) in here for index, place in others):
            return False
        beside = [
            {name for _, place in group for name in place.beside if not self._is_word(name)}
            for group in (ones, others)
        ]
        return not (beside[0] and beside[1]) or bool(beside[0] & beside[1])

    def _is_doubtful(self, name: str) -> bool:
        return not self._is_name(name) and not self._is_word(name.lower())

    def _ordered(
        self, places: dict[str, list[tuple[int, _Place]]], one: str, other: str
    ) -> tuple[str, str]:
        """Return the spelling to doubt, then the other: unknown, rarer or later."""

        def doubt(name: str) -> tuple[bool, int, tuple[int, int]]:
            index, first = places[name][0]
            return self._is_doubtful(name), -len(places[name]), (index, first.start)

        usual, rare = sorted((one, other), key=doubt)
        return rare, usual


def story_rules(is_word: Callable[[str], bool], is_name: Callable[[str], bool]) -> list[StoryRule]:
    """Return the rules of this module."""
    return [NameTwins(said("fact")["fact.name"], is_word, is_name)]


def _places(prose: Prose) -> Iterator[_Place]:
    words, text, sentences = prose.words, prose.text, prose.sentences
    sentence = 0
    for index, word in enumerate(words):
        # Small letters come after the large ones; most words end here.
        if word.text[0] > "Z" or word.opens or not _is_name_like(word.text):
            continue
        while sentence + 1 < len(sentences) and sentences[sentence][1] <= word.start:
            sentence += 1
        beside = set()
        for at in (index - 1, index + 1):
            if 0 <= at < len(words) and words[at].text[:1].isupper():
                first, second = sorted((word, words[at]), key=lambda one: one.start)
                if text[first.end : second.start] == " " and not words[at].text.isupper():
                    beside.add(words[at].text.lower())
        yield _Place(word.text, word.start, word.end, sentence, frozenset(beside))


def _is_name_like(word: str) -> bool:
    return len(word) >= _SHORTEST and word.isalpha() and word[0].isupper() and word[1:].islower()


def _near(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs of names with one first letter that may differ by one slip."""
    by_first: dict[str, list[str]] = defaultdict(list)
    for name in names:
        for other in by_first[name[0]]:
            if abs(len(name) - len(other)) < 2 and _differ_little(name, other):
                yield other, name
        by_first[name[0]].append(name)


def _differ_little(one: str, other: str) -> bool:
    """Say whether all but two letters, side by side, are the same at either end."""
    start = 0
    for first, second in zip(one, other, strict=False):
        if first != second:
            break
        start += 1
    tail = max(len(one), len(other)) - start - 2
    return tail <= 0 or one[-tail:] == other[-tail:]


def _is_likely_slip(one: str, other: str, count: int) -> bool:
    """Say whether two near names are one, rather than Suryadi and Suryani or Islam and Islami.

    >>> _is_likely_slip("Endrawati", "Endarwati", 2), _is_likely_slip("Suryadi", "Suryani", 9)
    (True, False)
    """
    short, long = sorted((one, other), key=len)
    if len(short) < len(long):
        # An ending makes another word of it; at the end a letter more is most often one.
        return not long.startswith(short) and _is_one_more(short, long)
    places = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(places) == 2:
        first, second = places
        return second == first + 1 and one[first] == other[second] and one[second] == other[first]
    if len(places) != 1 or places[0] >= len(one) - 2 or len(one) <= _SHORTEST:
        return False
    pair = frozenset((one[places[0]].lower(), other[places[0]].lower()))
    return pair in _ALIKE or count >= 3


def _is_one_more(short: str, long: str) -> bool:
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
