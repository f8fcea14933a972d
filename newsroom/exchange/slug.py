"""The words of a headline as they stand in an address."""

from __future__ import annotations

import re
import unicodedata

_LONGEST = 75  # whole in a search result and in a shared link
_APART = re.compile(r"[^a-z0-9]+")
_APOSTROPHES = str.maketrans("", "", "'’‘ʼ`")


def make_slug(text: str, longest: int = _LONGEST) -> str:
    """Return the text in lower-case ASCII with hyphens, cut at a word; never empty.

    >>> make_slug("Jum’at Pagi: Café “Rasa” Dibuka & Ramai!")
    'jumat-pagi-cafe-rasa-dibuka-ramai'
    >>> make_slug("？")
    'berita'
    """
    plain = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES))
    slug = _APART.sub("-", plain.encode("ascii", "ignore").decode().lower()).strip("-")
    if len(slug) > longest:
        cut = slug[: longest + 1]
        slug = cut[: cut.rfind("-")] if "-" in cut else cut[:longest]
    return slug or "berita"
