"""From any plain text to Markdown."""

from __future__ import annotations

import re

from newsroom.exchange.addresses import clean_addresses
from newsroom.exchange.characters import printable
from newsroom.exchange.plain.chat import marks, messages
from newsroom.exchange.plain.mail import unquoted
from newsroom.exchange.plain.wrapped import unwrapped
from newsroom.exchange.unseen import without_unseen

_BREAK = re.compile(r"\r\n|[\r\v\x85\u2028\u2029]")
_ITEM = re.compile(r"\s{0,3}(?:[-*+]|\d{1,9}[.)]|>)\s")
_BULLET = re.compile(r"^([ \t]{0,3})[•·▪■●○◦‣][ \t\xa0]*(?=\S)", re.MULTILINE)


def read_plain(text: str) -> str:
    """Return a plain text as Markdown; Markdown stays as it is."""
    text = "\f".join(map(printable, _BREAK.sub("\n", text).split("\f")))
    found = messages(without_unseen(text).split("\n"))
    text = "\n\n".join(filter(None, (_tidy(unquoted(lines, unwrapped)) for lines in found)))
    return clean_addresses(marks(text))


def _tidy(lines: list[str]) -> str:
    """Join lines; the blank at the end of the last one may part it from what is to follow."""
    *others, last = lines or [""]
    text = "\n".join([*(line.rstrip() for line in others), last if last.strip() else ""])
    return in_paragraphs(_BULLET.sub(r"\1- ", text.strip("\n")))


def in_paragraphs(text: str) -> str:
    """Part lines into paragraphs when nothing else parts them.

    >>> in_paragraphs("Satu.\\nDua."), in_paragraphs("- Satu\\n- Dua")
    ('Satu.\\n\\nDua.', '- Satu\\n- Dua')
    """
    if "\n\n" in text or any(_ITEM.match(line) for line in text.split("\n")):
        return text
    return re.sub(r"\n[ \t]*", "\n\n", text)
