"""Which words there are, and what may have been meant by those there are not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from newsroom.language.affixes import prefixed, take_apart
from newsroom.language.foreign import Foreign
from newsroom.language.formation import Formation, StandardFormation
from newsroom.language.lexicon import Lexicon
from newsroom.language.neighbours import Neighbours
from newsroom.language.prose import Prose
from newsroom.language.slips import slip_cost
from newsroom.language.speller import Speller
from newsroom.language.suggest import Suggester
from newsroom.language.tokens import plain

# A foreign word that is so small a slip away from so common a word is that word mistyped.
_SLIP = 0.95
_COMMON = 4.3
_SEEN = 3.5  # what opens a sentence is more often a word than a foreign one is
# Longer than any word can be (the longest of the KBBI has 28 letters): it is none, and what
# was meant by it can't be told in any reasonable time.
_LONGEST = 60
_LONG_TITLE_WORD = 6  # in a headline names and words look alike
_LONG_DERIVED = 8
_DERIVING = ("me", "ber", "di", "ter", "pe", "ke")
_LONG_NAME = 5  # shorter names look like too many words: Dea, Roy, Iye
# What follows these is often a name, and its capital forgotten.
_BEFORE_NAMES = frozenset(
    ["bapak", "bu", "bupati", "camat", "danau", "desa", "gubernur", "gunung", "ibu", "kabupaten",
     "kampung", "kecamatan", "kelurahan", "kota", "lurah", "pak", "pasar", "provinsi", "pulau",
     "selat", "sungai", "teluk", "walikota"]
)  # fmt: skip
# Words with figures, and those of other scripts, are not for this checker to judge.
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f'\u0300-\u036f]+(?:-[A-Za-z\u00c0-\u024f']+)*")


class Vocabulary:
    """Hunspell's words, the project's lists, what is rightly formed, and the user's own.

    One vocabulary serves one thread, because its speller does. The user's words are
    right as they were added and with more capitals, not with fewer: ``Cibeber``
    makes ``CIBEBER`` right, but not ``cibeber``.
    """

    def __init__(self, speller: Speller | None, lexicon: Lexicon, known: Iterable[str]) -> None:
        self._holds: Callable[[str], bool] = cache(speller.knows) if speller else _holds_nothing
        self._lexicon = lexicon
        self._known = {plain(word) for word in known}
        self._neighbours = Neighbours(lexicon.zipf)
        self._formation = Formation(lexicon, self._neighbours, self._holds)
        self._standard = StandardFormation(lexicon, self._neighbours, self._holds)
        self._suggester = Suggester(lexicon, self._neighbours, self.is_word, self.is_standard)
        self._foreign = Foreign(lexicon, self._is_slip, self.is_word, self.is_standard)
        self._is_lower_right = cache(self._judge_lower)
        self._right: set[str] = set()

    def learn(self, word: str) -> None:
        """Take a word as right from now on."""
        self._known.add(plain(word))

    def forget(self, word: str) -> None:
        """Take a word that was learnt as any other again."""
        self._known.discard(plain(word))

    def is_word(self, word: str) -> bool:
        """Say whether a word in lower case is in a dictionary or rightly formed."""
        return self._formation.is_word(word)

    def is_standard(self, word: str) -> bool:
        """Say whether a word in lower case is a dictionary's, or rightly formed of such.

        What is merely in use is not: lists made from texts hold *dirumah* and *kerjasama* too.
        """
        return self._standard.is_word(word)

    def is_right(self, word: str) -> bool:
        """Judge a word as it stands: with a capital it may be a name, and is right."""
        word = plain(word)
        if len(word) < 2 or self.is_known(word):
            return True
        if any(not letter.islower() for letter in word if letter not in "-'"):
            return True
        return self._is_lower_right(word)

    def wrong(self, prose: Prose) -> Iterator[int]:
        """Yield each word of a text, by its number in it, that is none that there is.

        A capital inside a sentence makes it a name; one that opens a sentence is
        taken for a name too, unless it is a word mistyped. What is set in italics
        or in quotes with its neighbours may be foreign.
        """
        for at, word in enumerate(prose.words):
            if word.text in self._right:
                continue
            text = plain(word.text)
            if text.islower() and self._is_lower_right(text):
                self._right.add(word.text)  # most words of a text, and they come again
            elif self._is_wrong(at, text, prose):
                yield at

    def _is_wrong(self, at: int, text: str, prose: Prose) -> bool:
        word = prose.words[at]
        if word.start > prose.code:
            return False
        if len(text) == 1 or not _LATIN.fullmatch(text) or self.is_known(text):
            return False
        says_nothing = word.opens or prose.is_title
        telling = text[1:] if says_nothing else text
        if any(letter.isupper() for letter in telling):
            return False
        lowered = text[:1].lower() + text[1:]
        if self._is_lower_right(lowered):
            return False
        if lowered != text:
            if len(text) < _LONG_NAME or self.is_name(text):
                return False
            if not word.opens:
                return self._is_slip_in_title(lowered)
            if word.text in prose.names or _opens_name(at, prose):
                return False
            return self._is_slip(lowered, _SEEN)
        if at and (prose.lowered[at - 1], text) in self._lexicon.common_names:
            return False
        if prose.is_foreign(word) or self._foreign.is_among(at, prose):
            return False
        # A word or two in quotes are a title, or called so by somebody.
        return not prose.is_named(word) or self._is_slip(text, _SEEN)

    def is_slip_of_one(self, word: str, others: Iterable[str]) -> bool:
        """Say whether one small slip leads to a word from one of others: it was mistyped then.

        What is further from any word may be one that no list holds, and what is a word of
        another language may be meant.
        """
        if plain(word).lower() in self._lexicon.foreign:
            return False
        return any(slip_cost(plain(word).lower(), other.lower()) <= _SLIP for other in others)

    def suggest(self, word: str, limit: int) -> list[str]:
        """Return up to ``limit`` words that may have been meant, their capitals as typed."""
        word = plain(word)
        if len(word) > _LONGEST:
            return []
        lowered = word.lower()
        name = lowered[:1].upper() + lowered[1:]
        # Hunspell takes any two of its words with a hyphen between for one.
        is_name = name != word and "-" not in word and self.is_name(name)
        found = [name] if is_name else []
        first, dash, rest = lowered.partition("-")
        if dash and self.is_word(lowered.replace("-", "")):
            found.append(lowered.replace("-", ""))
        if dash and rest and not self.is_word(first):
            found += [
                f"{fixed}-{fixed if rest == first else rest}" for fixed in self._near_part(first)
            ]
        elif dash and rest:
            found += [f"{first}-{fixed}" for fixed in self._near_part(rest)]
        else:
            found += self._near(lowered)
        if word[:1].isupper():
            found = [other[:1].upper() + other[1:] for other in found]
        return [other for other in dict.fromkeys(found) if other != word][:limit]

    def suggest_at(self, at: int, prose: Prose, limit: int) -> list[str]:
        """Return what may have been meant by a word of a text: in *bupati ranu* a name, too."""
        word = prose.words[at].text
        found = self.suggest(word, limit)
        if at and word.islower() and prose.lowered[at - 1] in _BEFORE_NAMES:
            name = word[:1].upper() + word[1:]
            rank = 1 if self._is_slip(word, _SEEN) else 0
            found = [other for other in found if other != name]
            found.insert(rank, name)
        return found[:limit]

    def _near(self, word: str) -> list[str]:
        return self._suggester.suggest(word, 6)

    def _near_part(self, word: str) -> list[str]:
        return [other for other in self._near(word) if " " not in other]

    def _judge_lower(self, word: str) -> bool:
        if len(word) > _LONGEST:
            return False
        if "-" in word:
            return self._is_compound(word)
        if self.is_word(word) or word in self._lexicon.particles:
            return True
        return self._foreign.is_right(word)

    def _is_compound(self, word: str) -> bool:
        """Judge a word with hyphens: doubled, doubled with affixes, or two words joined."""
        if word in self._lexicon.zipf:
            return True
        parts = word.split("-")
        # Hunspell takes any two of its words with a hyphen between: menang-nang is none.
        if any(self._is_mere_tail(parts[0], part) for part in parts[1:]):
            return False
        if self._holds(word) or self._is_doubled_within(parts) or self._foreign.is_compound(parts):
            return True
        if not all(part and self._is_lower_right(part) for part in parts):
            first, *others = parts
            return self._is_lower_right(first) and all(_doubles(first, other) for other in others)
        first = parts[0]
        return all(part == first or len(part) > 3 for part in parts[1:])

    def _is_doubled_within(self, parts: list[str]) -> bool:
        """Say whether a word is doubled within affixes: *selambat-lambatnya, mengiming-imingi*.

        What melts does so in both halves, or not at all in the second: *memuji-muji*.
        """
        if len(parts) != 2:
            return False
        first, second = parts
        return any(
            first == prefixed(prefix, base) and self._is_doubled(base, tail)
            for prefix, tails in _AROUND_DOUBLED.items()
            for tail in tails
            if second.endswith(tail)
            for base in _bases(second.removesuffix(tail), prefix)
        )

    def _is_doubled(self, base: str, tail: str) -> bool:
        """Say whether a base may be doubled between a prefix and a tail, or with no tail."""
        if not tail:
            return len(base) > 3 and base in self._lexicon.roots
        return len(base) > 2 and (
            self._is_lower_right(base)
            or self.is_name(base.capitalize())
            or self._holds(f"{base}-{base}")
        )

    def _is_mere_tail(self, first: str, part: str) -> bool:
        """Say whether a part is but the end of the first, not its base: *menang-nang*.

        In *berlari-lari, mencari-cari, memuji-muji* it is the base.
        """
        if len(part) > 4 or part == first or not first.endswith(part):
            return False
        roots = self._lexicon.roots
        if first not in roots and any(root in roots for root in _unmelted(part)):
            return False
        return not any(
            parts.base == part and parts.prefix and not (parts.prefix == "me" and part[0] in "mn")
            for parts in take_apart(first)
        )

    def _is_slip_in_title(self, word: str) -> bool:
        """Say whether a word of a headline, with its capital taken away, is one mistyped.

        Names stand there too, so the right word must be common, or the word have the
        look of a verb or a noun derived from one.
        """
        if len(word) < _LONG_TITLE_WORD or word in self._lexicon.foreign:
            return False
        derived = len(word) >= _LONG_DERIVED and word.startswith(_DERIVING)
        return self._is_slip(word, _SEEN if derived else _COMMON)

    def _is_slip(self, word: str, zipf: float = _COMMON) -> bool:
        return self._suggester.is_slip_of(word, _SLIP, zipf)

    def is_name(self, name: str) -> bool:
        """Say whether a word with its capital is a known name."""
        return name in self._lexicon.names or self._holds(name)

    def is_known(self, word: str) -> bool:
        """Say whether a word is the user's or the house's own."""
        word = plain(word)
        lowered = word[:1].lower() + word[1:]
        if word in self._known or lowered in self._known:
            return True
        return word.isupper() and bool({word.lower(), word.capitalize()} & self._known)


def _opens_name(at: int, prose: Prose) -> bool:
    """Say whether a name of several words begins with a word: *Surti Misalwati, penjual*."""
    words = prose.words[at : at + 2]
    if prose.is_title or len(words) < 2:
        return False
    first, second = words
    return second.text[0].isupper() and prose.text[first.end : second.start] == " "


def _holds_nothing(_word: str) -> bool:
    return False


def _bases(doubled: str, prefix: str) -> list[str]:
    """Return what may be doubled, if it comes out so after a prefix."""
    return [doubled, *_unmelted(doubled)] if prefix == "me" else [doubled]


def _unmelted(base: str) -> list[str]:
    """Return what a base may be without the nasal that it took: *muji*, for *puji*."""
    return [
        letter + base[len(nasal) :]
        for nasal, letter in (("m", "p"), ("ny", "s"), ("ng", "k"), ("n", "t"))
        if base.startswith(nasal)
    ]


def _doubles(first: str, second: str) -> bool:
    """Say whether the second part repeats the first: *mobil-mobilan, menunggu-nunggu*."""
    if second.startswith(first):
        return second.removeprefix(first) in _DOUBLED
    # Long enough not to be found in every word: menang-nang is none.
    return len(second) > 4 and any(first.endswith(second + tail) for tail in ("", *_DOUBLED))


_AROUND_DOUBLED = {
    "me": ("", "i", "kan"),
    "di": ("", "i", "kan"),
    "ber": ("", "an"),
    "ter": ("",),
    "se": ("nya",),
    "ke": ("an",),
}
_DOUBLED = ("an", "nya", "annya", "i", "kan")
