"""An old archive comes in whole, each story once, whatever else lies in it."""

from __future__ import annotations

import csv
import os
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsroom.app import Newsroom
from newsroom.exchange.archive import taking_in
from newsroom.exchange.archive.report import Line, Outcome, Report, write_report
from newsroom.exchange.archive.walk import is_archive
from newsroom.exchange.naskah import write_naskah
from newsroom.resources import resource
from newsroom.store.store import Store
from newsroom.story.story import Photo, Story
from newsroom.story.workflow import Status
from tests.exchange.documents import make_docx, paragraph
from tests.exchange.wxr_files import export, item, meta, picture

PHOTO = resource("samples", "perahu-pustaka.jpg")
THEN = datetime(2019, 6, 20, 2, 30, tzinfo=UTC)


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path / "home")


@pytest.fixture
def store(newsroom: Newsroom) -> Iterator[Store]:
    store = newsroom.open_store()
    yield store
    store.close()


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive as newsrooms have them, with things in it that are no stories."""
    root = tmp_path / "arsip"
    (root / "2018" / "juni").mkdir(parents=True)
    (root / "2019").mkdir()
    make_docx(root / "2018" / "juni" / "panen.docx", paragraph("Warga panen."))
    (root / "2018" / "Harga_gabah.txt").write_text("Harga gabah naik.", encoding="utf-8")
    (root / "2019" / "pasar.html").write_text("<h1>Pasar Dibuka</h1><p>Pasar dibuka.</p>")
    shutil.copy(PHOTO, root / "2019" / "perahu.jpg")
    (root / "2019" / "perahu.md").write_text(
        "---\nheadline: Perahu Pustaka\nphotos:\n- file: perahu.jpg\n---\n\nPerahu datang.\n"
    )
    write_naskah(Story(headline="Dari Meja Sebelah", body="Isi."), _none, root / "meja.naskah")
    for name in (".tersembunyi.txt", "~$panen.docx", "Thumbs.db"):
        (root / name).write_text("bukan naskah")
    (root / "2019" / "pasar_files").mkdir()
    (root / "2019" / "pasar_files" / "iklan.html").write_text("<p>Iklan</p>")
    (root / "data.xml").write_text("<data/>")
    for path in root.rglob("*.*"):
        if path.is_file():
            os.utime(path, (THEN.timestamp(), THEN.timestamp()))
    return root


def _none(photo: Photo) -> None:
    return None


def count(report: Report) -> dict[str, int]:
    return {outcome.name: number for outcome in Outcome if (number := report.count(outcome))}


def headlines(store: Store) -> list[str]:
    return sorted(one.headline for one in store.stories.list())


def test_all_stories_of_a_folder_come_in_with_their_days(
    newsroom: Newsroom, store: Store, archive: Path
) -> None:
    report = newsroom.import_archive([archive], store)

    assert count(report) == {"ADDED": 5}
    assert headlines(store) == [
        "Dari Meja Sebelah",
        "Harga gabah",
        "Pasar Dibuka",
        "Perahu Pustaka",
        "panen",
    ]
    assert report.total == 5
    assert dict(report.others) == {".jpg": 1, ".xml": 1}
    for one in store.stories.list():
        story = store.stories.get(one.id)
        assert (story.created, story.updated) == (THEN, THEN)
    (perahu,) = store.stories.list(query="perahu")
    (photo,) = store.stories.get(perahu.id).photos
    kept = store.media.path(photo.digest)
    assert kept is not None
    assert kept.read_bytes() == PHOTO.read_bytes()


def test_coming_again_adds_nothing(newsroom: Newsroom, store: Store, archive: Path) -> None:
    newsroom.import_archive([archive], store)
    ids = {one.id for one in store.stories.list()}
    (archive / "2018" / "Harga_gabah.txt").rename(archive / "nama lain.txt")
    shutil.copytree(archive / "2019", archive / "salinan")

    report = newsroom.import_archive([archive, archive / "2018"], store)

    assert count(report) == {"THERE": 7}
    assert {one.id for one in store.stories.list()} == ids
    assert {line.id for line in report.lines} == ids


def test_a_file_that_says_something_else_now_is_told_of(
    newsroom: Newsroom, store: Store, archive: Path
) -> None:
    newsroom.import_archive([archive], store)
    before = {one.id: store.stories.get(one.id) for one in store.stories.list()}
    path = archive / "2018" / "Harga_gabah.txt"
    path.write_text("Harga gabah turun.", encoding="utf-8")

    report = newsroom.import_archive([archive], store)

    assert count(report) == {"THERE": 4, "CHANGED": 1}
    (line,) = [line for line in report.lines if line.outcome is Outcome.CHANGED]
    assert line.where == str(path)
    assert before[line.id].body == "Harga gabah naik."
    assert {one.id: store.stories.get(one.id) for one in store.stories.list()} == before

    assert count(newsroom.import_archive([archive], store, changed_too=True))["ADDED"] == 1
    assert "ADDED" not in count(newsroom.import_archive([archive], store, changed_too=True))


def test_what_can_not_be_read_is_told_and_the_rest_comes(
    newsroom: Newsroom, store: Store, archive: Path
) -> None:
    (archive / "kosong.txt").write_text("")
    (archive / "rusak.docx").write_bytes(b"PK\x03\x04 bukan zip")
    (archive / "lama.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (archive / "surat.pdf").write_bytes(b"%PDF")
    (archive / "gelap.txt").write_bytes(b"\0\x81\x8d" * 9)
    (archive / "putus.xml.gz").write_bytes(b"\x1f\x8b\x08 putus")
    (archive / "bukan foto.md").write_text(
        "---\nheadline: Foto Rusak\nphotos:\n- file: rusak.docx\n---\nIsi.\n"
    )

    report = newsroom.import_archive([archive], store)

    assert count(report) == {"ADDED": 6, "UNREADABLE": 6}
    faults = {Path(line.where).name: line.note for line in report.lines if "tidak" in line.outcome}
    assert set(faults) == {
        "kosong.txt",
        "rusak.docx",
        "lama.doc",
        "surat.pdf",
        "gelap.txt",
        "putus.xml.gz",
    }
    assert all(faults.values())
    (broken,) = store.stories.list(query="rusak")
    assert store.stories.get(broken.id).photos[0].digest == ""
    assert [line.note for line in report.lines if line.id == broken.id] != [""]


def test_an_unforeseen_fault_costs_one_file_alone(
    newsroom: Newsroom, store: Store, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(path: Path, *_: object) -> Story:
        if path.suffix == ".html":
            raise RecursionError("too deep")
        return Story(body=path.name)

    monkeypatch.setattr("newsroom.exchange.archive.found.read_story_file", stumble)

    assert count(newsroom.import_archive([archive], store)) == {"ADDED": 4, "UNREADABLE": 1}


def test_half_a_letter_costs_one_file_alone(
    newsroom: Newsroom, store: Store, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half(path: Path, *_: object) -> Story:
        return Story(body="Setengah \ud83d" if path.suffix == ".html" else path.name)

    monkeypatch.setattr("newsroom.exchange.archive.found.read_story_file", half)

    assert count(newsroom.import_archive([archive], store)) == {"ADDED": 4, "UNREADABLE": 1}
    assert len(store.stories.list()) == 4


def test_links_that_go_round_are_not_followed(
    newsroom: Newsroom, store: Store, archive: Path
) -> None:
    (archive / "lingkaran").symlink_to(archive)
    if hasattr(os, "mkfifo"):
        os.mkfifo(archive / "pipa.txt")

    assert count(newsroom.import_archive([archive], store)) == {"ADDED": 5}


def test_raw_texts_are_set_out_where_that_is_asked_for(
    newsroom: Newsroom, store: Store, tmp_path: Path
) -> None:
    (tmp_path / "arsip").mkdir()
    (tmp_path / "arsip" / "a.txt").write_text("Pasar Baru Dibuka\n\nLEBAK – Pasar dibuka. (*)")
    newsroom.import_archive([tmp_path / "arsip"], store, split=True)

    (one,) = store.stories.list()
    story = store.stories.get(one.id)
    assert (story.headline, story.dateline.place, story.closing) == (
        "Pasar Baru Dibuka",
        "LEBAK",
        "(*)",
    )


def test_files_that_were_copied_have_the_day_that_they_say_themselves(
    newsroom: Newsroom, store: Store, tmp_path: Path
) -> None:
    folder = tmp_path / "arsip"
    folder.mkdir()
    make_docx(folder / "a.docx", paragraph("Warga panen."))
    with zipfile.ZipFile(folder / "a.docx", "a") as parts:
        parts.writestr(
            "docProps/core.xml",
            '<p xmlns:dcterms="http://purl.org/dc/terms/">'
            "<dcterms:created>2019-06-19T02:30:00Z</dcterms:created>"
            "<dcterms:modified>2019-06-20T02:30:00Z</dcterms:modified></p>",
        )
    head = '<meta property="article:published_time" content="2019-06-20T09:30:00+07:00">'
    (folder / "b.html").write_text(f"{head}<h1>Pasar Dibuka</h1><p>Pasar dibuka.</p>")
    (folder / "c.html").write_text(f"{head.replace('2019', '20x9')}<p>Tanpa hari.</p>")

    report = newsroom.import_archive([folder], store)

    one, two, three = (store.stories.get(line.id).created for line in report.lines)
    assert (one, two) == (THEN, THEN)
    assert three is not None
    assert three > THEN


def test_a_picture_that_stands_twice_in_a_package_stays_both_times(
    newsroom: Newsroom, store: Store, tmp_path: Path
) -> None:
    (tmp_path / "arsip").mkdir()
    photos = tuple(Photo("perahu.jpg", caption=caption) for caption in ("Satu.", "Dua."))
    story = Story(headline="Perahu", body="Isi.", photos=photos)
    path = write_naskah(story, lambda _: Path(str(PHOTO)), tmp_path / "a.naskah")
    with zipfile.ZipFile(path) as package:
        text = package.read("story.md").decode()
    shutil.copy(PHOTO, tmp_path / "arsip" / "perahu.jpg")
    (tmp_path / "arsip" / "a.md").write_text(
        text.replace("photos/perahu-2.jpg", "perahu.jpg").replace("photos/", "")
    )

    newsroom.import_archive([tmp_path / "arsip", path], store)

    for one in store.stories.list():
        digests = [photo.digest for photo in store.stories.get(one.id).photos]
        assert len(digests) == 2
        assert all(digests)


def test_a_picture_cut_short_is_named_and_the_story_comes(
    newsroom: Newsroom, store: Store, tmp_path: Path
) -> None:
    whole = PHOTO.read_bytes()
    (tmp_path / "potong.jpg").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "a.md").write_text(
        "---\nheadline: Perahu\nphotos:\n- file: potong.jpg\n  caption: Satu.\n---\n\nIsi.\n"
    )

    report = newsroom.import_archive([tmp_path], store)

    (line,) = report.lines
    assert line.note == "potong.jpg: berkas foto rusak atau tidak lengkap; salin lagi dari kamera"
    (photo,) = store.stories.get(line.id).photos
    assert (photo.file, photo.caption, photo.digest) == ("potong.jpg", "Satu.", "")


# Exports of WordPress.


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    path = tmp_path / "ekspor.xml"
    address = "https://kabar-rekaan.example/panen.jpg"
    path.write_bytes(
        export(
            [
                item(1, "Satu", more=meta("_thumbnail_id", "9")),
                item(2, "Dua", status="draft"),
                item(3, "Tiga", status="trash"),
                item(4, "Halaman", kind="page"),
                picture(9, address, "Panen. (Foto: Rina Contoh)", "Padi"),
            ]
        )
    )
    return path


def test_an_export_comes_in_once(newsroom: Newsroom, store: Store, exported: Path) -> None:
    report = newsroom.import_archive([exported], store)

    assert count(report) == {"ADDED": 3}
    assert headlines(store) == ["Dua", "Satu"]
    assert [one.story.headline for one in store.stories.bin()] == ["Tiga"]
    assert dict(report.others) == {"page": 1}
    assert "1 foto tidak ikut" in report.lines[0].note
    (photo,) = store.stories.get(report.lines[0].id).photos
    assert (photo.caption, photo.credit, photo.alt) == ("Panen.", "Rina Contoh", "Padi")
    assert [hit.story.headline for hit in store.stories.search("rina contoh")] == ["Satu"]

    assert count(newsroom.import_archive([exported], store)) == {"THERE": 3}


def test_the_same_site_under_another_address_is_the_same(
    newsroom: Newsroom, store: Store, exported: Path
) -> None:
    newsroom.import_archive([exported], store)
    text = exported.read_text()
    moved = exported.with_name("pindah.xml")
    moved.write_text(
        text.replace("https://kabar-rekaan.example<", "http://www.kabar-rekaan.example/<")
    )
    renumbered = exported.with_name("nomor.xml")
    renumbered.write_text(
        text.replace("<wp:post_id>1<", "<wp:post_id>71<").replace(
            "<wp:post_id>2<", "<wp:post_id>72<"
        )
    )

    assert count(newsroom.import_archive([moved], store)) == {"THERE": 3}
    assert count(newsroom.import_archive([renumbered], store)) == {"THERE": 3}


def test_a_post_changed_on_the_site_is_told_of(
    newsroom: Newsroom, store: Store, exported: Path
) -> None:
    newsroom.import_archive([exported], store)
    exported.write_text(exported.read_text().replace("Dua]]", "Dua, Diralat]]"))

    report = newsroom.import_archive([exported], store)

    assert count(report) == {"THERE": 2, "CHANGED": 1}
    assert headlines(store) == ["Dua", "Satu"]


def test_a_story_of_ours_that_comes_back_in_an_export_is_known(
    newsroom: Newsroom, store: Store, tmp_path: Path
) -> None:
    ours = store.stories.save(Story(headline="Dari Sini", status=Status.PUBLISHED))
    path = tmp_path / "ekspor.xml"
    guid = f"https://kabar-rekaan.example/?newsroom={ours.id}"
    path.write_bytes(export([item(1, "Dari Sini", guid=guid)]))

    assert count(newsroom.import_archive([path], store)) == {"THERE": 1}


def test_what_went_out_from_one_newsroom_comes_into_another_whole(
    newsroom: Newsroom, store: Store, tmp_path: Path
) -> None:
    sample = newsroom.sample()
    ours = replace(
        sample,
        section="Pemerintahan",
        other_sections=("Daerah",),
        tags=("ASN", "Banten"),
        byline=("Melati Umpama", "Rina Contoh"),
        kicker="Kas & buku",
        subheadline="Satu <dua>",
        editor="Bayu Misalnya",
        summary="Ringkas & padat",
        canonical="https://kabar-rekaan.example/asal",
    )
    out = newsroom.export(ours, "wxr", tmp_path / "ekspor.xml", newsroom.profile(), store.media)

    report = newsroom.import_archive([out], store, split=True)

    came = store.stories.get(report.lines[0].id)
    same = ("headline", "body", "dateline", "closing", "section", "other_sections", "tags")
    same += ("byline", "kicker", "subheadline", "editor", "summary", "canonical")
    assert {name: getattr(came, name) for name in same} == {
        name: getattr(ours, name) for name in same
    }
    assert came.lead_photo is not None
    assert ours.lead_photo is not None
    assert came.lead_photo.caption == ours.lead_photo.caption
    assert came.lead_photo.credit == ours.lead_photo.credit


def test_parts_of_an_export_share_their_pictures(
    newsroom: Newsroom, store: Store, tmp_path: Path
) -> None:
    folder = tmp_path / "bagian"
    folder.mkdir()
    (folder / "1.xml").write_bytes(export([item(1, "Satu", more=meta("_thumbnail_id", "9"))]))
    (folder / "2.xml").write_bytes(export([picture(9, "https://x.example/p.jpg", "Panen raya.")]))

    report = newsroom.import_archive([folder], store)

    assert store.stories.get(report.lines[0].id).photos[0].caption == "Panen raya."


def test_a_cut_export_goes_on_when_it_is_whole(
    newsroom: Newsroom, store: Store, tmp_path: Path
) -> None:
    whole = export([item(number, f"Berita {number}") for number in range(1, 9)])
    path = tmp_path / "ekspor.xml"
    path.write_bytes(whole[: len(whole) // 2])
    first = newsroom.import_archive([path], store)
    path.write_bytes(whole)
    second = newsroom.import_archive([path], store)

    assert first.count(Outcome.UNREADABLE) == 1
    added = first.count(Outcome.ADDED)
    assert 0 < added < 8
    assert count(second) == {"THERE": added, "ADDED": 8 - added}


# Stopping.


def test_who_stops_goes_on_where_it_was(
    newsroom: Newsroom, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking_in, "BATCH", 10)
    path = tmp_path / "ekspor.xml"
    path.write_bytes(export([item(number, f"Berita {number}") for number in range(1, 36)]))
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> bool:
        told.append((done, total))
        return done < 13

    added: list[str] = []
    report = newsroom.import_archive([path], store, progress=progress, added=added.append)

    assert report.is_stopped
    counted = [one for one in told if one != (0, 0)]  # which says that it is being looked at
    assert counted == [(number, 35) for number in range(1, 14)]
    assert {one.id for one in store.stories.list()} == set(added)
    assert len(added) == 13

    rest = newsroom.import_archive([path], store)
    assert count(rest) == {"THERE": 13, "ADDED": 22}
    assert not rest.is_stopped


# The report.


def test_the_report_is_a_table_in_which_nothing_is_calculated(tmp_path: Path) -> None:
    lines = [
        Line(Outcome.ADDED, "a, b.txt", "=1+1", "x"),
        Line(Outcome.UNREADABLE, "\udcff", note="-"),
    ]
    write_report(Report(lines), tmp_path / "laporan.csv")

    with (tmp_path / "laporan.csv").open(encoding="utf-8-sig", newline="") as file:
        head, one, other = csv.reader(file)
    assert head == ["hasil", "sumber", "judul", "id", "keterangan"]
    assert one == ["ditambahkan", "a, b.txt", "'=1+1", "x", ""]
    assert other[1] == "?"


def test_what_an_archive_is(archive: Path, exported: Path, tmp_path: Path) -> None:
    assert is_archive(archive)
    assert is_archive(exported)
    assert not is_archive(archive / "data.xml")
    assert not is_archive(archive / "2018" / "Harga_gabah.txt")
    assert not is_archive(tmp_path / "tidak ada.txt")
