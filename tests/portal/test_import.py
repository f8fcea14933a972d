"""An exported story brought into a real WordPress the way its instructions say."""

from __future__ import annotations

import html
import shutil
from dataclasses import dataclass, replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zipfile import ZipFile

import pytest
from lxml import etree
from lxml.html import HtmlElement, document_fromstring, fragment_fromstring
from PIL import Image

from newsroom.exchange.bundle import write_bundle, write_joint_bundle
from newsroom.portal.profile import Profile, Section, load_profile
from newsroom.story.dateline import Dateline
from newsroom.story.story import Photo, Story

HEADLINE = "Perahu Pustaka “Ombak & Aksara” Singgah di Pulau Tirtamaya"
PARAGRAPHS = (
    "Perahu pustaka milik Yayasan Ombak & Aksara membawa 1.200 buku ke Pulau Tirtamaya.",
    "“Anak-anak sudah menunggu di dermaga sejak subuh,” kata Nur’aini Sulaksmi, penjaga perahu.",
    "Judul yang paling dicari ialah Si Kancil ]]> Naik Perahu; sisanya < 40 buku per rak.",
    "Penyair tamu, Zoë Çelikoğlu 🙂, membacakan puisi dan berkata 'sampai jumpa'.",
)
STORY = Story(
    headline=HEADLINE,
    body="\n\n".join(
        (
            PARAGRAPHS[0].replace("1.200 buku", "**1.200 buku**"),
            PARAGRAPHS[1],
            "## Buku yang dicari",
            PARAGRAPHS[2],
            PARAGRAPHS[3].replace("puisi", "[puisi](https://pustaka.example/puisi?a=1&b=2)"),
        )
    ),
    dateline=Dateline(place="Tirtamaya"),
    byline=("Ratna Wulandari Contoh",),
    section="Literasi & Budaya",
    tags=("Perahu Pustaka", "Buku & Anak"),
    slug="perahu-pustaka-singgah",
    summary="Perahu pustaka membawa 1.200 buku & seorang “penyair” ke Pulau Tirtamaya.",
    # Half past eight in Makassar is half past seven in the portal's Jakarta.
    embargo=datetime.fromisoformat("2024-05-17T08:30:00+08:00"),
    closing="(*)",
    photos=(
        Photo(
            "rak.jpg",
            caption="Rak buku di geladak perahu pustaka, Jumat (17/5/2024).",
            credit="Ratna Contoh",
            alt="Rak buku",
        ),
        Photo(
            "perahu.jpg",
            caption="Warga menyambut perahu “Ombak & Aksara” di dermaga.",
            credit="Dok. Yayasan Ombak & Aksara",
            alt="Perahu kayu “biru” & warga di dermaga",
            taken=date(2024, 5, 17),
            lead=True,
        ),
    ),
)
LEAD, OTHER = STORY.photos[1], STORY.photos[0]

FURTHER = replace(
    STORY,
    headline="Perahu Pustaka Kembali",
    slug="perahu-pustaka-kembali",
    byline=("Ratna Wulandari Contoh", "Karta Andaian"),
    contributors=("Wati Misal", "Joko Umpama"),
    other_sections=("Jelajah", "Astrologi"),
    topic="Tahun Baca & Tulis",
    search_title="Perahu Pustaka “Kembali” & Membaca",
    search_description="Perahu pustaka kembali < dua pekan.",
    social="Perahu pustaka kembali! 🙂 #literasi",
    canonical="https://kabar.example/perahu?a=1&b=2",
    # Two in the afternoon in Jayapura is noon in the portal's Jakarta.
    event=datetime.fromisoformat("2024-05-16T14:00:00+09:00"),
    deadline=datetime.fromisoformat("2024-05-16T20:00:00+07:00"),
    publish=datetime.fromisoformat("2031-03-01T09:15:00+09:00"),
    photos=(),
)

