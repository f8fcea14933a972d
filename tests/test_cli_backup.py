"""Backups as a person or a script meets them on the command line."""

from __future__ import annotations

import shlex
import subprocess
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.app import Newsroom
from newsroom.exchange.errors import ExchangeError
from newsroom.store.place import DATABASE, MEDIA
from newsroom.store.store import Store
from newsroom.story.front_matter import read_story
from newsroom.story.source import Source
from newsroom.story.story import Photo, Story
from tests.commands import Command, is_one_line


@pytest.fixture
def newsroom(home: Path) -> Newsroom:
    return Newsroom(home)


@pytest.fixture
def story(newsroom: Newsroom, tmp_path: Path) -> Story:
    picture = tmp_path / "panen.jpg"
    picture.write_bytes(b"panen")
    with closing(newsroom.open_store()) as store:
        store.words.add("Latsar")
        photo = Photo("panen.jpg", "Warga panen.", digest=store.media.add(picture))
        return store.stories.save(
            Story(
                headline="Panen Raya",
                body="Warga panen.",
                photos=(photo,),
                sources=(Source("Narasumber Rekaan"),),
            )
        )


def test_a_backup_is_made_proved_and_brought_back(
    command: Command, story: Story, tmp_path: Path
) -> None:
    made = command("backup", tmp_path / "cadangan.zip")
    assert (made.code, made.err) == (0, "")
    assert made.json["stories"] == 1
    assert made.json["pictures"] == 1
    assert not made.json["sealed"]

    proved = command("verify", "--backup", tmp_path / "cadangan.zip")
    assert proved.code == 0
    assert proved.json["ok"]

    done = command("restore", tmp_path / "cadangan.zip", "--to", tmp_path / "baru")
    assert (done.code, done.json["home"]) == (0, str(tmp_path / "baru"))
    assert command("list", "--format", "json", home=tmp_path / "baru").json[0]["id"] == story.id
    assert command("verify", home=tmp_path / "baru").json["ok"]


def test_a_restored_folder_opens_by_the_command_that_is_told(
    command: Command, story: Story, tmp_path: Path
) -> None:
    command("backup", tmp_path / "cadangan")

    done = command("restore", tmp_path / "cadangan", "--to", tmp_path / "folder baru")

    told = done.err.removeprefix("newsroom: untuk membukanya: ")
    assert is_one_line(done.err)
    assert told != done.err
    answer = subprocess.run(
        [*shlex.split(told), "show", story.id], capture_output=True, encoding="utf-8"
    )
    assert answer.returncode == 0, answer.stderr
    assert "Panen Raya" in answer.stdout


def test_a_merge_says_what_it_did(command: Command, story: Story, tmp_path: Path) -> None:
    command("backup", tmp_path / "cadangan")

    done = command("restore", tmp_path / "cadangan", home=tmp_path / "lain")

    assert done.code == 0
    assert done.json["added"] == [{"id": story.id, "headline": "Panen Raya", "was": story.id}]
    assert (done.json["pictures"], done.json["words"]) == (1, 1)
    again = command("restore", tmp_path / "cadangan", home=tmp_path / "lain")
    assert (again.json["added"], again.json["same"]) == ([], 1)


