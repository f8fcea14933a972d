"""The index is always what the rows say: after any history, after any failure."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from newsroom.store.errors import StoreError, StoryChangedElsewhere
from newsroom.store.place import DATABASE
from newsroom.store.search.index import INDEX, NAMES, statements
from newsroom.store.search.verify import rebuild_index, verify_index
from newsroom.store.store import Store
from newsroom.story.story import Photo, Story
from newsroom.story.workflow import Status

Opener = Callable[[], Store]


def headlines(store: Store, query: str) -> list[str]:
    return [hit.headline.text for hit in store.stories.search(query)]


def change(home: Path, *commands: str) -> None:
    """Change a store behind the program's back."""
    with closing(sqlite3.connect(home / DATABASE)) as database, database:
        for command in commands:
            database.execute(command)


def test_a_migrated_store_has_the_index_that_the_program_knows(store: Store) -> None:
    with store._database.read() as session:
        made = session.connection().exec_driver_sql("SELECT name, sql FROM sqlite_master")
        known = dict(made.all())  # type: ignore[arg-type]

    assert [known[name] for name in NAMES] == statements()
    assert verify_index(store._database) == []


def test_a_save_that_fails_leaves_the_index_as_it_was(store: Store) -> None:
    story = store.stories.save(Story(headline="Lama", body="Warga panen."))
    engine = store._database._engine

    def fail(_c: object, _k: object, sql: str, *_: object) -> None:
        if "workspace" in sql:
            raise sqlite3.OperationalError("disk I/O error")

    event.listen(engine, "before_cursor_execute", fail)
    with pytest.raises(StoreError):
        store.stories.save(replace(story, headline="Baru", body="Warga tanam."), {"open": "x"})
    event.remove(engine, "before_cursor_execute", fail)
    with pytest.raises(StoryChangedElsewhere):
        store.stories.save(replace(story, headline="Baru", revision=7))

    assert headlines(store, "panen") == ["Lama"]
    assert headlines(store, "tanam") == headlines(store, "baru") == []
    assert verify_index(store._database) == []


def test_another_program_finds_what_was_just_saved(store: Store, open_store: Opener) -> None:
    other = open_store()
    store.stories.save(Story(headline="Panen Raya"))

    assert headlines(other, "panen") == ["Panen Raya"]


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (f"DELETE FROM {INDEX} WHERE rowid = 1", "tidak cocok"),
        (f"INSERT INTO {INDEX} (rowid, body) VALUES (99, 'hantu')", "tidak cocok"),
        ("UPDATE story SET name_text = 'Orang Lain'", "Naskah .* isinya yang lama"),
        ("DROP TRIGGER story_index_update", "tidak lengkap: story_index_update"),
        (f"DROP TABLE {INDEX}", f"tidak lengkap: {INDEX}"),
    ],
)
def test_an_index_that_disagrees_is_told_and_can_be_made_anew(
    home: Path, store: Store, damage: str, told: str
) -> None:
    store.stories.save(Story(headline="Panen Raya", editor="Rina Contoh"))
    store.stories.discard(store.stories.save(Story(headline="Dibuang")).id)
    change(home, damage)

    faults = verify_index(store._database)
    assert any(re.search(told, fault) for fault in faults)

    rebuild_index(store._database)
    assert verify_index(store._database) == []
    assert headlines(store, "rina") == ["Panen Raya"]
    assert headlines(store, "dibuang") == []


def test_a_row_that_was_changed_past_the_triggers_is_told(home: Path, store: Store) -> None:
    store.stories.save(Story(headline="Panen Raya", body="Warga panen."))
    [trigger] = [sql for sql in statements() if "TRIGGER story_index_update" in sql]
    change(
        home, "DROP TRIGGER story_index_update", "UPDATE story SET body = 'Warga tanam.'", trigger
    )

    assert len(verify_index(store._database)) == 1


def test_verifying_changes_nothing(home: Path, store: Store) -> None:
    store.stories.save(Story(headline="Panen Raya"))
    store.close()
    before = (home / DATABASE).read_bytes()

    again = Store.open(home)
    assert verify_index(again._database) == []
    again.close()

    assert (home / DATABASE).read_bytes() == before


# Letters that SQLite's tokeniser, of Unicode 6.1, and Python agree on: they were what they are
# before it and after. A mark that combines belongs to the word for one, and parts it for the other.
letters = st.characters(
    exclude_categories=["Cs", "Co", "Cn", "M"], exclude_characters="\x00", max_codepoint=0x2FFF
).filter(lambda letter: unicodedata.ucd_3_2_0.category(letter) == unicodedata.category(letter))
texts = st.text(letters, max_size=40)
stories = st.builds(
    lambda headline, body, caption, name, tag: Story(
        headline=headline,
        body=body,
        byline=(name,),
        tags=(tag,),
        photos=(Photo("a.jpg", caption=caption),) if caption else (),
    ),
    *[texts] * 5,
)


def is_word(letter: str) -> bool:
    return unicodedata.ucd_3_2_0.category(letter)[0] in "LN"


def words_of(story: Story) -> set[str]:
    written = [story.headline, story.body, *story.byline, *story.tags]
    written += [photo.caption for photo in story.photos]
    bare = "".join(letter if is_word(letter) else " " for letter in " ".join(written))
    return set(bare.split())


@settings(max_examples=40, deadline=None)
@given(story=stories)
def test_a_story_is_found_by_each_of_its_words(
    tmp_path_factory: pytest.TempPathFactory, story: Story
) -> None:
    store = Store.open(tmp_path_factory.mktemp("kata"))
    store.stories.save(Story(headline="Yang lain"))
    store.stories.save(story)

    for word in words_of(story):
        found = store.stories.search(f'"{word}"')
        assert story.id in {hit.story.id for hit in found}, word
    store.close()


histories = st.lists(
    st.tuples(
        st.sampled_from(["new", "save", "status", "discard", "restore", "stale"]),
        st.integers(0, 9),
        stories,
    ),
    max_size=12,
)


@settings(max_examples=25, deadline=None)
@given(history=histories)
def test_after_any_history_the_index_agrees(
    tmp_path_factory: pytest.TempPathFactory, history: list[tuple[str, int, Story]]
) -> None:
    store = Store.open(tmp_path_factory.mktemp("riwayat"))
    known: list[Story] = []
    for step, which, written in history:
        if step == "new" or not known:
            known.append(store.stories.save(written))
            continue
        at = which % len(known)
        story = known[at]
        if step == "discard":
            store.stories.discard(story.id)
        elif step == "restore":
            store.stories.restore(story.id)
        elif step == "status":
            known[at] = store.stories.save(replace(story, status=list(Status)[which % 9]))
        elif step == "stale":
            with pytest.raises(StoryChangedElsewhere):
                store.stories.save(replace(written, id=story.id, revision=story.revision - 1))
        else:
            kept = {"id": story.id, "revision": story.revision, "created": story.created}
            known[at] = store.stories.save(replace(written, **kept))
    assert verify_index(store._database) == []
    store.close()
