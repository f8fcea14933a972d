"""The versions of a story as a person or a script meets them on the command line."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from newsroom.app import Newsroom
from newsroom.resources import resource
from newsroom.story.days import figures
from newsroom.story.source import Source
from newsroom.story.workflow import Status
from tests.commands import Command

STORY = """\
---
headline: Warga Kampung Rekaan Panen Buku
tags: [buku]
---

Warga Kampung Rekaan memilih buku.
"""


@pytest.fixture
def id(command: Command, home: Path, tmp_path: Path) -> str:
    """A story that was imported, sent to the desk, and changed since."""
    path = tmp_path / "panen.md"
    path.write_text(STORY, encoding="utf-8")
    id = command("import", path).out.strip()
    with closing(Newsroom(home).open_store()) as store:
        story = store.stories.get(id)
        sources = (Source("Ani Rahasia"),)
        story = replace(story, status=Status.SUBMITTED, sources=sources)
        story = store.stories.save(story)
        store.stories.save(replace(story, body="Warga Kampung Rekaan membaca buku.", sources=()))
    return id


def test_the_list_in_words_and_as_json(command: Command, id: str) -> None:
    said = command("versions", "list", id[:8])
    told = command("versions", "list", id, "--format", "json").json

    lines = said.out.splitlines()
    assert said.code == 0
    assert "Draf → Diajukan" in lines[0]
    assert "Impor" in lines[-1]
    assert "panen.md" in lines[-1]
    assert [step["kind"] for step in told] == ["status", "writing", "import"] or [
        step["kind"] for step in told
    ] == ["status", "import"]
    assert (told[0]["from"], told[0]["to"]) == ("draft", "submitted")
    assert told[0]["moment"].endswith("+00:00")


def test_a_version_is_shown_without_its_sources(command: Command, id: str) -> None:
    number = command("versions", "list", id, "--format", "json").json[0]["number"]

    shown = command("versions", "show", number)
    assert "Warga Kampung Rekaan memilih buku." in shown.out
    told = command("versions", "show", number, "--format", "json").json
    assert (told["number"], told["story"], told["text"]) == (number, id, shown.out)
    assert "Rahasia" not in shown.out + told["text"]


def test_a_version_is_compared_with_the_story_or_with_another(command: Command, id: str) -> None:
    steps = command("versions", "list", id, "--format", "json").json
    newest, oldest = steps[0]["number"], steps[-1]["number"]

    assert command("versions", "compare", newest).out == (
        "body: Warga Kampung Rekaan [-memilih-]{+membaca+} buku.\n"
    )
    told = command("versions", "compare", oldest, newest, "--format", "json").json
    assert told == [
        {
            "field": "status",
            "listed": False,
            "pieces": [{"kind": "removed", "text": "Draf"}, {"kind": "added", "text": "Diajukan"}],
        }
    ]


def test_a_version_is_brought_back(command: Command, id: str) -> None:
    number = command("versions", "list", id, "--format", "json").json[0]["number"]

    assert command("versions", "restore", number, "--field", "body").out == f"{id}\n"
    assert "memilih buku" in command("show", id).out
    assert command("versions", "list", id, "--format", "json").json[0]["kind"] == "restore"


def test_an_export_is_a_version(command: Command, id: str, tmp_path: Path) -> None:
    assert command("export", id, "--to", "md", "--out", tmp_path / "keluar.md").code == 0

    step = command("versions", "list", id, "--format", "json").json[0]
    assert (step["kind"], step["note"]) == ("export", "md, infobanten")


def test_moments_are_told_by_the_clock_of_the_newsroom(
    command: Command, home: Path, id: str
) -> None:
    own = home / "portals" / "infobanten.toml"
    own.parent.mkdir()
    shipped = resource("portals", own.name).read_text(encoding="utf-8")
    own.write_text(shipped.replace("Asia/Jakarta", "Pacific/Kiritimati"), encoding="utf-8")
    first = command("versions", "list", id, "--format", "json").json[-1]
    command("versions", "restore", first["number"])

    listed = command("versions", "list", id).lines
    then = datetime.fromisoformat(first["moment"]).astimezone(ZoneInfo("Pacific/Kiritimati"))
    assert f"  {then:%d/%m/%Y %H.%M}  " in listed[-1]
    assert listed[0].endswith(f"  dari {figures(then)} {then:%H.%M}")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["show", "999"], "newsroom: Versi 999 tidak ada.\n"),
        (["compare", "999"], "newsroom: Versi 999 tidak ada.\n"),
        (["restore", "999"], "newsroom: Versi 999 tidak ada.\n"),
        (["list", "ffffffff"], "newsroom: Naskah ffffffff tidak ditemukan.\n"),
        (["show", "satu"], "newsroom: nilai untuk N tidak sah\n"),
        (
            ["restore", "1", "--field", "status"],
            "newsroom: --field status tidak dikenal; yang ada: ",
        ),
        ([], "newsroom: perintah belum lengkap; yang ada: list, show, compare, restore\n"),
    ],
)
def test_bad_input_is_said_in_one_line(command: Command, arguments: list[str], said: str) -> None:
    answer = command("versions", *arguments)

    assert answer.code == 2
    assert answer.err.startswith(said)
    assert answer.err.count("\n") == 1
    assert answer.out == ""


def test_the_help_is_in_indonesian(command: Command) -> None:
    said = command("versions", "--help").out

    assert "Perintah:" in said
    assert "Bandingkan" in said
