"""Where a sentence ends: with a comma before the next one, or with nothing at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from newsroom.language.prose import Prose
from newsroom.language.rules.regex import regex
from newsroom.language.rules.rule import About, Match, Rule
from newsroom.language.rules.said import said
from newsroom.language.rules.word_lists import read_list

# Words that are no name, so that a capital inside a sentence must begin one.
_OPENERS = (
    "Mereka", "Ia", "Dia", "Kami", "Kita", "Selain", "Sementara", "Sedangkan", "Tetapi", "Karena",
    "Sebab", "Jika", "Apabila", "Ketika", "Setelah", "Sebelum", "Kini", "Sekarang", "Saat", "Di",
    "Dari", "Pada", "Dalam", "Untuk", "Dengan", "Menurut", "Hingga", "Selama", "Segera", "Tidak",
    "Belum", "Sudah", "Para", "Sejumlah", "Sebanyak", "Beberapa", "Seorang", "Setiap", "Semua",
    "Warga", "Petugas", "Polisi", "Pemerintah", "Peserta", "Korban", "Pelaku", "Tersangka",
    "Terdakwa", "Anak-anak", "Angka", "Jumlah", "Kerugian", "Ancaman", "Kejadian", "Peristiwa",
    "Kegiatan", "Acara", "Kendaraan", "Bantuan", "Gempa",
)  # fmt: skip
_OF_GOD = regex(r"\b(?:Allah|Tuhan|Yesus|Kristus)\b")
# A sentence that begins so goes on behind its comma.
_FRONTED = regex(
    r"[“\"]?(?:Jika|Kalau|Apabila|Bila|Karena|Sebab|Meskipun|Walaupun|Meski|Agar|Supaya|Ketika"
    r"|Saat|Setelah|Sesudah|Sebelum|Sejak|Selama|Sambil|Dengan|Untuk|Pada|Dalam|Di|Ke|Dari|Bagi"
    r"|Menurut|Selain|Namun|Oleh|Akibat|Sementara|Sebagai|Tanpa|Melalui|Demi|Atas|Usai|Hingga"
    r"|Sampai|Kemarin|Hari|Kini|Kata|Ujar)\b"
)
_LOWER_END = 3  # words in lower case that only a sentence ends with
_FAR = 200  # code points that a sentence is looked for before its comma
_LEAST_BEFORE = 4  # words; fewer are what a sentence begins with
_LEAST = 8  # words of a paragraph that is no heading
_CODE = regex(r"(?i:baca (?:juga|pula)|foto|sumber|penulis|editor|reporter|pewarta|laporan)\b")
_LAST_WORD = regex(r"(?:[^\W_]+-)?[^\W_]{1,40}$")


@dataclass(frozen=True, slots=True)
class CommaForStop:
    """A comma where a sentence ends: *ke balai desa, Mereka membawa selimut*.

    ``always`` are connectives, which have a comma behind them, and ``often`` those that may.
    ``reports`` are verbs behind which a quotation begins so.
    """

    about: About
    always: frozenset[str]
    often: frozenset[str]
    reports: frozenset[str]
    _expression: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        opening = sorted((*self.always, *self.often, *_OPENERS), key=len, reverse=True)
        expression = rf",[ ](?P<word>{'|'.join(opening)})(?=(?P<comma>,?)[ ](?:[a-z]|Anda\b))"
        object.__setattr__(self, "_expression", regex(expression))

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield the comma between the last word of a sentence and the first of the next."""
        text = prose.text
        of_god = (", Ia " in text or ", Dia " in text) and _OF_GOD.search(text)
        for match in self._expression.finditer(text):
            word = match["word"]
            if of_god and word in {"Ia", "Dia"}:
                continue
            stretch = text[max(0, match.start() - _FAR) : match.start()]
            before = re.split(r"[.?!:;]\s|[“”\"]|\n", stretch)[-1]
            last = _LAST_WORD.search(before)
            if not last or not before[0].isupper() or last.group().lower() in self.reports:
                continue
            if match["comma"] and word in _OPENERS:
                continue  # an item of a list
            joined = "," if word in self.always and not match["comma"] else ""
            stop, comma = (
                f"{last.group()}. {word}{joined}",
                f"{last.group()}, {word.lower()}",
            )
            fronted = _FRONTED.match(before) or before.count(" ") + 1 < _LEAST_BEFORE
            fixes = (comma, stop) if fronted else (stop, comma)
            yield Match(match.start() - len(last.group()), match.end(), fixes)


@dataclass(frozen=True, slots=True)
class EndMark:
    """A paragraph of the body that ends with a word; not a heading, a list or a line of codes."""

    about: About

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield the last word of such a paragraph."""
        text, markdown = prose.text.rstrip(), prose.markdown
        if not text[-1:].isalnum():
            return
        last = _LAST_WORD.search(text, max(0, len(text) - 80))
        if last is None or "\n" in text or text.count(" ") + 1 < _LEAST or _CODE.match(text):
            return
        # What begins or ends with a mark of Markdown is a heading, a list, a picture or bold.
        if not markdown.startswith(text[:1]) or not markdown.rstrip().endswith(text[-1]):
            return
        lower = [word[0].islower() for word in text.split()]
        if all(lower[-_LOWER_END:]) or sum(lower) * 2 > len(lower):
            yield Match(last.start(), last.end(), (f"{last.group()}.",))


def rules() -> list[Rule]:
    """Return the rules of this module."""
    about, joins, said_by = said("punctuation"), read_list("connectives"), read_list("attribution")
    return [
        CommaForStop(
            about["punctuation.comma_stop"],
            always=frozenset(phrase.capitalize() for phrase in joins["always"]),
            often=frozenset(phrase.capitalize() for phrase in joins["often"]),
            reports=frozenset((*said_by["before"], *said_by["after"])),
        ),
        EndMark(about["punctuation.end_mark"]),
    ]
