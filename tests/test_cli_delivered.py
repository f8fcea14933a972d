"""A story that a portal was given before: told what a second import would do, not just written."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from newsroom.app import Newsroom
from newsroom.store.deliveries.records import Delivery
from newsroom.story.story import Story
from newsroom.story.version import Mark, StepKind
from tests.commands import Answer, Command

STORY = Story(
    headline="Panen Rekaan",
    body="Warga memanen padi.",
    section="Politik",
    byline=("Karta Andaian",),
    tags=("Panen",),
    summary="Warga panen.",
    publish=datetime(2031, 5, 20, 1, 5, tzinfo=UTC),
)


@pytest.fixture
def saved(home: Path) -> Story:
    with closing(Newsroom(home).open_store()) as store:
        return store.stories.save(STORY)


def changed(home: Path, id: str, **fields: Any) -> None:
    with closing(Newsroom(home).open_store()) as store:
        store.stories.save(replace(store.stories.get(id), **fields))


def test_a_second_bundle_is_refused_and_told_what_it_would_do(
    command: Command, home: Path, saved: Story, tmp_path: Path
) -> None:
    def export(name: str, *more: str) -> Answer:
        out = ("--to", "bundle", "--out", tmp_path / name)
        return command("export", saved.id, *out, *more)

    assert export("1.zip").code == 0
    changed(home, saved.id, body="Warga memanen padi dan jagung.")
    refused = export("2.zip")
    assert (refused.code, refused.out, (tmp_path / "2.zip").exists()) == (1, "", False)
    assert "Paket naskah ini untuk Info Banten sudah dibuat" in refused.err
    assert "WordPress melewati naskahnya" in refused.err
    assert "--again" in refused.err
    changed(home, saved.id, headline="Panen Raya Rekaan")
    assert "paket kedua menjadi tulisan kedua" in export("2.zip").err
    assert export("2.zip", "--again").code == 0
    assert (tmp_path / "2.zip").exists()


def test_only_what_the_importer_takes_in_is_looked_at(
    command: Command, saved: Story, tmp_path: Path
) -> None:
    for form in ("bundle", "html", "md", "html"):
        answer = command("export", saved.id, "--to", form, "--out", tmp_path / f"{form}.zip")
        assert answer.code == 0, answer.err
    assert command("export", saved.id, "--to", "wxr", "--out", tmp_path / "x.xml").code == 1


def test_another_portal_was_given_nothing(
    command: Command, home: Path, saved: Story, tmp_path: Path
) -> None:
    (home / "portals").mkdir(exist_ok=True)
    source = Path("resources/portals/infobanten.toml").read_text(encoding="utf-8")
    (home / "portals" / "lain.toml").write_text(source, encoding="utf-8")
    out = ("--to", "bundle", "--out", tmp_path / "1.zip")
    assert command("export", saved.id, *out).code == 0
    assert command("export", saved.id, *out, "--portal", "lain").code == 0
    assert command("export", saved.id, *out, "--portal", "lain").code == 1


def test_what_the_window_exported_counts(
    command: Command, home: Path, saved: Story, tmp_path: Path
) -> None:
    with closing(Newsroom(home).open_store()) as store:
        store.versions.mark(saved, Mark(StepKind.EXPORT, note="infobanten, panen-r1.zip"))
    assert command("export", saved.id, "--to", "bundle", "--out", tmp_path / "1.zip").code == 1


def test_a_story_that_was_pushed_is_told_with_its_address(
    command: Command, home: Path, saved: Story, tmp_path: Path
) -> None:
    with closing(Newsroom(home).open_store()) as store:
        store.deliveries.keep(
            Delivery(
                story=saved.id,
                portal="infobanten",
                site="https://infobanten.id",
                remote_id=12,
                link="https://infobanten.id/?p=12",
                status="draft",
                slug="panen-rekaan",
                revision=1,
                modified="2031-05-20T01:05:00",
                digest="",
                moment=datetime(2031, 5, 20, 1, 5, tzinfo=UTC),
            )
        )
    answer = command("export", saved.id, "--to", "bundle", "--out", tmp_path / "1.zip")
    assert answer.code == 1
    assert "sudah dikirim ke Info Banten (https://infobanten.id/?p=12)" in answer.err
    assert "Selasa (20/5/2031) pukul 08.05 WIB, revisi 1" in answer.err


def test_several_into_a_folder_leave_out_those_that_went_before(
    command: Command, home: Path, saved: Story, tmp_path: Path
) -> None:
    with closing(Newsroom(home).open_store()) as store:
        other = store.stories.save(replace(STORY, id="0" * 32, headline="Panen Lain"))
    assert command("export", saved.id, "--to", "bundle", "--out", tmp_path / "1.zip").code == 0
    both = (saved.id, other.id, "--to", "bundle", "--out", tmp_path / "paket")
    answer = command("export", *both)
    assert answer.code == 1
    assert [Path(line).name for line in answer.lines] == ["panen-lain-r1.zip"]
    assert "sudah dibuat" in answer.err
    assert len(command("export", *both, "--again").lines) == 2


def test_several_stories_in_one_bundle_go_all_or_none(
    command: Command, home: Path, saved: Story, tmp_path: Path
) -> None:
    with closing(Newsroom(home).open_store()) as store:
        lacking = store.stories.save(replace(STORY, id="0" * 32, headline="Panen Lain", section=""))
    out = ("--to", "bundle", "--out", tmp_path / "paket.zip")
    answer = command("export", saved.id, lacking.id, *out)
    assert (answer.code, answer.out, (tmp_path / "paket.zip").exists()) == (1, "", False)
    assert "Rubrik belum dipilih." in answer.err
    assert command("export", saved.id, "f" * 32, *out).code == 2
    changed(home, lacking.id, section="Politik")
    answer = command("export", saved.id, lacking.id, saved.id, *out)
    assert (answer.code, answer.lines) == (0, [str(tmp_path / "paket.zip")])
    with ZipFile(tmp_path / "paket.zip") as bundle:
        manifest = json.loads(bundle.read("manifest.json"))
    assert [one["uid"] for one in manifest["articles"]] == [saved.id, lacking.id]
    with closing(Newsroom(home).open_store()) as store:
        for story in (saved, lacking):
            assert store.versions.list(story.id)[0].note == "bundle, infobanten"
    assert command("export", saved.id, lacking.id, *out).code == 1
    assert command("export", saved.id, lacking.id, *out, "--again").code == 0
