"""Blanks around marks, brackets and quotation marks that lack their partner."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from newsroom.language.prose import Prose
from newsroom.language.rules.coded import Worked
from newsroom.language.rules.regex import regex
from newsroom.language.rules.rule import About, Match, Rule
from newsroom.language.rules.said import said

IsWord = Callable[[str], bool]

_STOPS = frozenset((
    "drs", "dra", "prof", "hj", "kab", "kec", "jln", "tgk", "alm", "yth", "sdr", "bpk", "dkk",
    "dll", "dsb", "dst", "hlm", "vol", "bag", "tlp", "telp",
))  # fmt: skip
_LONGEST_PLACE = 60
_ROMAN = regex(r"[IVX]+")


def rules(is_word: IsWord) -> list[Rule]:
    """Return the rules of this module. ``is_word`` knows the words in lower case."""
    about = said("punctuation")

    def after_stop(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
        before, after = _before(match, prose), match["after"]
        if not before.isalpha() or before.lower() in _STOPS:
            return None
        if before not in _UNITS and not is_word(before.lower()):
            return None
        if not is_word(after.lower()):
            return None
        if before[0].isupper() and after[0].islower():
            return None
        return tuple(dict.fromkeys((f". {after[0].upper()}{after[1:]}", f". {after}")))

    return [
        Worked(
            about["punctuation.space_before"],
            _BEFORE,
            _close_up,
            (" ,", " .", " ;", " :", " ?", " !", "\u00a0"),
        ),
        Worked(about["punctuation.space_after"], _AFTER, _open_up, (",", ";", "?", "!", ":")),
        Worked(about["punctuation.space_after_stop"], _AFTER_STOP, after_stop, (".",)),
        Worked(about["punctuation.space_bracket"], _BRACKET, _bracket, ("(",)),
        Worked(
            about["punctuation.space_double"],
            regex(r"(?<=[^\s|])[ \u00a0]{2,}(?=[^\s|])"),
            _one_blank,
            ("  ", "\u00a0 ", " \u00a0"),
        ),
        Worked(
            about["punctuation.double"],
            _DOUBLE,
            _single,
            (
                "..",
                ",,",
                ";;",
                "::",
                ". .",
                ",.",
                ".,",
                ", ,",
                "?.",
                "!.",
                "?,",
                "!,",
                ";,",
                ",;",
                ",?",
                ",!",
            ),
        ),
        Worked(about["punctuation.hyphen_blank"], _REPEATED, _repeated, (" -", "- ", "–")),
        Brackets(about["punctuation.bracket"]),
        Quotes(about["punctuation.quote_unpaired"], sure=True),
        Quotes(about["punctuation.quote_open"], sure=False),
        Worked(about["punctuation.quote_turned"], _TURNED, _turn, ("“", "”")),
        Worked(about["punctuation.quote_blank"], _QUOTE_BLANK, _quote_blank, ("“", "”", '"')),
        StraightQuotes(about["punctuation.quote_straight"]),
        Worked(about["punctuation.dash_double"], _DASHES, _dash, ("--",)),
    ]


_BEFORE = regex(
    r"(?<=[\w)”\"’%])[ \u00a0]{1,3}(?P<mark>[,;?!](?![?!])|\.(?![.\w])|:(?![)(\w/:-]))"
    r"(?=(?P<next>[\s”\"’)]|$|\w))"
)
_AFTER = regex(r"[,;?!:](?<=[\w”\"’)%].)(?P<after>[^\W\d_]{2,40})")
_AFTER_STOP = regex(
    r"\.(?:(?<=[^\W\d_]{3}\.)|(?<=\d[ ][ckm]m\.)|(?<=\d[ ]kg\.)|(?<=\d[ ]ha\.))"
    r"(?P<after>[^\W\d_]{2,40})(?![\w.@/-]{0,60}[.@/]\w)"
)
_UNITS = frozenset(("cm", "km", "mm", "kg", "ha"))
_LAST = regex(r"[\w.@/&-]{1,60}$")
_BRACKET = regex(
    r"\((?P<wide>[ ]{1,3})(?=\w)|[ ]{1,3}(?<=[\w.?!”][ ])(?P<close>\))"
    r"|\((?:(?<=[^\W\d_]{4}\()(?=(?P<first>[A-Z]\w+|\d{1,2}/\d|\d[\d.,]{0,9}[ ][a-z]))"
    r"|(?<=[ ][A-Z]\()(?=\d\d\)))"
    r"|\)(?<=\w\))(?P<word>[a-z]{3,})"
)
_DOUBLE = regex(
    r"(?P<mark>[.,;:?!])(?:(?<=\.)(?<![.?!…]\.)(?P<twice>[ ]?\.)(?![.\w])"
    r"|(?<=[,;:])(?P<same>[ ]?(?P=mark))(?![\w:])"
    r"|(?<=,)(?:[ ]?\.(?![.\w])|[ ]?;|(?P<end>[?!]))|(?<=;)[ ]?,"
    r"|(?<=[?!])(?P<ask>[ ]?[.,])(?![.\w”\"]))"
)
_REPEATED = regex(r"[ –-](?:(?<= )[-–][ ]?|(?<=–)[ ]?|(?<=-)[ ])(?P<after>[^\W\d_]{2,34})(?![\w-])")
_ENDINGS = frozenset(("", "nya", "an", "kan", "lah", "i"))
_TURNED = regex(r"(?:(?<=\s)|(?<![\s\S]))”(?=\w)|(?<=[\w.,?!])“(?=\s|$)")
_OTHER_QUOTE = {"“": "”", "”": "“"}
_QUOTE_BLANK = regex(
    r"(?P<open>“)[ ]{1,3}(?=\w)|(?<=[\w.,?!])[ ]{1,3}(?P<close>”)(?=[\s.,]|$)"
    r"|(?<=[a-z,:]{2})(?P<left>“)(?=\w)|(?P<right>”)(?=[a-z]{2})"
    r"|(?<=[a-z][.,?!:])(?P<straight>\")(?=[^\W\d_]{2})"
)
_DASHES = regex(
    r"(?<=[^\W\d_])(?:-{2,3}|[ ]-{2,3}[ ])(?=[\w“\"(])|(?<=[”\")\d])[ ]-{2,3}[ ](?=[^\W\d_])"
)


@dataclass(frozen=True, slots=True)
class Brackets:
    """A round bracket without its partner in the paragraph."""

    needs: ClassVar = ("(", ")")
    about: About
    # "a)" and "1)" number a list; ":)" and ";-(" smile.
    _MARKS = regex(r"(?<![:;=-])[()]")
    _NUMBERING = regex(r"(?<![\w(])(?:\d{1,3}|[A-Za-z]|[ivx]{1,5})\)")

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each bracket that is left over."""
        opened: list[int] = []
        numbering = {match.end() - 1 for match in self._NUMBERING.finditer(prose.text)}
        for match in self._MARKS.finditer(prose.text):
            at = match.start()
            if match.group() == "(":
                opened.append(at)
            elif opened:
                opened.pop()
            elif at not in numbering:
                yield Match(at, at + 1)
        for at in opened:
            yield Match(at, at + 1)


