"""What was changed on a site comes back into the story, and nothing else of it changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsroom.exchange.article import Attachment, make_article
from newsroom.exchange.from_site import TakenBack, taken_back
from newsroom.portal.profile import load_profile
from newsroom.story.dateline import Dateline
from newsroom.story.story import Photo, Story

PROFILE = load_profile("infobanten")
LEAD = Photo("satu.jpg", "Petani memanen.", "Rina Contoh", "Petani", lead=True, digest="a")
PLACED = Photo("dua.jpg", "Padi dijemur.", "Rina Contoh", "Padi", digest="b")
LOOSE = Photo("tiga.jpg", "Balai desa.", "Rina Contoh", "Balai", digest="c")
BODY = """Warga **panen** padi & bersyukur.

![Padi](dua.jpg)

Baca juga: [Sawah Rekaan](https://a.example/sawah/)

> Kami senang.
>
> — Karta, petani

## Jadwal

- satu
- dua

Selesai."""
STORY = Story(
    headline="Panen",
    body=BODY,
    photos=(LEAD, PLACED, LOOSE),
    dateline=Dateline(place="SERANG", source=PROFILE.source),
)


def content(story: Story = STORY) -> str:
    """Return the content of a story as a site has it."""
    attached = [
        Attachment(photo, f"nr-{photo.digest}.jpg", f"https://kabar.example/nr-{photo.digest}.jpg")
        for photo in story.photos
    ]
    return make_article(story, PROFILE, attached).content


def back(found: str, story: Story = STORY) -> TakenBack:
    return taken_back(story, PROFILE, content(story), found)


def test_what_was_not_changed_stays_to_the_letter():
    assert back(content()) == TakenBack(BODY, STORY.photos, ())


@pytest.mark.parametrize(
    ("there", "changed"),
    [
        ("bersyukur", "gembira"),  # in the paragraph that the dateline opens
        ("Selesai", "Sudah usai"),  # in that which the closing code ends
        ("Sawah Rekaan", "Sawah Baru"),
        ("Kami senang", "Kami puas"),
        ("satu", "pertama"),
        ("Jadwal", "Agenda"),
    ],
)
def test_a_change_is_taken_without_the_marks_of_the_portal(there, changed):
    taken = back(content().replace(there, changed))
    assert taken.body == BODY.replace(there, changed)


def test_a_new_paragraph_comes_and_one_that_went_goes():
    one = "<!-- wp:paragraph -->\n<p>Kata ketua.</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:heading"
    found = content().replace("<!-- wp:heading", one)
    assert back(found).body == BODY.replace("## Jadwal", "Kata ketua.\n\n## Jadwal")
    start, end = found.index("<!-- wp:quote"), found.index("<!-- /wp:quote -->")
    found = found[:start] + found[end + len("<!-- /wp:quote -->") :]
    assert "Kami senang" not in back(found).body


def test_a_caption_is_a_photo_s_and_no_text():
    taken = back(content().replace("Padi dijemur.", "Padi kering."))
    assert taken.body == BODY
    assert taken.photos == (LEAD, replace(PLACED, caption="Padi kering."), LOOSE)


def test_a_picture_that_the_story_lacks_is_named():
    other = (
        '<figure class="wp-block-image"><img src="https://kabar.example/lain.jpg" alt=""/></figure>'
    )
    taken = back(content() + f"\n\n<!-- wp:image -->\n{other}\n<!-- /wp:image -->")
    assert (taken.body, taken.unknown) == (BODY, ("https://kabar.example/lain.jpg",))


def test_a_gallery_stays_where_it_is():
    body = "Warga panen.\n\n![Padi](dua.jpg) ![Balai](tiga.jpg)\n\nSelesai."
    story = replace(STORY, body=body)
    taken = back(content(story).replace("Selesai", "Usai"), story)
    assert taken.body == body.replace("Selesai", "Usai")
