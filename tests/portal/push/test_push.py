"""What comes of a push, and of the next one of the same story."""

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from newsroom.portal.push.looking import Looked, look_at_post
from newsroom.portal.push.package import Package, Rubric
from newsroom.portal.push.run import Progress, Records
from newsroom.portal.push.runner import Patience, Result
from newsroom.store.deliveries.records import PAGE, Outcome, PushState, Wish
from newsroom.store.deliveries.turn import rests_until
from tests.portal.push.desk import PORTAL, Desk, done, fields, picture
from tests.portal.site import Counts

LIVE = Wish("publish", confirmed=True)
SCHEDULED = datetime(2031, 3, 5, 0, 30, tzinfo=UTC)


def question(result: Result) -> str:
    assert result.push.state is PushState.PERSON, (result.push.state, result.push.error)
    return str(result.push.question["kind"])


def test_a_story_goes_to_the_site_once_and_as_it_is(desk: Desk) -> None:
    package = desk.package()

    delivered = done(desk.push(package))

    assert delivered.differences == ()
    assert desk.made == Counts(posts=1, media=2)
    post, pictures = desk.portal.post(delivered.post.id), package.pictures
    assert (post["status"], post["slug"]) == ("draft", package.slug)
    assert post["title"]["raw"] == package.title
    assert post["meta"]["kicker"] == "Pertanian"
    lead, other = (desk.store.deliveries.medium(desk.portal.url, one.digest) for one in pictures)
    assert lead
    assert other
    assert post["featured_media"] == lead.remote_id
    assert f"wp-image-{other.remote_id}" in post["content"]["raw"]
    assert other.url in post["content"]["raw"]
    kept = desk.store.deliveries.get(package.uid, PORTAL)
    assert kept
    assert (kept.remote_id, kept.slug, kept.revision) == (post["id"], package.slug, 1)


def test_a_story_sent_again_unchanged_is_not_written_again(desk: Desk) -> None:
    package = desk.package()
    first = done(desk.push(package))
    desk.portal.forget()

    again = done(desk.push(package))

    assert (again.post.id, again.post.modified_gmt) == (first.post.id, first.post.modified_gmt)
    assert desk.portal.requests("POST") == []
    assert desk.made == Counts(posts=1, media=2)


def test_an_update_changes_the_same_post_and_uploads_but_the_new_picture(desk: Desk) -> None:
    package = desk.package()
    first = done(desk.push(package))
    pictures = (package.pictures[0], picture(caption="Padi dijemur."))

    again = done(desk.push(desk.revised(package, "Warga menjemur padi.", pictures=pictures)))

    assert again.differences == ()
    assert again.post.id == first.post.id
    assert desk.made == Counts(posts=1, media=3)
    assert "menjemur" in desk.portal.post(first.post.id)["content"]["raw"]


def test_a_corrected_caption_is_corrected_in_the_library_too(desk: Desk) -> None:
    package = desk.package(1)
    first = done(desk.push(package))
    corrected = replace(package.pictures[0], caption="Petani di Serang (Foto: Rina Contoh)")

    done(desk.push(desk.revised(package, "Warga panen.", pictures=(corrected,))))

    assert desk.made == Counts(posts=1, media=1)
    (medium,) = desk.portal.media(include=first.post.featured_media)
    assert medium["caption"]["raw"] == corrected.caption


def test_what_the_site_shows_of_another_s_picture_is_the_same_caption(
    make_desk: Callable[..., Desk],
) -> None:
    editor, writer = make_desk("redaktur"), make_desk()
    package = editor.changed(editor.package(0), pictures=(picture('Kata "beliau" -- di Serang'),))
    done(editor.push(package))

    again = writer.push(writer.changed(writer.package(0), pictures=package.pictures))

    assert fields(again) == []


def test_what_somebody_else_says_of_a_picture_in_the_library_stays(desk: Desk) -> None:
    package = desk.package(1)
    medium = done(desk.push(package)).post.featured_media
    desk.portal.ask("POST", f"media/{medium}", {"caption": "Petani (Foto: Tono Rekaan)"})
    corrected = replace(package.pictures[0], caption="Petani di Serang (Foto: Rina Contoh)")

    again = desk.push(desk.revised(package, "Warga panen.", pictures=(corrected,)))

    (told,) = done(again).differences
    assert (told.field, told.found) == ("caption", "Petani (Foto: Tono Rekaan)")
    (there,) = desk.portal.media(include=medium)
    assert there["caption"]["raw"] == "Petani (Foto: Tono Rekaan)"


