"""Blanks around marks, brackets and quotation marks that lack their partner."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from newsroom.language.prose import Prose
from newsroom.language.rules.coded import Worked, listed
from newsroom.language.rules.rule import About, Match, Rule
from newsroom.language.rules.said import said

IsWord = Callable[[str], bool]

_STOPS = frozenset(
    "drs dra prof hj kab kec jln tgk alm yth sdr bpk dkk dll dsb dst hlm vol bag tlp telp".split()
)
_ROMAN = re.compile(r"[IVX]+")


def rules(is_word: IsWord) -> list[Rule]:
    """Return the rules of this module. ``is_word`` knows the words in lower case."""
    about = said("punctuation")

    def after_stop(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
        before, after = match["before"], match["after"]
        if before.lower() in _STOPS or not is_word(before.lower()) or not is_word(after.lower()):
            return None
        if before[0].isupper() and not after[0].isupper():
            return None
        return (f"{before}. {after}",)

    return [
        Worked(about["punctuation.space_before"], _BEFORE, _close_up, (" ,", " .", " ;", " :", " ?", " !", "\u00a0")),
        Worked(about["punctuation.space_after"], _AFTER, _open_up, (",", ";", "?", "!", ":")),
        Worked(about["punctuation.space_after_stop"], _AFTER_STOP, after_stop, (".",)),
        Worked(about["punctuation.space_bracket"], _BRACKET, _bracket, ("(",)),
        Worked(about["punctuation.space_double"], re.compile(r"(?<=[^\s|])[ \u00a0]{2,}(?=[^\s|])"), _one_blank, ("  ", "\u00a0 ", " \u00a0")),
        Worked(about["punctuation.double"], _DOUBLE, _single, ("..", ",,", ";;", "::", ". .", ",.", ".,", ", ,", "?.", "!.", "?,", "!,", ";,", ",;")),
        Brackets(about["punctuation.bracket"]),
        Quotes(about["punctuation.quote_unpaired"], sure=True),
        Quotes(about["punctuation.quote_open"], sure=False),
        Worked(about["punctuation.quote_turned"], _TURNED, _turn, ("“", "”")),
        Worked(about["punctuation.quote_blank"], _QUOTE_BLANK, _quote_blank, ("“", "”")),
        Worked(about["punctuation.quote_straight"], re.compile(r"(?<!\d)\""), _curl, ('"',)),
        Degrees(about["punctuation.degree"], listed("degrees")["forms"]),
    ]


_BEFORE = re.compile(
    r"(?<=[\w)”\"’%])[ \u00a0]{1,3}(?P<mark>[,;?!](?![?!])|\.(?![.\w])|:(?![)(\w/:-]))(?=(?P<next>[\s”\"’)]|$|\w))"
)
_AFTER = re.compile(
    r"(?<![&\w])(?P<before>\w{2,40}[”\"’)%]?)(?P<mark>[,;]|(?<=[a-z]{3})[?!:])(?=(?P<after>[^\W\d_]{2}))"
)
_AFTER_STOP = re.compile(
    r"(?<![\w.@/-])(?P<before>[^\W\d_]{3,40})\.(?P<after>[^\W\d_]{2,40})(?![\w.@/-]*[.@/]\w)"
)
_BRACKET = re.compile(
    r"(?P<inside>(?<=\()[ ]{1,3}(?=\w)|(?<=[\w.?!”])[ ]{1,3}(?=\)))"
    r"|(?<=[^\W\d_]{4})\((?=(?P<first>[A-Z]\w+|\d{1,2}/\d))"
    r"|(?<=\w\))(?P<word>[a-z]{3,})"
)
_DOUBLE = re.compile(
    r"(?<![.?!…])\.(?P<twice>\.|[ ]\.)(?![.\w])|(?P<same>[,;:])[ ]?(?P=same)(?![\w:])|,[ ]?\.(?![\w.])|[;][ ]?,|,[ ]?;"
    r"|(?<!\w)(?P<ask>[a-z]\w{0,40}[?!])[ ]?[.,](?![.\w”\"])"
)
_TURNED = re.compile(r"(?:(?<=\s)|(?<![\s\S]))”(?=\w)|(?<=[\w.,?!])“(?=\s|$)")
_QUOTE_BLANK = re.compile(
    r"(?P<open>“)[ ]{1,3}(?=\w)|(?<=[\w.,?!])[ ]{1,3}(?P<close>”)(?=[\s.,]|$)"
    r"|(?<=[a-z,:]{2})(?P<left>“)(?=\w)|(?P<right>”)(?=[a-z]{2})"
)


@dataclass(frozen=True, slots=True)
class Brackets:
    """A round bracket without its partner in the paragraph."""

    about: About
    # "a)" and "1)" number a list; ":)" and ";-(" smile.
    _MARKS = re.compile(r"(?<![:;=-])[()]")
    _NUMBERING = re.compile(r"(?<![\w(])(?:\d{1,3}|[A-Za-z]|[ivx]{1,5})\)")

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each bracket that is left over."""
        if "(" not in prose.text and ")" not in prose.text:
            return
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

    about: About
    sure: bool
    _MARKS = re.compile(r"[“”]|(?<![\d\"])\"(?!\")")
    _SPEAKER = r"(?:kata|ujar|tutur|ucap|imbuh|tandas|papar|ungkap|jelas|tegas|terang)(?:nya)?\b"
    _LATER = re.compile(rf"[,.?!] {_SPEAKER}")
    _NEXT = re.compile(rf",? {_SPEAKER}")

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each mark that is left over."""
        text = prose.text
        if "“" in text or "”" in text or '"' in text:
            for at, sure in self._left_over(text):
                if sure == self.sure:
                    yield Match(at, at + 1)

    def _left_over(self, text: str) -> Iterator[tuple[int, bool]]:
        marks = [(match.start(), match.group()) for match in self._MARKS.finditer(text)]
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
class Degrees:
    """A degree behind a name, written without its stops: *Badu Karta, SH*.

    ``forms`` maps the letters of a degree to how it is written.
    """

    about: About
    forms: Mapping[str, str]
    _DEGREE = re.compile(
        r"(?<=[a-z.’'])(?P<comma>,?)[ ](?P<degree>(?:[A-Z][a-z]{0,4}\.?){2,4})(?=[,;.)\s]|$)"
    )

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each degree that lacks a stop."""
        text = prose.text
        for match in self._DEGREE.finditer(text):
            degree = match["degree"]
            right = self.forms.get(degree.replace(".", ""))
            if right in {None, degree} or not _capital_before(text, match.start()):
                continue
            # Capitals alone may be any acronym: those must stand between marks.
            closed = text[match.end() : match.end() + 1] in {"", ",", ".", ";", ")"}
            if degree.strip(".").isupper() and "." not in degree[:-1]:
                if not match["comma"] or not (closed or degree.startswith("SH")):
                    continue
            yield Match(match.start("degree"), match.end(), (str(right),))


