"""What a site made of a post otherwise than it was asked, and what to do about it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from newsroom.portal.push.fields import normal, normal_text
from newsroom.portal.push.words import status_words
from newsroom.portal.wordpress.media import RemoteMedia
from newsroom.portal.wordpress.posts import RemotePost

_TAG = re.compile(r"<([a-z][a-z0-9-]*)")
_ATTRIBUTE = re.compile(r"""\s([a-z][a-z-]*)=["']""")
_AROUND = 30
_ELEMENTS = {
    "iframe": "sematan (iframe)",
    "script": "skrip",
    "form": "formulir",
    "svg": "gambar SVG",
    "img": "foto",
    "figure": "foto",
    "a": "tautan",
    "table": "tabel",
    "blockquote": "kutipan",
    "video": "video",
    "audio": "audio",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that the site did not take as it was sent.

    ``message`` says what, ``advice`` what to do, both plain sentences.
    """

    field: str
    sent: str
    found: str
    message: str
    advice: str

    def as_json(self) -> dict[str, str]:
        """Return it as JSON takes it."""
        return {
            "field": self.field,
            "sent": self.sent,
            "found": self.found,
            "message": self.message,
            "advice": self.advice,
        }


@dataclass(frozen=True, slots=True)
class Names:
    """How people know the numbers that were sent: categories, tags, users."""

    categories: Mapping[int, str]
    tags: Mapping[int, str]
    author: str = ""


def differences(
    sent: Mapping[str, Any], found: RemotePost, names: Names, media: Sequence[RemoteMedia]
) -> Iterator[Difference]:
    """Compare what was sent with what was read back, field by field.

    ``media`` are the pictures that the text should show.
    """
    if "title" in sent and normal("title", sent["title"]) != normal("title", found.title):
        yield Difference(
            "title",
            str(sent["title"]),
            found.title,
            f"Judul di situs menjadi “{found.title}”.",
            "Samakan judulnya di situs, atau ubah di naskah lalu kirim lagi.",
        )
    if "content" in sent:
        yield from _of_content(str(sent["content"]), found.content, media)
    if "excerpt" in sent and normal("excerpt", sent["excerpt"]) != normal("excerpt", found.excerpt):
        yield Difference(
            "excerpt",
            str(sent["excerpt"]),
            found.excerpt,
            "Ringkasan di situs berbeda dari yang dikirim.",
            "Periksa ringkasan (kutipan) tulisan itu di situs.",
        )
    yield from _of_slug(sent, found)
    yield from _of_status(sent, found)
    yield from _of_terms(sent, found, names)
    yield from _of_picture(sent, found)
    yield from _of_author(sent, found, names)
    yield from _of_meta(sent, found)


def _of_content(sent: str, found: str, media: Sequence[RemoteMedia]) -> Iterator[Difference]:
    lost = [one.url for one in media if one.url in sent and one.url not in found]
    for url in lost:
        yield Difference(
            "content.image",
            url,
            "",
            f"Foto {url.rpartition('/')[2]} tidak ada lagi dalam tubuh berita di situs.",
            "Sisipkan foto itu dari pustaka media situs.",
        )
    one, other = normal("content", sent), normal("content", found)
    if one == other or lost:
        return
    message = _what_was_removed(one, other)
    advice = "Buka tulisan itu di situs, lalu periksa isinya."
    if message:
        advice = "Akun ini tidak berhak memasangnya. Minta redaktur situs melakukannya."
    yield Difference(
        "content",
        *_first_spot(one, other),
        message or "Tubuh berita di situs berbeda dari yang dikirim.",
        advice,
    )


def _what_was_removed(sent: str, found: str) -> str:
    """Return what of the markup is gone, in words; empty if it is the text that differs."""
    tags = Counter(_TAG.findall(sent)) - Counter(_TAG.findall(found))
    if tags:
        words = dict.fromkeys(_ELEMENTS.get(tag, f"<{tag}>") for tag in sorted(tags))
        return f"Situs membuang {', '.join(words)} dari tubuh berita."
    attributes = Counter(_ATTRIBUTE.findall(sent)) - Counter(_ATTRIBUTE.findall(found))
    if attributes:
        return (
            f"Situs membuang sebagian tanda dalam tubuh berita ({', '.join(sorted(attributes))})."
        )
    return ""


def _first_spot(one: str, other: str) -> tuple[str, str]:
    pairs = zip(one, other, strict=False)
    at = next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
    begin = max(at - _AROUND, 0)
    return one[begin : at + _AROUND], other[begin : at + _AROUND]


def _of_slug(sent: Mapping[str, Any], found: RemotePost) -> Iterator[Difference]:
    wanted = sent.get("slug")
    if not wanted or wanted == found.slug:
        return
    if found.slug:
        message = f"Alamat “{wanted}” sudah dipakai tulisan lain; situs memakai “{found.slug}”."
        advice = "Bila perlu, ubah alamat (slug) di naskah lalu kirim lagi."
    else:
        message = "Situs tidak menyimpan alamat (slug) yang dikirim."
        advice = f"Minta redaktur situs mengisinya saat menerbitkan: {wanted}."
    yield Difference("slug", str(wanted), found.slug, message, advice)


def _of_status(sent: Mapping[str, Any], found: RemotePost) -> Iterator[Difference]:
    wanted = sent.get("status")
    if wanted and wanted != found.status:
        yield Difference(
            "status",
            str(wanted),
            found.status,
            f"Status di situs: {status_words(found.status)}, bukan {status_words(str(wanted))}.",
            "Periksa tulisan itu di situs, dan ubah statusnya di sana bila perlu.",
        )
    if sent.get("date_gmt") is None:
        return
    when, there = normal("date_gmt", sent["date_gmt"]), normal("date_gmt", found.date_gmt)
    if when != there:
        yield Difference(
            "date",
            f"{when}Z",
            f"{there}Z" if there else "",
            "Waktu tayang di situs berbeda dari yang dikirim.",
            "Periksa waktu tayang tulisan itu di situs.",
        )


def _of_terms(sent: Mapping[str, Any], found: RemotePost, names: Names) -> Iterator[Difference]:
    for field, there, known, word in (
        ("categories", found.categories, names.categories, "Rubrik"),
        ("tags", found.tags, names.tags, "Tag"),
    ):
        for number in sent.get(field, ()):
            if number not in there:
                name = known.get(number, str(number))
                yield Difference(
                    field,
                    name,
                    "",
                    f"{word} “{name}” tidak terpasang di situs.",
                    "Pasang di situs; mungkin ia baru saja dihapus dari sana.",
                )


def _of_picture(sent: Mapping[str, Any], found: RemotePost) -> Iterator[Difference]:
    wanted = sent.get("featured_media")
    if wanted is not None and wanted != found.featured_media:
        yield Difference(
            "featured_media",
            str(wanted),
            str(found.featured_media),
            "Foto utama tidak terpasang di situs."
            if wanted
            else "Foto utama yang lama masih terpasang di situs.",
            "Atur foto utama (gambar andalan) tulisan itu di situs.",
        )


def _of_author(sent: Mapping[str, Any], found: RemotePost, names: Names) -> Iterator[Difference]:
    wanted = sent.get("author")
    if wanted and wanted != found.author:
        yield Difference(
            "author",
            names.author or str(wanted),
            str(found.author),
            "Penulis di situs berbeda dari yang dikirim.",
            "Minta redaktur situs memindahkan tulisan itu ke penulisnya.",
        )


def _of_meta(sent: Mapping[str, Any], found: RemotePost) -> Iterator[Difference]:
    ignored = []
    for key, value in (sent.get("meta") or {}).items():
        if key not in found.meta:
            ignored.append(key)
        elif normal_text(str(value)) != normal_text(str(found.meta[key])):
            yield Difference(
                f"meta.{key}",
                str(value),
                str(found.meta[key]),
                f"Bidang khusus {key} di situs berbeda dari yang dikirim.",
                "Periksa bidang khusus itu di situs.",
            )
    if ignored:
        yield Difference(
            "meta",
            ", ".join(ignored),
            "",
            f"Situs tidak menyimpan bidang khusus: {', '.join(ignored)}.",
            "Bila bidang itu dipakai, minta pengelola situs membukanya lewat pintu data situs "
            "(REST API: register_post_meta, show_in_rest), atau pakai paket impor.",
        )