def test_a_picture_is_uploaded_once_for_two_stories(desk: Desk) -> None:
    package = desk.package(1)
    done(desk.push(package))

    other = desk.changed(desk.package(0), pictures=package.pictures)
    done(desk.push(other))

    assert desk.made == Counts(posts=2, media=1)


def test_a_picture_deleted_on_the_site_is_uploaded_again(desk: Desk) -> None:
    package = desk.package(1)
    desk.portal.delete_media(done(desk.push(package)).post.featured_media)

    result = desk.push(desk.revised(package, "Warga panen lagi."))

    assert question(result) == "conflict"
    assert done(desk.answer(package, "timpa")).post.featured_media
    assert desk.made == Counts(posts=1, media=1)


def test_another_data_folder_finds_what_is_there(make_desk: Callable[..., Desk]) -> None:
    here, there = make_desk(), make_desk()
    package = here.package()
    first = done(here.push(package))
    there.store.stories.save(replace(here.store.stories.get(package.uid), revision=0))

    again = done(there.push(package))

    assert again.post.id == first.post.id
    assert here.made == Counts(posts=1, media=2)


@pytest.mark.parametrize("login", ["penulis", "redaktur"])
def test_what_somebody_changed_on_the_site_is_not_written_over(
    make_desk: Callable[..., Desk], login: str
) -> None:
    desk = make_desk(login)
    package = desk.package()
    post = done(desk.push(package)).post
    theirs = f"{post.content}\n\n<!-- wp:paragraph -->\n<p>Tambahan.</p>\n<!-- /wp:paragraph -->"
    desk.portal.edit(post.id, content=theirs)
    ours = desk.revised(package, "Warga menjemur padi.")

    result = desk.push(ours)

    assert question(result) == "conflict"
    assert result.conflict
    ((field, our_text, their_text),) = result.conflict.texts()
    assert field == "content"
    assert "menjemur" in our_text
    assert "Tambahan" in their_text
    assert desk.portal.post(post.id)["content"]["raw"] == theirs
    assert done(desk.answer(ours, "timpa")).differences == ()
    assert "menjemur" in desk.portal.post(post.id)["content"]["raw"]
    assert desk.made.posts == 1


def test_an_answer_holds_for_the_state_that_was_shown(desk: Desk) -> None:
    package = desk.package(0)
    post = done(desk.push(package)).post
    desk.portal.edit(post.id, title="Judul Lain")
    ours = desk.revised(package, "Warga menjemur padi.")
    assert question(desk.push(ours)) == "conflict"
    desk.portal.edit(post.id, excerpt="Ringkasan lain.")

    assert question(desk.answer(ours, "timpa")) == "conflict"

    assert desk.portal.post(post.id)["title"]["raw"] == "Judul Lain"


def test_a_post_published_on_the_site_is_updated_where_somebody_agreed(desk: Desk) -> None:
    package = desk.package(0)
    post = done(desk.push(package)).post
    desk.portal.edit(post.id, status="publish")
    ours = desk.revised(package, "Warga menjemur padi.")

    assert question(desk.push(ours)) == "confirm"
    assert "menjemur" not in desk.portal.post(post.id)["content"]["raw"]

    delivered = done(desk.push(ours, Wish(confirmed=True)))
    assert (delivered.post.status, delivered.differences) == ("publish", ())
    assert "menjemur" in desk.portal.post(post.id)["content"]["raw"]


def test_a_moved_post_is_asked_about(desk: Desk) -> None:
    package = desk.package(0)
    post = done(desk.push(package)).post
    desk.portal.edit(post.id, slug=f"{package.slug}-pindah")
    ours = desk.revised(package, "Warga menjemur padi.")

    result = desk.push(ours)

    assert (question(result), result.push.question["fields"]) == ("conflict", ["slug"])
    assert done(desk.answer(ours, "timpa")).post.slug == f"{package.slug}-pindah"


def test_a_post_in_the_bin_of_the_site_is_asked_about(desk: Desk) -> None:
    package = desk.package(0)
    post = done(desk.push(package)).post
    desk.portal.trash(post.id)
    ours = desk.revised(package, "Warga menjemur padi.")

    assert question(desk.push(ours)) == "trashed"

    new = done(desk.answer(ours, "baru"))
    assert new.post.id != post.id
    assert desk.portal.post(post.id)["status"] == "trash"
    assert desk.made.posts == 2
    assert done(desk.push(ours)).post.id == new.post.id


