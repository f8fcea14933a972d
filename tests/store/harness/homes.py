"""Data folders to begin with: one of this version, and those that older versions left."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import date
from pathlib import Path

from alembic import command
from PIL import Image
from sqlalchemy import create_engine, text

from newsroom.store.place import DATABASE, HEAD
from newsroom.store.search.verify import verify_index
from newsroom.store.store import Store
from newsroom.store.upgrade import migration_config
from newsroom.story.dateline import Dateline
from newsroom.story.person import Person
from newsroom.story.story import Photo, Story
from tests.store.harness.problem import Problem
from tests.store.harness.texts import texts

Stored = dict[str, dict[str, str]]

_SENTENCE = "Warga Kampung Rekaan membaca buku di perahu pustaka yang singgah setiap pekan. "
_PARAGRAPH = _SENTENCE * 6 + "\n\n"


def make_picture(path: Path, side: int = 1_600) -> None:
    """Write a photograph that takes a moment to be made smaller."""
    Image.effect_noise((side, side * 2 // 3), 60).convert("RGB").save(path, quality=80)


def make_home(home: Path, picture: Path, stories: int = 5, photos: int = 2) -> None:
    """Fill a data folder with stories that lack nothing for an export; the last lies open."""
    with closing(Store.open(home)) as store:
        store.people.set_me(Person("Rina Contoh"))
        digest = store.media.add(picture)
        for number in range(stories):
            taken = tuple(
                Photo("foto.jpg", "Warga.", "Rina Contoh", "Warga", lead=n == 0, digest=digest)
                for n in range(photos)
            )
            story = Story(
                headline=f"Perahu Pustaka Singgah {number}",
                body=_PARAGRAPH * 6,
                section="Pendidikan",
                byline=("Rina Contoh",),
                dateline=Dateline("SERANG", "infobanten.id", date(2026, 3, 5)),
                photos=taken,
            )
            saved = store.stories.save(story)
        store.workspace.set("open", saved.id)


def make_old_home(home: Path, revision: str, stories: int = 400) -> Stored:
    """Make a data folder as the program of a revision left it; return what is in it."""
    home.mkdir(parents=True)
    engine = create_engine(f"sqlite:///{home / DATABASE}")
    config = migration_config()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.execute(text(_INSERT_STORY), [_row(number) for number in range(stories)])
        connection.execute(text(_INSERT_PHOTO), [{"number": n} for n in range(1, stories + 1)])
        opened = json.dumps(_row(stories - 1)["id"])
        connection.execute(text("INSERT INTO workspace VALUES ('open', :id)"), {"id": opened})
        command.upgrade(config, revision)
    engine.dispose()
    return {
        row["id"]: {
            "headline": row["headline"],
            "body": row["body"],
            "status": "draft",
            "caption 0": "Petani memanen padi.",
            "photo 0": "",
        }
        for row in map(_row, range(stories))
    }


def old_revisions() -> list[str]:
    """Return the revisions before the newest, the first one first."""
    return [f"{number:04}" for number in range(1, int(HEAD))]


def stored(home: Path) -> Stored:
    """Open the store as the program does at its start, and return all of its stories.

    Raises Problem where the index or the versions are not what they should be.
    """
    with closing(Store.open(home)) as store:
        if faults := [*verify_index(store._database), *store.versions.verify()]:
            raise Problem(f"verify: {faults}")
        listed = [summary.id for summary in store.stories.list()]
        return {id: texts(store.stories.get(id)) for id in listed}


def _row(number: int) -> dict[str, object]:
    body = f"Naskah {number}. {_PARAGRAPH * 4}"
    return {
        "number": number + 1,
        "id": f"{number:032x}",
        "headline": f"Panen Raya {number}",
        "body": body,
        "search_text": f"panen raya {number} {body.lower()}",
    }


_INSERT_STORY = """
    INSERT INTO story VALUES (:number, :id, 1, '2026-03-05 01:00:00', '2026-03-05 02:00:00',
    NULL, 'draft', :headline, '', '', 'SERANG', '', NULL, '', '["Rina Contoh"]', '', '',
    '["padi"]', '', '', NULL, NULL, '(*)', 2, :body, :search_text)
"""
_INSERT_PHOTO = """
    INSERT INTO photo VALUES (:number, 0, 'panen.jpg', 'Petani memanen padi.', 'Rina Contoh', '',
    NULL, '', 1, '')
"""
