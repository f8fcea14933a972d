"""Times of day: the stop between hour and minute, and “pukul” rather than “jam”."""

from __future__ import annotations

import re

from newsroom.language.prose import Prose
from newsroom.language.rules.coded import Worked
from newsroom.language.rules.regex import regex
from newsroom.language.rules.rule import Rule
from newsroom.language.rules.said import said
from newsroom.language.rules.words import word_before

_ZONES = ("WIB", "WITA", "WIT", "Wib", "Wita", "Wit", "wib", "wita")
_ZONE = rf"(?:{'|'.join(_ZONES)})\b"
_PART = r"(?:pagi|siang|sore|petang|malam|dini hari|subuh)\b"
_TIME = r"(?:[01]?\d|2[0-4])[:.,][0-5]\d(?:[:.][0-5]\d)?"
# One time or two with a dash between; it begins with a figure, and so searches fast.
_CLOCK = regex(
    r"\d(?<![\w.:,]\d)(?:(?<=[01])\d|(?<=2)[0-4]|)[:.,][0-5]\d(?:[:.][0-5]\d)?"
    rf"(?:[ ]?(?:-|–|hingga|sampai|s\.d\.)[ ]?(?:pukul )?{_TIME})?(?P<zone>{_ZONE})?(?![\d:])"
)
_ONE_FIGURE = regex(r"(?<!\d)(?=\d\.\d\d(?!\d))")
_NO_TIME = regex(
    r"\d(?<![\w.:,/-]\d)\d?(?P<clock>[.:](?P<minute>\d\d))(?:[.:](?P<second>\d\d))?"
    rf"(?![\d:]|[.,]\d)(?=(?P<zone>[ ]?{_ZONE})?)"
)
_HOUR = regex(
    r"(?P<jam>[Jj]am)(?<!\w\w\w\w)[ ](?P<hour>\d{1,2})(?:[.:](?P<minute>[0-5]\d))?"
    rf"(?:[ ](?P<part>{_PART}))?(?P<zone>[ ]?{_ZONE})?(?![\w:]|[.,]\d)"
)
_PUKUL = frozenset(("pukul", "pkl"))
_BEFORE_HOUR = frozenset((
    "pada", "sekitar", "sejak", "mulai", "hingga", "sampai", "dari", "sebelum", "setelah",
    "lewat", "tepat", "menjelang", "antara", "kira-kira",
))  # fmt: skip


def rules() -> list[Rule]:
    """Return the rules of this module."""
    about = said("number")
    return [
        Worked(about["number.clock"], _CLOCK, _clock, (":", "ukul ", "kl ", "kl. ", *_ZONES)),
        Worked(about["number.no_time"], _NO_TIME, _no_time, ("ukul ", "kl ", "kl. ", *_ZONES)),
        Worked(about["number.hour"], _HOUR, _hour, ("jam ", "Jam ")),
    ]


def _clock(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
    """Correct the colon or comma of a clock time, if something says it is one, and its zone."""
    zone = match["zone"] or ""
    time = match.group().removesuffix(zone)
    before = word_before(prose.text, match.start())
    after = prose.text[match.end() : match.end() + 12]
    told = before in _PUKUL or bool(zone) or re.match(rf"[ ]?(?:{_ZONE})", after)
    if "," in time and before not in _PUKUL:
        return None
    part = re.match(rf"[ ](?:{_PART})", after)
    if not told and not (before == "jam" or part):
        return None
    if before == "jam" and not prose.is_quoted(*match.span()):
        return None  # it is no hour but a time: another rule's matter
    fixed = re.sub(r"(?<=\d)[:,](?=\d)", ".", time)
    if fixed == time and not zone:
        return None
    if told and not part:  # 9.30 in the evening is no 09.30
        fixed = _ONE_FIGURE.sub("0", fixed)
    return (f"{fixed} {zone}" if zone else fixed,)


def _no_time(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
    """Find a clock time that no clock shows."""
    if word_before(prose.text, match.start()) not in _PUKUL and match["zone"] is None:
        return None
    hour = int(prose.text[match.start() : match.start("clock")])
    is_time = hour <= 24 and int(match["minute"]) < 60 and int(match["second"] or 0) < 60
    return None if is_time else ()


def _hour(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
    """Turn an hour that tells a time into “pukul”; a length of time is left alone."""
    hour, minute, part = int(match["hour"]), match["minute"] or "00", match["part"]
    before = word_before(prose.text, match.start())
    sure = part or match["zone"] or match["minute"]
    if hour > 24 or not (sure or before in _BEFORE_HOUR):
        return None
    pukul = "Pukul" if match["jam"] == "Jam" else "pukul"
    fixed = f"{pukul} {_of_day(hour, part):02}.{minute}{match['zone'] or ''}"
    if part or hour > 12 or match["zone"] or match["hour"].startswith("0"):
        return (fixed,)  # 07.00 is in the morning, 7.00 may be in the evening
    return (fixed, f"{pukul} {(hour + 12) % 24:02}.{minute}")


def _of_day(hour: int, part: str | None) -> int:
    """Return the hour of the day that is meant by, say, 9 and “malam”."""
    if part in {"dini hari", "subuh", "pagi"}:
        return hour % 12 if part != "pagi" and hour == 12 else hour
    if part == "malam":
        return (hour + 12) % 24 if 6 <= hour <= 12 else hour
    if part == "siang":
        return hour + 12 if hour <= 5 else hour
    if part in {"sore", "petang"}:
        return hour + 12 if hour < 12 else hour
    return hour
