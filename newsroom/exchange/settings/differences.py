"""What taking over other settings would change, told line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from newsroom.exchange.settings.settings import Settings
from newsroom.exchange.templates import shipped_texts

_PORTAL = {
    "title": "Nama portal",
    "site": "Alamat situs",
    "time_zone": "Zona waktu",
    "source": "Sumber dateline",
    "datelines": "Dateline portal",
    "closing": "Penutup bila kosong",
    "closings": "Kode penutup",
    "captions": "Pembuka keterangan foto",
    "default_author": "Login penulis bila kosong",
    "default_status": "Status di situs",
    "editor": "Editor situs",
    "staging": "Folder titipan foto",
    "limits.headline": "Batas judul",
    "limits.lead_words": "Batas teras",
    "limits.summary": "Batas ringkasan",
    "photo.longest_side": "Sisi terpanjang foto",
    "photo.quality": "Mutu foto",
    "photo.max_bytes": "Besar berkas foto",
    "authors": "Penulis",
    "sections": "Rubrik",
}
_HOUSE = {
    "off": "Aturan yang tidak dipakai",
    "severity": "Tingkat aturan",
    "words": "Kata yang benar",
    "honorifics": "Sapaan",
    "quotes": "Tanda petik",
    "phrases": "Istilah",
    "headline.longest": "Huruf paling banyak dalam judul",
    "headline.words": "Kata paling banyak dalam judul",
    "dateline.patterns": "Dateline yang diperiksa",
    "notes.place": "Letak ralat dan tautan hak jawab",
    "notes.correction": "Bunyi ralat",
    "notes.answers": "Tautan ke berita yang dijawab",
    "notes.answered": "Tautan ke hak jawab",
    "notes.corrects": "Tautan ke berita yang diralat",
    "notes.corrected": "Tautan ke berita ralat",
    "notes.withdrawal": "Bunyi pencabutan",
    "notes.withdrawn_headline": "Judul berita yang dicabut",
    "checklist": "Daftar periksa",
}
_WORDS = {
    "curly": "lengkung",
    "straight": "lurus",
    "top": "di atas berita",
    "bottom": "di akhir berita",
    "draft": "draf",
    "pending": "menunggu tinjauan",
    "blocks": "editor blok",
    "classic": "Classic Editor",
    "": "kosong",
}
_LONGEST = 80  # characters of a value
_NAMED = 4  # so many names are told, of more only how many


def differences(before: Settings, after: Settings) -> list[tuple[str, str]]:
    """Return what differs: its name and how it does, in the order of the settings' pages.

    >>> differences(Settings('title = "Lama"'), Settings('title = "Baru"'))
    [('Nama portal', '“Lama” menjadi “Baru”')]
    """
    return [
        *_of_values(_PORTAL, before.portal_values, after.portal_values),
        *_of_values(_HOUSE, before.house_values, after.house_values),
        *_of_templates(before.templates, after.templates),
    ]


def _of_values(
    labels: Mapping[str, str], before: Mapping[str, Any], after: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    told: set[str] = set()
    for place, label in labels.items():
        key, _, part = place.partition(".")
        told.add(key)
        old, new = before.get(key), after.get(key)
        if part:
            old, new = (old or {}).get(part), (new or {}).get(part)
        if old != new and (old or new):
            yield label, _how(old, new)
    for key in sorted({*before, *after} - told):
        if before.get(key) != after.get(key):
            yield key, "berubah"


def _how(old: Any, new: Any) -> str:
    sides = (old, new)
    if any(isinstance(side, Mapping) for side in sides):
        return _of_tables(old or {}, new or {})
    if any(isinstance(side, list) for side in sides):
        rows = (*(old or ()), *(new or ()))
        if any(isinstance(row, Mapping) for row in rows):
            return _of_tables(_by_slug(old or ()), _by_slug(new or ()))
        return _of_tables(dict.fromkeys(old or (), 0), dict.fromkeys(new or (), 0))
    return f"{_said(old)} menjadi {_said(new)}"


def _by_slug(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    return {str(row.get("slug", row.get("text"))): row for row in rows}


def _of_tables(old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    there = [key for key in old if key in new]
    parts = [
        f"{what} {_listed(keys)}"
        for what, keys in (
            ("ditambah", [key for key in new if key not in old]),
            ("dihapus", [key for key in old if key not in new]),
            ("diubah", [key for key in there if old[key] != new[key]]),
        )
        if keys
    ]
    if there != [key for key in new if key in old]:
        parts.append("urutannya lain")
    return "; ".join(parts)


def _of_templates(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    shipped = shipped_texts()
    for file in sorted({*before, *after}):
        old, new = before.get(file), after.get(file)
        if old == new:
            continue
        if old is None:
            how = "menggantikan templat bawaan" if file in shipped else "baru"
        else:
            how = "dihapus" if new is None else "diubah"
        yield f"Templat {file}", how


def _listed(names: Iterable[str]) -> str:
    all_names = [f"“{_short(name)}”" for name in names]
    if len(all_names) > _NAMED:
        return f"{', '.join(all_names[:_NAMED])}, dan {len(all_names) - _NAMED} lagi"
    return ", ".join(all_names)


def _said(value: object) -> str:
    if isinstance(value, int):
        return f"{value:,}".replace(",", ".")
    text = "" if value is None else _short(str(value))
    return _WORDS.get(text, f"“{text}”")


def _short(text: str) -> str:
    """Return a text in one line, of which no more is told than is to be seen."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()} …"
