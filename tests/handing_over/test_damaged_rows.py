"""What the disk did to the desk's own tables stops nobody: the story goes on, and leaves."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsroom.store.handovers import What
from newsroom.store.place import DATABASE
from newsroom.store.unchosen import unchosen_at
from newsroom.story.comments.anchors import anchored
from newsroom.story.comments.comment import Comment, CommentKind, Subject, Wording
from newsroom.story.story import Story
from newsroom.story.workflow import Status
from tests.commands import Command
from tests.handing_over.histories import Desk

BYTES, WORD, NUMBER = b"\xff\x00", "aneh", 3.5
DAMAGE: list[tuple[str, str, object]] = [
    *(("desk", "holder", BYTES), ("desk", "taken", WORD), ("desk", "since", NUMBER)),
    *(("desk", "checked", WORD), ("desk", "errors", BYTES)),
    *(("comment", "who", BYTES), ("comment", "moment", WORD), ("comment", "changed", NUMBER)),
    *(("comment", "anchor", NUMBER), ("comment", "subject", WORD), ("comment", "chosen", BYTES)),
    *(("comment", "mentions", NUMBER), ("review", "moment", WORD), ("review", "packed", BYTES)),
    *(("handover", "parents", NUMBER), ("handover", "who", BYTES), ("handover", "who", WORD)),
    *(("handover", "moment", WORD), ("handover", "packed", BYTES)),
]


def test_a_row_that_is_damaged_anywhere_stops_nobody(tmp_path: Path) -> None:
    first, second = (Desk.at(tmp_path / name, name) for name in ("Wati", "Budi"))
    id = first.newsroom.take_in(Story("Panen", body="Warga panen padi."), first.store).id
    remark = Comment.new("Wati", "Cek.", datetime.now(UTC))
    anchor = anchored("body", "Warga panen padi.", 0, 5)
    first.store.comments.add(id, replace(remark, anchor=anchor))
    second.newsroom.take_over(second.store, first.hand_over(id, tmp_path / "satu.naskah"))
    for desk, crop in ((first, "jagung"), (second, "kedelai")):
        body = desk.story(id).body.replace("padi", crop)
        desk.store.stories.save(replace(desk.story(id), body=body))
    for status in (Status.SUBMITTED, Status.EDITING):
        second.store.stories.change_status([id], status)
    second.newsroom.take_over(second.store, first.hand_over(id, tmp_path / "dua.naskah"))
    review = second.store.reviews.of(id)
    assert review

    for number, (table, column, value) in enumerate(DAMAGE):
        assert second.store.reviews.keep(review, review.reporters)
        second.store.desk.note_findings(id, 1, "infobanten", 1, 2, 3)
        spoil(tmp_path / "Budi", table, column, value)

        (line,) = second.store.desk_list.list([Status.EDITING], "infobanten")
        assert line.id == id
        assert id in second.store.desk.of([id])
        second.store.conflicts.of(second.story(id))
        assert len(unchosen_at(tmp_path / "Budi", id)) == 1
        assert second.store.reviews.of(id)
        file = second.hand_over(id, tmp_path / f"{number}.naskah")
        assert first.newsroom.take_over(first.store, file).story.body
        body = f"{first.story(id).body} Kata {number}."
        first.store.stories.save(replace(first.story(id), body=body))
        back = first.hand_over(id, tmp_path / f"{number}-kembali.naskah")
        taken = second.newsroom.take_over(second.store, back)
        assert taken.what in (What.FORWARD, What.MERGED)
        assert f"Kata {number}." in taken.story.body
        said = [one.id for one in first.comments(id)]
        assert [one.id for one in second.comments(id)] == said
    first.store.close()
    second.store.close()


def spoil(home: Path, table: str, column: str, value: object) -> None:
    with closing(sqlite3.connect(home / DATABASE)) as database:
        changed = database.execute(f"UPDATE {table} SET {column} = ?", (value,))
        assert changed.rowcount
        database.commit()


@pytest.mark.parametrize(
    ("column", "value", "choices"),
    [
        ("subject", WORD, ["ini"]),
        ("anchor", NUMBER, ["ini"]),
        ("who", BYTES, ["ini", "itu", "keduanya"]),
        ("moment", WORD, ["ini", "itu", "keduanya"]),
    ],
)
def test_a_damaged_difference_can_be_settled_and_says_by_whom(
    tmp_path: Path, command: Command, column: str, value: object, choices: list[str]
) -> None:
    desk = Desk.at(tmp_path, "Wati Misal")
    body = "Warga panen padi."
    id = desk.newsroom.take_in(Story("Panen", body=body, status=Status.EDITING), desk.store).id
    told = Comment.new("Wati Misal", "", datetime.now(UTC), kind=CommentKind.CONFLICT)
    subject = Subject("jagung", Wording("padi", "Wati Misal"), Wording("tebu", "Budi Contoh"))
    anchor = anchored("body", body, 12, 16)
    desk.store.comments.add(id, replace(told, anchor=anchor, subject=subject))
    spoil(tmp_path, "comment", column, value)
    assert "1 perbedaan" in desk.store.stories.change_status([id], Status.READY)[0].why

    [listed] = command("conflicts", id, "--format", "json", home=tmp_path).json
    assert listed["choices"] == choices
    command("conflicts", id, "--choose", f"1={choices[-1]}", home=tmp_path)

    assert desk.story(id).body == body.replace("padi", "padi tebu" if choices[1:] else "padi")
    [settled] = desk.comments(id)
    assert (settled.resolved_by, bool(settled.chosen)) == ("Wati Misal", True)
    assert desk.store.stories.change_status([id], Status.READY)[0].is_done
    desk.store.close()
