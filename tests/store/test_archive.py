"""The names in all stories, read beside the store."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from newsroom.app import Newsroom
from newsroom.store.archive import archive_names, archive_signatures
from newsroom.store.place import DATABASE
from newsroom.store.store import Store
from newsroom.story.story import Story


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store.open(tmp_path)) as store:
        yield store


def test_names_of_three_stories_are_known(store: Store, tmp_path: Path) -> None:
    for body in ("Rapat dibuka Tirta Umpama.", "Kata Tirta Umpama, aman.", "Tirta Umpama pulang."):
        store.stories.save(Story(body=body))
    assert archive_names(tmp_path) == {"Tirta Umpama": 3, "Umpama": 3}


def test_a_name_often_in_one_story_counts_once(store: Store, tmp_path: Path) -> None:
    store.stories.save(Story(body="Ia menyapa Umpama. Warga memuji Umpama. Anak Umpama ikut."))
    assert archive_names(tmp_path) == {}


def test_stories_in_the_bin_are_left_out(store: Store, tmp_path: Path) -> None:
    saved = [store.stories.save(Story(body="Warga memuji Umpama.")) for _ in range(3)]
    assert archive_names(tmp_path) == {"Umpama": 3}
    store.stories.discard(saved[0].id)
    assert archive_names(tmp_path) == {}


@pytest.mark.parametrize("content", [None, b"", b"Ini surat, bukan basis data.\n" * 200])
def test_without_a_store_there_are_none_and_none_is_made(
    content: bytes | None, tmp_path: Path
) -> None:
    path = tmp_path / DATABASE
    if content is not None:
        path.write_bytes(content)
    assert archive_names(tmp_path) == {}
    assert path.exists() is (content is not None)


def test_the_checker_holds_a_new_story_against_the_archive(store: Store, tmp_path: Path) -> None:
    for _ in range(3):
        store.stories.save(Story(body="Rapat dibuka Tirta Umpamawati di aula."))
    found = Newsroom(tmp_path).make_checker().text("Warga memuji Tirta Umpamawatti.")
    assert [(f.rule, f.text, f.suggestions) for f in found] == [
        ("fact.name", "Umpamawatti", ("Umpamawati",))
    ]
    assert Newsroom(tmp_path / "lain").make_checker().text("Warga memuji Tirta Umpamawatti.") == []


def test_codes_of_people_are_those_of_their_newest_story(store: Store, tmp_path: Path) -> None:
    old = Story(byline=("Rina Contoh",), editor="Bayu Misalnya", closing="(rc/bm)")
    store.stories.save(old)
    store.stories.save(Story(byline=("Rina Contoh",), closing="(abc)"))
    store.stories.save(Story(byline=("Jaka Umpama",), closing="(kbr)"))
    binned = store.stories.save(Story(byline=("Surti Misalwati",), closing="(xyz)"))
    store.stories.discard(binned.id)

    known = archive_signatures(tmp_path, ["(kbr)"])

    assert known.codes == {"rina contoh": "abc", "bayu misalnya": "bm"}
    assert known.people == ("Rina Contoh", "Jaka Umpama", "Bayu Misalnya")


def test_without_a_store_nobody_has_signed(tmp_path: Path) -> None:
    assert archive_signatures(tmp_path).people == ()
    assert not (tmp_path / DATABASE).exists()


def test_the_story_that_is_being_written_teaches_nothing(store: Store, tmp_path: Path) -> None:
    store.stories.save(Story(byline=("Rina Contoh",), closing="(abc)"))
    open_now = store.stories.save(Story(byline=("Rina Con",), closing="(ab)"))

    known = archive_signatures(tmp_path, but=open_now.id)
    assert (known.people, known.codes) == (("Rina Contoh",), {"rina contoh": "abc"})
