"""One name spelt two ways in a story, and names that are nearly those known elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from newsroom.language.known_names import KnownNames
from newsroom.language.name_slips import NearNames, Slip
from newsroom.language.prose import Prose
from newsroom.language.rules.names.listed import ListedNames
from newsroom.language.rules.rule import About, Match, StoryRule
from newsroom.language.rules.said import said

_SHORTEST = 4
# A dictionary's word that a long, unknown one comes near is a word in a name: Kabupaten, Kabupaen.
_LONG = 7
_OFTEN = 3  # who writes a name so often means it
_ASK = "pastikan ejaan nama itu."
# The fewest letters of names of one person or place, which have another name in common.
_LEAST = {
    Slip.SWAPPED: 4,
    Slip.DOUBLED: 4,
    Slip.SILENT: 4,
    Slip.DROPPED: 5,
    Slip.ALIKE: 5,
    Slip.ALIKE_LATE: 5,
    Slip.ALIKE_LAST: 4,
    Slip.OTHER: 7,
}
# Before the name of somebody whom the reader knows already.
_SPEAKING = frozenset(("menurut", "kata", "ujar", "tutur", "ucap", "imbuh", "tandas", "ungkap"))
# Given names of so many that the name behind them may well be another's.
_COMMON = frozenset((
    "Muhammad", "Muhamad", "Mohammad", "Mohamad", "Moh", "Moch", "Ahmad", "Achmad", "Akhmad",
    "Abdul", "Siti", "Sri", "Nur", "Dewi", "Putri", "Putra", "Andi", "Raden", "Haji", "Kiai",
))  # fmt: skip
_FULL = 5  # letters of a name behind the same given name, of which each may be a known one
_CUT = 6  # … of one that lacks two letters of the other
_MOST_NAMES = 3_000  # of a story; far more is no story but a list
_MANY_NAMES = 200  # among more, two are near each other by chance
_BY_CHANCE = frozenset((Slip.DROPPED, Slip.SILENT, Slip.ALIKE, Slip.ALIKE_LATE, Slip.OTHER))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a name stands, with its sentence, counted over the paragraph, and what is beside it.

    ``before`` is the word before it in lower case; ``left`` and ``right`` are the words
    with a capital, all that are not acronyms. Nothing, if more than a blank is between.
    """

    word: str
    start: int
    end: int
    sentence: int
    opens: bool
    before: str
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class _Name:
    """A spelling with the places of a story where it stands, each with its paragraph.

    ``left`` and ``right`` are the names that stand beside it somewhere.
    """

    word: str
    places: Sequence[tuple[int, _Place]]
    is_doubtful: bool
    left: frozenset[str]
    right: frozenset[str]

    @property
    def count(self) -> int:
        return len(self.places)

    @property
    def is_alone(self) -> bool:
        return not self.left and not self.right

    def meets(self, other: _Name) -> bool:
        """Say whether the two stand in one sentence somewhere: then both are meant."""
        here = {(index, place.sentence) for index, place in self.places}
        return any((index, place.sentence) in here for index, place in other.places)

    def follows(self, given: str) -> bool:
        """Say whether the same name stands before it wherever it is."""
        return all(place.left == given for _, place in self.places)

    def order(self) -> tuple[bool, int, tuple[int, int]]:
        """Return what the right spelling has least of: known, more frequent, earlier."""
        index, first = self.places[0]
        return self.is_doubtful, -self.count, (index, first.start)


