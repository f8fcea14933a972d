"""Archives and many stories from the command line, also when it is stopped in the middle."""

from __future__ import annotations

import os
import re
import signal
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from newsroom.app import Newsroom
from newsroom.store.place import DATABASE
from newsroom.store.store import Store
from newsroom.story.story import Story
from tests.commands import Command
from tests.exchange.wxr_files import export, item


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    path = tmp_path / "ekspor.xml"
    path.write_bytes(export([item(number, f"Berita {number}") for number in range(1, 201)]))
    return path


def start(home: Path, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "newsroom", *map(str, arguments)],
        env={**os.environ, "NEWSROOM_HOME": str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ids_in(home: Path) -> set[str]:
    store = Store.open(home)
    ids = {one.id for one in store.stories.list()}
    store.close()
    return ids


# Archives.


def test_ids_go_to_stdout_and_the_rest_to_stderr(
    command: Command, home: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "arsip"
    folder.mkdir()
    (folder / "a.txt").write_text("Warga panen.")
    (folder / "b.txt").write_text("")
    (folder / "c.jpg").write_bytes(b"foto")
    (folder / "d.xml").write_bytes(export([item(1)]))
    report = tmp_path / "laporan.csv"

    answer = command("import", folder, "--report", report)

    assert answer.code == 2
    assert set(answer.lines) == ids_in(home)
    assert len(answer.lines) == 2
    assert "2 ditambahkan, 0 sudah ada, 0 berubah, 1 tidak terbaca" in answer.err
    assert "b.txt" in answer.err
    assert "dilewati, bukan naskah: 1 .jpg" in answer.err
    assert all(line.startswith("newsroom: ") for line in answer.err.splitlines())
    assert len(report.read_text(encoding="utf-8-sig").splitlines()) == 4


def test_an_archive_without_fault_is_done_and_comes_once(
    command: Command, home: Path, exported: Path
) -> None:
    answer = command("import", exported)
    assert (answer.code, len(answer.lines)) == (0, 200)

    answer = command("import", exported)
    assert (answer.code, answer.lines) == (0, [])
    assert "0 ditambahkan, 200 sudah ada" in answer.err


def test_files_beside_an_archive_come_in_as_ever(
    command: Command, home: Path, exported: Path, tmp_path: Path
) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Warga panen.")

    answer = command("import", file, exported, file)

    assert (answer.code, len(answer.lines)) == (0, 202)
    assert len(ids_in(home)) == 202


@pytest.mark.parametrize("name", ["tidak-ada.xml", "tidak-ada.txt"])
def test_what_is_not_there_is_bad_input(command: Command, tmp_path: Path, name: str) -> None:
    answer = command("import", tmp_path / name)

    assert (answer.code, answer.lines) == (2, [])
    assert name in answer.err


def test_an_import_that_is_killed_goes_on_without_doubles(home: Path, exported: Path) -> None:
    told: set[str] = set()
    for _ in range(2):
        child = start(home, "import", exported)
        assert child.stdout is not None
        told.add(child.stdout.readline().strip())
        child.kill()
        told.update(line.strip() for line in child.stdout.read().split("\n")[:-1])
        child.communicate()
        assert told <= ids_in(home)
        with closing(sqlite3.connect(home / DATABASE)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []

    child = start(home, "import", exported)
    out, err = child.communicate()

    assert child.returncode == 0
    assert len(ids_in(home)) == 200
    assert len(out.split()) == 200 - int(re.findall(r"(\d+) sudah ada", err)[0])
    with closing(sqlite3.connect(home / DATABASE)) as connection:
        stories = "SELECT count(DISTINCT headline) FROM story"
        assert connection.execute(stories).fetchone() == (200,)
        keys = "SELECT count(*) FROM imported WHERE story_number IS NOT NULL"
        assert connection.execute(keys).fetchone() == (400,)


def test_an_import_that_is_interrupted_ends_in_good_order(home: Path, exported: Path) -> None:
    child = start(home, "import", exported)
    assert child.stdout is not None
    assert child.stderr is not None
    first = child.stdout.readline()
    child.send_signal(signal.SIGINT)
    # Not by communicate(): what came with the first line is in the stream's buffer.
    out, err = child.stdout.read(), child.stderr.read()
    child.communicate()

    assert child.returncode == 130
    assert "perintah yang sama" in err
    assert "Traceback" not in err
    ids = {first.strip(), *out.split()}
    assert ids == ids_in(home)
    assert f"{len(ids)} ditambahkan" in err


# Exports.


def test_several_stories_go_into_one_folder(command: Command, home: Path, tmp_path: Path) -> None:
    store = Store.open(home)
    ids = [store.stories.save(Story(headline=name, body="Isi.")).id for name in ("Pasar", "Pasar")]
    ids.append(store.stories.save(Story(headline="Panen", body="Isi.")).id)
    store.close()
    out = tmp_path / "keluar"

    answer = command("export", *ids, "f" * 32, "--to", "md", "--out", out)

    assert answer.code == 2
    assert [Path(path).name for path in answer.lines] == [
        "pasar.md",
        f"pasar-{ids[1][:8]}.md",
        "panen.md",
    ]
    assert sorted(answer.lines) == sorted(str(path) for path in out.iterdir())
    assert "tidak ditemukan" in answer.err
    assert Newsroom(home).open_store().versions.list(ids[0])[0].note.startswith("md, ")


def test_several_bundles_are_written_and_what_they_lack_is_said(
    command: Command, home: Path, tmp_path: Path
) -> None:
    store = Store.open(home)
    ids = [
        store.stories.save(Story(headline=name, body="Isi.", section="Pendidikan")).id
        for name in ("Satu", "Dua")
    ]
    lacking = store.stories.save(Story(headline="Empat", body="Isi.")).id
    unfilled = store.stories.save(Story(headline="Tiga", body="Isi ⟨nama⟩.")).id
    store.close()

    answer = command("export", *ids, lacking, unfilled, "--to", "bundle", "--out", tmp_path / "k")

    assert answer.code == 1
    assert [Path(path).name for path in answer.lines] == ["satu-r1.zip", "dua-r1.zip"]
    assert all(zipfile.is_zipfile(path) for path in answer.lines)
    assert f"{lacking[:8]}: Rubrik belum dipilih." in answer.err
    assert f"{lacking[:8]}: Belum lengkap, jadi tidak diekspor." in answer.err
    assert f"{unfilled[:8]}: Masih ada isian" in answer.err


def test_a_stopped_export_keeps_what_is_written(home: Path, tmp_path: Path) -> None:
    newsroom = Newsroom(home)
    store = newsroom.open_store()
    ids = [
        store.stories.save(Story(headline=str(number), body="Isi.", section="Pendidikan")).id
        for number in range(5)
    ]
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> bool:
        told.append((done, total))
        return done < 2

    profile = newsroom.profile()
    done = list(newsroom.export_many(ids, "html", tmp_path / "k", profile, store, progress))
    store.close()

    assert told == [(0, 5), (1, 5), (2, 5)]
    assert [one.path for one in done] == [tmp_path / "k" / "0.html", tmp_path / "k" / "1.html"]
    assert len([*(tmp_path / "k").iterdir()]) == 2


def test_a_folder_that_can_not_be_is_said(command: Command, home: Path, tmp_path: Path) -> None:
    store = Store.open(home)
    ids = [store.stories.save(Story(headline=name, body="Isi.")).id for name in ("Satu", "Dua")]
    store.close()
    (tmp_path / "berkas").write_text("")

    answer = command("export", *ids, "--to", "md", "--out", tmp_path / "berkas")

    assert (answer.code, answer.lines) == (2, [])
    assert answer.err.count("\n") == 1