def test_a_passphrase_comes_from_the_environment_or_a_person(
    command: Command, story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "kunci.zip"
    nobody = command("backup", path, "--passphrase")
    assert nobody.code == 2
    assert "NEWSROOM_BACKUP_PASSPHRASE" in nobody.err
    assert not path.exists()

    monkeypatch.setenv("NEWSROOM_BACKUP_PASSPHRASE", "kopi pahit")
    assert command("backup", path, "--passphrase").json["sealed"]
    assert command("verify", "--backup", path).code == 0

    monkeypatch.setenv("NEWSROOM_BACKUP_PASSPHRASE", "teh manis")
    wrong = command("verify", "--backup", path)
    assert (wrong.code, wrong.out) == (2, "")
    assert "Kata sandi cadangan salah" in wrong.err


def test_what_is_not_there_is_bad_input(command: Command, story: Story, tmp_path: Path) -> None:
    (tmp_path / "surat.zip").write_text("surat")
    for arguments in (
        ("restore", tmp_path / "tidak-ada"),
        ("restore", tmp_path / "surat.zip"),
        ("verify", "--backup", tmp_path / "tidak-ada"),
        ("backup", tmp_path / "surat.zip"),
        ("export-all", tmp_path / "surat.zip"),
        ("export-all", tmp_path),
    ):
        answer = command(*arguments)
        assert (answer.code, answer.out) == (2, ""), arguments
        assert len(answer.err.splitlines()) == 1
    assert command("verify", home=tmp_path / "belum-ada").code == 2


def test_faults_of_a_store_are_told(command: Command, newsroom: Newsroom, story: Story) -> None:
    (picture,) = (newsroom.home / MEDIA).rglob("*.jpg")
    picture.write_bytes(b"rusak")

    answer = command("verify")

    assert answer.code == 1
    assert not answer.json["ok"]
    assert "berubah isinya" in answer.err


def test_a_damaged_store_is_looked_at_and_left_by_verify_and_mended_by_others(
    command: Command, newsroom: Newsroom, story: Story
) -> None:
    path = newsroom.home / DATABASE
    content = b"\0" * 100 + path.read_bytes()[100:]
    path.write_bytes(content)

    assert command("verify").code == 1
    assert path.read_bytes() == content

    answer = command("list", "--format", "json")
    assert answer.code == 0
    assert answer.json[0]["id"] == story.id
    assert "sudah dipulihkan" in answer.err
    assert "1 naskah selamat, 0 perlu diperiksa" in answer.err


def test_everything_goes_out_as_plain_files(command: Command, story: Story, tmp_path: Path) -> None:
    out = tmp_path / "keluar"

    answer = command("export-all", out)

    assert answer.code == 0
    assert (answer.json["written"], answer.json["pictures"]) == (1, 1)
    assert "narasumber di 1 naskah tidak ikut" in answer.err
    (folder,) = out.glob("*/*")
    assert folder.name.endswith("_panen-raya")
    text = (folder / "story.md").read_text(encoding="utf-8")
    written = read_story(text)
    assert (written.headline, written.body) == (story.headline, story.body)
    assert written.photos[0].file == "panen.jpg"
    assert "Rekaan" not in text
    assert (folder / "panen.jpg").read_bytes() == b"panen"
    assert (out / "kamus.txt").read_text() == "Latsar\n"


def test_an_export_of_everything_goes_on_where_it_was_stopped(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    with closing(newsroom.open_store()) as store:
        same_name = [store.stories.save(Story(headline="Panen")) for _ in range(3)]
        binned = store.stories.save(Story(headline="Dibuang"))
        store.stories.discard(binned.id)
    out = tmp_path / "keluar"

    stopped = newsroom.export_all(out, lambda done, total: done < 2)
    assert (stopped.written, stopped.is_whole) == (2, False)

    whole = newsroom.export_all(out)
    assert (whole.written, whole.unchanged, whole.is_whole) == (2, 2, True)
    assert len(list(out.glob("*/*/story.md"))) == 4
    assert len(list(out.glob("tempat-sampah/*/story.md"))) == 1

    with closing(newsroom.open_store()) as store:
        store.stories.save(replace(same_name[0], headline="Panen Padi"))
    again = newsroom.export_all(out)
    assert (again.written, again.unchanged) == (1, 3)
    assert len(list(out.glob("*/*/story.md"))) == 4
    assert len(list(out.glob("*/*_panen-padi"))) == 1


def test_photos_that_are_missing_or_share_a_name_are_dealt_with(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    with closing(newsroom.open_store()) as store:
        photos = []
        for content in (b"satu", b"dua"):
            picture = tmp_path / "foto.jpg"
            picture.write_bytes(content)
            photos.append(Photo("foto.jpg", digest=store.media.add(picture)))
        photos.append(Photo("hilang.jpg", digest="0" * 64))
        story = store.stories.save(Story(headline="Foto", photos=tuple(photos)))

    done = newsroom.export_all(tmp_path / "keluar")

    assert done.without_picture == [(story.id, "hilang.jpg")]
    (folder,) = (tmp_path / "keluar").glob("*/*")
    assert (folder / "foto.jpg").read_bytes() == b"satu"
    assert (folder / "foto-2.jpg").read_bytes() == b"dua"


def test_a_folder_with_other_files_is_not_touched(newsroom: Newsroom, tmp_path: Path) -> None:
    out = tmp_path / "dokumen"
    out.mkdir()
    (out / "surat.txt").write_text("surat")
    Store.open(newsroom.home).close()

    with pytest.raises(ExchangeError, match="sudah berisi"):
        newsroom.export_all(out)

    assert [path.name for path in out.iterdir()] == ["surat.txt"]