AT_ONE_TIME = datetime.fromisoformat("2024-05-20T07:00:00+07:00")
SEVERAL = (
    Story(
        headline='Padi "Rekaan" & ‘Misal’ ]]> di Sawah 🙂 👩\u200d🌾\x0b\x00 <b>',
        body="Padi\x0b dipanen ]]> hari ini.\n\n![](padi1.jpg) ![](padi2.jpg)\n\nAkhir.",
        byline=("Ratna Wulandari Contoh",),
        section="Wisata",
        tags=("Padi ]]> & Jagung", "Umum"),
        slug="padi-rekaan",
        embargo=AT_ONE_TIME,
        photos=tuple(
            Photo(f"padi{n}.jpg", caption="Padi dipanen.", credit="Ratna", lead=n == 3)
            for n in (1, 2, 3)
        ),
    ),
    *(
        Story(
            headline="Jadwal Perahu Rekaan",
            body=f"Perahu berangkat dari {harbour}.",
            byline=(name,),
            section=section,
            tags=("Perahu Rekaan", "umum"),
            slug="jadwal-perahu-rekaan",
            embargo=AT_ONE_TIME,
            photos=(Photo("padi3.jpg", caption=caption, credit="Ratna", lead=True),),
        )
        for harbour, name, section, caption in (
            ("Tirtamaya", "Ratna Wulandari Contoh", "Wisata", "Padi dipanen."),
            ("Andaian", "Karta Andaian", "Jelajah", "Padi diangkut."),
        )
    ),
)

HOSTILE = Story(
    headline="Siaran <script>curi('judul')</script> Palsu <img src=x onerror=curi('judul')>",
    body="""\
Kalimat pembuka <script>curi("badan")</script> berita.

<p onclick="curi('klik')">Kalimat dengan pengendali.</p>

<img src="x" onerror="curi('gambar')"> <svg onload="curi('svg')"></svg>

[Tautan jahat](javascript:curi('tautan')) dan <a href="JaVa&#10;Script:curi('huruf')">yang lain</a>.

[Tautan data](data:text/html,<script>curi(1)</script>)

<iframe src="https://jahat.example/"></iframe>

<!-- wp:html --><script>curi("blok")</script><!-- /wp:html -->

Kalimat penutup.
""",
    byline=("Ratna Wulandari Contoh",),
    section="Literasi & Budaya",
    tags=("<script>curi('tag')</script>",),
    slug="siaran-palsu",
    summary="Ringkasan <script>curi('ringkasan')</script> berita.",
    embargo=datetime.fromisoformat("2024-05-18T09:00:00+07:00"),
    photos=(
        Photo(
            "rak.jpg",
            caption="Keterangan <script>curi('keterangan')</script> foto",
            credit="<b onmouseover=curi('kredit')>Kredit</b>",
            alt="\"><script>curi('alt')</script>",
        ),
        Photo("perahu.jpg", caption="Foto <img src=x onerror=curi('kedua')> kedua", credit="Ratna"),
    ),
)


@dataclass(frozen=True)
class Imported:
    """A story's bundle, what the import said of it, and the site afterwards."""

    report: Any
    wxr: Path
    dump: Any
    post: Any

    def media(self, caption: str) -> Any:
        (found,) = (
            item for item in self.dump["media"] if caption in html.unescape(item["excerpt"])
        )
        return found


@pytest.fixture(scope="module")
def profile(wordpress: Any) -> Profile:
    return replace(
        load_profile("infobanten"),
        site=wordpress.url,
        time_zone="Asia/Jakarta",
        datelines=("{PLACE}, {source} – ",),
        source="portal.example",
        sections=(
            Section("Ragam", "ragam"),
            Section("Literasi & Budaya", "literasi-budaya", parent="ragam"),
            Section("Wisata", "wisata"),
            Section("Jelajah", "jelajah", parent="wisata"),
        ),
        authors={"Ratna Wulandari Contoh": "penulis"},
    )


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("foto")
    Image.new("RGB", (900, 600), "seagreen").save(folder / "rak.jpg")
    Image.new("RGB", (1200, 800), "steelblue").save(folder / "perahu.jpg")
    for number, colour in enumerate(("gold", "khaki", "olive"), 1):
        Image.new("RGB", (800, 500 + number), colour).save(folder / f"padi{number}.jpg")
    return folder


def bring_in(
    story: Story, profile: Profile, pictures: Path, wordpress: Any, work: Path
) -> Imported:
    """Export a story and import it as the bundle's instructions tell the portal's staff to."""
    bundle = write_bundle(story, profile, lambda photo: pictures / photo.file, work)
    report, wxr = bring_in_bundle(bundle, profile, wordpress, work)
    dump = wordpress.dump()
    (post,) = (post for post in dump["posts"] if post["slug"] == story.slug)
    return Imported(report, wxr, dump, post)


