from __future__ import annotations

import tomllib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.app import Newsroom, data_home
from newsroom.cli.demo import complete
from newsroom.cli.streams import BadInput
from newsroom.photos.pictures import NotAPicture, picture_size
from newsroom.portal.profile_table import ProfileError
from newsroom.resources import resource
from newsroom.store.store import Store
from newsroom.story.story import Photo, Story

COMPLETION = tomllib.loads(resource("samples", "lengkap.toml").read_text(encoding="utf-8"))


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path / "home")


@pytest.fixture
def store(newsroom: Newsroom) -> Iterator[Store]:
    with closing(newsroom.open_store()) as store:
        yield store


def test_the_data_folder_is_the_one_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NEWSROOM_HOME", str(tmp_path))
    assert data_home() == tmp_path
    monkeypatch.setenv("NEWSROOM_HOME", "")
    assert data_home().is_absolute()
    assert data_home() != tmp_path


def test_the_sample_is_a_raw_text_with_its_photo(newsroom: Newsroom) -> None:
    story = newsroom.sample()
    assert story.headline.startswith("Kadis Perpustakaan:")
    assert len(story.headline) > 70
    assert story.dateline.source == "infobanten.id"
    assert story.closing == "(*)"
    assert len(story.body.split("\n\n")) == 7
    (photo,) = story.photos
    assert photo.caption == "Kepala Dinas Perpustakaan Tirta Rekaan"
    assert picture_size(Path(photo.file)) == (1600, 1066)


def test_the_completed_sample_may_go_out(newsroom: Newsroom) -> None:
    raw = newsroom.sample()
    profile = newsroom.profile()
    assert {f.field for f in newsroom.preflight(raw, profile, None)} >= {"section"}
    done = complete(raw, COMPLETION)
    assert newsroom.preflight(done, profile, None) == []
    assert done.byline == ("Bayu Misalnya",)
    with pytest.raises(BadInput, match="mensukseskan"):
        complete(replace(raw, body=raw.body.replace("mensukseskan", "")), COMPLETION)


def test_taking_in_copies_the_pictures_into_the_store(newsroom: Newsroom, store: Store) -> None:
    sample = newsroom.sample()
    story = newsroom.take_in(sample, store)
    (photo,) = story.photos
    assert photo.file == "perahu-pustaka.jpg"
    kept = newsroom.picture(newsroom.open_media())(photo)
    assert kept is not None
    assert kept.is_relative_to(newsroom.home)
    assert kept.read_bytes() == Path(sample.photos[0].file).read_bytes()
    assert store.stories.get(story.id) == story


def test_a_picture_that_is_not_there_does_not_stop_a_story(
    newsroom: Newsroom, store: Store
) -> None:
    story = newsroom.take_in(Story("Judul", photos=(Photo("hilang.jpg"),)), store)
    assert newsroom.picture(store.media)(story.photos[0]) is None
    findings = newsroom.preflight(story, newsroom.profile(), store.media)
    assert "photos[0].file" in {finding.field for finding in findings}


def test_a_file_that_is_no_picture_stops_it_before_anything_is_stored(
    newsroom: Newsroom, store: Store, tmp_path: Path
) -> None:
    broken = tmp_path / "rusak.jpg"
    broken.write_bytes(b"\xff\xd8 rusak")
    sample = newsroom.sample()
    photos = (*sample.photos, Photo(str(broken)))
    with pytest.raises(NotAPicture, match=r"rusak\.jpg"):
        newsroom.take_in(replace(sample, photos=photos), store)
    assert store.stories.list() == []
    assert not list((newsroom.home / "media").rglob("*.jpg"))


def test_a_picture_is_found_only_where_it_is_named_whole(
    newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.jpg").write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    find = newsroom.picture(None)
    assert find(Photo("a.jpg")) is None
    assert find(Photo(str(tmp_path / "a.jpg"))) == tmp_path / "a.jpg"
    assert find(Photo(str(tmp_path))) is None


def test_the_users_own_profile_wins(newsroom: Newsroom) -> None:
    shipped = resource("portals", "infobanten.toml").read_text(encoding="utf-8")
    folder = newsroom.home / "portals"
    folder.mkdir(parents=True)
    own = shipped.replace('title = "Info Banten"', 'title = "Portal Sendiri"')
    (folder / "infobanten.toml").write_text(own, encoding="utf-8")
    (folder / "kabar.toml").write_text(shipped, encoding="utf-8")
    assert newsroom.profile().title == "Portal Sendiri"
    assert newsroom.profile_names() == ["infobanten", "kabar"]
    with pytest.raises(ProfileError):
        newsroom.profile("tidak-ada")
