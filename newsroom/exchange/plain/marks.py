"""Marks in a text that may be WhatsApp's, Markdown's or none: told from the text as a whole."""

from __future__ import annotations

import re

_INNER = r"(?P<{0}>[^\s{1}](?:[^{1}\n]*[^\s{1}])?)"
_MARKED = re.compile(
    rf"""
    (?P<url>https?://\S+)
    | (?P<rule>^[ \t]*(?:\*[ \t]*){{3,}}$)
    | (?<![\w\\*_~])(?:
        \*{_INNER.format("bold", "*")}\*
        | _{_INNER.format("italic", "_")}_
        | ~{_INNER.format("struck", "~")}~
    )(?![\w*_~])
    """,
    re.MULTILINE | re.VERBOSE,
)
_AS_MARKDOWN = {"bold": ("**", "**"), "italic": ("*", "*"), "struck": ("<s>", "</s>")}
# A mark sets off words: "(*) … (*)" and "5 *6* 7" are none.
_SETS_OFF = re.compile(r"(?![)\].,;:?!%])(?=.*[^\W\d_]).*(?<![(\[])")
_MARKDOWN = re.compile(
    r"\*\*[^\s*][^*\n]*\*\*|\]\(|!\[[^\[\]\n]*\]|^#{1,6}[ ]|^\|.+\|[ \t]*$|<s>|\\[*_]", re.MULTILINE
)
_WHATSAPP = re.compile(
    r"""
      (?<![\w~])~[^\s~](?:[^~\n]*[^\s~])?~(?![\w~])               # struck out
    | (?<![\w\\*])(?:\*_|_\*)(?=\w)                               # both at once
    | ^[ \t]*\*[^\s*)](?:[^*\n]*[^\s*(])?\*:?[ \t]*$              # a headline
    | (?<![\w\\*])\*[^\s*)][^*\n]{0,40}(?::\*|\*:)                 # a label
    | (?<![\w\\*])\*[^\Wa-z_][^a-z*\n]{0,99}[^\W\da-z_]{3}[^a-z*\n]{0,99}\*(?![\w*])  # capitals
    | [\U0001f300-\U0001faff\u2600-\u27bf]                        # an emoji
    """,
    re.MULTILINE | re.VERBOSE,
)
_GREETING = re.compile(
    r"\W*(?:assalam|selamat (?:pagi|siang|sore|malam)\b|yth\b|(?:mohon )?izin\b)", re.IGNORECASE
)
_PARTS = re.compile(r"(\n[ \t]*\n)")
# A star that may mark something: one between blanks, or before an item, does not.
_STAR = re.compile(r"(?<!\\)\*(?:(?<=\S\*)|(?=\S))")


def looks_like_markdown(text: str) -> bool:
    """Say whether a text has marks that only Markdown has.

    >>> looks_like_markdown("## Latar"), looks_like_markdown("*Latar*")
    (True, False)
    """
    return bool(_MARKDOWN.search(text))


def as_markdown(text: str, *, is_chat: bool = False) -> str:
    """Return a text with WhatsApp's marks as Markdown's, and stars that mark nothing as stars.

    Where nothing shows whose a lone ``*mark*`` is, it stays as it was written.

    >>> as_markdown("*Penting:* _harap_ dibaca ~besok~ hari ini.")
    '**Penting:** *harap* dibaca <s>besok</s> hari ini.'
    >>> as_markdown("Istilah *online* itu"), as_markdown("Luas 5*6*7 m (*)")
    ('Istilah *online* itu', 'Luas 5\\\\*6\\\\*7 m (*)')
    """
    if not any(sign in text for sign in "*_~"):
        return text
    is_chat = is_chat or _is_of_whatsapp(text)
    return "".join(_written(part, is_chat) for part in _PARTS.split(text))


def _is_of_whatsapp(text: str) -> bool:
    """Say whether a text without heads of messages was written for a chat nevertheless."""
    kinds = {found.lastgroup for found in _MARKED.finditer(text)}
    return kinds >= {"bold", "italic"} or bool(_WHATSAPP.search(text) or _GREETING.match(text))


def _written(paragraph: str, is_chat: bool) -> str:
    """Return a paragraph with its marks written as Markdown's."""
    if "*" not in paragraph and not is_chat:
        return paragraph
    parts: list[tuple[str, bool]] = []  # each with whether it is marked
    at = 0
    for found in _MARKED.finditer(paragraph):
        if new := _marked(found, is_chat):
            parts += [(paragraph[at : found.start()], False), (new, True)]
            at = found.end()
    parts.append((paragraph[at:], False))
    return _with_stars(parts)


def _marked(found: re.Match[str], is_chat: bool) -> str:
    """Return what a mark is written as; empty if it is none."""
    kind = found.lastgroup or ""
    if kind in ("url", "rule") or not (is_chat or kind == "bold"):
        return found.group()
    if not _SETS_OFF.fullmatch(found[kind]):
        return ""
    if not is_chat:
        return found.group()
    opening, closing = _AS_MARKDOWN[kind]
    return f"{opening}{_MARKED.sub(_within, found[kind])}{closing}"


def _within(found: re.Match[str]) -> str:
    """Return a mark within another."""
    kind = found.lastgroup or ""
    if kind not in _AS_MARKDOWN:
        return found.group()
    opening, closing = _AS_MARKDOWN[kind]
    return f"{opening}{found[kind]}{closing}"


def _with_stars(parts: list[tuple[str, bool]]) -> str:
    """Join the parts of a paragraph; a star that marks nothing must not pair with another.

    The last of all has none to pair with.
    """
    written: list[str] = []
    star_follows = False
    for text, is_mark in reversed(parts):
        last = -1 if star_follows else text.rfind("*")
        star_follows = star_follows or "*" in text
        if not is_mark:
            head, tail = (text[:last], text[last:]) if last >= 0 else (text, "")
            text = _STAR.sub(r"\\*", head) + tail
        written.append(text)
    return "".join(reversed(written))
