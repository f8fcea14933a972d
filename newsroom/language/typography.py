"""What good printing makes of a key that was just typed: “ ” ‘ ’, –, Rp1.000, bound blanks.

Only what stands right before the cursor is looked at, and only once, when the key is typed;
whatever a person writes otherwise, or takes back, stays. Web addresses, handles, code and
Markdown's marks are left as they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsroom.language.bound_blanks import CLOSERS, bound

TRIGGERS = frozenset("\"'- " + CLOSERS)
"""The characters that can change something; all others need not be asked about."""

_OPENS_QUOTE = " \t\u00a0\u202f([{“‘"
_MAY_OPEN_QUOTE = ",:;–—/-"  # unless a quotation is open: speech may end in a comma or a dash
_EMPHASIS = "*_~"
_LONGEST = 5_000  # code points before the cursor that are looked at; paragraphs are shorter
_TOKEN = 400
_IN_TAG = re.compile(r"<[A-Za-z/!][^<>]*\Z")
_IN_ADDRESS = re.compile(r"\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\Z")
_REFERENCE = re.compile(r"\s{0,3}\[[^\]\n]+\]:")
_ADDRESS_BEGUN = re.compile(r"https?:|www\.|://|[\\@#]", re.IGNORECASE)
_TOKEN_PART = re.compile(r"[ \u00a0\u202f\t“‘(]")
_TABLE = re.compile(r"\s{0,3}\|")
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_TWO_HYPHENS = re.compile(r"(?<![-–<!|\s])( ?)--\Z")
_THIRD_HYPHEN = re.compile(r"(?<=[^–-])–-\Z")
_HYPHEN_APART = re.compile(r"(?<=[^\s\d|–-] )-(?= \Z)")  # 2 - 1 is a score, or a range
_AMOUNT = re.compile(
    rf"(?<![^\W_])Rp\.?[ \u00a0\u202f]?(?P<figure>\d+(?:[.,]\d+)*)"
    rf"(?P<end>[{re.escape(CLOSERS)}]*)\Z"
)


@dataclass(frozen=True, slots=True)
class Style:
    """Which of these a newsroom wants."""

    curly_quotes: bool = True


USUAL = Style()

_STRAIGHT = str.maketrans("“”„‘’‚", "\"\"\"'''")


@dataclass(frozen=True, slots=True)
class Change:
    """What to write instead: ``old`` stands at ``start``, counted in code points."""

    start: int
    old: str
    new: str


def straight(text: str) -> str:
    """Return a text with straight quotation marks for the curly ones.

    >>> straight("“Ma’ruf,” katanya")
    '"Ma\\'ruf," katanya'
    """
    return text.translate(_STRAIGHT)


def in_style(text: str, style: Style) -> str:
    """Return a text that was written beforehand, such as a snippet, as a newsroom wants it."""
    return text if style.curly_quotes else straight(text)


def change_after(before: str, typed: str, style: Style = USUAL) -> Change | None:
    """Return what to change in a line once ``typed``, one character, stands behind ``before``.

    ``before`` is the line up to where it was typed. The change lies in ``before + typed``.

    >>> change_after("kata ", '"')
    Change(start=5, old='"', new='“')
    >>> change_after("Rp 1000000", " ")
    Change(start=2, old=' 1000', new='1.000.')
    >>> change_after("pada 20 Juni", ",")
    Change(start=7, old=' ', new='\\xa0')
    """
    if typed not in TRIGGERS or not _is_prose(before, typed):
        return None
    cut = max(0, len(before) - _LONGEST)
    old = before[cut:] + typed
    new = old
    if typed in "\"'" and style.curly_quotes:
        new = old[:-1] + _quote(old[:-1], typed)
    elif typed in "- ":
        new = _dash(old, opens=cut == 0)
    if typed == " " or typed in CLOSERS:
        new = _tidy(new[:-1]) + new[-1]
    return _difference(cut, old, new)


def _is_prose(before: str, typed: str) -> bool:
    """Say whether what is written at the end of ``before`` is read as prose."""
    if _FENCE.match(before) or _TABLE.match(before) or _REFERENCE.match(before):
        return False
    tail = before[-_LONGEST:]
    if tail.count("`") % 2 or _IN_TAG.search(tail) or _IN_ADDRESS.search(tail):
        return False
    token = _TOKEN_PART.split(tail[-_TOKEN:])[-1]
    if _ADDRESS_BEGUN.search(token):
        # A quotation may end behind an address; nothing else is changed in one.
        return typed in "\"'" and not token.endswith(("=", "/", ":", "\\"))
    return True


def _quote(before: str, typed: str) -> str:
    """Return the quotation mark that is meant by a straight one."""
    ahead = before.rstrip(_EMPHASIS)[-1:]
    opening, closing = ("“", "”") if typed == '"' else ("‘", "’")
    is_open = _open_quote(before, typed)
    if is_open == typed:
        return typed  # it was opened by a straight one, and someone wanted it so
    if ahead == opening:
        return closing
    if not ahead or ahead in _OPENS_QUOTE or (not is_open and ahead in _MAY_OPEN_QUOTE):
        return opening
    # With none open it may mean anything: 14" is inches. A single one is an apostrophe then.
    return closing if is_open or typed == "'" else typed


def _open_quote(before: str, typed: str) -> str:
    """Return the mark of the quotation that is open, of the kind typed; empty if none is."""
    opening, closing = ("“", "”") if typed == '"' else ("‘", "’")
    is_open = ""
    for at, letter in enumerate(before):
        if letter == opening:
            is_open = opening
        elif letter == closing:
            is_open = ""
        elif letter == typed == '"':
            is_inches = not is_open and before[at - 1 : at].isdigit()
            is_open = "" if is_open or is_inches else typed
    return is_open


def _dash(text: str, *, opens: bool) -> str:
    """Return a text that ends in two hyphens, or one between blanks, with a dash there.

    A third hyphen makes the dash a long one. ``opens`` says that the text begins a line,
    where a hyphen opens an item of a list.
    """
    dashed = text
    for place, dash in ((_TWO_HYPHENS, r"\1–"), (_THIRD_HYPHEN, "—"), (_HYPHEN_APART, "–")):
        dashed = place.sub(dash, dashed)
    if opens and dashed != text and not any(letter.isalnum() for letter in text):
        return text
    return dashed


def _tidy(text: str) -> str:
    """Return a text whose last word has just ended, that word and its neighbours tidied."""
    amount = _AMOUNT.search(text)
    if amount:
        figure = _grouped(amount["figure"])
        return f"{text[: amount.start()]}Rp{figure}{amount['end']}"
    return bound(text)


def _grouped(figure: str) -> str:
    """Return a figure with a stop between thousands; one that has stops already as it is.

    >>> _grouped("1500000"), _grouped("1500,50"), _grouped("500.000"), _grouped("0812345")
    ('1.500.000', '1.500,50', '500.000', '0812345')
    """
    whole, comma, part = figure.partition(",")
    if not whole.isdigit() or not 4 <= len(whole) <= 15 or whole[0] == "0":
        return figure
    return f"{int(whole):,}".replace(",", ".") + comma + part


def _difference(start: int, old: str, new: str) -> Change | None:
    if old == new:
        return None
    first = next(
        (n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b),
        min(len(old), len(new)),
    )
    last = 0
    while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
        last += 1
    if first and first == len(old) - last:  # ``old`` is never empty
        first -= 1
    return Change(start + first, old[first : len(old) - last], new[first : len(new) - last])
