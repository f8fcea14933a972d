from __future__ import annotations

import errno
import tomllib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.app import Newsroom, data_home
from newsroom.cli.demo import complete
from newsroom.cli.streams import BadInput
from newsroom.exchange.errors import ExchangeError
from newsroom.photos.pictures import picture_size
from newsroom.portal.profile_table import ProfileError
from newsroom.resources import resource
from newsroom.store.store import Store
from newsroom.story.story import Photo, Story
from tests.photos.exif_reader import exiftool

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
    assert data_home(str(tmp_path / "lain")) == tmp_path / "lain"
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


def test_a_picture_that_can_not_be_used_is_told_and_the_rest_comes(
    newsroom: Newsroom, store: Store, tmp_path: Path
) -> None:
    whole = Path(newsroom.sample().photos[0].file).read_bytes()
    (tmp_path / "potong.jpg").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "kosong.jpg").write_bytes(b"")
    (tmp_path / "utuh.jpg").write_bytes(whole)
    names = ("potong.jpg", "kosong.jpg", "utuh.jpg")
    photos = tuple(Photo(str(tmp_path / name), caption=f"Di {name}.") for name in names)
    told: list[str] = []

    story = newsroom.take_in(Story("Judul", body="Isi.", photos=photos), store, tell=told.append)

    assert [photo.file for photo in story.photos] == list(names)
    assert [bool(photo.digest) for photo in story.photos] == [False, False, True]
    assert [photo.caption for photo in story.photos] == [f"Di {name}." for name in names]
    assert told == [
        "potong.jpg: berkas foto rusak atau tidak lengkap; salin lagi dari kamera",
        "kosong.jpg: berkasnya kosong (0 bita); salin lagi dari kamera",
    ]
    assert store.stories.get(story.id) == story
    findings = newsroom.preflight(story, newsroom.profile(), store.media)
    missing = {one.field for one in findings if one.rule == "story.picture"}
    assert missing == {"photos[0].file", "photos[1].file"}


def test_what_a_picture_says_fills_what_the_story_leaves_empty(
    newsroom: Newsroom, store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "panen.jpg"
    path.write_bytes(Path(newsroom.sample().photos[0].file).read_bytes())
    exiftool(
        "-overwrite_original",
        "-XMP-dc:Description=Dari berkas.",
        "-XMP-dc:Creator=Rina Contoh",
        "-XMP-photoshop:City=Pandeglang",
        path,
    )
    story = newsroom.take_in(Story("A", photos=(Photo(str(path), "Dari naskah."),)), store)
    (photo,) = story.photos
    assert (photo.caption, photo.creator, photo.credit, photo.place) == (
        "Dari naskah.", "Rina Contoh", "Rina Contoh", "Pandeglang",
    )  # fmt: skip


@pytest.mark.parametrize("form", ["bundle", "wxr", "html", "md"])
def test_odd_characters_and_endless_captions_stop_no_export(
    newsroom: Newsroom, store: Store, tmp_path: Path, form: str
) -> None:
    path = Path(newsroom.sample().photos[0].file)
    odd = "Warga\x0bpanen\x00 \x07padi"
    photo = Photo(
        str(path), caption=odd + "a" * 70_000, credit=odd, alt=odd, place=odd, creator=odd,
        copyright=odd, source=odd, keywords=(odd,),
    )  # fmt: skip
    story = Story(
        odd, kicker=odd, body=odd, byline=(odd,), editor=odd, section=odd, tags=(odd,), topic=odd,
        summary=odd, closing=odd, search_title=odd, social=odd, photos=(photo,),
    )  # fmt: skip
    story = newsroom.take_in(story, store)
    out = newsroom.export(story, form, tmp_path, newsroom.profile(), store.media)
    assert out.stat().st_size > 0


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


@pytest.mark.parametrize("form", ["md", "html"])
def test_an_export_that_fails_leaves_the_earlier_file_as_it_was(
    newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    story = newsroom.sample()
    out = tmp_path / f"naskah.{form}"
    out.write_text("yang lama")
    write = Path.write_bytes

    def fill_up(path: Path, content: bytes) -> int:
        write(path, content[:100])
        raise OSError(errno.ENOSPC, "penuh")

    monkeypatch.setattr(Path, "write_bytes", fill_up)
    with pytest.raises(ExchangeError):
        newsroom.export(story, form, out, newsroom.profile(), None)
    assert out.read_text() == "yang lama"
    assert list(tmp_path.glob("*naskah*")) == [out]
