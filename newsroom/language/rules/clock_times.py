"""Times of day: the stop between hour and minute, and “pukul” rather than “jam”."""

from __future__ import annotations

import re

from newsroom.language.prose import Prose
from newsroom.language.rules.coded import Worked, word_before
from newsroom.language.rules.rule import Rule
from newsroom.language.rules.said import said

_ZONE = r"(?:WIB|WITA|WIT|Wib|Wita|wib|wita)\b"
_PART = r"(?:pagi|siang|sore|petang|malam|dini hari|subuh)\b"
_TIME = r"(?:[01]?\d|2[0-4])[:.,][0-5]\d(?:[:.][0-5]\d)?"
# One time or two with a dash between; it begins with a figure, and so searches fast.
_CLOCK = re.compile(
    r"\d(?<![\w.:,]\d)(?:(?<=[01])\d|(?<=2)[0-4]|)[:.,][0-5]\d(?:[:.][0-5]\d)?"
    rf"(?:[ ]?(?:-|–|hingga|sampai|s\.d\.)[ ]?(?:pukul )?{_TIME})?(?![\d:])"
)
_HOUR = re.compile(
    r"(?P<jam>[Jj]am)(?<!\w\w\w\w)[ ](?P<hour>\d{1,2})(?:\.(?P<minute>[0-5]\d))?"
    rf"(?:[ ](?P<part>{_PART}))?(?P<zone>[ ]?{_ZONE})?(?![\w:]|[.,]\d)"
)
_BEFORE_HOUR = frozenset((
    "pada", "sekitar", "sejak", "mulai", "hingga", "sampai", "dari", "sebelum", "setelah",
    "lewat", "tepat", "menjelang", "antara", "kira-kira",
))  # fmt: skip


def rules() -> list[Rule]:
    """Return the rules of this module."""
    about = said("number")
    return [
        Worked(about["number.clock"], _CLOCK, _clock, (":", "ukul ", "kl ", "kl. ")),
        Worked(about["number.hour"], _HOUR, _hour, ("jam ", "Jam ")),
    ]


def _clock(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
    """Correct the colon or comma of a clock time, if something says it is one."""
    time = match.group()
    before = word_before(prose.text, match.start())
    after = prose.text[match.end() : match.end() + 12]
    told = before in {"pukul", "pkl"} or re.match(rf"[ ]?(?:{_ZONE})", after)
    if "," in time and not (told and before in {"pukul", "pkl"}):
        return None
    if not told and not (before == "jam" or re.match(rf"[ ](?:{_PART})", after)):
        return None
    fixed = re.sub(r"(?<=\d)[:,](?=\d)", ".", time)
    return (fixed,) if fixed != time else None


def _hour(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
    """Turn an hour that tells a time into “pukul”; a length of time is left alone."""
    hour, minute, part = int(match["hour"]), match["minute"] or "00", match["part"]
    before = word_before(prose.text, match.start())
    sure = part or match["zone"] or match["minute"]
    if hour > 24 or not (sure or before in _BEFORE_HOUR):
        return None
    pukul = "Pukul" if match["jam"] == "Jam" else "pukul"
    fixed = f"{pukul} {_of_day(hour, part):02}.{minute}{match['zone'] or ''}"
    if part or hour > 12 or match["zone"]:
        return (fixed,)
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
