from __future__ import annotations

from datetime import UTC, datetime

from lxml import html as lxml_html

from newsroom.exchange.page import page_html
from newsroom.portal.profile import load_profile
from newsroom.story.dateline import Dateline
from newsroom.story.story import Photo, Story

PROFILE = load_profile("infobanten")
STORY = Story(
    kicker="Literasi",
    headline="Perahu <Buku> & Warga",
    subheadline="Seribu buku menyeberang",
    body="Perahu *tiba*.\n\n## Rak\n\n![](rak.jpg)\n\nSelesai.",
    dateline=Dateline(place="Serang"),
    byline=("Ratna Contoh", "Budi Contoh"),
    tags=("Buku", "Anak & Laut"),
    embargo=datetime.fromisoformat("2019-06-20T11:42:00+08:00"),
    photos=(
        Photo("perahu.jpg", caption="Perahu <tiba>.", credit="Ratna", alt='Perahu "biru"'),
        Photo("rak.jpg", caption="Rak buku."),
    ),
)


def page(story: Story, **urls: str) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(
        page_html(story, PROFILE, lambda photo: urls.get(photo.file.partition(".")[0], ""))
    )


def test_everything_stands_on_the_page_in_its_order() -> None:
    shown = page(STORY, perahu="photo:1", rak="photo:2")

    text = " ".join(shown.body.text_content().split())
    assert text == (
        "Literasi Perahu <Buku> & Warga Seribu buku menyeberang"
        " Ratna Contoh, Budi Contoh – Kamis, 20 Juni 2019 10.42 WIB"
        " Perahu <tiba>. (Foto: Ratna)"
        " SERANG, infobanten.id – Perahu tiba. Rak Rak buku. Selesai. (*)"
        " #Buku · #Anak & Laut"
    )
    pictures = [(one.get("src"), one.get("alt")) for one in shown.iter("img")]
    assert pictures == [("photo:1", 'Perahu "biru"'), ("photo:2", "")]


def test_only_what_qt_shows_is_used() -> None:
    shown = page(STORY, perahu="photo:1", rak="photo:2")

    assert {str(one.tag) for one in shown.body.iter()} <= {
        *("body", "p", "h1", "h2", "img", "b", "strong", "em")
    }


def test_a_lead_without_picture_shows_its_caption() -> None:
    shown = page(STORY)

    assert not [*shown.iter("img")]
    assert "Perahu <tiba>. (Foto: Ratna)" in shown.text_content()
    assert "Rak buku." not in shown.text_content()


def test_the_last_change_dates_a_story_without_embargo() -> None:
    story = Story(headline="A", updated=datetime(2024, 1, 1, 17, 5, tzinfo=UTC))

    assert "Selasa, 2 Januari 2024 00.05 WIB" in page(story).text_content()


def test_an_empty_story_is_a_page_with_the_time_alone() -> None:
    shown = page(Story(updated=datetime(2024, 1, 1, tzinfo=UTC)))

    assert shown.body.text_content().strip() == "Senin, 1 Januari 2024 07.00 WIB"


def test_whom_a_quotation_is_from_stands_below_it() -> None:
    quote = ">> Besar <cite>sekali</cite>.\n>> — Wati Misal\n\nSelesai."
    shown = page(Story(headline="A", body=quote))

    (whole,) = shown.iter("blockquote")
    assert whole.get("class") == "kutipan-besar"
    assert [(one.get("class"), one.text_content()) for one in whole] == [
        (None, "Besar sekali."),
        ("source", "Wati Misal"),
    ]


def test_the_pictures_of_a_gallery_stand_side_by_side() -> None:
    photos = tuple(Photo(f"{name}.jpg", caption=f"Foto {name}.") for name in "abcd")
    body = "Warga.\n\n![](a.jpg) ![](b.jpg) ![](c.jpg) ![](d.jpg)\n\nSelesai."
    lead = Photo("perahu.jpg", lead=True)
    story = Story(headline="Panen", body=body, photos=(lead, *photos))

    gallery = page(story, a="photo:1", b="photo:2", c="photo:3", d="photo:4").find(".//table")

    assert gallery is not None
    rows = [[picture.get("src") for picture in row.iter("img")] for row in gallery.iter("tr")]
    assert rows == [["photo:1#3", "photo:2#3", "photo:3#3"], ["photo:4#3"]]
    captions = [one.text_content() for one in gallery.find_class("caption")]
    assert captions == ["Foto a.", "Foto b.", "Foto c.", "Foto d."]
