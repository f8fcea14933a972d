"""Posts, pictures, categories and tags, as a real WordPress takes and gives them."""

from __future__ import annotations

import io
import random
import uuid
from datetime import UTC, datetime

import pytest
from PIL import Image

from newsroom.portal.wordpress.account import who_am_i
from newsroom.portal.wordpress.client import Client
from newsroom.portal.wordpress.errors import Gone, NotAllowed, Rejected, TooLarge
from newsroom.portal.wordpress.media import find_media, read_media, update_media, upload_media
from newsroom.portal.wordpress.posts import create_post, find_posts, read_post, update_post
from newsroom.portal.wordpress.terms import find_category, find_or_make_tag
from tests.portal.client.conftest import Clients
from tests.portal.site import Counts, Portal

CAPTION = 'Warga "Kampung Rekaan" menyeberang & pulang. (Foto: Nama)'


def some_id() -> str:
    return uuid.uuid4().hex[:24]


def picture(width: int = 400, kind: str = "JPEG") -> bytes:
    """Return a picture that no other test has."""
    made = io.BytesIO()
    noise = random.Random(uuid.uuid4().int).randbytes(width * width * 3)
    Image.frombytes("RGB", (width, width), noise).save(made, kind)
    return made.getvalue()


def uploaded(client: Client, slug: str, **said: str) -> int:
    return upload_media(client, picture(64), f"{slug}.jpg", "image/jpeg", slug=slug, **said).id


# --- pictures ---


def test_a_picture_comes_with_all_that_is_said_of_it(penulis: Client, portal: Portal) -> None:
    before, slug, told = portal.counts(), f"nr-{some_id()}", list[int]()
    made = upload_media(
        penulis,
        picture(),
        f"{slug}.jpg",
        "image/jpeg",
        slug=slug,
        caption=CAPTION,
        alt="Orang & perahu",
        title="Penyeberangan",
        progress=lambda sent, _: told.append(sent),
    )
    assert (made.slug, made.mime, made.title) == (slug, "image/jpeg", "Penyeberangan")
    assert (made.caption, made.alt) == (CAPTION, "Orang & perahu")
    assert (made.sizes["full"].width, made.sizes["full"].url) == (400, made.url)
    assert made.sizes["medium"].width == 300
    assert made.url.endswith(f"/{slug}.jpg")
    assert told
    assert portal.counts() - before == Counts(posts=0, media=1)
    assert len(portal.requests("POST")) == 1
    assert find_media(penulis, slug) == made
    assert read_media(penulis, made.id) == made


def test_a_long_caption_still_takes_one_request(penulis: Client, portal: Portal) -> None:
    slug, caption = f"nr-{some_id()}", "Perahu menepi di dermaga. " * 150
    made = upload_media(
        penulis, picture(64), f"{slug}.jpg", "image/jpeg", slug=slug, caption=caption
    )
    assert (made.slug, made.caption) == (slug, caption.strip())
    assert len(portal.requests("POST")) == 1


def test_a_picture_that_is_not_there(penulis: Client) -> None:
    assert find_media(penulis, f"nr-{some_id()}") is None
    with pytest.raises(Gone):
        read_media(penulis, 999_999)


def test_the_same_picture_sent_again_is_a_second_one(penulis: Client) -> None:
    slug = f"nr-{some_id()}"
    first = uploaded(penulis, slug)
    uploaded(penulis, slug)
    found = find_media(penulis, slug)
    assert found
    assert found.id == first


def test_a_caption_is_put_right_later(penulis: Client) -> None:
    id = uploaded(penulis, f"nr-{some_id()}", alt="Perahu")
    made = update_media(penulis, id, caption="Keterangan baru.")
    assert (made.caption, made.alt) == ("Keterangan baru.", "Perahu")


def test_only_in_a_form_is_a_picture_held_to_the_limit(penulis: Client) -> None:
    slug, data = f"nr-{some_id()}", picture(900, "BMP")
    assert len(data) > 2 << 20
    assert upload_media(penulis, data, f"{slug}.bmp", "image/bmp", slug=slug).slug == slug
    with pytest.raises(TooLarge, match="lebih besar"):
        upload_media(
            penulis, data, f"{slug}.bmp", "image/bmp", slug=slug, caption="Panjang sekali. " * 200
        )