class Names:
    """Names that differ by one slip of the pen, where both can hardly be meant.

    ``is_word`` says whether a word in lower case stands in the dictionaries, and
    ``is_name`` whether a word with its capital is a name they know. Two known names
    are two people or two places (Serang, Sarang), and so are twins that have other
    names beside them or stand in one sentence. An unknown name without a twin is held
    against those of the lists and of the archive.
    """

    def __init__(
        self,
        about: About,
        is_word: Callable[[str], bool],
        is_name: Callable[[str], bool],
        listed: ListedNames,
        known: KnownNames,
    ) -> None:
        self.about = about
        self._is_word = is_word
        self._is_name = is_name
        self._listed = listed
        self._known = known

    def note(self, prose: Prose) -> object:
        """Return the places of the names in a paragraph; None if there are none."""
        return tuple(_places(prose)) or None

    def find(self, notes: Sequence[object]) -> Iterator[tuple[int, Match]]:
        """Yield a spelling in doubt wherever it stands, with the one that is likely meant."""
        names = self._names(notes)
        if len(names) > _MOST_NAMES:
            return
        twins = self._twins(names)
        for name in names.values():
            if twin := twins.get(name.word):
                message = f"“{name.word}” di sini, “{twin}” di tempat lain dalam naskah ini; {_ASK}"
            elif name.is_doubtful and name.word not in twins.values():
                twin, message = self._known_elsewhere(name)
            if twin:
                for index, place in name.places:
                    yield index, Match(place.start, place.end, (twin,), message)

    def _names(self, notes: Sequence[object]) -> Mapping[str, _Name]:
        """Return the names of a story; words of a dictionary that open a sentence are none."""
        places: defaultdict[str, list[tuple[int, _Place]]] = defaultdict(list)
        for index, note in enumerate(notes):
            if isinstance(note, tuple):
                for place in note:
                    places[place.word].append((index, place))
        names = {}
        for word, found in places.items():
            is_doubtful = not self._is_known(word)
            if is_doubtful or not all(place.opens for _, place in found):
                names[word] = _Name(
                    word,
                    found,
                    is_doubtful,
                    self._beside(place.left for _, place in found),
                    self._beside(place.right for _, place in found),
                )
        return names

    def _is_known(self, name: str) -> bool:
        return self._is_name(name) or self._is_word(name.lower())

    def _beside(self, names: Iterable[str]) -> frozenset[str]:
        """Return those of some words beside a name that are names too, not *Bupati* or *Warga*."""
        return frozenset(name for name in names if name and not self._is_word(name.lower()))

    def _twins(self, names: Mapping[str, _Name]) -> dict[str, str]:
        """Return the spellings in doubt, each with the right one."""
        near = NearNames()
        found: dict[str, str] = {}
        is_long = len(names) > _MANY_NAMES
        for word, name in names.items():
            for other_word, slip in near.near(word):
                pair = (name, names[other_word])
                if any(one.word in found for one in pair):
                    continue
                frequent, seldom = sorted(pair, key=_by_number)
                usual, rare = sorted(pair, key=_Name.order)
                if _is_namesake(frequent, seldom) and self._may_be_one(frequent, seldom):
                    found[seldom.word] = frequent.word
                elif self._is_one(usual, rare, slip, is_long=is_long):
                    found[rare.word] = usual.word
            near.add(word)
        return found | self._shortened(names, found)

    def _may_be_one(self, usual: _Name, rare: _Name) -> bool:
        """Say whether near names are not two known ones behind an office: Polres Serang, Sarang."""
        return rare.is_doubtful or any(map(self._is_name, usual.left & rare.left))

    def _shortened(self, names: Mapping[str, _Name], found: Mapping[str, str]) -> dict[str, str]:
        """Return names that lack two letters of one behind the same given name."""
        behind: defaultdict[str, list[_Name]] = defaultdict(list)
        for name in names.values():
            if len(name.word) >= _CUT and name.word not in found and len(name.left) == 1:
                behind[next(iter(name.left))].append(name)
        cut: dict[str, str] = {}
        for group in behind.values():
            for one, other in combinations(group, 2):
                short, long = sorted((one, other), key=lambda name: len(name.word))
                frequent, seldom = sorted((one, other), key=_by_number)
                lacks = _lacks_two(short.word, long.word)
                if lacks and seldom.is_doubtful and _is_namesake(frequent, seldom):
                    cut[seldom.word] = frequent.word
        return cut

    def _is_one(self, usual: _Name, rare: _Name, slip: Slip, *, is_long: bool) -> bool:
        """Say whether two near names of a story are one."""
        if not rare.is_doubtful or all(p.opens for name in (usual, rare) for _, p in name.places):
            return False
        is_same = bool(usual.left & rare.left or usual.right & rare.right)
        if not (is_same or usual.is_alone or rare.is_alone) or usual.meets(rare):
            return False
        shorter = min(len(usual.word), len(rare.word))
        if is_same:
            return shorter >= _LEAST[slip]
        if is_long and slip in _BY_CHANCE:
            return False
        if self._is_word(usual.word.lower()) and (usual.count < 2 or shorter < _LONG - 1):
            return False
        is_introduced = usual.is_alone != rare.is_alone
        often = usual.count + rare.count > 2
        match slip:
            case Slip.SWAPPED | Slip.DOUBLED:
                return shorter > _SHORTEST
            case Slip.SILENT | Slip.DROPPED:
                return shorter > _SHORTEST and (often or is_introduced or shorter > _LONG)
            case Slip.ALIKE:
                return shorter > _SHORTEST + 1
            case Slip.ALIKE_LATE | Slip.OTHER:
                if shorter <= _SHORTEST + 1 or rare.count != 1:
                    return False
                return often or (is_introduced and _speaks_later(usual, rare))
        return False

    def _known_elsewhere(self, name: _Name) -> tuple[str, str]:
        """Return a known name that one in doubt is likely a slip for, and what to say of it."""
        if self._known.holds(name.word):
            return "", ""
        is_rare = name.count < _OFTEN
        listed, archived = set(), set()
        for _, place in name.places:
            is_part = is_rare and bool(place.left or place.right)
            listed.update(self._listed.near(name.word, place.before, is_part=is_part))
            if is_rare:
                left, right = (self._name(word) for word in (place.left, place.right))
                archived.update(self._known.beside(name.word, left, right))
                alone = self._known.alone(name.word, left, right)
                archived.update(other for other in alone if not self._is_known(other))
        if len(listed) == 1:
            (twin,) = listed
            return twin, f"“{name.word}” tidak dikenal; mungkin maksudnya “{twin}”."
        if len(archived) == 1:
            (twin,) = archived
            return twin, f"“{name.word}” di sini, “{twin}” dalam naskah lain; {_ASK}"
        return "", ""

    def _name(self, word: str) -> str:
        return "" if self._is_word(word.lower()) else word


