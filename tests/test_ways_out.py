"""Stories leaving in each form, as the window and the commands have them written."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from newsroom.app import EXPORTS, Newsroom, is_own
from newsroom.app.publishing import NotReady
from newsroom.exchange.progress import Cancelled
from newsroom.exchange.sent_pictures import sent_pictures
from newsroom.language.finding import Severity
from newsroom.portal.push.package import seen_digest
from newsroom.resources import resource
from newsroom.store.deliveries.records import Delivery, KeptMedium, Wish
from newsroom.story.aftermath import Withdrawal
from newsroom.story.story import Photo, Story, new_id
from newsroom.story.workflow import Status

MEDIUM = "https://infobanten.id/wp-content/uploads/2024/05/nr-1.jpg"
STORY = Story(
    headline="Perahu Pustaka Singgah",
    body="Perahu rahasia tiba.",
    slug="perahu-pustaka",
    section="Pendidikan",
    summary="Ringkasan rahasia.",
    photos=(
        Photo(
            str(resource("samples", "perahu-pustaka.jpg")),
            caption="Perahu rahasia.",
            credit="Ratna",
            alt="Perahu",
        ),
    ),
    updated=datetime(2024, 5, 17, tzinfo=UTC),
)


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path / "home")


def written(newsroom: Newsroom, story: Story, form: str, out: Path) -> str:
    """Return all that is in the file of a form, what is packed in it unpacked."""
    out.mkdir(exist_ok=True)
    path = newsroom.export(story, form, out, newsroom.profile(), None)
    if not zipfile.is_zipfile(path):
        return path.read_text(encoding="utf-8")
    with zipfile.ZipFile(path) as parts:
        return b"".join(map(parts.read, parts.namelist())).decode(errors="replace")


@pytest.mark.parametrize("form", EXPORTS)
def test_several_stories_are_written_in_any_form(
    newsroom: Newsroom, form: str, tmp_path: Path
) -> None:
    with closing(newsroom.open_store()) as store:
        ids = [
            store.stories.save(replace(STORY, id=new_id(), photos=(), headline=name)).id
            for name in ("Satu", "Satu", "Dua")
        ]
        done = [
            *newsroom.export_many(
                ids, form, tmp_path / "k", newsroom.profile(), store, override="uji coba"
            )
        ]

    assert [one.why for one in done] == [""] * 3
    assert len({one.path for one in done}) == 3
    assert {one.path for one in done} == {*(tmp_path / "k").iterdir()}


@pytest.mark.parametrize("form", ["whatsapp", "whatsapp-ringkas", "jsonld", "page", "blogger"])
def test_a_story_that_readers_have_has_its_address(
    newsroom: Newsroom, form: str, tmp_path: Path
) -> None:
    address = "https://infobanten.id/perahu-pustaka/"
    published = replace(STORY, status=Status.PUBLISHED)

    assert address in written(newsroom, published, form, tmp_path / "tayang")
    assert address not in written(newsroom, STORY, form, tmp_path / "draf")


@pytest.fixture
def delivered(newsroom: Newsroom) -> Callable[[str], Story]:
    """Save the story as one that the portal has, its post of this status."""

    def save(status: str) -> Story:
        profile, find = newsroom.profile(), newsroom.picture(None)
        with closing(newsroom.open_store()) as store:
            story = store.stories.save(replace(STORY, id=new_id()))
            site, at = "https://infobanten.id/wp-json", datetime(2024, 5, 18, tzinfo=UTC)
            (picture,) = sent_pictures(story, profile.photo, find, profile.media_url)
            digest = seen_digest(picture.rendition.data)
            store.deliveries.keep_medium(KeptMedium(site, digest, 7, MEDIUM, "nr-1", at))
            link = "https://infobanten.id/2024/05/18/perahu-pustaka-2/"
            store.deliveries.keep(
                Delivery(
                    story.id, profile.name, site, 41, link, status, "perahu-pustaka-2", 1,
                    "2024-05-18T00:00:00", "d" * 64, at,
                )
            )  # fmt: skip
        return story

    return save


def test_a_story_that_was_pushed_has_the_addresses_that_the_portal_gave(
    newsroom: Newsroom, delivered: Callable[[str], Story], tmp_path: Path
) -> None:
    story = delivered("publish")

    article = written(newsroom, story, "jsonld", tmp_path / "a")
    assert MEDIUM in article
    assert "/2024/05/18/perahu-pustaka-2/" in article
    assert MEDIUM in written(newsroom, story, "blogger", tmp_path / "b")
    assert MEDIUM not in written(newsroom, story, "wxr", tmp_path / "c")
    copied = newsroom.to_copy(story, "whatsapp-ringkas", newsroom.profile())
    assert copied.plain.endswith("https://infobanten.id/2024/05/18/perahu-pustaka-2/")


def test_a_draft_on_the_portal_has_no_address_for_readers(
    newsroom: Newsroom, delivered: Callable[[str], Story], tmp_path: Path
) -> None:
    article = written(newsroom, delivered("draft"), "jsonld", tmp_path / "a")
    assert MEDIUM in article
    assert "perahu-pustaka-2" not in article


@pytest.mark.parametrize("form", [form for form in EXPORTS if not is_own(form)])
def test_of_a_withdrawn_story_only_that_is_told(
    newsroom: Newsroom, form: str, tmp_path: Path
) -> None:
    at = datetime(2024, 5, 18, tzinfo=UTC)
    gone = replace(
        STORY, status=Status.WITHDRAWN, withdrawal=Withdrawal(at, "Menyangkut kesusilaan")
    )

    told = written(newsroom, gone, form, tmp_path / "cabut")

    assert "rahasia" not in told
    if form != "whatsapp-ringkas":
        assert "dicabut redaksi" in told


def test_the_pictures_are_counted_and_can_be_stopped(newsroom: Newsroom, tmp_path: Path) -> None:
    story, told = replace(STORY, photos=STORY.photos * 2), []

    def progress(done: int, total: int) -> bool:
        told.append((done, total))
        return done < 1

    with pytest.raises(Cancelled):
        newsroom.export(story, "docx", tmp_path / "a.docx", newsroom.profile(), None, progress)

    assert told == [(0, 2), (1, 2)]
    assert not (tmp_path / "a.docx").exists()


LATER = datetime(2031, 5, 20, 2, tzinfo=UTC)
EARLIER = datetime(2031, 5, 20, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("times", "told"),
    [
        ({"publish": EARLIER, "embargo": LATER}, "Waktu tayang mendahului embargo"),
        ({"status": Status.HELD}, "Naskah ditahan tanpa waktu"),
        ({"photos": (replace(STORY.photos[0], embargo=LATER),)}, "Foto ini baru boleh tayang"),
    ],
)
def test_no_way_out_is_open_to_a_story_whose_times_forbid_it(
    newsroom: Newsroom, tmp_path: Path, times: dict[str, Any], told: str
) -> None:
    profile = newsroom.profile()
    with closing(newsroom.open_store()) as store:
        story = newsroom.take_in(replace(STORY, id=new_id(), **times), store)
        errors = [
            one.message
            for one in newsroom.preflight(story, profile, store.media)
            if one.severity is Severity.ERROR
        ]
        assert [told in message for message in errors] == [True]
        (one,) = newsroom.export_many([story.id], "bundle", tmp_path / "k", profile, store)
        assert [one.message for one in one.missing] == errors
        assert one.path is None
        (one,) = newsroom.export_together([story.id], tmp_path / "k.zip", profile, store)
        assert (one.path, (tmp_path / "k.zip").exists()) == (None, False)
        with pytest.raises(NotReady, match=told):
            newsroom.queue_story(store, story.id, profile.name, Wish())


def test_a_time_that_is_asked_for_is_judged_as_the_storys_own(newsroom: Newsroom) -> None:
    profile = newsroom.profile()
    photo = replace(STORY.photos[0], embargo=LATER)
    for story in (replace(STORY, embargo=LATER), replace(STORY, photos=(photo,), publish=LATER)):
        assert newsroom.clearance(story, profile, None).in_the_way == ()
        assert newsroom.clearance(story, profile, None, at=LATER).in_the_way == ()
        assert newsroom.clearance(story, profile, None, at=EARLIER).in_the_way
