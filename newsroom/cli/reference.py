"""The reference page of all rules, as an editor reads it and as a program takes it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from newsroom.cli.report import SEVERITY_WORDS
from newsroom.language.requirements import Requirement
from newsroom.language.rules.rule import About
from newsroom.story.markdown_text import word_count

_FAMILIES = {
    "spelling": "Ejaan",
    "nonstandard": "Bentuk tidak baku",
    "preposition": "Kata depan dan awalan",
    "particle": "Partikel dan klitik",
    "compound": "Kata gabung dan bentuk terikat",
    "number": "Angka, uang, dan waktu",
    "punctuation": "Tanda baca",
    "capital": "Huruf kapital",
    "wordiness": "Kalimat efektif",
    "fact": "Fakta",
    "ethics": "Hukum dan etika",
    "story": "Bentuk naskah",
    "house": "Gaya selingkung",
}
_HEAD = """\
# Aturan pemeriksaan bahasa

{count} aturan, dicetak oleh `newsroom rules`. Temuan dinilai *salah* bila pasti, *perlu
diperiksa* bila mungkin, dan *saran* bila sekadar patut ditimbang. Dalam alasan, “…” adalah
yang ditemukan atau gantinya; dalam contoh, ¶ memisahkan paragraf
dan ␣ adalah spasi. Yang tanpa contoh ditanyakan kepada naskah sebelum diekspor
(`newsroom preflight`); di situ yang *salah* menghalangi ekspor."""
_FIELDS = {
    "kicker": "kicker",
    "headline": "judul",
    "subheadline": "subjudul",
    "caption": "keterangan foto",
    "alt": "teks alternatif foto",
    "body": "tubuh berita",
    "summary": "ringkasan",
}
_LONGEST = 300
_FILLED_IN = re.compile(r"\{\w+\}")

Entry = About | Requirement
"""What the page has a section on."""


def reference_json(abouts: Sequence[Entry]) -> list[dict[str, Any]]:
    """Return the rules by family; ``{text}`` and ``{fix}`` stand in messages as rules have them.

    What is only asked before an export has no examples.
    """
    none: dict[str, Any] = {"wrong": (), "right": ()}
    return [
        {"id": about.id, "family": about.family} | none | asdict(about) for about in _sorted(abouts)
    ]


def reference_lines(abouts: Sequence[Entry]) -> Iterator[str]:
    """Yield the lines of a Markdown page with a chapter for each family."""
    yield _HEAD.format(count=len(abouts))
    family = ""
    for about in _sorted(abouts):
        if about.family != family:
            family = about.family
            yield f"\n## {_FAMILIES[family]} (`{family}`)"
        yield from _section(about)


def _sorted(abouts: Sequence[Entry]) -> list[Entry]:
    """Return the rules by family; within one they stay in the order of the catalogue."""
    order = list(_FAMILIES)
    return sorted(abouts, key=lambda about: order.index(about.family))


def _section(about: Entry) -> Iterator[str]:
    message = _FILLED_IN.sub("…", about.message)
    yield f"\n### `{about.id}`\n"
    yield f"*{SEVERITY_WORDS[about.severity].capitalize()}.* {message}\n"
    yield f"Sumber: {about.source}."
    if isinstance(about, Requirement):
        yield "Ditanyakan sebelum ekspor."
        return
    if not about.quotes:
        yield "Kutipan tidak diperiksa."
    if about.fields:
        fields = ", ".join(_FIELDS[field] for field in about.fields)
        yield f"Hanya memeriksa {fields}."
    yield "\nDitandai:\n"
    for example in about.wrong:
        right = "" if example.right is None else f" → {_example(example.right)}"
        yield f"- {_example(example.wrong)}{right}"
    yield "\nTidak ditandai:\n"
    for text in about.right:
        yield f"- {_example(text)}"


def _example(text: str) -> str:
    """Return an example; of a long one, which is there for its length, how it begins."""
    if len(text) <= _LONGEST:
        return _code(text)
    return f"{_code(text[:_LONGEST].rpartition(' ')[0] + ' …')} ({word_count(text)} kata)"


def _code(text: str) -> str:
    """Return a text as Markdown shows it to the letter, in one line.

    >>> _code("Satu."), _code("a `b`")
    ('`Satu.`', '`` a `b` ``')
    """
    text = re.sub(" {2,}", lambda run: "␣" * len(run.group()), text)
    text = re.sub(r"\n+", " ¶ ", text)
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    pad = " " if len(fence) > 1 else ""
    return f"{fence}{pad}{text}{pad}{fence}"
