"""Text as WhatsApp copies it: who wrote when before each message, and marks of its own."""

from __future__ import annotations

import re

_DATE = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}"
_TIME = r"\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:[ \u202f\xa0]?[AaPp]\.?[Mm]\.?)?"
# "[14/05/24 10.42.33] Nama: …", "[10.42, 14/5/2024] Nama: …", "14/05/24 10.42 - Nama: …"
_HEAD = re.compile(
    rf"(?:\[(?:{_DATE},?[ ]{_TIME}|{_TIME},?[ ]{_DATE})\]|{_DATE},?[ ]{_TIME}[ ]-)"
    r"[ ](?P<who>[^:\n]{1,80}):(?:[ ]|$)"
)
_INNER = r"(?P<{0}>[^\s{1}](?:[^{1}\n]*[^\s{1}])?)"
_MARKED = re.compile(
    rf"(?P<url>https?://\S+)|(?<![\w\\])(?:\*{_INNER.format('bold', '*')}\*"
    rf"|_{_INNER.format('italic', '_')}_|~{_INNER.format('struck', '~')}~)(?!\w)"
)
_AS_MARKDOWN = {"bold": ("**", "**"), "italic": ("*", "*"), "struck": ("<s>", "</s>")}
_MARKDOWN = re.compile(r"\*\*|\]\(|^#{1,6}[ ]|<s>", re.MULTILINE)


def messages(lines: list[str]) -> list[list[str]]:
    """Return the lines of each message without its head; all in one, if there are no heads.

    >>> messages(["[14/05/24 10.42] Rina: Pasar dibuka.", "[14/05/24 10.43] Rina: Ramai."])
    [['Pasar dibuka.'], ['Ramai.']]
    """
    first = next((line for line in lines if line.strip()), "")
    if not _HEAD.match(first.strip()):
        return [lines]
    found: list[list[str]] = []
    for line in lines:
        head = _HEAD.match(line.strip())
        if head:
            found.append([line.strip()[head.end() :]])
        elif found:
            found[-1].append(line)
    return found


def marks(text: str) -> str:
    """Return a text with WhatsApp's marks as Markdown's; Markdown itself is left alone.

    >>> marks("*Penting:* _harap_ dibaca ~besok~ hari ini, 2*3*4.")
    '**Penting:** *harap* dibaca <s>besok</s> hari ini, 2*3*4.'
    >>> marks("**Penting** dan *miring*")
    '**Penting** dan *miring*'
    """
    return text if _MARKDOWN.search(text) else _marks(text, deep=True)


def _marks(text: str, *, deep: bool) -> str:
    """Put Markdown's marks; where ``deep``, in what is marked too."""

    def as_markdown(found: re.Match[str]) -> str:
        kind = found.lastgroup or ""
        if kind == "url":
            return found.group()
        inner = _marks(found[kind], deep=False) if deep else found[kind]
        opening, closing = _AS_MARKDOWN[kind]
        return f"{opening}{inner}{closing}"

    return _MARKED.sub(as_markdown, text)
