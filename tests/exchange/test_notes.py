"""The notes in what portals and previews are given."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import html as lxml_html

from newsroom.app import EXPORTS, Newsroom
from newsroom.app.exporting import is_own
from newsroom.exchange.article import Attachment, make_article
from newsroom.exchange.html import body_html
from newsroom.exchange.page import page_html
from newsroom.portal.profile import load_profile
from newsroom.resources import resource
from newsroom.story.aftermath import Correction, StoryLink, Withdrawal
from newsroom.story.dateline import Dateline
from newsroom.story.notes import NoteStyle
from newsroom.story.story import Photo, Story
from newsroom.story.workflow import Status
from tests.exchange.test_nothing_of_sources import contents

PROFILE = load_profile("infobanten")
AT = datetime.fromisoformat("2026-03-05T08:00:00+07:00")
SECRET = "Anak bernama Tirta"
STORY = Story(
    headline="Warga <Rekaan> Panen",
    body=f"{SECRET} ikut panen.",
    section="Pendidikan",
    tags=("Tirta",),
    dateline=Dateline("SERANG", "infobanten.id"),
    status=Status.CORRECTED,
    corrections=(Correction(AT, "Semula <b>40</b> petani & 2 lumbung."),),
    photos=(Photo("panen.jpg", caption=SECRET, credit="Rina", alt=SECRET, lead=True),),
)
WITHDRAWN = replace(STORY, status=Status.WITHDRAWN, withdrawal=Withdrawal(AT, "Demi <anak>"))


def paragraphs(html: str) -> list[tuple[str, str]]:
    root = lxml_html.fragment_fromstring(html, create_parent="div")
    return [(one.get("class", ""), one.text_content()) for one in root.iter("p")]


def test_a_correction_follows_the_text_and_what_a_person_typed_stays_text() -> None:
    found = paragraphs(body_html(STORY, PROFILE))
    assert found[0][1].endswith("ikut panen. (*)")
    assert found[-1] == (
        "ralat",
        "Ralat, Kamis (5/3/2026) pukul 08.00 WIB: Semula <b>40</b> petani & 2 lumbung.",
    )


def test_a_house_may_have_it_above_the_dateline() -> None:
    dressed = replace(PROFILE, notes=NoteStyle(on_top=True))
    found = paragraphs(body_html(STORY, dressed))
    assert [kind for kind, _ in found] == ["ralat", ""]
    assert found[1][1].startswith("SERANG, infobanten.id – ")


def test_links_lead_to_the_other_side_where_it_has_an_address() -> None:
    answer = replace(
        STORY,
        corrections=(),
        answers=StoryLink("Panen Gagal", "https://contoh.id/panen?a=1&b=2"),
        answered_by=(StoryLink("Jawaban", "javascript:alert(1)"),),
    )
    html = body_html(answer, PROFILE)
    assert '<a href="https://contoh.id/panen?a=1&amp;b=2">Panen Gagal</a></p>' in html
    assert "javascript" not in html
    assert paragraphs(html)[-1] == ("hak-jawab", "Hak jawab atas berita ini: Jawaban")


def test_nothing_but_the_announcement_is_left_of_a_withdrawn_story() -> None:
    told = "Berita ini dicabut redaksi pada Kamis (5/3/2026) pukul 08.00 WIB: Demi <anak>."
    ((kind, words),) = paragraphs(body_html(WITHDRAWN, PROFILE))
    assert (kind, words.startswith(told)) == ("cabut-berita", True)
    attachment = Attachment(WITHDRAWN.photos[0], "nr-1.jpg", "https://contoh.id/nr-1.jpg")
    article = make_article(WITHDRAWN, PROFILE, [attachment])
    assert (article.title, article.attachments, article.tags) == (STORY.headline, (), ())
    page = page_html(WITHDRAWN, PROFILE, lambda _: "foto.jpg")
    for text in (article.content, str(article.fields), article.excerpt, page):
        assert "Tirta" not in text
    assert "Warga &lt;Rekaan&gt; Panen" in page


def test_a_bundle_holds_the_announcement_in_the_houses_words(tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path / "data")
    house = newsroom.home / "house"
    house.mkdir(parents=True)
    (house / "kabar.toml").write_text(
        '[notes]\nwithdrawal = "DICABUT {tanggal}. {isi}"\n'
        'withdrawn_headline = "Dicabut: {judul}"\n',
        encoding="utf-8",
    )
    photo = replace(STORY.photos[0], file=str(resource("samples", "perahu-pustaka.jpg")))
    story = replace(WITHDRAWN, photos=(photo,))
    path = newsroom.export(
        story, "bundle", tmp_path / "a.zip", newsroom.profile(), None, house="kabar"
    )
    with ZipFile(path) as bundle:
        names = bundle.namelist()
        whole = b"".join(map(bundle.read, names)).decode("utf-8", "replace")
    assert not any(name.startswith("media/") for name in names)
    assert "DICABUT 5/3/2026." in whole
    assert "Dicabut: Warga" in whole
    assert "Tirta" not in whole


@pytest.mark.parametrize("form", [form for form in EXPORTS if not is_own(form)])
def test_no_form_for_others_holds_what_was_withdrawn(form: str, tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path / "data")
    photo = replace(STORY.photos[0], file=str(resource("samples", "perahu-pustaka.jpg")))
    story = replace(WITHDRAWN, photos=(photo,), summary=SECRET, social=SECRET)
    path = newsroom.export(story, form, tmp_path / "keluar", newsroom.profile(), None)
    assert b"Tirta" not in contents(path)
    corrected = replace(story, status=Status.CORRECTED)
    path = newsroom.export(corrected, form, tmp_path / "lagi", newsroom.profile(), None)
    assert b"Tirta" in contents(path)