def test_what_is_no_picture(penulis: Client, portal: Portal) -> None:
    before = portal.counts()
    with pytest.raises(Rejected):
        upload_media(penulis, b"bukan gambar", "nr-1.svg", "image/svg+xml", slug="nr-1")
    assert portal.counts() == before


def test_a_contributor_sees_pictures_but_uploads_none(as_user: Clients, penulis: Client) -> None:
    slug = f"nr-{some_id()}"
    id = uploaded(penulis, slug, caption=CAPTION)
    kontributor = as_user("kontributor")
    found = find_media(kontributor, slug)
    assert found
    assert found.id == read_media(kontributor, id).id == id
    with pytest.raises(NotAllowed):
        uploaded(kontributor, f"nr-{some_id()}")


# --- posts ---


def test_a_post_as_it_is_stored(penulis: Client, portal: Portal) -> None:
    me, slug, uid = who_am_i(penulis), f"kabar-{some_id()}", some_id()
    content = f"<!-- newsroom:{uid} -->\n<p>Hujan &amp; angin, “deras”.</p>"
    made = create_post(
        penulis,
        {
            "title": "Hujan & angin “deras”",
            "content": content,
            "excerpt": "Ringkasan.",
            "slug": slug,
            "status": "draft",
            "date_gmt": datetime(2031, 5, 6, 1, 30, tzinfo=UTC),
            "meta": {"newsroom_uid": uid, "tidak_terdaftar": "x"},
            "categories": [1, 987_654],
            "featured_media": 987_654,
        },
    )
    assert (made.title, made.content, made.excerpt) == (
        "Hujan & angin “deras”",
        content,
        "Ringkasan.",
    )
    assert (made.status, made.slug, made.author) == ("draft", slug, me.id)
    assert made.date_gmt == datetime(2031, 5, 6, 1, 30, tzinfo=UTC)
    # What WordPress drops without a word is seen to be dropped.
    assert (made.categories, made.featured_media) == ((1,), 0)
    assert made.meta["newsroom_uid"] == uid
    assert "tidak_terdaftar" not in made.meta
    assert read_post(penulis, made.id) == made
    assert find_posts(penulis, slug=slug, author=me.id) == [made]
    assert find_posts(penulis, uid=uid, author=me.id) == [made]
    assert find_posts(penulis, slug=slug, uid=uid) == [made]


def test_a_moment_given_in_jakarta_is_the_same_moment(penulis: Client) -> None:
    jakarta = datetime.fromisoformat("2031-05-06T08:30:00+07:00")
    made = create_post(penulis, {"title": "Waktu", "date_gmt": jakarta, "status": "draft"})
    assert made.date_gmt == jakarta


def test_a_draft_without_a_date(penulis: Client) -> None:
    made = create_post(penulis, {"title": "Tanpa waktu", "status": "draft"})
    assert made.slug == ""
    assert made.modified_gmt.tzinfo is UTC


@pytest.mark.parametrize("status", ["draft", "pending", "publish", "future", "private"])
def test_a_post_is_found_whatever_its_status(as_user: Clients, status: str) -> None:
    redaktur, slug = as_user("redaktur"), f"kabar-{some_id()}"
    when = (
        datetime(2031, 5, 6, tzinfo=UTC) if status == "future" else datetime(2021, 5, 6, tzinfo=UTC)
    )
    fields = {"title": "Kabar", "slug": slug, "status": status, "date_gmt": when}
    made = create_post(redaktur, fields)
    assert made.status == status
    assert find_posts(redaktur, slug=slug) == [made]


def test_a_contributor_finds_by_what_stands_in_the_text(as_user: Clients) -> None:
    kontributor, uid = as_user("kontributor"), some_id()
    me = who_am_i(kontributor)
    content = f"<!-- newsroom:{uid} --><p>Isi.</p>"
    made = create_post(
        kontributor,
        {"title": "Kabar", "content": content, "slug": f"kabar-{uid}", "status": "pending"},
    )
    assert made.slug == ""
    assert find_posts(kontributor, slug=f"kabar-{uid}", uid=uid, author=me.id) == [made]