def story_rules(
    is_word: Callable[[str], bool], is_name: Callable[[str], bool], known: KnownNames
) -> list[StoryRule]:
    """Return the rules of this module. Raises RuleError."""
    return [Names(said("fact")["fact.name"], is_word, is_name, ListedNames.load(), known)]


def _by_number(name: _Name) -> tuple[int, bool, tuple[int, int]]:
    """Return what the right spelling of somebody's name has least of: it stands more often."""
    is_doubtful, fewer, first = name.order()
    return fewer, is_doubtful, first


def _is_namesake(usual: _Name, rare: _Name) -> bool:
    """Say whether two near names behind one given name are one person's, known or not."""
    given = usual.left & rare.left
    if not given or rare.count != 1 or min(len(usual.word), len(rare.word)) < _FULL:
        return False
    return (
        not given & _COMMON
        and all(rare.follows(name) for name in given)
        and not usual.meets(rare)
        and not all(place.opens for _, place in usual.places)
    )


def _lacks_two(short: str, long: str) -> bool:
    """Say whether a name is another without two letters inside: *Gunardi, Gunawardi*."""
    if len(long) != len(short) + 2:
        return False
    return any(long[:at] + long[at + 2 :] == short for at in range(2, len(short) - 1))


def _speaks_later(full: _Name, bare: _Name) -> bool:
    """Say whether a bare name is somebody's who speaks, after the name was given in full."""
    index, place = bare.places[0]
    first, given = full.places[0]
    return (
        bare.is_alone and place.before in _SPEAKING and (first, given.start) < (index, place.start)
    )


def _places(prose: Prose) -> Iterator[_Place]:
    words, sentences = prose.words, prose.sentences
    sentence = 0
    for index in prose.capitals:
        word = words[index]
        if not _is_name_like(word.text):
            continue
        while sentence + 1 < len(sentences) and sentences[sentence][1] <= word.start:
            sentence += 1
        before = words[index - 1] if _touch(prose, index - 1) else None
        after = words[index + 1] if _touch(prose, index) else None
        yield _Place(
            word.text,
            word.start,
            word.end,
            sentence,
            word.opens,
            prose.lowered[index - 1] if before else "",
            before.text if before and _is_beside(before.text) else "",
            after.text if after and _is_beside(after.text) else "",
        )


def _touch(prose: Prose, index: int) -> bool:
    """Say whether only a blank is between a word and the next, or the full stop of *Kab.*"""
    if not 0 <= index < len(prose.words) - 1:
        return False
    first, second = prose.words[index], prose.words[index + 1]
    gap = prose.text[first.end : second.start]
    return gap == " " or (gap == ". " and not second.opens)


def _is_beside(word: str) -> bool:
    return word[:1].isupper() and not word.isupper()


def _is_name_like(word: str) -> bool:
    return len(word) >= _SHORTEST and word.isalpha() and word[1:].islower()