def bring_in_bundle(bundle: Path, profile: Profile, wordpress: Any, work: Path) -> tuple[Any, Path]:
    """Import a bundle; returns what the import said of it, and its import file."""
    staging = wordpress.folder / "www" / profile.staging
    staging.mkdir(parents=True, exist_ok=True)
    with ZipFile(bundle) as archive:
        names = archive.namelist()
        notes = archive.read("BACA-SAYA-IMPOR.txt").decode()
        assert (profile.staging in notes) == any(name.startswith("media/") for name in names)
        wxr = Path(archive.extract("artikel.wxr.xml", work))
        for name in names:
            if name.startswith("media/"):
                (staging / Path(name).name).write_bytes(archive.read(name))
    report = wordpress.import_wxr(wxr)
    shutil.rmtree(staging)
    return report, wxr


@pytest.fixture(scope="module")
def imported(
    profile: Profile, pictures: Path, wordpress: Any, tmp_path_factory: pytest.TempPathFactory
) -> Imported:
    return bring_in(STORY, profile, pictures, wordpress, tmp_path_factory.mktemp("paket"))


def parsed(content: str) -> HtmlElement:
    return fragment_fromstring(content, create_parent="article")


def test_everything_is_taken_over(imported: Imported) -> None:
    assert imported.report["problems"] == []
    assert imported.report["existing"] == {}
    assert len(imported.report["created"]) == 3


def test_text_is_whole(imported: Imported) -> None:
    article = parsed(imported.post["content"])
    assert [paragraph.text_content() for paragraph in article.findall("p")] == [
        f"TIRTAMAYA, portal.example – {PARAGRAPHS[0]}",
        *PARAGRAPHS[1:3],
        f"{PARAGRAPHS[3]} (*)",
    ]
    assert [heading.text_content() for heading in article.findall("h2")] == ["Buku yang dicari"]
    assert [bold.text for bold in article.iter("strong")] == [
        "TIRTAMAYA, portal.example",
        "1.200 buku",
    ]
    assert [link.get("href") for link in article.iter("a")] == [
        "https://pustaka.example/puisi?a=1&b=2"
    ]


def test_fields(imported: Imported) -> None:
    post = imported.post
    assert html.unescape(post["title"]) == HEADLINE
    assert html.unescape(post["excerpt"]) == STORY.summary
    assert post["author"] == "penulis"
    assert post["date"] == "2024-05-17 07:30:00"
    assert post["date_gmt"] == "2024-05-17 00:30:00"
    assert post["status"] == "draft"


def test_section_and_its_parent(imported: Imported) -> None:
    categories = {term["slug"]: term for term in imported.dump["categories"]}
    assert imported.post["categories"] == ["literasi-budaya"]
    assert categories["literasi-budaya"]["name"] == "Literasi & Budaya"
    assert categories["literasi-budaya"]["parent"] == "ragam"
    assert categories["ragam"]["name"] == "Ragam"


def test_tags(imported: Imported) -> None:
    names = {term["slug"]: term["name"] for term in imported.dump["tags"]}
    assert {names[slug] for slug in imported.post["tags"]} == set(STORY.tags)


def test_lead_photo_is_featured(imported: Imported) -> None:
    lead = imported.media(LEAD.caption)
    assert imported.post["featured"] == lead["id"]
    assert html.unescape(lead["excerpt"]) == f"{LEAD.caption} (Dok. Yayasan Ombak & Aksara)"
    assert lead["alt"] == LEAD.alt
    assert lead["mime"] == "image/jpeg"
    assert lead["author"] == "penulis"
    assert lead["post"] == imported.post["id"]


def test_second_photo_stands_in_the_text(imported: Imported) -> None:
    (figure,) = parsed(imported.post["content"]).iter("figure")
    (picture,) = figure.iter("img")
    assert picture.get("src") == imported.media(OTHER.caption)["url"]
    assert picture.get("alt") == OTHER.alt
    assert figure.findtext("figcaption") == f"{OTHER.caption} (Foto: Ratna Contoh)"


def test_photos_are_in_the_media_library(imported: Imported, wordpress: Any) -> None:
    for photo, size in ((LEAD, (1200, 800)), (OTHER, (900, 600))):
        url = imported.media(photo.caption)["url"]
        assert url.startswith(f"{wordpress.url}/wp-content/uploads/2024/05/")
        file = wordpress.folder / "www" / urlsplit(url).path.lstrip("/")
        assert Image.open(BytesIO(file.read_bytes())).size == size


