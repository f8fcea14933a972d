"""A part of a long text around a place in it, cut between paragraphs."""

from __future__ import annotations

from newsroom.story.markdown_text import Span


def around(text: str, place: int, size: int) -> Span:
    """Return the paragraphs around a place, about ``size`` characters; all of a short text.

    >>> around("Satu.\\n\\nDua.\\n\\nTiga.\\n\\nEmpat.", 12, 10)
    Span(start=7, end=18, text='Dua.\\n\\nTiga.')
    >>> around("Satu.\\n\\nDua.", 2, 100).text
    'Satu.\\n\\nDua.'
    """
    if len(text) <= size:
        return Span(0, len(text), text)
    first = max(place - size // 2, 0)
    last = min(first + size, len(text))
    before = text.rfind("\n\n", 0, first)
    start = before + 2 if before >= 0 and first - before < size else first
    if not first:
        start = 0
    after = text.find("\n\n", last)
    end = after if 0 <= after < last + size else min(last + size, len(text))
    return Span(start, end, text[start:end])
