from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from newsroom.exchange.article import Attachment, make_article, told_apart
from newsroom.exchange.wxr import write_joint_wxr, write_wxr
from newsroom.portal.profile import Section, load_profile
from newsroom.story.story import Photo, Story

PROFILE = replace(load_profile("infobanten"), authors={"Rina Contoh": "rina"})
NAMES = {
    "wp": "http://wordpress.org/export/1.2/",
    "excerpt": "http://wordpress.org/export/1.2/excerpt/",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
}
PHOTOS = (
    Photo("a.jpg", caption="Pasar.", credit="Rina", alt="Pasar"),
    Photo("b.jpg", caption="Wagub.", lead=True),
)
STORY = Story(
    headline="Pasar Buka Lagi",
    body="Satu ]]> dua.",
    byline=("Rina Contoh", "Budi Contoh"),
    editor="Sari Contoh",
    kicker="Ekonomi",
    section="umkm",
    tags=("Pasar & Warga", "pasar  & warga", "UMKM"),
    summary="Pasar buka & ramai.",
    embargo=datetime(2024, 5, 17, 0, 30, tzinfo=UTC),
    photos=PHOTOS,
    revision=7,
)


def attached(photos: Sequence[Photo]) -> list[Attachment]:
    return [
        Attachment(one, f"nr-{one.file[0]}.jpg", PROFILE.media_url(f"nr-{one.file[0]}.jpg"))
        for one in photos
    ]


class Item:
    """One item of a WXR file, as an importer reads it."""

    def __init__(self, element: etree._Element) -> None:
        self._element = element

    def __getitem__(self, name: str) -> str:
        found = self._element.find(name, NAMES)
        assert found is not None, name
        return found.text or ""

    @property
    def terms(self) -> list[tuple[str | None, str | None, str | None]]:
        return [
            (one.get("domain"), one.get("nicename"), one.text)
            for one in self._element.iter("category")
        ]

    @property
    def meta(self) -> dict[str | None, str | None]:
        return {
            one.findtext("wp:meta_key", namespaces=NAMES): one.findtext(
                "wp:meta_value", namespaces=NAMES
            )
            for one in self._element.iterfind("wp:postmeta", NAMES)
        }


def channel(story: Story, photos: Sequence[Photo] = ()) -> etree._Element:
    article = make_article(story, PROFILE, attached(photos))
    found = etree.fromstring(write_wxr(article, PROFILE)).find("channel")
    assert found is not None
    return found


def items(story: Story, photos: Sequence[Photo] = ()) -> list[Item]:
    return [Item(one) for one in channel(story, photos).iter("item")]


def test_pictures_come_first_and_everything_points_to_the_right_number() -> None:
    lead, other, post = items(STORY, PHOTOS)

    assert [one["wp:post_id"] for one in (lead, other, post)] == ["1", "2", "3"]
    assert [one["wp:post_parent"] for one in (lead, other, post)] == ["3", "3", "0"]
    assert post.meta["_thumbnail_id"] == "1"
    assert (lead["excerpt:encoded"], other["excerpt:encoded"]) == ("Wagub.", "Pasar. (Foto: Rina)")
    assert other.meta == {"_wp_attachment_image_alt": "Pasar"}
    assert other["wp:attachment_url"] == other["guid"]
    assert other["guid"] == "https://infobanten.id/wp-content/uploads/newsroom-impor/nr-a.jpg"
    assert other["guid"] in post["content:encoded"]
    assert lead["guid"] not in post["content:encoded"]


def test_no_two_items_are_taken_for_the_same() -> None:
    twins = (replace(PHOTOS[0], file="c.jpg"), *PHOTOS)

    all_items = items(replace(STORY, photos=twins), twins)

    assert len({(one["title"], one["wp:post_date"]) for one in all_items}) == len(all_items)
    assert len({one["title"] for one in all_items}) == len(all_items)
    assert len({one["wp:post_date"] for one in all_items}) == len(all_items)


def test_several_stories_have_numbers_and_times_of_their_own_and_share_the_rest() -> None:
    twin = replace(STORY, id="f" * 32, byline=("Karta Andaian",), photos=PHOTOS[1:])
    third = replace(twin, id="e" * 32, tags=("Baru", "umkm"), section="Politik")
    articles = told_apart(
        [make_article(one, PROFILE, attached(one.photos)) for one in (STORY, twin, third)]
    )

    top = etree.fromstring(write_joint_wxr(articles, PROFILE)).find("channel")
    assert top is not None
    lead, other, *posts = (Item(one) for one in top.iter("item"))

    assert [one["wp:post_id"] for one in (lead, other, *posts)] == ["1", "2", "3", "4", "5"]
    assert [one["wp:post_parent"] for one in (lead, other)] == ["3", "3"]
    assert {one.meta["_thumbnail_id"] for one in posts} == {"1"}
    assert [one["wp:post_date"][-2:] for one in posts] == ["00", "01", "02"]
    assert [one["wp:post_name"] for one in posts] == [
        *("pasar-buka-lagi", "pasar-buka-lagi-2", "pasar-buka-lagi-3")
    ]
    assert len({(one["title"], one["wp:post_date"]) for one in (lead, other, *posts)}) == 5

    def declared(kind: str, part: str) -> list[str | None]:
        return [one.findtext(f"wp:{part}", "", NAMES) for one in top.iterfind(kind, NAMES)]

    assert declared("wp:author", "author_login") == ["rina", "karta-andaian"]
    assert declared("wp:author", "author_id") == ["1", "2"]
    assert declared("wp:category", "category_nicename") == ["ekonomi-bisnis", "umkm", "politik"]
    assert declared("wp:tag", "tag_name") == ["Pasar & Warga", "UMKM", "Baru"]


