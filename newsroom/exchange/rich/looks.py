"""What a tag, its style and its class say of how text looks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

_BOLD = frozenset({"b", "strong", "th"})
_ITALIC = frozenset({"i", "em", "cite", "dfn", "var"})
_STRUCK = frozenset({"s", "strike", "del"})
_SCRIPTS = {"sup": "super", "sub": "sub"}
_HEADING = re.compile(r"h[1-6]")
_UNSEEN_CLASS = re.compile(
    r"\b(?:screen-reader-text|sr-only|visually-hidden|MsoCommentReference|MsoCommentText)\b"
)
_LIST_LEVEL = re.compile(r"\blevel(\d+)")
_INDENTING = re.compile(r"0(?:px|pt)?\s+0(?:px|pt)?\s+0(?:px|pt)?\s+40px")


class Look(NamedTuple):
    """How text looks at one place; what stands within inherits it."""

    bold: bool = False
    italic: bool = False
    struck: bool = False
    script: str = ""  # "super" or "sub"
    address: str = ""
    breaks: int = 0  # how many line breaks a line feed is: 2 part paragraphs, as chats write them
    quoted: bool = False
    aside: bool = False  # its page calls it one of its links to other stories


def styles(attributes: Mapping[str, str]) -> dict[str, str]:
    """Return the properties of a ``style`` attribute, in lower case.

    >>> styles({"style": "Font-Weight:700; mso-list: l0 level2 lfo1"})
    {'font-weight': '700', 'mso-list': 'l0 level2 lfo1'}
    """
    pairs = (part.partition(":") for part in attributes.get("style", "").lower().split(";"))
    return {name.strip(): value.strip() for name, colon, value in pairs if colon}


def inner_look(
    look: Look, tag: str, attributes: Mapping[str, str], style: Mapping[str, str]
) -> Look:
    """Return how text looks within a tag that stands where text has this look."""
    if tag in _BOLD:
        look = look._replace(bold=True)
    elif tag in _ITALIC:
        look = look._replace(italic=True)
    elif tag in _STRUCK:
        look = look._replace(struck=True)
    elif tag in _SCRIPTS:
        look = look._replace(script=_SCRIPTS[tag])
    elif tag == "pre":
        look = look._replace(breaks=1)
    elif tag == "blockquote":
        look = look._replace(quoted=look.quoted or _is_quote(style))
    if attributes.get("class", "").startswith(("MsoQuote", "MsoIntenseQuote")):
        look = look._replace(quoted=True)
    return _styled(look, style) if style else look


def heading_level(tag: str, attributes: Mapping[str, str]) -> int:
    """Return a heading's level, from 1, or 0 for what is none."""
    if _HEADING.fullmatch(tag):
        return int(tag[1])
    if attributes.get("role") == "heading":
        level = attributes.get("aria-level", "")
        return int(level) if level in tuple("123456") else 2
    return int(attributes.get("class", "").startswith("MsoTitle"))


def list_level(style: Mapping[str, str]) -> int:
    """Return how deep in a list a paragraph of Word's stands, from 1; 0 for one in none."""
    level = _LIST_LEVEL.search(style.get("mso-list", ""))
    return min(int(level[1]), 9) if level else 0


def is_list_mark(style: Mapping[str, str]) -> bool:
    """Say whether a stretch holds no text but the bullet or number that Word drew."""
    return style.get("mso-list") == "ignore"


def is_unseen(attributes: Mapping[str, str], style: Mapping[str, str]) -> bool:
    """Say whether an element is there but not to be seen, such as a comment in the margin."""
    return (
        "hidden" in attributes
        or style.get("display") == "none"
        or style.get("mso-hide") == "all"
        or style.get("mso-element") in ("comment-list", "comment")
        or attributes.get("id", "").startswith("cmnt_ref")  # a comment in Google Docs
        or bool(_UNSEEN_CLASS.search(attributes.get("class", "")))
    )


def is_struck_by_word(attributes: Mapping[str, str]) -> bool:
    """Say whether Word shows here what has been deleted, with the changes that it tracks."""
    return attributes.get("class", "").startswith("msoDel") or attributes.get(
        "cite", ""
    ).startswith("mailto:")


def _is_quote(style: Mapping[str, str]) -> bool:
    """Mail programs and old editors set blocks in with a blockquote that has no border."""
    return style.get("border", "") not in ("none", "medium none") and not _INDENTING.search(
        style.get("margin", "")
    )


def _styled(look: Look, style: Mapping[str, str]) -> Look:
    weight = style.get("font-weight", "")
    if weight:
        heavy = weight in ("bold", "bolder") or (weight.isdecimal() and int(weight) >= 600)
        look = look._replace(bold=heavy if weight != "inherit" else look.bold)
    slant = style.get("font-style", "")
    if slant and slant != "inherit":
        look = look._replace(italic=slant.startswith(("italic", "oblique")))
    lines = style.get("text-decoration", "") + style.get("text-decoration-line", "")
    if "line-through" in lines:
        look = look._replace(struck=True)
    raised = style.get("vertical-align", "")
    if raised in ("super", "sub"):
        look = look._replace(script=raised)
    spaces = style.get("white-space", "") or style.get("white-space-collapse", "")
    if spaces:
        kept = spaces.startswith(("pre", "break-spaces"))
        look = look._replace(breaks=(look.breaks or 2) if kept else 0)
    return look
