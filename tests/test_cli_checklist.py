"""The checklist from the command line, by the house and the section."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from newsroom.app import Newsroom
from newsroom.story.person import Person, Role
from newsroom.story.story import Story
from tests.commands import Command, is_one_line

OWN = """\
[[checklist]]
id = "korban"
text = "Keluarga korban sudah diberi tahu"
required = true
sections = ["Hukum"]

[[checklist]]
id = "tanggal"
text = "Hari dan tanggal cocok"
required = true
rules = ["fact.weekday"]
"""


def saved(home: Path, **fields: str) -> str:
    with closing(Newsroom(home).open_store()) as store:
        store.people.set_me(Person("Sari Umpama", Role.EDITOR))
        return store.stories.save(Story(**{"headline": "Panen", **fields})).id  # type: ignore[arg-type]


def own_house(home: Path, text: str = OWN) -> None:
    (home / "house").mkdir(parents=True, exist_ok=True)
    (home / "house" / "infobanten.toml").write_text(text, encoding="utf-8")


def test_an_answer_is_kept_under_the_name_of_who_gave_it(command: Command) -> None:
    id = saved(command.home, body="Warga panen pada Kamis (20/6/2019).")

    before = command("checklist", id, "--format", "json")
    assert before.code == 1
    assert [one["id"] for one in before.json if one["blocks"]] == ["nama"]

    after = command("checklist", id, "--answer", "nama=ya", "--note", "Lewat telepon.")
    assert after.code == 0
    line = next(one for one in after.lines if "nama:" in one)
    assert line.startswith("[x]")
    assert "ya oleh Sari Umpama" in line
    assert "Lewat telepon." in line


def test_a_house_asks_its_own_items_of_its_own_sections(command: Command) -> None:
    own_house(command.home)
    crime = saved(command.home, section="Hukum", body="Warga panen pada Senin (20/6/2019).")
    other = saved(command.home, section="Ekonomi", body="Warga panen pada Kamis (20/6/2019).")

    asked = command("checklist", crime, "--format", "json")
    assert (asked.code, [one["id"] for one in asked.json]) == (1, ["korban", "tanggal"])
    assert [one["found"] for one in asked.json] == [0, 1]
    assert command("checklist", other).code == 0


def test_an_item_or_an_answer_that_is_not_known_is_told_in_one_line(command: Command) -> None:
    id = saved(command.home)
    for said in ("nam=ya", "nama=y", "nama"):
        answer = command("checklist", id, "--answer", said)
        assert answer.code == 2
        assert is_one_line(answer.err)


def test_a_faulty_list_is_told_with_its_line(command: Command) -> None:
    id = saved(command.home)
    for wrong, why in (
        ('rules = ["fact.weekdy"]', "fact.weekday"),
        ('required = "ya"', "required"),
        ("wajib = true", "wajib"),
    ):
        own_house(command.home, f'[[checklist]]\nid = "a"\ntext = "b"\n{wrong}\n')
        answer = command("checklist", id)
        assert answer.code == 2
        assert is_one_line(answer.err)
        assert why in answer.err