def test_published_page(imported: Imported, wordpress: Any) -> None:
    address = wordpress.publish(imported.post["id"])
    assert address == f"{wordpress.url}/2024/05/perahu-pustaka-singgah/"
    status, page = wordpress.fetch(address)
    assert status == 200
    document = document_fromstring(page)
    assert [title.text_content() for title in document.iter("h1")] == [HEADLINE]
    pictures = {picture.get("alt"): picture.get("src") for picture in document.iter("img")}
    assert pictures == {photo.alt: imported.media(photo.caption)["url"] for photo in (LEAD, OTHER)}


def test_the_page_of_its_month_leads_to_the_story(imported: Imported, wordpress: Any) -> None:
    address = wordpress.publish(imported.post["id"])
    status, page = wordpress.fetch(f"{wordpress.url}/2024/05/")
    assert status == 200
    links = document_fromstring(page).iter("a")
    assert {link.text_content(): link.get("href") for link in links}[HEADLINE] == address


def test_importing_again_makes_nothing_new(imported: Imported, wordpress: Any) -> None:
    before = wordpress.dump()
    report = wordpress.import_wxr(imported.wxr)
    assert report["created"] == {}
    assert len(report["existing"]) == 3
    after = wordpress.dump()
    (post,) = (one for one in after["posts"] if one["id"] == imported.post["id"])
    # WordPress adds the custom fields of the file once more: an import is for a first delivery.
    assert len(post["meta"]["newsroom_uid"]) == 2
    post["meta"] = {key: values[:1] for key, values in post["meta"].items()}
    assert after == before


def test_further_rubrics_topic_and_fields_arrive(
    profile: Profile, pictures: Path, wordpress: Any, tmp_path: Path
) -> None:
    imported = bring_in(FURTHER, profile, pictures, wordpress, tmp_path)
    post = imported.post
    meta = {key: value for key, (value,) in post["meta"].items()}  # each is there once
    parents = {term["slug"]: term["parent"] for term in imported.dump["categories"]}
    names = {term["slug"]: term["name"] for term in imported.dump["tags"]}

    assert imported.report["problems"] == []
    assert set(post["categories"]) == {"literasi-budaya", "jelajah"}
    assert (parents["jelajah"], parents["literasi-budaya"]) == ("wisata", "ragam")
    assert {names[slug] for slug in post["tags"]} == {*FURTHER.tags, FURTHER.topic}
    assert (post["status"], post["date"]) == ("draft", "2031-03-01 07:15:00")
    assert post["date_gmt"] == "2031-03-01 00:15:00"
    told = {key: html.unescape(value) for key, value in meta.items()}
    assert (
        told.items()
        >= {
            "penulis_lain": "Karta Andaian",
            "kontributor": "Wati Misal, Joko Umpama",
            "topik": FURTHER.topic,
            "waktu_peristiwa": "2024-05-16T12:00+07:00",
            "teks_medsos": FURTHER.social,
            "_yoast_wpseo_title": FURTHER.search_title,
            "rank_math_title": FURTHER.search_title,
            "_yoast_wpseo_metadesc": FURTHER.search_description,
            "_yoast_wpseo_opengraph-description": FURTHER.social,
        }.items()
    )
    # An address is used as it stands, not as a part of a page.
    assert meta["_yoast_wpseo_canonical"] == meta["rank_math_canonical_url"] == FURTHER.canonical
    assert "2024-05-16T20:00" not in str(meta)  # the deadline is nobody else's business


