"""A post of an export becomes a story with all that the export says of it."""

from __future__ import annotations

import gzip
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsroom.exchange.unpacked import keep_picture
from newsroom.exchange.wxr_reading.opening import wxr_files
from newsroom.exchange.wxr_reading.reading import RawFault, RawPost, posts, survey
from newsroom.exchange.wxr_reading.story import Post, post_of
from newsroom.story.workflow import Status
from tests.exchange.wxr_files import export, item, meta, picture, term

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(data: bytes, name: str = "ekspor.xml") -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


def read(path: Path) -> list[RawPost | RawFault]:
    files = wxr_files(path)
    looked = survey(files)
    return [one for file in files for one in posts(file, looked.media)]


def stories(path: Path) -> list[Post]:
    found = read(path)
    assert not [one for one in found if isinstance(one, RawFault)]
    raw = [one for one in found if isinstance(one, RawPost)]
    return [post_of(one.item, one.site, one.media, keep_picture) for one in raw]


def story(write: Write, *items: str) -> Post:
    (made,) = stories(write(export(items)))
    return made


def test_all_that_a_post_says_is_in_its_story(write: Write) -> None:
    more = [
        term("category", "uncategorized", "Uncategorized"),
        term("category", "ekonomi", "Ekonomi &amp; Bisnis"),
        term("category", "daerah", "Daerah"),
        term("post_tag", "padi", "padi"),
        meta("_yoast_wpseo_primary_category", "7"),
        meta("_yoast_wpseo_metadesc", "Panen di Kampung Rekaan"),
        meta("_yoast_wpseo_title", "%%title%% %%sep%%"),
        meta("editor", "Bayu Misalnya"),
        meta("penulis_lain", "Rina Contoh, Sari Contoh"),
    ]
    made = story(
        write,
        item(
            5,
            "Harga &#8220;Gabah&#8221; Naik &amp; <em>Turun</em>",
            "<!-- wp:paragraph -->\n<p>Warga <strong>memanen</strong> padi.</p>\n"
            "<!-- /wp:paragraph -->\n\n<!-- wp:heading -->\n<h2>Hasil</h2>\n"
            "<!-- /wp:heading -->\n\n<!-- wp:list -->\n<ul><!-- wp:list-item -->\n"
            "<li>padi</li>\n<!-- /wp:list-item --></ul>\n<!-- /wp:list -->",
            excerpt="Panen <b>raya</b> &amp; pasar",
            name="harga-gabah",
            more="\n".join(more),
        ),
    ).story

    assert made.headline == "Harga “Gabah” Naik & Turun"
    assert made.body == "Warga **memanen** padi.\n\n## Hasil\n\n- padi"
    assert made.summary == "Panen raya & pasar"
    assert made.slug == "harga-gabah"
    assert (made.section, made.other_sections) == ("Daerah", ("Ekonomi & Bisnis",))
    assert made.tags == ("padi",)
    assert made.byline == ("Melati Umpama", "Rina Contoh", "Sari Contoh")
    assert made.editor == "Bayu Misalnya"
    assert (made.search_title, made.search_description) == ("", "Panen di Kampung Rekaan")


def test_times_are_those_of_the_site_in_its_zone(write: Write) -> None:
    made = story(write, item(1, date="2019-06-20 10:30:00")).story

    assert made.created == datetime(2019, 6, 20, 2, 30, tzinfo=UTC)
    assert made.updated == datetime(2019, 6, 21, 1, 0, tzinfo=UTC)
    assert made.publish == made.created
    assert made.publish is not None
    assert made.publish.utcoffset() == timedelta(hours=8)


def test_a_draft_that_has_no_time_in_utc_is_of_western_indonesia(write: Write) -> None:
    zero = "0000-00-00 00:00:00"
    made = story(write, item(1, status="draft", gmt=zero, modified=zero)).story

    assert made.created == datetime(2019, 6, 20, 2, 30, tzinfo=UTC)
    assert made.publish is None


@pytest.mark.parametrize(
    ("status", "more", "ours", "is_discarded"),
    [
        ("publish", "", Status.PUBLISHED, False),
        ("draft", "", Status.DRAFT, False),
        ("pending", "", Status.SUBMITTED, False),
        ("future", "", Status.READY, False),
        ("private", "", Status.HELD, False),
        ("trash", meta("_wp_trash_meta_status", "publish"), Status.WITHDRAWN, False),
        ("trash", meta("_wp_trash_meta_status", "draft"), Status.DRAFT, True),
        ("apa-pun", "", Status.DRAFT, False),
    ],
)
def test_statuses(write: Write, status: str, more: str, ours: Status, is_discarded: bool) -> None:
    made = story(write, item(1, status=status, more=more))

    assert (made.story.status, made.was_discarded) == (ours, is_discarded)


