"""What an archive holds is said by kind, before anything of it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.exchange.archive.look import look_at
from newsroom.exchange.archive.walk import plan_of
from newsroom.exchange.errors import ExchangeError
from newsroom.store.durable import Stopped
from tests.exchange.wxr_files import export, item


def test_kinds_are_counted_one_by_one(tmp_path: Path) -> None:
    for name in ("a.txt", "b.TXT", "c.docx", "foto.jpg", "lama.doc"):
        (tmp_path / name).write_bytes(b"x")
    posts = [item(1), item(2), item(3, kind="page")]
    (tmp_path / "situs.xml").write_bytes(export(posts))

    look = look_at([tmp_path])

    assert look.files == {".txt": 2, ".docx": 1}
    assert (look.exports, look.posts, look.stories) == (1, 2, 5)
    assert [path.name for path, _ in look.faults] == ["lama.doc"]
    assert look.others == {".jpg": 1, "page": 1}


def test_a_place_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match="tidak ditemukan"):
        look_at([tmp_path / "dicabut"])


def test_an_empty_folder_holds_no_stories(tmp_path: Path) -> None:
    assert look_at([tmp_path]).stories == 0


@pytest.mark.parametrize("is_export", [False, True])
def test_it_stops_in_the_midst_of_an_archive(tmp_path: Path, is_export: bool) -> None:
    if is_export:
        path = tmp_path / "situs.xml"
        path.write_bytes(
            export(item(number, content="Isi rekaan. " * 3_000) for number in range(40))
        )
    else:
        path = tmp_path / "arsip"
        path.mkdir()
        for number in range(40):
            (path / f"{number}.txt").write_text("Isi.")
    asked: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> bool:
        asked.append((done, total))
        return len(asked) < 3

    with pytest.raises(Stopped):
        look_at([path], progress)
    assert asked == [(0, 0)] * 3  # nobody knows yet how much there is
    assert look_at([path]).stories == 40


def test_a_link_leads_no_file_from_outside_in(tmp_path: Path) -> None:
    archive, outside = tmp_path / "arsip", tmp_path / "sandi.txt"
    archive.mkdir()
    outside.write_text("rahasia")
    (archive / "baik.txt").write_text("Judul\n\nIsi.")
    (archive / "lagi.txt").symlink_to(archive / "baik.txt")
    (archive / "sandi.txt").symlink_to(outside)

    plan = plan_of([archive])

    assert [path.name for path in plan.files] == ["baik.txt", "lagi.txt"]
    assert plan.faults == [
        (archive / "sandi.txt", f"{archive / 'sandi.txt'} hanya tautan ke luar folder itu.")
    ]