def _capital_before(text: str, at: int) -> bool:
    before = text[max(0, at - 40) : at].split()
    return bool(before) and before[-1][0].isupper()


def _close_up(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
    following = match["next"]
    if match["mark"] in ",;" and following.isdigit():
        return None
    if following and (following.isalnum() or following == "_") and match["mark"] in "?!":
        return None
    return (match["mark"] + (" " if following[:1].isalpha() else ""),)


def _open_up(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
    before, after, mark = match["before"], match["after"], match["mark"]
    if mark == ":" and (after[0].isupper() or not before.islower()):
        return None
    if mark in "?!" and not before[:1].islower():
        return None
    return (f"{before}{mark} ",)


def _bracket(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
    if match["inside"] is not None:
        return ("",) if match["inside"] else None
    if match["first"] is not None:
        return None if _ROMAN.fullmatch(match["first"]) else (" (",)
    opening = prose.text.rfind("(", max(0, match.start() - 200), match.start())
    inside = prose.text[opening + 1 : match.start() - 1]
    if opening < 1 or prose.text[opening - 1] != " " or inside.islower():
        return None
    return (" " + match["word"],)


def _one_blank(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
    start, end = prose.place(*match.span())
    return (" ",) if end - start == match.end() - match.start() else None  # no mark between


def _single(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
    if match["twice"]:
        return (".", "…")
    if match["same"] or match["ask"]:
        return (match["same"] or match["ask"],)
    return (".",) if "." in match.group() else (";",)


def _turn(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
    return ("“",) if match.group() == "”" else ("”",)


def _quote_blank(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
    if match["left"]:
        return (" “",)
    if match["right"]:
        return ("” ",)
    return (match["open"] or match["close"],)


def _curl(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
    before = prose.text[match.start() - 1 : match.start()]
    return ("“",) if not before or before.isspace() or before in "([–—/" else ("”",)