def test_several_stories_of_one_bundle_are_taken_whole(
    profile: Profile, pictures: Path, wordpress: Any, tmp_path: Path
) -> None:
    before = wordpress.dump()
    bundle = write_joint_bundle(
        SEVERAL, profile, lambda photo: pictures / photo.file, tmp_path / "paket"
    )
    assert bundle.name == "padi-rekaan-dan-2-lain.zip"
    report, _ = bring_in_bundle(bundle, profile, wordpress, tmp_path)
    after = wordpress.dump()
    posts, media = (
        [one for one in after[kind] if one not in before[kind]] for kind in ("posts", "media")
    )

    assert (report["problems"], report["existing"]) == ([], {})
    assert len(report["created"]) == len(posts) + len(media) == 7
    by_slug = {one["slug"]: one for one in posts}
    padi, first, second = (
        by_slug[slug] for slug in ("padi-rekaan", "jadwal-perahu-rekaan", "jadwal-perahu-rekaan-2")
    )
    title = 'Padi "Rekaan" & ‘Misal’ ]]> di Sawah 🙂 👩\u200d🌾 <b>'
    assert html.unescape(padi["title"]) == title
    assert first["title"] == second["title"] == "Jadwal Perahu Rekaan"
    assert [one["date"][-8:] for one in (padi, first, second)] == [
        *("07:00:00", "07:00:01", "07:00:02")
    ]
    assert "dari Tirtamaya." in first["content"]
    assert "dari Andaian." in second["content"]
    assert "Padi dipanen ]]&gt; hari ini." in padi["content"]
    assert (first["author"], second["categories"]) == ("penulis", ["jelajah"])
    captions = [html.unescape(one["excerpt"]) for one in media]
    assert captions == [
        *["Padi dipanen. (Foto: Ratna)"] * 3,
        "Padi diangkut. (Foto: Ratna)",
    ]
    shown = [one.get("src") for one in parsed(padi["content"]).iter("img")]
    numbers = {one["url"]: one["id"] for one in media}
    assert len(set(shown)) == 2
    featured = {padi["featured"], first["featured"], second["featured"]}
    assert {numbers[url] for url in shown} == set(numbers.values()) - featured
    assert padi["featured"] == first["featured"] != second["featured"]
    names = {term["slug"]: term["name"] for term in after["tags"]}
    assert {names[slug] for slug in padi["tags"]} == {"Padi ]]> & Jagung", "Umum"}
    assert {names[slug] for slug in second["tags"]} == {"Perahu Rekaan", "Umum"}


def test_a_story_for_the_editor_before_the_block_editor(
    profile: Profile, pictures: Path, wordpress: Any, tmp_path: Path
) -> None:
    story = replace(
        STORY, headline="Perahu Pustaka Lama", slug="perahu-lama", body=f"{STORY.body}\n\n> Kutip."
    )
    imported = bring_in(story, replace(profile, editor="classic"), pictures, wordpress, tmp_path)
    own = [one for one in imported.dump["media"] if one["post"] == imported.post["id"]]
    (media,) = (one for one in own if OTHER.caption in one["excerpt"])
    status, page = wordpress.fetch(wordpress.publish(imported.post["id"]))

    assert imported.report["problems"] == []
    assert "<!-- wp:" not in imported.post["content"]
    assert '[caption align="aligncenter" width="900"]<img src="http' in imported.post["content"]
    assert status == 200
    (figure,) = document_fromstring(page).xpath("//figure[contains(@class, 'wp-caption')]")
    (picture,) = figure.iter("img")
    assert (picture.get("src"), picture.get("alt")) == (media["url"], OTHER.alt)
    assert figure.text_content().strip() == f"{OTHER.caption} (Foto: Ratna Contoh)"
    assert [one.text_content().strip() for one in document_fromstring(page).iter("blockquote")] == [
        "Kutip."
    ]


def test_nothing_hostile_arrives(
    profile: Profile, pictures: Path, wordpress: Any, tmp_path: Path
) -> None:
    imported = bring_in(HOSTILE, profile, pictures, wordpress, tmp_path)
    assert imported.report["problems"] == []
    address = wordpress.publish(imported.post["id"])
    story = wordpress.fetch(address)
    front = wordpress.fetch(wordpress.url)
    assert (story[0], front[0]) == (200, 200)
    for sentence in ("Kalimat pembuka", "Kalimat dengan pengendali.", "Kalimat penutup."):
        assert sentence in story[1]
    assert dangers(story[1]) == []
    assert dangers(front[1]) == []
    # Titles, summaries and captions are HTML to WordPress; themes print them as they are.
    for item in (*imported.dump["posts"], *imported.dump["media"]):
        for field in ("title", "excerpt", "content"):
            assert dangers(f"<body>{item[field]}</body>") == []


def dangers(page: str) -> list[str]:
    """Return the elements that make a browser run something of the hostile story's."""
    found = []
    for element in document_fromstring(page).iter(etree.Element):
        runs = element.tag == "iframe" or (
            element.tag == "script" and "curi(" in element.text_content()
        )
        for name, value in element.items():
            scheme = "".join(value.split()).casefold()
            runs |= name.startswith("on") or scheme.startswith(("javascript:", "data:"))
        if runs:
            found.append(etree.tostring(element, encoding="unicode", with_tail=False))
    return found
