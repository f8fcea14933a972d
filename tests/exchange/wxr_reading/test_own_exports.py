"""What the program itself wrote for a portal is read back as the same stories."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsroom.exchange.article import Attachment, make_article, told_apart
from newsroom.exchange.on_site import OnSite
from newsroom.exchange.unpacked import keep_picture
from newsroom.exchange.wxr import write_joint_wxr
from newsroom.exchange.wxr_reading.opening import wxr_files
from newsroom.exchange.wxr_reading.reading import RawPost, posts, survey
from newsroom.exchange.wxr_reading.story import post_of
from newsroom.portal.profile import Profile, load_profile
from newsroom.story.story import Photo, Story

PROFILE = replace(load_profile("infobanten"), closing="")
BODY = """Panen ]]> padi & *jagung* di **Kampung Rekaan**.

![Sawah](sawah.jpg)

## Hasil

- padi
- jagung
    - manis

Lalu:

3. tiga
4. empat

> Kami menunggu.

> Sampai pagi.
> — Wati Misal, petani

| Desa | Ton |
|---|---|
| Rekaan | 1.250 |

Baca juga: [Musim tanam](https://kabar.example/?p=1&q=2)

https://www.youtube.com/watch?v=a_b--c

---

Akhir."""
STORIES = (
    Story(
        headline='Padi "Rekaan" ]]> & Jagung 🙂',
        body=BODY,
        byline=("Wati Misal",),
        section="Politik",
        tags=("Padi & Jagung", "Umum"),
        summary="Panen & pasar.",
        slug="padi-rekaan",
        publish=datetime(2024, 5, 17, 1, tzinfo=UTC),
        photos=(
            Photo("utama.jpg", caption="Panen.", credit="Rina", alt="Petani", lead=True),
            Photo("sawah.jpg", caption="Sawah “rekaan”.", credit="Rina", alt="Sawah"),
        ),
    ),
    Story(
        headline="Jadwal Rekaan",
        body="Perahu berangkat.",
        byline=("Karta Andaian",),
        section="Politik",
        slug="jadwal",
        publish=datetime(2024, 5, 17, 1, tzinfo=UTC),
    ),
)


def sent(story: Story, profile: Profile) -> list[Attachment]:
    size = OnSite(width=1600, height=900)
    return [
        Attachment(one, f"nr-{one.file}", profile.media_url(f"nr-{one.file}"), size)
        for one in story.photos
    ]


@pytest.mark.parametrize("editor", ["blocks", "classic"])
def test_several_stories_come_back(editor: str, tmp_path: Path) -> None:
    profile = replace(PROFILE, editor=editor)
    articles = [make_article(one, profile, sent(one, profile)) for one in STORIES]
    file = tmp_path / "artikel.wxr.xml"
    file.write_bytes(write_joint_wxr(told_apart(articles), profile))

    files = wxr_files(file)
    found = [post for one in files for post in posts(one, survey(files).media)]
    raw = [one for one in found if isinstance(one, RawPost)]
    padi, jadwal = (post_of(one.item, one.site, one.media, keep_picture).story for one in raw)

    assert (padi.headline, jadwal.headline) == tuple(one.headline for one in STORIES)
    address = profile.media_url("nr-sawah.jpg")
    body = BODY.replace("(sawah.jpg)", f"({address})")
    assert padi.body == body.replace("pagi.\n> —", "pagi.\n\n> —")  # the same to the dialect
    assert jadwal.body == "Perahu berangkat."
    for made, story in zip((padi, jadwal), STORIES, strict=True):
        assert (made.slug, made.summary, made.tags) == (story.slug, story.summary, story.tags)
        assert (made.byline, made.section) == (story.byline, story.section)
        assert [(one.caption, one.credit, one.alt, one.lead) for one in made.photos] == [
            (one.caption, one.credit, one.alt, one.lead) for one in story.photos
        ]
