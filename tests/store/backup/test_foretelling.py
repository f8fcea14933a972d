"""What merging a backup would do is said before it is done; and what backups there are."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.store.backup.automatic import (
    back_up_if_due,
    choose_second,
    limit_size,
    read_settings,
)
from newsroom.store.backup.errors import NoBackup, PlaceTaken, WrongPassphrase
from newsroom.store.backup.foretelling import foretell
from newsroom.store.backup.manifest import Kind
from newsroom.store.backup.merge import Merged, Verdict
from newsroom.store.backup.overview import Where, overview, seen_at
from newsroom.store.backup.restore import restore_into, restore_to
from newsroom.store.backup.whole import back_up_here, back_up_to
from newsroom.store.durable import Stopped
from newsroom.store.store import Store
from newsroom.story.story import Story
from newsroom.story.version import Mark, StepKind
from tests.store.backup.conftest import NOON, contents

Add = Callable[..., Story]


def verdicts(stories: Merged) -> dict[str, Verdict]:
    return {one.id: one.verdict for one in stories.arrived}


def elsewhere(home: Path, store: Store, tmp_path: Path, add: Add) -> Path:
    """Make a backup of another computer, whose stories have each gone their own way."""
    same, ours, theirs, both = (add(name) for name in ("Sama", "Di sini", "Di sana", "Keduanya"))
    taken = back_up_to(home, tmp_path / "bawa").path
    restore_to(taken, tmp_path / "lain")
    with closing(Store.open(tmp_path / "lain")) as other:
        other.versions.mark(other.stories.get(theirs.id), Mark(StepKind.EXPORT))
        for story in (theirs, both):
            other.stories.save(replace(story, body="ditulis di sana"))
        other.stories.save(Story(headline="Baru"))
    store.versions.mark(store.stories.get(ours.id), Mark(StepKind.EXPORT))
    for story in (ours, both):
        store.stories.save(replace(story, body="ditulis di sini"))
    assert same.revision == 1
    return back_up_to(tmp_path / "lain", tmp_path / "pulang.zip").path


def test_what_is_foretold_is_what_happens(
    home: Path, store: Store, tmp_path: Path, add: Add
) -> None:
    add("Berfoto", b"panen")
    path = elsewhere(home, store, tmp_path, add)
    before = [store.stories.get(one.id) for one in store.stories.list()]

    told = foretell(home, path)

    assert [store.stories.get(one.id) for one in store.stories.list()] == before
    assert sorted(verdicts(told.stories).values()) == [
        "apart",
        "new",
        "newer",
        "older",
        "same",
        "same",
    ]
    assert not told.is_nothing
    done = restore_into(home, path)
    assert verdicts(done.stories) == verdicts(told.stories)
    assert done.pictures == told.pictures == 0


def test_after_merging_there_is_nothing_left_to_do(
    home: Path, store: Store, tmp_path: Path, add: Add
) -> None:
    path = elsewhere(home, store, tmp_path, add)
    restore_into(home, path)
    assert foretell(home, path).is_nothing


def test_pictures_and_settings_that_would_come_are_counted(
    home: Path, store: Store, tmp_path: Path
) -> None:
    there = tmp_path / "lain"
    with closing(Store.open(there)) as other:
        picture = tmp_path / "foto.jpg"
        picture.write_bytes(b"panen")
        other.media.add(picture)
    (there / "portals").mkdir()
    (there / "portals" / "kabar.toml").write_text('name = "Kabar Rekaan"\n', encoding="utf-8")
    (there / "portals" / "kabar.situs.json").write_text("{}", encoding="utf-8")
    told = foretell(home, back_up_to(there, tmp_path / "cadangan").path)
    of_portal = ("portals/kabar.toml", "portals/kabar.situs.json")
    assert (told.pictures, set(told.settings)) == (1, set(of_portal))
    assert not told.is_nothing


def test_comparing_is_stopped_and_leaves_nothing(
    home: Path, store: Store, tmp_path: Path, add: Add
) -> None:
    path = elsewhere(home, store, tmp_path, add)
    before = sorted(contents(home))
    with pytest.raises(Stopped):
        foretell(home, path, progress=lambda _done, _all: False)
    assert sorted(contents(home)) == before


def test_a_locked_backup_is_compared_with_its_passphrase(
    home: Path, tmp_path: Path, add: Add
) -> None:
    add("Panen")
    path = back_up_to(home, tmp_path / "kunci", "kopi").path
    with pytest.raises(WrongPassphrase):
        foretell(home, path, "teh")
    assert foretell(home, path, "kopi").is_nothing


# What there is.


def test_all_places_are_seen_newest_first_with_what_is_damaged(
    home: Path, store: Store, tmp_path: Path, add: Add
) -> None:
    stick = tmp_path / "stik"
    stick.mkdir()
    choose_second(home, stick)
    add("Panen", b"panen")
    first = back_up_if_due(home, NOON).first
    back_up_here(home)
    assert first is not None
    (first.path / "manifest.json").write_text("{", encoding="utf-8")

    seen = overview(home)

    asked, *automatic = seen.backups
    assert asked.manifest is not None
    assert (asked.manifest.kind, asked.where) == (Kind.WHOLE, Where.FIRST)
    by_place = {one.where: one.manifest for one in automatic}
    assert by_place[Where.FIRST] is None
    assert by_place[Where.SECOND] is not None
    assert seen.is_second_there
    assert seen.filled > sum(one.size for one in seen.backups if one.where is Where.FIRST)


def test_a_second_place_that_is_away_has_nothing_to_show(
    home: Path, store: Store, tmp_path: Path, add: Add
) -> None:
    stick = tmp_path / "stik"
    stick.mkdir()
    choose_second(home, stick)
    add("Panen")
    back_up_if_due(home, NOON)
    stick.rename(tmp_path / "dicabut")
    seen = overview(home)
    assert [one.where for one in seen.backups] == [Where.FIRST]
    assert not seen.is_second_there
    assert back_up_if_due(home, NOON).is_second_away


@pytest.mark.parametrize("name", ["cadangan", "cadangan.zip"])
def test_a_backup_elsewhere_is_known_without_its_passphrase(
    home: Path, tmp_path: Path, add: Add, name: str
) -> None:
    add("Panen")
    path = back_up_to(home, tmp_path / name, "kopi").path
    seen = seen_at(path)
    assert seen.path == path
    assert seen.manifest is not None
    assert seen.manifest.sealed
    assert seen.size > 1000
    with pytest.raises(NoBackup):
        seen_at(tmp_path / "data" / "media")


def test_of_a_place_the_newest_is_meant(home: Path, add: Add) -> None:
    add("Panen")
    made = back_up_here(home)
    assert seen_at(home / "backups").path == made.path


# What is set.


def test_all_that_were_asked_for_within_an_hour_are_there(
    home: Path, store: Store, add: Add
) -> None:
    add("Panen")
    asked = back_up_here(home, now=NOON)
    for _ in range(2):
        add("Hujan")
        back_up_here(home, now=NOON)
    add("Kering")
    back_up_if_due(home, NOON)
    kinds = [one.manifest.kind for one in overview(home).backups if one.manifest]
    assert kinds == [Kind.AUTOMATIC, Kind.WHOLE, Kind.WHOLE, Kind.WHOLE]
    assert asked.path.exists()


def test_a_second_place_within_the_data_is_refused(home: Path, store: Store) -> None:
    with pytest.raises(PlaceTaken):
        choose_second(home, home / "media")
    assert read_settings(home).second is None


def test_the_limit_is_kept_beside_the_rest(home: Path, store: Store, tmp_path: Path) -> None:
    stick = tmp_path / "stik"
    stick.mkdir()
    choose_second(home, stick)
    limit_size(home, 8_000_000_000)
    settings = read_settings(home)
    assert (settings.second, settings.rhythm.most_bytes) == (stick, 8_000_000_000)