def test_what_is_no_story_is_counted_by_its_kind(write: Write) -> None:
    items = [item(1), item(2, kind="page"), item(3, kind="nav_menu_item"), item(4, kind="berita")]
    files = wxr_files(write(export([*items, item(5, status="auto-draft")])))
    looked = survey(files)

    assert looked.others == {"page": 1, "nav_menu_item": 1}
    numbers = [one.item.text("wp:post_id") for one in posts(files[0], {})]  # type: ignore[union-attr]
    assert numbers == ["1", "4"]


# Text.


def test_empty_lines_part_paragraphs_where_the_older_editor_set_no_tags(write: Write) -> None:
    content = (
        "Warga <b>memanen</b> padi.\nMereka gembira.\n\n\nSawah kering.\n<ul>\n<li>padi</li>\n"
        "<li>jagung</li>\n</ul>\nBesok panen lagi."
    )

    body = story(write, item(1, content=content)).story.body

    assert body == (
        "Warga **memanen** padi.  \nMereka gembira.\n\nSawah kering.\n\n- padi\n- jagung\n\n"
        "Besok panen lagi."
    )


def test_what_is_embedded_stays_as_its_address(write: Write) -> None:
    content = (
        '<p>Video:</p><iframe width="560" src="https://video.example/embed/abc?a=1&amp;b=2">'
        "</iframe>\n\n[embed]https://video.example/xyz[/embed]\n\n"
        '[video src="x"]https://video.example/a.mp4[/video]\n\nSelesai.'
    )

    body = story(write, item(1, content=content)).story.body

    assert body.split("\n\n") == [
        "Video:",
        "https://video.example/embed/abc?a=1&b=2",
        "https://video.example/xyz",
        "https://video.example/a.mp4",
        "Selesai.",
    ]


def test_texts_with_tags_of_items_in_them_are_texts(write: Write) -> None:
    made = stories(
        write(
            export(
                [
                    item(1, content="<pre>&lt;item></item></pre><p>Kode: <code><item></code></p>"),
                    item(2, content="Pecah ]]]]><![CDATA[> di tengah <!-- </item> --> naskah."),
                ]
            )
        )
    )

    assert [one.story.headline for one in made] == ["Warga Kampung Rekaan Panen Padi"] * 2
    assert made[1].story.body == "Pecah ]]> di tengah naskah."


# Pictures.


def test_pictures_keep_their_place_their_words_and_their_address(write: Write) -> None:
    base = "https://kabar-rekaan.example/wp-content/uploads/2019/06"
    content = (
        "<!-- wp:image -->\n<figure class='wp-block-image'>"
        f"<a href='x'><img src='{base}/sawah-300x200.jpg' alt=''/></a>"
        "<figcaption>Sawah di Kampung Rekaan. (Foto: Rina Contoh)</figcaption></figure>\n"
        "<!-- /wp:image -->\n\n<!-- wp:paragraph -->\n<p>Sesudah foto.</p>\n<!-- /wp:paragraph -->"
    )
    made = story(
        write,
        item(9, content=content, more=meta("_thumbnail_id", "10")),
        picture(10, f"{base}/panen.jpg", "Warga memanen padi.", "Warga di sawah."),
        picture(11, f"{base}/sawah.jpg", "Lain.", "Sawah yang kering."),
    )

    lead, placed = made.story.photos
    assert (lead.file, lead.caption, lead.alt) == (
        f"{base}/panen.jpg",
        "Warga memanen padi.",
        "Warga di sawah.",
    )
    assert (lead.lead, placed.lead) == (True, False)
    assert (placed.file, placed.alt) == (f"{base}/sawah.jpg", "Sawah yang kering.")
    assert (placed.caption, placed.credit) == ("Sawah di Kampung Rekaan.", "Rina Contoh")
    assert made.story.body == f"![Sawah yang kering.]({base}/sawah.jpg)\n\nSesudah foto."
    assert made.absent == 2


def test_captions_in_square_brackets_are_captions(write: Write) -> None:
    content = (
        'Awal.\n\n[caption id="a" width="300"]<img src="https://kabar-rekaan.example/p.jpg" '
        'alt="Padi" /> Padi yang kuning[/caption]\n\nAkhir.'
    )
    made = story(write, item(1, content=content)).story

    assert made.body == "Awal.\n\n![Padi](https://kabar-rekaan.example/p.jpg)\n\nAkhir."
    assert made.photos[0].caption == "Padi yang kuning"


def test_an_emoji_that_a_page_draws_is_a_letter(write: Write) -> None:
    content = '<p>Panen <img src="https://s.w.example/1f33e.png" alt="🌾" /> raya.</p>'
    made = story(write, item(1, content=content)).story

    assert (made.body, made.photos) == ("Panen 🌾 raya.", ())


# Files.


@pytest.mark.parametrize("name", ["a.xml", "b.xml.gz", "c.zip"])
def test_packed_files_are_read_like_bare_ones(tmp_path: Path, name: str) -> None:
    data, path = export([item(1), item(2)]), tmp_path / name
    if name.endswith(".gz"):
        path.write_bytes(gzip.compress(data))
    elif name.endswith(".zip"):
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("ekspor/kabar.xml", data)
            archive.writestr("ekspor/baca.txt", "bukan ekspor")
            archive.writestr("lain.xml", "<a/>")
    else:
        path.write_bytes(data)

    assert len(stories(path)) == 2


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16", "ISO-8859-1", "windows-1252"])
def test_files_are_read_in_the_encoding_that_they_say(write: Write, encoding: str) -> None:
    (made,) = stories(write(export([item(1, "Kafé Dibuka")], encoding)))

    assert made.story.headline == "Kafé Dibuka"