def test_the_post_has_its_fields() -> None:
    (post,) = items(STORY)

    assert post["title"] == "Pasar Buka Lagi"
    assert post["wp:post_name"] == "pasar-buka-lagi"
    assert post["wp:post_date"] == "2024-05-17 07:30:00"
    assert post["wp:post_date_gmt"] == "2024-05-17 00:30:00"
    assert post["wp:status"] == "draft"
    assert post["dc:creator"] == "rina"
    assert post["excerpt:encoded"] == "Pasar buka &amp; ramai."
    assert post.terms == [
        ("category", "umkm", "UMKM"),
        ("post_tag", "pasar-warga", "Pasar & Warga"),
        ("post_tag", "umkm", "UMKM"),
    ]
    assert post.meta == {
        "newsroom_uid": STORY.id,
        "newsroom_rev": "7",
        "kicker": "Ekonomi",
        "penulis_lain": "Budi Contoh",
        "editor": "Sari Contoh",
    }


def test_terms_and_author_are_declared() -> None:
    top = channel(STORY)

    categories = [[child.text or "" for child in one] for one in top.iterfind("wp:category", NAMES)]
    assert categories == [
        ["ekonomi-bisnis", "", "Ekonomi & Bisnis"],
        ["umkm", "ekonomi-bisnis", "UMKM"],
    ]
    author = top.find("wp:author", NAMES)
    assert author is not None
    assert author.findtext("wp:author_login", namespaces=NAMES) == "rina"
    assert author.findtext("wp:author_display_name", namespaces=NAMES) == "Rina Contoh"
    assert top.findtext("wp:wxr_version", namespaces=NAMES) == "1.2"


@pytest.mark.parametrize(
    ("byline", "login", "name"),
    [
        (("RINA CONTOH",), "rina", "RINA CONTOH"),
        (("Zoë Çelik",), "zoe-celik", "Zoë Çelik"),
        ((), "redaksi", "Info Banten"),
    ],
)
def test_the_author_is_found_by_byline(byline: tuple[str, ...], login: str, name: str) -> None:
    article = make_article(replace(STORY, byline=byline), PROFILE)

    assert (article.login, article.author) == (login, name)


def test_the_time_is_the_embargos_else_the_given_else_the_last_changes() -> None:
    moment = datetime(2024, 6, 1, 1, 2, 3, 456, tzinfo=UTC)
    changed = replace(STORY, embargo=None, updated=datetime(2024, 7, 1, tzinfo=UTC))

    assert make_article(STORY, PROFILE, moment=moment).published == STORY.embargo
    given_time = make_article(changed, PROFILE, moment=moment).published
    assert given_time.isoformat() == "2024-06-01T08:02:03+07:00"
    assert make_article(changed, PROFILE).published == changed.updated


def test_the_time_set_for_publication_counts_but_not_before_the_embargo() -> None:
    later = datetime(2024, 5, 17, 5, tzinfo=UTC)
    moment = datetime(2024, 1, 1, tzinfo=UTC)

    for story, expected in (
        (replace(STORY, embargo=None, publish=later), later),
        (replace(STORY, publish=later), later),
        (replace(STORY, embargo=later, publish=STORY.embargo), later),
    ):
        assert make_article(story, PROFILE, moment=moment).published == expected


def test_further_rubrics_are_further_categories_and_the_own_comes_first() -> None:
    story = replace(
        STORY, section="Politik", other_sections=("umkm", "POLITIK", "Astrologi", "Pendidikan")
    )
    (post,) = items(story)
    categories = [
        (
            one.findtext("wp:category_nicename", "", NAMES),
            one.findtext("wp:category_parent", "", NAMES),
        )
        for one in channel(story).iterfind("wp:category", NAMES)
    ]

    assert [slug for domain, slug, _ in post.terms if domain == "category"] == [
        "politik",
        "umkm",
        "pendidikan",
    ]
    assert categories == [
        ("politik", ""),
        ("ekonomi-bisnis", ""),
        ("umkm", "ekonomi-bisnis"),
        ("pendidikan", ""),
    ]


