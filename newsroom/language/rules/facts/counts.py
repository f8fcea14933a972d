"""How many a list is said to hold, against its items: *di empat desa, yakni A, B, dan C*."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from newsroom.language.prose import Prose
from newsroom.language.rules.facts.amounts import LONGEST_SENTENCE, amounts, moved, written
from newsroom.language.rules.regex import regex
from newsroom.language.rules.rule import About, Match, Rule
from newsroom.language.rules.said import said
from newsroom.language.rules.word_lists import read_list

_OPENS = regex(r",?\s(?:yakni|yaitu|masing-masing)\s?:?\s")
# Names of things that are told one by one, behind what they are.
_COUNTED = regex(
    r"\s(desa|kecamatan|kelurahan|kabupaten|kota|provinsi|kampung|dusun|negara|pulau|pasar|sungai"
    r"|partai|tim|klub|sekolah|gunung|bandara|pelabuhan|stasiun|daerah|wilayah|rumah\ssakit"
    r"|titik|lokasi|tempat)\b"
)
_SPOTS = frozenset(("titik", "lokasi", "tempat"))  # each told by its own name and kind
_ITEM = r"[A-Z][\w’'-]{1,30}(?:\s[A-Z0-9][\w’'-]{0,30}){0,3}"
_LIST = regex(rf"{_ITEM}(?:,\s{_ITEM}){{1,11}},?\s(?:dan|serta)\s{_ITEM}(?=[.;]|$)")
_PAIR = regex(rf"{_ITEM}\s(?:dan|serta)\s{_ITEM}(?=[.;]|$)")
_VAGUE = regex(
    r"(?:sekitar|sedikitnya|setidaknya|minimal|hampir|lebih\sdari|paling\s(?:sedikit|tidak)"
    r"|kelas|nomor)\s$",
    re.IGNORECASE,
)
_KINDS = frozenset(("desa", "kelurahan", "kecamatan", "kabupaten", "kota", "provinsi", "negara"))
_MOST = 12
_FAR = 80  # code points between the number and the list


class Counts:
    """A list of names that holds more or fewer than the number before it says.

    ``regions`` are names in lower case that may only say where the item before lies.
    """

    needs = ("yakni", "yaitu", "masing")

    def __init__(self, about: About, regions: Collection[str]) -> None:
        self.about = about
        self._regions = regions

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each number with its list, if the two do not agree."""
        text = prose.text
        for start, end in prose.sentences:
            opening = _OPENS.search(text, start, end) if end - start <= LONGEST_SENTENCE else None
            listed = opening and (
                _LIST.match(text, opening.end(), end) or _PAIR.match(text, opening.end(), end)
            )
            if not opening or not listed:
                continue
            head = text[start : opening.start()]
            told = [moved(amount, start) for amount in amounts(head)]
            items = re.split(r",?\s(?:dan|serta)\s|,\s", listed.group())
            if len(told) != 1 or told[0].unit or not 2 <= told[0].value <= _MOST:
                continue
            total = told[0]
            counted = _COUNTED.match(text, total.end)
            if not counted or opening.start() - total.end > _FAR:
                continue
            if _VAGUE.search(text, max(0, total.start - 20), total.start):
                continue
            if len(items) == total.value or self._may_explain(items, counted[1]):
                continue
            message = (
                f"Yang disebut ada {len(items)}, bukan {written(total.value)}; "
                "cocokkan lagi dengan sumbernya."
            )
            yield Match(total.start, listed.end(), (), message)

    def _may_explain(self, items: list[str], counted: str) -> bool:
        """Say whether an item tells where another lies: *Desa Andai, Kecamatan Misal*."""
        places = sum(item.lower() in self._regions for item in items)
        kinds = {item.partition(" ")[0].lower() for item in items} & _KINDS
        if counted in _SPOTS:
            return bool(places or kinds)
        return 0 < places < len(items) or (counted in _KINDS and bool(kinds - {counted}))


def rules() -> list[Rule]:
    """Return the rules of this module."""
    regions = frozenset(name.lower() for name in read_list("regions")["regions"])
    return [Counts(said("fact")["fact.count"], regions)]
