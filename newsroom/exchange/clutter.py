"""What news sites put between the lines of a story: advertisements, buttons to share, more to read.

Only what is surely no part of a story is known here; what is in doubt stays in the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_AD = re.compile(
    r"""\W*(?:
      advertisements?
    | (?:iklan[ ]-[ ])?(?:scroll|gulir)[ ](?:ke[ ]bawah[ ])?(?:to|untuk)[ ]
      (?:continue|resume|melanjutkan|lanjut|membaca)
      (?:[ ](?:with[ ]content|membaca|konten|artikel))?
    | (?:kompascom\+[ ]baca[ ]berita[ ]tanpa[ ]iklan|download[ ]aplikasi
        |download[ ]apps?[ ]detikcom[ ]sekarang):?[ ]https?://\S+
    )\W*""",
    re.IGNORECASE | re.VERBOSE,
)
_READ_ALSO = re.compile(
    r"\W*(?:baca|lihat|simak|tonton|artikel|berita)\s+(?:juga|terkait|lainnya)\b\s*:?\s*",
    re.IGNORECASE,
)
# Addresses that do nothing but pass a page on.
_SHARING = re.compile(
    r"https?://(?:[\w-]+\.)*(?:"
    r"facebook\.com/(?:sharer|share\.php|dialog/(?:share|feed|send))"
    r"|(?:twitter|x)\.com/(?:intent/(?:tweet|post)|share)\b"
    r"|whatsapp\.com/send/?\?(?!.*\bphone=)|wa\.me/?\?|t\.me/share\b|telegram\.me/share\b"
    r"|linkedin\.com/(?:shareArticle|sharing/)|pinterest\.com/pin/create"
    r"|line\.(?:me|naver\.jp)/(?:R/msg/text|R/share|lineit/share)|threads\.(?:net|com)/intent/post"
    r"|bsky\.app/intent/compose|reddit\.com/submit\b"
    r")|mailto:\?|whatsapp://send|fb-messenger://share",
    re.IGNORECASE,
)
_NAME_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_NAMES = {
    "ads": {
        *("ad", "ads", "adslot", "adsbygoogle", "advertisement", "advertising", "gpt", "iklan"),
        *("mgid", "outbrain", "sponsored", "taboola"),
    },
    "share": {"addthis", "addtoany", "bagikan", "share", "sharedaddy", "sharer", "sharethis"}
    | {"sharing", "sosmed"},
    "related": {"baca", "bacajuga", "lihatjg", "linksisip", "readalso", "recommendation"}
    | {"rekomendasi", "related", "terkait"},
    "tags": {"tag", "tags"},
}
_OWN = "baca-juga"  # of this program's own pages, where it is a paragraph of the story


def is_ad(text: str) -> bool:
    """Say whether a paragraph is nothing but the label of an advertisement.

    >>> is_ad("SCROLL TO CONTINUE WITH CONTENT"), is_ad("Iklan itu dicabut.")
    (True, False)
    """
    return bool(_AD.fullmatch(text))


def after_read_also(text: str) -> str | None:
    """Return what follows the words “Baca juga” that open a text; None if they do not.

    >>> after_read_also("Baca juga: Pasar Baru Dibuka"), after_read_also("Bacaan juga")
    ('Pasar Baru Dibuka', None)
    """
    opening = _READ_ALSO.match(text)
    return text[opening.end() :] if opening else None


def is_sharing(address: str) -> bool:
    """Say whether an address passes a page on, as those of the buttons below a story do.

    >>> is_sharing("https://www.facebook.com/sharer/sharer.php?u=x")
    True
    >>> is_sharing("https://wa.me/6281234567?text=Halo")
    False
    """
    return bool(_SHARING.match(address))


def kind_of_box(attributes: Mapping[str, str]) -> str:
    """Return what an element is called by its page: ads, share, related, tags; else nothing.

    >>> kind_of_box({"class": "ads-on-body"}), kind_of_box({"class": "read__content"})
    ('ads', '')
    """
    name = f"{attributes.get('class', '')} {attributes.get('id', '')}"
    if not name.strip() or name.strip() == _OWN:
        return ""
    parts = {part.lower() for part in _NAME_PARTS.findall(name)}
    if {"read", "also"} <= parts:
        return "related"
    return next((kind for kind, names in _NAMES.items() if not names.isdisjoint(parts)), "")
