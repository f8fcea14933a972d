"""Exporting in spite of what is missing: only with a reason, which the history keeps."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from newsroom.app import Newsroom
from newsroom.story.story import Story
from tests.commands import Command, is_one_line


@pytest.fixture
def lacking(home: Path) -> str:
    """A story without a rubric."""
    with closing(Newsroom(home).open_store()) as store:
        return store.stories.save(Story(headline="Panen", body="Warga panen.")).id


def notes(home: Path, id: str) -> list[str]:
    with closing(Newsroom(home).open_store()) as store:
        return [step.note for step in store.versions.list(id)]


def test_it_is_refused_and_told_what_helps(
    command: Command, home: Path, lacking: str, tmp_path: Path
) -> None:
    answer = command("export", lacking, "--to", "bundle", "--out", tmp_path / "a.zip")
    assert (answer.code, answer.out, (tmp_path / "a.zip").exists()) == (1, "", False)
    assert "Rubrik belum dipilih." in answer.err
    assert "--override ALASAN" in answer.err
    assert notes(home, lacking) == []


def test_the_reason_is_in_the_history(
    command: Command, home: Path, lacking: str, tmp_path: Path
) -> None:
    out = ("--to", "bundle", "--out", tmp_path / "a.zip")
    answer = command("export", lacking, *out, "--override", "Rubrik dipilih di situs")
    assert (answer.code, (tmp_path / "a.zip").exists()) == (0, True)
    assert notes(home, lacking) == [
        "tetap diekspor: Rubrik dipilih di situs (dilewati: Rubrik belum dipilih.); "
        "bundle, infobanten"
    ]
    assert "Rubrik dipilih di situs" in command("versions", "list", lacking).out


def test_several_go_for_one_reason(
    command: Command, home: Path, lacking: str, tmp_path: Path
) -> None:
    with closing(Newsroom(home).open_store()) as store:
        blank = store.stories.save(Story(headline="Tiga", body="Isi ⟨nama⟩.")).id
    out = ("--to", "html", "--out", tmp_path / "k")
    answer = command("export", lacking, blank, *out, "--override", "Mendesak")
    assert answer.code == 1
    assert [Path(line).name for line in answer.lines] == ["panen.html"]
    assert "Masih ada isian" in answer.err
    assert "tetap diekspor: Mendesak" in notes(home, lacking)[0]
    assert notes(home, blank) == []


@pytest.mark.parametrize("reason", ["", "   "])
def test_a_reason_has_words(command: Command, lacking: str, tmp_path: Path, reason: str) -> None:
    out = ("--to", "html", "--out", tmp_path / "a.html")
    answer = command("export", lacking, *out, "--override", reason)
    assert (answer.code, is_one_line(answer.err)) == (2, True)
    assert "alasannya belum ditulis" in answer.err


def test_a_file_has_no_history_to_keep_a_reason_in(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "panen.md"
    file.write_text("---\nheadline: Panen\n---\n\nWarga panen.\n", encoding="utf-8")
    out = ("--to", "html", "--out", tmp_path / "a.html")
    answer = command("export", file, *out, "--override", "Mendesak")
    assert (answer.code, (tmp_path / "a.html").exists()) == (2, False)
    assert "newsroom import" in answer.err
    assert command("export", file, "--to", "md", "--out", tmp_path / "b.md").code == 0


def test_what_was_left_to_be_filled_in_no_reason_helps(
    command: Command, home: Path, tmp_path: Path
) -> None:
    with closing(Newsroom(home).open_store()) as store:
        id = store.stories.save(Story(headline="Tiga", body="Isi ⟨nama⟩.", section="Pendidikan")).id
    out = ("--to", "html", "--out", tmp_path / "a.html")
    answer = command("export", id, *out, "--override", "Mendesak")
    assert (answer.code, (tmp_path / "a.html").exists()) == (1, False)
    assert "harus diperbaiki dulu" in answer.err