def test_the_topic_is_a_tag_and_told_apart_from_the_others() -> None:
    (post,) = items(replace(STORY, topic="Pasar & Warga", tags=("UMKM", "pasar & warga")))

    assert [term for term in post.terms if term[0] == "post_tag"] == [
        ("post_tag", "pasar-warga", "Pasar & Warga"),
        ("post_tag", "umkm", "UMKM"),
    ]
    assert post.meta["topik"] == "Pasar &amp; Warga"


def test_further_fields_are_custom_fields_and_those_of_search_plugins() -> None:
    before = {key for key, _ in make_article(STORY, PROFILE).fields}
    story = replace(
        STORY,
        contributors=("Wati Misal", " ", "Joko  Andai"),
        search_title="Pasar <b>Rekaan</b> & Warga",
        search_description="Pasar buka\nlagi.",
        social="Pasar buka lagi! #pasar",
        canonical=" https://kabar.example/pasar?a=1&b=2 ",
        event=datetime(2024, 5, 16, 1, 30, tzinfo=UTC),
        deadline=datetime(2024, 5, 16, 2, tzinfo=UTC),
    )
    (post,) = items(story)

    title = "Pasar &lt;b&gt;Rekaan&lt;/b&gt; &amp; Warga"
    assert {key: text for key, text in post.meta.items() if key not in before} == {
        "kontributor": "Wati Misal, Joko Andai",
        "waktu_peristiwa": "2024-05-16T08:30+07:00",
        "teks_medsos": "Pasar buka lagi! #pasar",
        "_yoast_wpseo_title": title,
        "rank_math_title": title,
        "_yoast_wpseo_metadesc": "Pasar buka lagi.",
        "rank_math_description": "Pasar buka lagi.",
        "_yoast_wpseo_opengraph-description": "Pasar buka lagi! #pasar",
        "rank_math_facebook_description": "Pasar buka lagi! #pasar",
        "_yoast_wpseo_canonical": "https://kabar.example/pasar?a=1&b=2",
        "rank_math_canonical_url": "https://kabar.example/pasar?a=1&b=2",
    }


@pytest.mark.parametrize(
    "address", ["kabar.example", "javascript:alert(1)", 'https://kabar.example/"><script>']
)
def test_what_is_no_web_address_is_nobodys_canonical(address: str) -> None:
    fields = dict(make_article(replace(STORY, canonical=address), PROFILE).fields)

    assert not {"_yoast_wpseo_canonical", "rank_math_canonical_url"} & set(fields)


def test_a_slug_of_the_writers_own_is_kept_but_made_safe() -> None:
    assert make_article(replace(STORY, slug="pasar-lama"), PROFILE).slug == "pasar-lama"
    assert make_article(replace(STORY, slug="../../Etc/passwd"), PROFILE).slug == "etc-passwd"


def test_a_rubric_that_the_portal_lacks_is_left_out() -> None:
    (post,) = items(replace(STORY, section="Astrologi"))

    assert [term[0] for term in post.terms] == ["post_tag", "post_tag"]


def test_one_picture_used_twice_is_sent_once() -> None:
    photos = (PHOTOS[0], replace(PHOTOS[0], caption="Lagi."))
    urls = [replace(one, file_name="nr-a.jpg") for one in attached(photos)]

    article = make_article(replace(STORY, photos=photos), PROFILE, urls)

    assert [one.photo.caption for one in article.attachments] == ["Pasar."]
    assert "Lagi." in article.content


def test_pending_is_asked_for_when_the_portal_wants_it() -> None:
    profile = replace(PROFILE, default_status="pending", sections=(Section("UMKM", "umkm"),))

    assert make_article(STORY, profile).status == "pending"


anything = st.one_of(
    st.text(),
    st.sampled_from(["]]>", "]]", "<![CDATA[", "&nbsp;", "\x00\x0b\x1b", "\ud83d", "<!DOCTYPE x>"]),
)


@given(headline=anything, body=anything, name=anything, caption=anything)
@settings(max_examples=100, deadline=None)
def test_any_text_gives_a_file_that_reads_back(
    headline: str, body: str, name: str, caption: str
) -> None:
    photo = Photo("a.jpg", caption=caption, credit=name, alt=caption)
    story = Story(
        headline=headline,
        body=body,
        byline=(name,),
        tags=(name,),
        summary=body,
        photos=(photo,),
        updated=datetime(2024, 1, 1, tzinfo=UTC),
        topic=name,
        contributors=(name, caption),
        search_title=headline,
        social=body,
        canonical=f"https://kabar.example/{name}",
    )
    article = make_article(story, PROFILE, attached([photo]))

    data = write_wxr(article, PROFILE)

    picture, post = (Item(one) for one in etree.fromstring(data).iter("item"))
    assert unescape(post["title"]) == article.title
    assert post["content:encoded"] == article.content
    assert picture.meta.get("_wp_attachment_image_alt", "") == article.attachments[0].alt