def test_a_contributor_finds_what_was_published_meanwhile(as_user: Clients, portal: Portal) -> None:
    kontributor, uid = as_user("kontributor"), some_id()
    content = f"<!-- newsroom:{uid} --><p>Isi.</p>"
    made = create_post(kontributor, {"title": "Kabar", "content": content, "status": "pending"})
    portal.edit(made.id, status="publish")
    (found,) = find_posts(kontributor, uid=uid, author=made.author)
    assert (found.id, found.status, found.is_raw) == (made.id, "publish", False)
    with pytest.raises(NotAllowed):
        update_post(kontributor, made.id, {"title": "Baru"})


def test_a_post_in_the_trash_is_found_by_its_uid(penulis: Client, portal: Portal) -> None:
    uid = some_id()
    made = create_post(
        penulis, {"title": "Kabar", "content": f"<!-- newsroom:{uid} -->", "status": "draft"}
    )
    portal.trash(made.id)
    assert [post.status for post in find_posts(penulis, uid=uid, author=made.author)] == ["trash"]
    assert read_post(penulis, made.id).status == "trash"


def test_a_slug_that_is_taken_is_changed(penulis: Client) -> None:
    slug = f"kabar-{some_id()}"
    fields = {"title": "Kabar", "slug": slug, "status": "draft"}
    first, second = create_post(penulis, fields), create_post(penulis, fields)
    assert second.slug == f"{slug}-2"
    assert find_posts(penulis, slug=slug) == [first]


def test_only_the_named_fields_change(penulis: Client) -> None:
    made = create_post(penulis, {"title": "Lama", "content": "<p>Isi.</p>", "status": "draft"})
    changed = update_post(penulis, made.id, {"title": "Baru"})
    assert (changed.title, changed.content) == ("Baru", "<p>Isi.</p>")


def test_a_post_that_was_deleted(penulis: Client, portal: Portal) -> None:
    made = create_post(penulis, {"title": "Kabar", "status": "draft"})
    portal.delete(made.id)
    with pytest.raises(Gone):
        update_post(penulis, made.id, {"title": "Baru"})


def test_what_somebody_else_changed_shows(penulis: Client, portal: Portal) -> None:
    made = create_post(penulis, {"title": "Kabar", "status": "draft", "content": "<p>Isi.</p>"})
    portal.edit(made.id, title="Diubah orang lain")
    assert read_post(penulis, made.id).title == "Diubah orang lain"


def test_all_of_it_without_pretty_links(as_user: Clients) -> None:
    client, slug = as_user("penulis", site="polos"), f"kabar-{some_id()}"
    picture = uploaded(client, f"nr-{some_id()}", caption=CAPTION)
    fields = {"title": "Kabar", "slug": slug, "featured_media": picture, "status": "draft"}
    made = create_post(client, fields)
    assert made.featured_media == picture
    assert find_posts(client, slug=slug) == [made]


# --- categories and tags ---


def test_a_tag_is_made_once(as_user: Clients) -> None:
    kontributor, name = as_user("kontributor"), f"Pasar & Ikan {some_id()[:8]}"
    made = find_or_make_tag(kontributor, name)
    assert made.name == name
    assert find_or_make_tag(kontributor, f"  {name.upper()} ") == made


def test_a_tag_made_meanwhile_is_taken(penulis: Client, portal: Portal) -> None:
    name = f"Ikan {some_id()[:8]}"
    portal.ask("POST", "tags", {"name": name})
    portal.faults()
    made = find_or_make_tag(penulis, name.replace("Ikan", "ikan"))
    assert made.name == name


def test_a_category_by_slug_or_by_name(penulis: Client, portal: Portal) -> None:
    name = f"Ekonomi & Bisnis {some_id()[:6]}"
    slug = f"ekonomi-{some_id()[:6]}"
    above = portal.category("Daerah Rekaan", f"daerah-{some_id()[:6]}")
    id = portal.category(name, slug, above)
    found = find_category(penulis, slug)
    assert found
    assert (found.id, found.name, found.parent) == (id, name, above)
    assert find_category(penulis, "tidak-ada", name) == found
    assert find_category(penulis, "tidak-ada") is None