def test_a_deleted_post_is_asked_about(desk: Desk) -> None:
    package = desk.package(0)
    desk.portal.delete(done(desk.push(package)).post.id)

    assert question(desk.push(package)) == "gone"

    assert desk.made.posts == 0
    done(desk.answer(package, "baru"))
    assert desk.made.posts == 1


def test_a_post_that_was_made_a_page_is_asked_about(desk: Desk) -> None:
    package = desk.package()
    desk.portal.edit(done(desk.push(package)).post.id, rig_type="page")

    result = desk.push(desk.revised(package, "Warga panen lagi."))

    assert question(result) == "gone"
    assert "kini berupa halaman di situs" in result.push.error
    assert desk.made == Counts(posts=0, media=2), "nothing was made in its place"


@pytest.mark.parametrize(("answer", "posts"), [("pakai", 1), ("baru", 2)])
def test_a_post_that_may_be_the_story_is_asked_about(desk: Desk, answer: str, posts: int) -> None:
    package = desk.package(0)
    by_hand = {"title": package.title, "slug": package.slug, "status": "draft", "content": "Lama"}
    made = desk.portal.ask("POST", "posts", {**by_hand, "author": 3})

    assert question(desk.push(package)) == "found"

    result = desk.answer(package, answer)
    if answer == "pakai":
        assert question(result) == "conflict"
        result = desk.answer(package, "timpa")
        assert done(result).post.id == made["id"]
    else:
        assert fields(result) == ["slug"]
    assert desk.made.posts == posts


def test_another_story_at_the_same_address_is_left_alone(desk: Desk) -> None:
    package = desk.package(0)
    done(desk.push(package))
    other = desk.package(0, title=package.title, slug=package.slug)

    delivered = done(desk.push(other))

    assert delivered.post.slug == f"{package.slug}-2"
    (told,) = delivered.differences
    assert told.message.startswith(f"Alamat “{package.slug}” sudah dipakai")


def test_a_site_that_has_moved_is_asked_about(desk: Desk) -> None:
    package = desk.package(0)
    post = done(desk.push(package)).post
    desk.site = "berita"

    assert question(desk.push(package)) == "site"

    assert done(desk.answer(package, "pakai")).post.id == post.id


def test_a_field_that_is_empty_now_is_emptied_on_the_site(desk: Desk) -> None:
    package = desk.package(0, meta={"kicker": "Pendidikan", "editor": "Ratna Andaian"})
    assert done(desk.push(package)).post.meta["kicker"] == "Pendidikan"

    without = replace(
        desk.revised(package, "Lagi."),
        meta={"editor": "Ratna Andaian"},
        emptied=("kicker", "topik"),
    )
    again = done(desk.push(without))

    assert (again.post.meta["kicker"], again.post.meta["editor"]) == ("", "Ratna Andaian")
    assert again.differences == ()


def test_what_the_site_drops_is_told_with_what_to_do(desk: Desk) -> None:
    package = desk.package(
        0, rubrics=(Rubric("tidak-ada", "Tidak Ada"),), meta={"_yoast_wpseo_title": "Judul"}
    )
    framed = replace(package, content=lambda _: '<p>A</p><iframe src="https://a.example"></iframe>')

    told = {one.field: one for one in done(desk.push(framed)).differences}

    assert set(told) == {"categories", "content", "meta"}
    assert told["content"].message == "Situs membuang sematan (iframe) dari tubuh berita."
    assert "Tidak Ada" in told["categories"].message
    assert "_yoast_wpseo_title" in told["meta"].message
    assert all(one.advice.endswith(".") for one in told.values())


