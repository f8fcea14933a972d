"""What a single line of a raw text looks like: a label, a headline, a credit, a closing code."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsroom.story.closing import SURE_CLOSING

HEADLINE_WORDS = 20
LABELLED_WORDS = 60

_BREAK = re.compile(r"\r\n|[\n\r\v\f\u2028\u2029]")
# Marks that chat programs and web pages put around a text, and nobody sees.
_UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"

# Label (lower case) -> key of what it fills; "photo" may be caption or credit.
_LABELS = {
    "judul": "headline",
    "subjudul": "subheadline",
    "sub judul": "subheadline",
    "kicker": "kicker",
    "foto": "photo",
    "caption": "caption",
    "keterangan foto": "caption",
    "ket. foto": "caption",
    "kredit foto": "credit",
    "penulis": "byline",
    "reporter": "byline",
    "pewarta": "byline",
    "wartawan": "byline",
    "editor": "editor",
    "redaktur": "editor",
    "rubrik": "section",
    "kategori": "section",
    "tag": "tags",
    "tags": "tags",
}
_LABEL = re.compile(rf"[*_]*({'|'.join(map(re.escape, _LABELS))})[*_]*\s*:(.*)", re.IGNORECASE)
_CREDIT = re.compile(
    r"""(?: \(\s*foto\s*:(?P<named>[^()]+)\)
          | \((?P<whole>(?:dok|dokumentasi|antara)\b[^()]*|ist(?:imewa)?\.?)\)
          | (?<![^\s.?!”"])foto\s*:(?P<open>[^().,]+) )\.?\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_CREDIT_NAME = re.compile(
    r"(?:dok|dokumentasi|ist|istimewa|antara)\b.*|[^/\d]+/[^/\d]+", re.IGNORECASE
)
_SURE_CLOSING = re.compile(rf"{SURE_CLOSING}\Z", re.IGNORECASE)
# A code that stands out by itself: *(rin/ab)*, **(red)**.
_MARKED_CLOSING = re.compile(r"(?<!\S)([*_]{1,3})(\([^()\s]{1,24}\))\1\Z")
# The stars of a code as Markdown has them that is made from Word or HTML: (\*\*), \*\**.
_ESCAPED_STARS = re.compile(r"(?<![\\*])(?:\\?\*){1,3}(?=\)?\Z)")
_CLOSING = re.compile(r"\([^\W\d_]{1,5}(?:[/-][^\W_]{1,6}){0,3}\)\Z")
_SENTENCE_END = re.compile(r"(?:[.?!…][)\]*_]*|[”\"’])\Z")
_MARKS = re.compile(r"\A#+\s+|(?<![\w(])[*_]+|[*_]+(?![\w)])")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_ITEM = re.compile(r"(?:[-*+•]|\d{1,3}[.)])\s")
_RIGHTS = re.compile(
    r"copyright\b|hak cipta\b|©"
    r"|dilarang (?:keras )?me\w+ (?:\w+ ){0,2}(?:isi|konten|berita|artikel|sebagian|seluruh)\b",
    re.IGNORECASE,
)
_GREETING = re.compile(r"assalam|selamat (?:pagi|siang|sore|malam)\b|(?:kepada )?yth\b", re.I)


@dataclass(frozen=True, slots=True)
class Line:
    """One line with its edges clean; ``gap`` says that an empty line stands before it."""

    text: str
    gap: bool

    @property
    def words(self) -> int:
        """How many words it has, as parted by spaces."""
        return len(self.text.split())

    @property
    def ends_sentence(self) -> bool:
        """True for a line that ends as a sentence or a quotation does."""
        return bool(_SENTENCE_END.search(self.text))

    @property
    def is_item(self) -> bool:
        """True for an item of a list."""
        return bool(_ITEM.match(self.text))

    @property
    def is_quoted(self) -> bool:
        """True for a line that is set off as a quotation."""
        return self.text.startswith(">")

    @property
    def is_row(self) -> bool:
        """True for a row of a table."""
        return self.text.startswith("|") and self.text.endswith("|")

    @property
    def is_greeting(self) -> bool:
        """True for the greeting that opens a message to the desk."""
        return bool(_GREETING.match(self.text))

    @property
    def is_of_rights(self) -> bool:
        """True for the line by which an agency keeps its rights, below the names."""
        return bool(_RIGHTS.match(self.text))

    @property
    def is_title(self) -> bool:
        """True for what may be a headline: short, in words, no sentence."""
        text = bare(self.text)
        return (
            0 < self.words <= HEADLINE_WORDS
            and not text.endswith((".", ",", ";", ":"))
            and not text.startswith(("(", "http"))
            and not self.is_item
            and not self.is_row
            and not self.is_quoted
            and not self.is_greeting
        )


def read_lines(text: str) -> list[Line]:
    """Return the lines with something on them."""
    lines = []
    gap = False
    for raw in _BREAK.split(text):
        clean = raw.strip().strip(_UNSEEN).strip()
        if clean:
            lines.append(Line(clean, gap))
        gap = not clean
    return lines


def bare(text: str) -> str:
    """Return a one-line field without the Markdown that made it stand out.

    >>> bare("**Pasar** Baru Dibuka"), bare("# Pasar [Baru](https://contoh.id) Dibuka")
    ('Pasar Baru Dibuka', 'Pasar Baru Dibuka')
    """
    return _MARKS.sub("", _LINK.sub(r"\1", text)).strip()


def label_of(line: Line) -> tuple[str, str] | None:
    """Return what a labelled line fills and with what; ``None`` for any other line.

    >>> label_of(Line("*Penulis:* Rina Contoh", False))
    ('byline', 'Rina Contoh')
    >>> label_of(Line("Foto: Istimewa", False))
    ('credit', 'Istimewa')
    >>> label_of(Line("Foto: Warga mengantre di balai desa, Kamis.", False))
    ('caption', 'Warga mengantre di balai desa, Kamis.')
    """
    match = _LABEL.fullmatch(line.text)
    if not match or line.words > LABELLED_WORDS:
        return None
    key, value = _LABELS.get(match[1].lower(), ""), bare(match[2])
    if key == "photo":
        key = "credit" if _is_credit(value) else "caption"
    return (key, value) if key else None


def _is_credit(text: str) -> bool:
    words = text.split()
    is_name = 0 < len(words) <= 3 and all(word[0].isupper() for word in words)
    return bool(_CREDIT_NAME.fullmatch(text)) or (is_name and not text.endswith("."))


def split_credit(text: str) -> tuple[str, str]:
    """Part a caption from the credit at its end, which is empty where there is none.

    >>> split_credit("Warga memilih buku. (Foto: Rina Contoh/Antara)")
    ('Warga memilih buku.', 'Rina Contoh/Antara')
    >>> split_credit("Warga memilih buku (Dok. Humas Pemkab Contoh)")
    ('Warga memilih buku', 'Dok. Humas Pemkab Contoh')
    """
    match = _CREDIT.search(text)
    if not match:
        return text, ""
    credit = match["named"] or match["whole"] or match["open"]
    return text[: match.start()].rstrip(), credit.strip()


def split_closing(text: str, closings: Sequence[str]) -> tuple[str, str]:
    """Part a text from the closing code at its end, which is empty where there is none.

    The house's own ``closings``, ``(*)`` and ``(red)`` are sure; initials in
    brackets are a closing code only after a finished sentence.

    >>> split_closing("“Semua siap,” katanya. (rin/ab)", [])
    ('“Semua siap,” katanya.', '(rin/ab)')
    >>> split_closing("Acara itu dibuka oleh badan pelatihan (BP)", [])
    ('Acara itu dibuka oleh badan pelatihan (BP)', '')
    >>> split_closing("Warga pulang. **(red)**", [])
    ('Warga pulang.', '(red)')
    """
    plain = _ESCAPED_STARS.sub(
        lambda stars: stars.group().replace("\\", ""), _MARKED_CLOSING.sub(r"\2", text)
    )
    before, closing = _parted(plain, closings)
    return (before, closing) if closing else (text, "")


def _parted(text: str, closings: Sequence[str]) -> tuple[str, str]:
    for closing in sorted(filter(None, closings), key=len, reverse=True):
        before, end = text[: -len(closing)], text[-len(closing) :]
        is_word = closing[0].isalnum() and before[-1:].isalnum()
        if end.casefold() == closing.casefold() and not is_word:
            return before.rstrip(), end
    sure, usual = _SURE_CLOSING.search(text), _CLOSING.search(text)
    if sure:
        return text[: sure.start()].rstrip(), sure.group()
    if usual:
        before = text[: usual.start()].rstrip()
        if not before or _SENTENCE_END.search(before):
            return before, usual.group()
    return text, ""
