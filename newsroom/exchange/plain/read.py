"""From any plain text to Markdown."""

from __future__ import annotations

import re

from newsroom.exchange.addresses import clean_addresses
from newsroom.exchange.characters import printable
from newsroom.exchange.clutter import is_ad
from newsroom.exchange.plain.chat import messages
from newsroom.exchange.plain.hyphens import keeps_hyphen
from newsroom.exchange.plain.mail import unquoted
from newsroom.exchange.plain.marks import as_markdown, looks_like_markdown
from newsroom.exchange.plain.tabbed import as_table
from newsroom.exchange.plain.wrapped import unwrapped
from newsroom.exchange.unseen import legible, without_unseen

_BREAK = re.compile(r"\r\n|[\r\v\x85\u2028\u2029]")
# What PDF readers write for the hyphen of a line, before its break or instead of both.
_LINE_HYPHEN = re.compile(r"(?<=[^\W\d_])[\u00ad\u2010\ufffe]\n")
_PARTED = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)\ufffe([^\W\d_]+)")
_ITEM = re.compile(r"\s{0,3}(?:[-*+]|\d{1,9}[.)]|>)\s")
_EMPTY = re.compile(r"\n{3,}")
_BULLET = re.compile(r"^([ \t]{0,3})[•·▪■●○◦‣][ \t\xa0]*(?=\S)", re.MULTILINE)


def read_plain(text: str) -> str:
    """Return a plain text as Markdown; Markdown stays as it is."""
    text = "\f".join(map(printable, _with_hyphens(_BREAK.sub("\n", text)).split("\f")))
    lines = legible(without_unseen(text)).split("\n")
    chat = messages(lines)
    parts = [lines] if chat is None else chat
    is_markdown = chat is None and looks_like_markdown(text)
    found = (_message(part, is_markdown=is_markdown) for part in parts)
    text = _EMPTY.sub("\n\n", "\n\n".join(filter(None, found)))
    return clean_addresses(text if is_markdown else as_markdown(text, is_chat=chat is not None))


def _message(lines: list[str], *, is_markdown: bool) -> str:
    """Return one message, or a text that is none, with its lines as they are meant."""
    if table := as_table(lines):
        return table
    if is_markdown:
        return _tidy(unquoted(lines, unwrapped))
    lines = ["" if line.strip() == "." or is_ad(line) else line for line in lines]
    return in_paragraphs(_tidy(unquoted(lines, unwrapped)))


def _with_hyphens(text: str) -> str:
    """Return a text with hyphens for what PDF readers write where lines part words."""
    if not any(sign in text for sign in "\u00ad\u2010\ufffe"):
        return text
    return _PARTED.sub(_whole, _LINE_HYPHEN.sub("-\n", text))


def _whole(word: re.Match[str]) -> str:
    """Return a word that was parted at a line's end without the hyphen that it had there."""
    hyphen = "-" if keeps_hyphen(f"{word[1]}-", word[2]) else ""
    return word[1] + hyphen + word[2]


def _tidy(lines: list[str]) -> str:
    """Join lines; the blank at the end of the last one may part it from what is to follow."""
    *others, last = lines or [""]
    text = "\n".join([*(line.rstrip() for line in others), last if last.strip() else ""])
    return _BULLET.sub(r"\1- ", text.strip("\n"))


def in_paragraphs(text: str) -> str:
    """Part lines into paragraphs, as in Markdown they would be one; those of a list stay close.

    >>> in_paragraphs("Satu.\\nDua."), in_paragraphs("Isi:\\n- Satu\\n- Dua\\nUsai.")
    ('Satu.\\n\\nDua.', 'Isi:\\n- Satu\\n- Dua\\n\\nUsai.')
    """
    first, *others = text.split("\n")
    parted, before = [first], first
    for line in others:
        close = _ITEM.match(line) or (_ITEM.match(before) and line[:1] in " \t")
        if line.strip() and before.strip() and not close:
            parted.append("")
        parted.append(line.lstrip() if not close else line)
        before = line
    return "\n".join(parted)
