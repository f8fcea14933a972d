"""Stories for the tests of the forms, and what they are made of."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from newsroom.exchange.formats import Form, Material, Pictures
from newsroom.exchange.sent_pictures import PRINT, SentPicture, sent_pictures
from newsroom.portal.profile import PhotoLimits, load_profile
from newsroom.resources import resource
from newsroom.story.dateline import Dateline
from newsroom.story.story import Photo, Story

PROFILE = load_profile("infobanten")
PICTURE = resource("samples", "perahu-pustaka.jpg")
BODY = """\
Perahu **tiba** di dermaga _Labuan_, Selasa (14/5/2024), kata “Karta”.

Baca juga: [Buku Baru](/2024/buku-baru)

## Isi Perahu

- Buku cerita
- Buku resep
    1. Ikan
    2. Sayur
- Atlas

> “Kami siap,” kata Karta.

| Buku | Jumlah |
|---|---|
| Cerita | 800 |
| Resep | 400 |

![](rak.jpg)

Luas rak 5 m<sup>2</sup>, lihat [daftarnya](https://buku.example/daftar?a=1&b=2)."""
STORY = Story(
    id="0a1b2c3d4e5f60718293a4b5c6d7e8f9",
    headline="Perahu Pustaka Singgah di Labuan",
    kicker="Literasi",
    subheadline="Warga pesisir menyambutnya",
    body=BODY,
    dateline=Dateline("Pandeglang", "infobanten.id"),
    byline=("Ratna Andaian", "Wati Misal"),
    editor="Edi Umpama",
    section="Pendidikan",
    tags=("Buku", "Nelayan"),
    summary="Perahu itu membawa 1.200 buku.",
    closing="(*)",
    photos=(
        Photo("perahu.jpg", "Perahu di dermaga.", "Ratna Andaian", "Perahu kayu", lead=True),
        Photo("rak.jpg", "Rak buku.", "Bayu Contoh/Antara", 'Rak "penuh" & rapi'),
    ),
    revision=3,
    created=datetime(2024, 5, 16, 1, 0, tzinfo=UTC),
    updated=datetime(2024, 5, 17, 1, 2, 3, tzinfo=UTC),
)

SIGNS = "Kata\x0b \x00“Karta” 'kami' \"siap\" & <5 ]]> 🚤 \u2028 selesai"
"""What one form or another might trip over."""

AWKWARD = {
    "signs in every field": replace(
        STORY,
        **dict.fromkeys(("headline", "kicker", "subheadline", "summary", "closing"), SIGNS),
        body=f"{SIGNS}\n\n- {SIGNS}\n\n| {SIGNS} | b |\n|---|---|\n| {SIGNS} | ]]> |",
        byline=(SIGNS,),
        tags=(SIGNS, "a, b"),
        photos=tuple(replace(one, caption=SIGNS, credit=SIGNS, alt=SIGNS) for one in STORY.photos),
    ),
    "no text": replace(STORY, body=""),
    "no photos": replace(STORY, photos=()),
    "nothing but a headline": Story(headline="Panen", updated=STORY.updated),
    "nothing at all": Story(updated=STORY.updated),
    "very long": replace(STORY, headline="Kata " * 200, body=f"{'Kata benar. ' * 200}\n\n" * 50),
}


def made(form: Form, story: Story = STORY, link: str = "") -> bytes:
    """Return a story in a form; each of its photos is the sample's picture."""
    return form.write(material(story, form.pictures, link))


def material(story: Story = STORY, pictures: Pictures = Pictures.WEB, link: str = "") -> Material:
    """Return what the forms are made of."""
    limits = PRINT if pictures is Pictures.PRINT else PROFILE.photo
    sent = () if pictures is Pictures.NONE else _sent(story.photos, limits)
    return Material(story, PROFILE, (*sent,), link=link)


@cache
def _sent(photos: tuple[Photo, ...], limits: PhotoLimits) -> Sequence[SentPicture]:
    def find(_: Photo) -> Path:
        return PICTURE

    return sent_pictures(Story(photos=photos), limits, find, PROFILE.media_url)


def stream(data: bytes) -> io.BytesIO:
    """Return bytes as a file."""
    return io.BytesIO(data)