def test_a_contributor_is_told_what_was_left_out(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("kontributor")
    package = desk.package()

    delivered = done(desk.push(package, Wish("pending")))

    told = {one.field: one for one in delivered.differences}
    assert set(told) == {"slug", "media"}
    assert package.slug in told["slug"].advice
    assert told["media"].message == "2 foto tidak ikut: akun ini tidak berhak mengunggah foto."
    assert desk.made == Counts(posts=1, media=0)
    # Without an address it is known again by its number, and to others by the story's id.
    assert done(desk.push(desk.revised(package, "Lagi."))).post.id == delivered.post.id
    desk.store.deliveries.forget(package.uid, PORTAL)
    assert done(desk.push(desk.revised(package, "Lagi."))).post.id == delivered.post.id
    assert desk.made == Counts(posts=1, media=0)


def test_a_contributor_may_neither_publish_nor_change_what_is_out(
    make_desk: Callable[..., Desk],
) -> None:
    desk = make_desk("kontributor")
    package = desk.package(0)

    refused = desk.push(package, LIVE)

    assert refused.push.state is PushState.FAILED
    assert "tidak berhak menerbitkan" in refused.push.error
    assert desk.made.posts == 0
    post = done(desk.push(package)).post
    desk.portal.edit(post.id, status="publish")
    assert desk.push(desk.revised(package, "Lagi."), Wish(confirmed=True)).push.state is (
        PushState.FAILED
    )


def test_a_subscriber_is_refused_in_words(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("pembaca")

    result = desk.push(desk.package(0))

    assert result.push.state is PushState.FAILED
    assert result.push.error.startswith("Akun ini tidak berhak menulis di situs.")


def test_nothing_is_published_without_a_yes(desk: Desk) -> None:
    package = desk.package(0)

    assert question(desk.push(package, Wish("publish"))) == "confirm"
    assert desk.made.posts == 0

    assert done(desk.push(package, LIVE)).post.status == "publish"


def test_a_yes_is_for_the_text_as_it_was(desk: Desk) -> None:
    package = desk.package(0)
    push = desk.store.pushes.add(package.uid, PORTAL, package.revision, LIVE)

    result = desk.run(push.id, desk.revised(package, "Lain."))

    assert question(result) == "confirm"
    assert desk.made.posts == 0


def test_a_time_to_come_is_scheduled_to_the_second(desk: Desk) -> None:
    package = desk.package(0)
    when = SCHEDULED.astimezone(datetime.now().astimezone().tzinfo)

    delivered = done(desk.push(package, replace(LIVE, time=when)))

    assert (delivered.post.status, delivered.post.date_gmt) == ("future", SCHEDULED)
    assert delivered.differences == ()
    assert desk.portal.post(delivered.post.id)["date"] == "2031-03-05T07:30:00"
    # Sent again without a time it stays so; published without one it is out at once.
    again = done(desk.push(desk.revised(package, "Lagi."), Wish(confirmed=True)))
    assert (again.post.status, again.post.date_gmt) == ("future", SCHEDULED)
    now = done(desk.push(desk.revised(package, "Kini."), LIVE))
    assert now.post.status == "publish"


def test_a_draft_may_have_its_time_already(desk: Desk) -> None:
    package = desk.package(0, date=SCHEDULED)

    delivered = done(desk.push(package))

    assert (delivered.post.status, delivered.post.date_gmt) == ("draft", SCHEDULED)


def test_a_draft_that_had_a_time_to_come_is_published_now(desk: Desk) -> None:
    package = desk.package(0)
    done(desk.push(package, Wish("draft", SCHEDULED)))

    post = done(desk.push(package, LIVE)).post

    assert post.status == "publish"
    assert post.date_gmt
    assert post.date_gmt <= datetime.now(UTC) + timedelta(minutes=1)


def test_what_is_embargoed_is_never_published_at_once(desk: Desk) -> None:
    package = desk.package(0, date=SCHEDULED)

    assert done(desk.push(package, LIVE)).post.status == "future"


def test_a_time_that_went_by_while_it_waited_is_refused(desk: Desk) -> None:
    package = desk.package(0)
    desk.now = lambda: SCHEDULED + timedelta(minutes=1)

    assert question(desk.push(package, replace(LIVE, time=SCHEDULED))) == "past"

    assert desk.made.posts == 0


def test_what_was_scheduled_before_its_answer_got_lost_is_done_when_its_time_is_over(
    desk: Desk,
) -> None:
    package = desk.package(0)
    desk.portal.faults({"method": "POST", "path": "wp/v2/posts", "mode": "lost"})
    result = desk.push(package, replace(LIVE, time=SCHEDULED))
    assert result.push.state is PushState.WAITING

    desk.now = lambda: SCHEDULED + timedelta(minutes=1)
    done(desk.resume(package))

    assert desk.made.posts == 1


def test_who_agrees_is_told_that_a_time_to_come_takes_a_live_post_down(desk: Desk) -> None:
    package = desk.package(0)
    post = done(desk.push(package, LIVE)).post

    for wish in (Wish("publish", SCHEDULED), Wish(time=SCHEDULED)):
        result = desk.push(package, wish)

        assert question(result) == "confirm"
        assert "Rabu (5/3/2031) pukul 07.30 WIB ia ditarik sekarang juga" in result.push.error
        assert desk.portal.post(post.id)["status"] == "publish"
        desk.store.pushes.cancel(result.push.id)
    down = done(desk.push(package, Wish(time=SCHEDULED, confirmed=True))).post
    assert (down.status, down.date_gmt) == ("future", SCHEDULED)


@pytest.mark.parametrize("hours", [-2, 3])
def test_a_scheduled_hour_is_moved_where_somebody_agreed(desk: Desk, hours: int) -> None:
    package, moved = desk.package(0), SCHEDULED + timedelta(hours=hours)
    post = done(desk.push(package, replace(LIVE, time=SCHEDULED))).post

    result = desk.push(package, Wish(time=moved))

    assert question(result) == "confirm"
    assert "terjadwal Rabu (5/3/2031) pukul 07.30 WIB" in result.push.error
    assert f"ke Rabu (5/3/2031) pukul {7 + hours:02}.30 WIB" in result.push.error
    assert desk.portal.post(post.id)["date"] == "2031-03-05T07:30:00"
    desk.store.pushes.cancel(result.push.id)
    after = done(desk.push(package, Wish(time=moved, confirmed=True)))
    assert (after.post.status, after.post.date_gmt, after.differences) == ("future", moved, ())


def test_a_later_embargo_moves_what_is_scheduled_where_somebody_agreed(desk: Desk) -> None:
    package = desk.package(0, date=SCHEDULED)
    done(desk.push(package, LIVE))
    later = desk.revised(package, "Lagi.", date=SCHEDULED + timedelta(hours=2, minutes=30))

    result = desk.push(later)

    assert question(result) == "confirm"
    assert "ke Rabu (5/3/2031) pukul 10.00 WIB" in result.push.error
    desk.store.pushes.cancel(result.push.id)
    assert done(desk.push(later, Wish(confirmed=True))).post.date_gmt == later.date


def test_what_is_scheduled_goes_no_earlier_unless_it_is_asked_for(desk: Desk) -> None:
    package = desk.package(0, date=SCHEDULED)
    done(desk.push(package, LIVE))
    earlier = desk.revised(package, "Lagi.", date=SCHEDULED - timedelta(hours=1))

    delivered = done(desk.push(earlier))

    assert (delivered.post.status, delivered.post.date_gmt) == ("future", SCHEDULED)
    (told,) = delivered.differences
    assert (told.field, told.message) == (
        "date",
        "Di situs tulisan ini terjadwal Rabu (5/3/2031) pukul 07.30 WIB, "
        "di naskah Rabu (5/3/2031) pukul 06.30 WIB: lebih awal.",
    )


def test_a_draft_of_another_day_comes_out_today(desk: Desk) -> None:
    package = desk.package(0)
    post = done(desk.push(package)).post
    desk.portal.edit(post.id, date_gmt="2024-05-17T00:30:00")
    begun = datetime.now(UTC).replace(microsecond=0)

    out = done(desk.push(package, LIVE)).post

    assert out.status == "publish"
    assert out.date_gmt
    assert out.date_gmt >= begun


def test_a_draft_that_nobody_has_dated_comes_out_by_the_clock_of_the_site(desk: Desk) -> None:
    package = desk.package(0)
    done(desk.push(package))
    desk.now = lambda: datetime.now(UTC) + timedelta(hours=3)  # the clock here is wrong

    assert done(desk.push(package, LIVE)).post.status == "publish"


PARAGRAPH = "<!-- wp:paragraph -->\n<p>Warga panen raya.</p>\n<!-- /wp:paragraph -->"


@pytest.mark.parametrize("login", ["penulis", "kontributor", "redaktur"])
@pytest.mark.parametrize("site", ["", "kosong"])
def test_a_post_whose_answer_got_lost_is_found_however_it_was_changed(
    make_desk: Callable[..., Desk], login: str, site: str
) -> None:
    desk = make_desk(login, site=site)
    writer = {"login": "penulis", "author": "Penulis Uji"} if login == "redaktur" else {}
    package = desk.package(0, **writer)
    if site:
        package = replace(package, meta={})
    desk.portal.faults({"method": "POST", "path": "wp/v2/posts", "mode": "lost"})
    assert desk.push(package).push.state is PushState.WAITING
    (post,) = desk.portal.posts(search=package.uid)
    desk.portal.edit(post["id"], title="Judul Redaktur", slug="lain", content=PARAGRAPH)

    result = desk.resume(package)

    assert question(result) == ("found" if site else "conflict")
    if site:  # where no custom field tells whose it is
        assert "“Judul Redaktur”" in result.push.error
        result = desk.answer(package, "pakai")
    assert question(result) == "conflict"
    assert result.conflict
    assert "title" in result.conflict.fields
    assert desk.portal.post(post["id"])["title"]["raw"] == "Judul Redaktur"
    assert done(desk.answer(package, "timpa")).post.id == post["id"]
    assert desk.made.posts == 1


def test_one_in_the_bin_whose_answer_got_lost_is_asked_about(desk: Desk) -> None:
    package = desk.package(0, meta={})
    desk.portal.faults({"method": "POST", "path": "wp/v2/posts", "mode": "lost"})
    desk.push(package)
    (post,) = desk.portal.posts(search=package.uid)
    desk.portal.edit(post["id"], content=PARAGRAPH)
    desk.portal.trash(post["id"])

    assert question(desk.resume(package)) == "found"
    assert question(desk.answer(package, "pakai")) == "trashed"

    assert desk.made.posts == 1


def test_posts_of_other_stories_are_not_taken_for_the_lost_one(desk: Desk) -> None:
    package, other = desk.package(0), desk.package(0)
    desk.portal.faults({"method": "POST", "path": "wp/v2/posts", "mode": "502"})
    desk.push(package)
    done(desk.push(other))

    done(desk.resume(package))

    assert desk.made.posts == 2


def test_a_post_made_with_a_time_to_come_is_not_taken_for_the_lost_one(desk: Desk) -> None:
    package = desk.package(0)
    other = {"title": "Bukan Naskah Ini", "status": "draft", "date_gmt": "2031-03-05T00:30:00"}
    author = desk.portal.ask("GET", "users", search=desk.login)[0]["id"]
    made = desk.portal.ask("POST", "posts", {**other, "author": author})["id"]
    desk.portal.faults({"method": "POST", "path": "wp/v2/posts", "mode": "502"})
    desk.push(package)

    post = done(desk.resume(package)).post

    assert post.id != made
    assert desk.made.posts == 2


def test_a_post_with_the_older_mark_is_found(desk: Desk) -> None:
    package = desk.package(0)
    mark = f'<!-- wp:paragraph {{"newsroom":"newsroom:{package.uid}"}} -->'
    content = PARAGRAPH.replace("<!-- wp:paragraph -->", mark)
    author = desk.portal.ask("GET", "users", slug="penulis")[0]["id"]
    made = {"title": "Judul Lama", "status": "draft", "content": content, "author": author}
    post = desk.portal.ask("POST", "posts", made)

    assert question(desk.push(package)) == "conflict"
    assert done(desk.answer(package, "timpa")).post.id == post["id"]


@pytest.mark.parametrize("site", ["polos", "berita", "kosong"])
def test_sites_of_other_kinds(make_desk: Callable[..., Desk], site: str) -> None:
    desk = make_desk(site=site)

    result = desk.push(desk.package(1))

    assert fields(result) == (["meta"] if site == "kosong" else [])
    assert desk.made == Counts(posts=1, media=1)


def test_an_editor_gives_the_post_to_its_writer(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("redaktur")
    package = desk.package(0, login="penulis", author="Penulis Uji")

    delivered = done(desk.push(package))

    assert delivered.differences == ()
    assert delivered.post.author != 1
    again = done(desk.push(desk.revised(package, "Lagi.")))
    assert (again.post.id, again.post.author) == (delivered.post.id, delivered.post.author)


def test_an_author_keeps_the_post_of_another_writer(desk: Desk) -> None:
    result = desk.push(desk.package(0, login="redaktur", author="Redaktur Uji"))

    assert fields(result) == ["author"]


def test_within_a_run_it_waits_as_the_site_asks(desk: Desk) -> None:
    desk.patience = Patience(at_once=4, settles=3600)
    desk.portal.faults(
        {"method": "GET", "path": "wp/v2/media", "mode": "503"},
        {"method": "GET", "path": "wp/v2/media", "mode": "429", "retry_after": 7},
        {"method": "POST", "path": "wp/v2/posts", "mode": "lost"},
    )
    package = desk.package(1)

    result = desk.push(package)

    assert fields(result) == []
    *asked, settled = desk.waited
    assert asked == [1.0, 7.0, 4.0]
    assert 0 < settled <= 3600, "what was cut off may still be at work on the site"
    assert desk.made == Counts(posts=1, media=1)


@pytest.mark.parametrize(("mode", "waits"), [("cut", 1), ("garbled", 1), ("500", 0)])
def test_a_picture_is_looked_for_once_the_site_must_be_done_with_it(
    desk: Desk, mode: str, waits: int
) -> None:
    desk.patience = Patience(at_once=1, settles=3600)
    desk.portal.faults({"method": "POST", "path": "wp/v2/media", "mode": mode})
    package = desk.package(1)
    desk.push(package)

    done(desk.resume(package))

    assert len(desk.waited) == waits
    assert desk.made == Counts(posts=1, media=1)


def test_a_post_that_appeared_while_pictures_were_uploaded_is_not_made_again(
    make_desk: Callable[..., Desk],
) -> None:
    here, there = make_desk(), make_desk()
    package = here.package(1)
    there.store.stories.save(replace(here.store.stories.get(package.uid), revision=0))

    def meanwhile(progress: Progress) -> None:
        if progress.step == "media" and there.listener is None:
            there.listener = lambda _: None
            done(there.push(here.changed(package, pictures=())))

    here.listener = meanwhile
    assert here.push(package).push.state is PushState.WAITING
    result = here.resume(package)

    assert question(result) == "conflict"
    assert here.made == Counts(posts=1, media=1)


def test_the_sizes_that_a_site_died_over_are_made_in_the_end(desk: Desk) -> None:
    package = desk.package(0)
    big = picture(size=(640, 480))
    desk.site = "lemah"
    package = desk.changed(package, pictures=(big,))

    assert desk.push(package).push.state is PushState.WAITING
    post = done(desk.resume(package)).post

    (medium,) = desk.portal.media(include=post.featured_media)
    assert {"medium", "thumbnail"} <= set(medium["media_details"]["sizes"])
    assert desk.made == Counts(posts=1, media=1)


def test_a_picture_whose_sizes_a_site_dies_over_holds_no_story_up(desk: Desk) -> None:
    desk.site = "lemah"
    package = desk.changed(desk.package(0), pictures=(picture(size=(640, 480)),))
    desk.push(package)
    desk.portal.faults({"method": "POST", "path": "post-process", "mode": "502"})

    assert fields(desk.resume(package)) == ["media"]
    assert fields(desk.push(package)) == []


def test_a_request_that_the_program_ended_over_is_waited_for_however_long_it_took(
    desk: Desk,
) -> None:
    def end(progress: Progress) -> None:
        if progress.step == "media" and progress.done == progress.total:
            raise KeyboardInterrupt

    desk.patience, desk.listener = Patience(at_once=1, settles=10), end
    package = desk.package(1)
    with pytest.raises(KeyboardInterrupt):
        desk.push(package)
    desk.listener, desk.now = None, lambda: datetime.now(UTC) + timedelta(minutes=1)

    desk.resume(package)

    assert desk.waited == [10.0], "nobody knows when within that minute it was cut off"


@pytest.mark.parametrize("caption", ["Suhu < 5 dan > 3 derajat", "Bupati <Serang> & warga"])
def test_what_is_said_of_a_picture_is_text_and_no_html(desk: Desk, caption: str) -> None:
    package = desk.changed(desk.package(0), pictures=(picture(caption),))

    delivered = done(desk.push(package))

    assert delivered.differences == ()
    (medium,) = desk.portal.media(include=delivered.post.featured_media)
    assert html.unescape(medium["caption"]["raw"]) == caption


def look(desk: Desk, package: Package) -> Looked:
    known = desk.store.deliveries.get(package.uid, PORTAL)
    assert known
    records = Records(desk.store.deliveries, desk.store.journal, desk.store.pushes)
    with desk.client() as client:
        return look_at_post(client, known, records, ("kicker",), datetime.now(UTC))


def test_what_a_look_tells_of_is_the_work_of_people_alone(desk: Desk) -> None:
    package = desk.package(0)
    post = done(desk.push(package)).post
    desk.portal.edit(post.id, meta={"topik": "as a plugin fills its own"})
    desk.portal.faults({"method": "POST", "path": "wp/v2/posts/", "mode": "lost"})
    desk.push(desk.revised(package, "Warga menjemur padi."))

    assert look(desk, package).changed == (), "an update of ours whose answer got lost is none"
    desk.portal.edit(post.id, meta={"kicker": "Diubah"})
    assert look(desk, package).changed == ("meta.kicker",)
    desk.portal.edit(post.id, rig_type="page")
    assert look(desk, package).delivery.status == PAGE


def test_a_long_wait_is_left_to_the_queue(desk: Desk) -> None:
    desk.patience = Patience(at_once=4)
    then = datetime(2030, 1, 1, tzinfo=UTC)
    desk.now = lambda: then
    desk.portal.faults({"mode": "429", "retry_after": 900})
    package = desk.package(0)

    result = desk.push(package)

    assert result.push.next_try == then + timedelta(seconds=900)
    assert desk.waited == []
    assert desk.store.pushes.due(then) == []
    assert [one.id for one in desk.store.pushes.due(result.push.next_try)] == [result.push.id]


def test_it_is_not_tried_without_end(desk: Desk) -> None:
    desk.patience = Patience(at_once=1, most=3)
    desk.portal.faults({"mode": "500", "times": 99})
    package = desk.package(0)
    push = desk.store.pushes.add(package.uid, PORTAL, 1, Wish())

    states = [desk.run(push.id, package).push.state for _ in range(3)]

    assert states == [PushState.WAITING, PushState.WAITING, PushState.FAILED]


def test_a_site_that_can_not_be_reached_is_waited_for(desk: Desk) -> None:
    desk.patience = Patience(at_once=1, most=1)
    portal, package = desk.portal, desk.package(0)
    desk.address = "http://127.0.0.1:9"
    push = desk.store.pushes.add(package.uid, PORTAL, 1, Wish())

    states = [desk.run(push.id, package).push.state for _ in range(3)]

    assert states == [PushState.WAITING] * 3
    desk.address = portal.url
    done(desk.run(push.id, package))


def test_tries_without_a_network_use_up_no_patience(desk: Desk) -> None:
    desk.patience = Patience(at_once=1, most=2)
    portal, package = desk.portal, desk.package(0)
    desk.address = "http://127.0.0.1:9"
    push = desk.store.pushes.add(package.uid, PORTAL, 1, Wish())
    for _ in range(3):
        desk.run(push.id, package)
    desk.address = portal.url
    portal.faults({"mode": "429", "retry_after": 900}, {"mode": "500", "times": 9})

    states = [desk.run(push.id, package).push.state for _ in range(2)]

    assert states == [PushState.WAITING, PushState.FAILED]


def test_a_fault_of_the_site_is_waited_for_long_and_without_end(desk: Desk) -> None:
    desk.patience = Patience(at_once=4, most=1)
    then = datetime(2030, 1, 1, tzinfo=UTC)
    desk.now = lambda: then
    desk.portal.faults({"mode": "401", "times": 99})
    package = desk.package(0)
    push = desk.store.pushes.add(package.uid, PORTAL, 1, Wish())

    results = [desk.run(push.id, package) for _ in range(3)]

    assert all(one.push.held and one.is_of_site for one in results)
    assert desk.waited == []  # a password that is wrong is not tried again at once
    until = then + timedelta(seconds=desk.patience.held)
    assert rests_until([results[-1].push], PORTAL, then) == until
    assert rests_until([results[-1].push], "lain", then) is None
    desk.portal.forget()
    done(desk.run(push.id, package))


def test_cancelled_between_two_requests_it_stops_and_can_be_resumed(
    make_desk: Callable[..., Desk],
) -> None:
    desk = make_desk(home="satu")
    other = make_desk(home="satu")
    package = desk.package()

    def cancel_at_first_picture(progress: object) -> None:
        if getattr(progress, "step", "") == "media":
            (push,) = other.store.pushes.list(open_only=True) or [None]
            if push:
                other.store.pushes.cancel(push.id)

    desk.listener = cancel_at_first_picture
    result = desk.push(package)

    assert result.push.state is PushState.CANCELLED
    assert desk.made.posts == 0
    desk.listener = None
    done(desk.resume(package))
    assert desk.made == Counts(posts=1, media=2)


def test_bytes_are_told_as_they_go(desk: Desk) -> None:
    package = desk.package(2)

    done(desk.push(package))

    media = [one for one in desk.told if one.step == "media"]
    total = sum(one.size for one in package.pictures)
    assert {one.total for one in media} == {total}
    shares = [one.done for one in media]
    assert shares == sorted(shares)
    assert shares[-1] == total


def test_the_journal_tells_each_request_and_no_text(desk: Desk) -> None:
    package = desk.package(1)

    result = desk.push(package)

    steps = desk.store.journal.steps(result.push.id)
    assert {one.outcome for one in steps} == {Outcome.DONE}
    assert [one.step for one in steps if one.step != "look"] == [
        "connect",
        "terms",
        "terms",
        "media",
        "post",
        "verify",
    ]
    written = repr([(one.what, one.asked, one.came, one.error) for one in steps])
    for secret in ("Warga", "bersyukur", desk.portal.passwords[desk.login]):
        assert secret not in written
