"""How long something has lasted, against the year it began in and the year of the story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsroom.language.prose import Prose
from newsroom.language.rules.dates import story_years
from newsroom.language.rules.facts.amounts import spelled
from newsroom.language.rules.regex import regex
from newsroom.language.rules.rule import About, Match, StoryRule
from newsroom.language.rules.said import said

_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\d–-])"
_SPAN = r"(?P<span>\d{1,3}|[a-z]{3,9}(?:\s(?:belas|puluh)(?:\s[a-z]{3,8})?)?)\stahun"
_ENDED = r"(?!\s(?:sebelum|setelah|sesudah|kemudian|menjelang|berikutnya|pertama|lebih))"
_SINCE = regex(
    rf"\b[Ss]ejak\s(?:tahun\s)?{_YEAR}(?:,?\satau|\s\()\s?(?:selama\s|sudah\s|telah\s)?{_SPAN}{_ENDED}"
)
_AGO = regex(
    rf"\b{_SPAN}\s(?:lalu|silam|yang\slalu),?\s(?:atau\s|tepatnya\s|yakni\s|yaitu\s)"
    rf"(?:pada\s|sejak\s|di\s)?(?:tahun\s)?{_YEAR}"
)
_ANOTHER_YEAR = regex(r"(?<![\d/])(?:19|20)\d\d(?!\d)")
_PAST = regex(
    r"\b(?:[Ss]aat\situ|[Kk]ala\situ|[Ww]aktu\situ|hingga|sampai|pernah|sebelumnya|[Kk]etika|berakhir)\b"
)
_SLACK = 1  # a year begun may count or not


@dataclass(frozen=True, slots=True)
class _Told:
    """What a paragraph tells: first years with their durations, and the years of its dates."""

    lasting: tuple[tuple[int, int, int, int], ...]
    years: frozenset[int]


class Durations:
    """A number of years that does not fit the year it is counted from."""

    def __init__(self, about: About) -> None:
        self.about = about

    def note(self, prose: Prose) -> object:
        """Return what a paragraph tells of durations; None if it tells nothing."""
        lasting = tuple(_lasting(prose)) if "tahun" in prose.text else ()
        years = story_years(prose.text)
        return _Told(lasting, years) if lasting or years else None

    def find(self, notes: Sequence[object]) -> Iterator[tuple[int, Match]]:
        """Yield the durations that contradict the year of the story, if it has but one."""
        told = [(index, note) for index, note in enumerate(notes) if isinstance(note, _Told)]
        years = {year for _, note in told for year in note.years}
        if len(years) != 1:
            return
        year = years.pop()
        for index, note in told:
            for first, span, start, end in note.lasting:
                if first <= year and abs(year - first - span) > _SLACK:
                    message = (
                        f"Dari {first} sampai {year} ada {year - first} tahun, bukan {span}; "
                        "periksa tahun atau lamanya."
                    )
                    yield index, Match(start, end, (), message)


def story_rules() -> list[StoryRule]:
    """Return the rules of this module."""
    return [Durations(said("fact")["fact.duration"])]


def _lasting(prose: Prose) -> Iterator[tuple[int, int, int, int]]:
    """Yield first year, duration, start and end of each duration that goes on to this day."""
    for start, end in prose.sentences:
        sentence = prose.text[start:end]
        if _PAST.search(sentence) or len(_ANOTHER_YEAR.findall(sentence)) != 1:
            continue
        for match in (*_SINCE.finditer(sentence), *_AGO.finditer(sentence)):
            span = int(match["span"]) if match["span"].isdigit() else spelled(match["span"])
            if span:
                yield int(match["year"]), span, start + match.start(), start + match.end()