@dataclass(frozen=True, slots=True)
class Quotes:
    """A quotation mark without its partner.

    With ``sure``, only where the paragraph itself tells that one is missing: a speaker is
    named, or the quotation opens twice. Otherwise the rest, which may go on in the next
    paragraph.
    """

    needs: ClassVar = ("“", "”", '"')
    about: About
    sure: bool
    _MARKS = regex(r"[“”]|(?<![\d\"])\"(?!\")")
    _SPEAKER = r"(?:kata|ujar|tutur|ucap|imbuh|tandas|papar|ungkap|jelas|tegas|terang)(?:nya)?\b"
    _LATER = regex(rf"[,.?!] {_SPEAKER}")
    _NEXT = regex(rf",? {_SPEAKER}")

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each mark that is left over."""
        for at, sure in self._left_over(prose.text):
            if sure == self.sure:
                yield Match(at, at + 1)

    def _left_over(self, text: str) -> Iterator[tuple[int, bool]]:
        turned = {match.start() for match in _TURNED.finditer(text)}  # another rule's matter
        marks = [
            (at := match.start(), _OTHER_QUOTE[match.group()] if at in turned else match.group())
            for match in self._MARKS.finditer(text)
        ]
        straight = [at for at, mark in marks if mark == '"']
        if straight:
            if len(straight) == len(marks) and len(straight) % 2:
                yield straight[-1], False
            return
        opened: int | None = None
        for at, mark in marks:
            if mark == "“":
                if opened is not None:
                    yield opened, True
                opened = at
            elif opened is None:
                yield at, bool(self._NEXT.match(text, at + 1))
            else:
                opened = None
        if opened is not None:
            yield opened, bool(self._LATER.search(text, opened))


@dataclass(frozen=True, slots=True)
class StraightQuotes:
    """The first straight quotation mark of a paragraph; it says enough of all that follow."""

    needs: ClassVar = ('"',)
    about: About
    _MARK = regex(r"(?<!\d)\"")

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield the first mark, curled."""
        for match in self._MARK.finditer(prose.text):
            if not prose.is_address(*match.span()):
                before = prose.text[match.start() - 1 : match.start()]
                opens = not before or before.isspace() or before in "([–—/"
                yield Match(match.start(), match.end(), ("“" if opens else "”",))
                return