@pytest.mark.parametrize(
    ("data", "headline", "is_whole"),
    [
        ("Rp5 juta – “ya”".encode("cp1252"), "Rp5 juta – “ya”", True),
        ("Warga “memanen” padi”".encode()[:-1], "Warga “memanen” padi\ufffd", False),
        (b"Pan\x0bdeg\x00lang \xef\xbf\xbe", "Pandeglang", True),
        (b"Pasar&nbsp;Baru &amp; Lama", "Pasar Baru & Lama", True),
    ],
)
def test_letters_that_do_not_belong_cost_no_story(
    write: Write, data: bytes, headline: str, is_whole: bool
) -> None:
    whole = export([item(1, "JUDUL"), item(2)]).replace(b"<![CDATA[JUDUL]]>", data)
    one, two = read(write(whole))

    assert isinstance(one, RawPost)
    assert isinstance(two, RawPost)
    assert one.is_whole is is_whole
    made = post_of(one.item, one.site, one.media, keep_picture)
    assert made.story.headline == headline


# Files that are broken, or made to do harm.


def test_a_cut_file_gives_all_before_the_cut_and_says_so(write: Write) -> None:
    whole = export([item(1), item(2), item(3)])
    cut = whole[: whole.rindex(b"<wp:post_id>3")]
    *found, fault = read(write(cut))

    assert [isinstance(one, RawPost) for one in found] == [True, True]
    assert isinstance(fault, RawFault)
    assert "terputus" in fault.why


def test_a_file_cut_between_two_posts_is_known_to_be_cut(write: Write) -> None:
    _, fault = read(write(export([item(1)], tail="")))

    assert isinstance(fault, RawFault)


def test_a_cut_gzip_gives_what_can_be_unpacked(tmp_path: Path) -> None:
    items = [item(number, content=f"<p>{number * 7919}</p>" * 2000) for number in range(40)]
    path = tmp_path / "a.xml.gz"
    packed = gzip.compress(export(items))
    path.write_bytes(packed[: len(packed) // 2])
    *found, fault = read(path)

    assert 5 < len(found) < 40
    assert isinstance(fault, RawFault)


def test_a_post_that_is_no_xml_costs_itself_alone(write: Write) -> None:
    broken = item(2).replace("<wp:post_id>", "<wp:post_id").replace("<title>", "<title><b>")
    one, fault, three = read(write(export([item(1), broken, item(3)])))

    assert isinstance(one, RawPost)
    assert isinstance(fault, RawFault)
    assert isinstance(three, RawPost)
    assert "butir 2" in fault.where


LAUGHS = """<?xml version="1.0"?>
<!DOCTYPE rss [<!ENTITY a "tertawa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">
<!ENTITY kunci SYSTEM "file:///etc/passwd">]>"""


@pytest.mark.parametrize("entity", ["&d;", "&kunci;"])
def test_entities_of_a_files_own_mean_nothing(write: Write, entity: str) -> None:
    text = export([item(1, "JUDUL")]).decode().replace("<![CDATA[JUDUL]]>", entity)
    (fault,) = read(write(text.replace('<?xml version="1.0" encoding="UTF-8" ?>', LAUGHS).encode()))

    assert isinstance(fault, RawFault)
    assert "DTD" in fault.why


def test_entities_declared_in_a_post_mean_nothing(write: Write) -> None:
    inside = (
        item(1, "JUDUL").replace("<![CDATA[JUDUL]]>", "&d;").replace("<item>", f"<item>{LAUGHS}")
    )
    fault, sound = read(write(export([inside, item(2)])))

    assert isinstance(fault, RawFault)
    assert isinstance(sound, RawPost)


def test_a_post_beyond_all_measure_is_passed_over(write: Write) -> None:
    fault, sound = read(write(export([item(1, content="x" * 17_000_000), item(2)])))

    assert isinstance(fault, RawFault)
    assert "16 MB" in fault.why
    assert isinstance(sound, RawPost)


@pytest.mark.parametrize(
    "data", [b"", b"<rss>", b"<?xml version='1.0'?><svg/>", b"\0" * 1000, b"<rss><item>" * 9]
)
def test_other_xml_is_no_export(write: Write, data: bytes) -> None:
    assert wxr_files(write(data)) == []


HOSTILE = ["<figure><img ", "<img ", "[caption]", "<iframe ", "<figcaption>", "&amp", "\n \n<"]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_texts_take_no_longer_than_others(write: Write, piece: str) -> None:
    made = story(write, item(1, content=piece * (60_000 // len(piece)))).story

    assert made.headline
