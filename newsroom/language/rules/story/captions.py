"""What a photograph's caption must tell: who, doing what, where and when."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from newsroom.language.affixes import take_apart
from newsroom.language.prose import Prose
from newsroom.language.rules.dates import MONTHS, names_weekday
from newsroom.language.rules.regex import regex
from newsroom.language.rules.rule import About, Match, Rule
from newsroom.language.rules.said import said
from newsroom.language.rules.word_lists import read_list
from newsroom.language.rules.words import without_ending

_VERBAL = frozenset(("me", "ber", "di", "ter", "memper", "diper", "memb", "member", "diber"))
_PLACE = regex(r"\b(?:[Dd]i|[Kk]e|[Dd]ari|[Dd]alam)\s(?!bawah|atas\snama|antara)\w")
_DAY = regex(
    rf"\b(?:\d{{1,2}}[/.-]\d{{1,2}}|(?:19|20)\d\d|{'|'.join(MONTHS)}"
    r"|kemarin|hari ini|tadi|semalam|pekan (?:ini|lalu)|bulan (?:ini|lalu)|tahun (?:ini|lalu))\b",
)
_DRAWN = "ilustrasi"  # wherever it stands: Pencurian (ilustrasi).
_PICTURES = ("foto", "gambar")
_SHORTEST_VERB = 5  # letters; shorter ones in me- and di- are things: meja, dinas


class Caption:
    """A caption that tells nothing but a name, or leaves out where or when it was.

    A drawing or a map shows no scene; of those nothing is asked.

    ``verbs`` are those without a prefix (*tiba, duduk*), ``things`` words that only look
    like verbs (*menteri, direktur*), ``drawings`` what opens the caption of one (*peta*).
    ``is_word`` says whether a base stands in the dictionaries.
    """

    def __init__(
        self,
        about: About,
        verbs: frozenset[str],
        things: frozenset[str],
        drawings: frozenset[str],
        is_word: Callable[[str], bool],
        *,
        of_action: bool,
    ) -> None:
        self.about = about
        self._verbs = verbs
        self._things = things
        self._drawings = drawings
        self._is_word = is_word
        self._of_action = of_action

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield what lacks: the whole of a bare name; of an act, the word that tells it.

        One word, so that a misspelling elsewhere in the caption is told beside it. A bare
        name gives way to one: the word that is not known may be what it does.
        """
        text = prose.text.strip()
        if not prose.words or self._is_drawing(prose.lowered):
            return
        act = next((at for at, word in enumerate(prose.lowered) if self._is_verb(word)), None)
        if self._of_action:
            if act is None:
                start = prose.text.index(text)
                yield Match(start, start + len(text))
            return
        lacks = [
            what
            for what, told in (("di mana", _PLACE.search(text)), ("kapan", _tells_day(text)))
            if not told
        ]
        if act is not None and lacks:
            message = f"Keterangan foto ini belum menyebut {' dan '.join(lacks)}."
            yield Match(prose.words[act].start, prose.words[act].end, (), message)

    def _is_drawing(self, words: Sequence[str]) -> bool:
        opening = words[1:2] if words[0] in _PICTURES else words[:1]
        return _DRAWN in words or any(word in self._drawings for word in opening)

    def _is_verb(self, word: str) -> bool:
        if word in self._verbs or without_ending(word) in self._verbs:
            return True
        if len(word) < _SHORTEST_VERB or without_ending(word) in self._things:
            return False
        return any(
            parts.prefix in _VERBAL and parts.join() == word and self._is_word(parts.base)
            for parts in take_apart(word)
        )


def _tells_day(text: str) -> bool:
    return names_weekday(text) or _DAY.search(text) is not None


def rules(is_word: Callable[[str], bool]) -> list[Rule]:
    """Return the rules of this module. Raises RuleError for a faulty list."""
    about, lists = said("story"), read_list("captions")
    names = ("verbs", "things", "drawings")
    verbs, things, drawings = (frozenset(lists[name]["words"].split()) for name in names)
    return [
        Caption(about[f"story.caption_{asked}"], verbs, things, drawings, is_word, of_action=acts)
        for asked, acts in (("action", True), ("where_when", False))
    ]