def _close_up(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
    following = match["next"]
    if match["mark"] in ",;" and following.isdigit():
        return None
    if following.isalnum() and not following.isupper() and match["mark"] in "?!":
        return None
    return (match["mark"] + (" " if following[:1].isalpha() else ""),)


def _open_up(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
    before, after, mark = _before(match, prose), match["after"], match.group()[0]
    if (len(before) < 2 and prose.text[match.start() - 1].isalnum()) or "&" in before:
        return None
    if mark == ":" and (after[0].isupper() or not before.islower()):
        return None
    if mark in ",;:":
        return (f"{mark} {after}",)
    if not (before[:1].islower() and before.isalpha()):
        return None
    return tuple(dict.fromkeys((f"{mark} {after[0].upper()}{after[1:]}", f"{mark} {after}")))


def _before(match: re.Match[str], prose: Prose) -> str:
    """Return what stands before a mark, up to a blank."""
    found = _LAST.search(prose.text, max(0, match.start() - 60), match.start())
    return found.group() if found else ""


def _bracket(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
    if match["wide"] or match["close"]:
        return ("(" if match["wide"] else ")",)
    if match["word"] is None:
        return None if _ROMAN.fullmatch(match["first"] or "") else (" (",)
    opening = prose.text.rfind("(", max(0, match.start() - 200), match.start())
    inside = prose.text[opening + 1 : match.start()]
    if opening < 1 or prose.text[opening - 1] != " " or inside.islower():
        return None  # part of a word: (me)nulis
    return (f") {match['word']}",)


def _repeated(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
    before, after = _before(match, prose).lower(), match["after"]
    if len(before) < 2 or not before.isalpha() or not after.lower().startswith(before):
        return None
    return (f"-{after}",) if after[len(before) :] in _ENDINGS else None


def _one_blank(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
    start, end = prose.place(*match.span())
    return (" ",) if end - start == match.end() - match.start() else None  # no mark between


def _single(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
    if match["twice"]:
        return (".", "…")
    if match["ask"]:  # a title or a name may end with such a mark: Yahoo!, Shuffle!
        return (match["mark"],) if _before(match, prose)[:1].islower() else None
    if match["same"]:
        return (match["mark"],)
    if match["end"]:
        return (match["end"],)
    return (".",) if "." in match.group() else (";",)


def _turn(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
    return ("“",) if match.group() == "”" else ("”",)


def _quote_blank(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
    if match["straight"]:
        return _straight(match, prose)
    if match["left"]:
        return (" “",)
    if match["right"]:
        return ("” ",)
    return (match["open"] or match["close"],)


def _straight(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
    """Part a straight mark from the word before it, or after it if it closes a quotation."""
    at = bisect_right(prose.quotes, (match.start(), len(prose.text)))
    if not at:
        return None
    start, end = prose.quotes[at - 1]
    if end == match.end():
        return ('" ',)
    closed = end - start > 1 and prose.text[end - 1] in '”"'
    return (' "',) if start == match.start() and closed else None


def _dash(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
    """Write a dash; behind the place that opens a story it keeps its blanks."""
    text = prose.text
    first = text[: match.start()].split()[:1] if match.start() <= _LONGEST_PLACE else []
    place = first and first[0][:2].isupper() and len(first[0]) > 1
    blank = match.group().startswith(" ")
    return (" – ",) if place and blank and text[match.end()].isupper() else ("—",)
