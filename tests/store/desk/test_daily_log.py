"""What passed the desk on a day: read from the versions, and written as a table and a message."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import text

from newsroom.exchange.daily_log import as_text, span_of, write_csv
from newsroom.store.store import Store
from newsroom.story.daily_log import LoggedStep, totals_by_person
from newsroom.story.person import Person, Role
from newsroom.story.story import Story
from newsroom.story.version import Mark, StepKind
from newsroom.story.workflow import Status

DAY = date(2026, 11, 3)
MAKASSAR = ZoneInfo("Asia/Makassar")
MIDNIGHT = datetime(2026, 11, 2, 16, 0, tzinfo=UTC)  # by the clock of Makassar
WATI = Person("Wati Misal", Role.REPORTER)
BUDI = Person("Budi Misal", Role.EDITOR)
CHIEF = Person("Rini Misal", Role.MANAGING_EDITOR)


_MOVE = text("UPDATE version SET moment = :at WHERE number = (SELECT max(number) FROM version)")


def passed(store: Store, headline: str, *steps: tuple[Person, Status, datetime, str]) -> Story:
    """Return a story that these people took through these steps, each at its moment."""
    story = store.stories.save(Story(headline=headline, body="Warga panen.", byline=(WATI.name,)))
    for who, status, moment, note in steps:
        store.people.set_me(who)
        (change,) = store.stories.change_status(
            [story.id], status, Mark(StepKind.STATUS, note=note), take_over=True
        )
        assert change.is_done, change.why
        at = {"at": round(moment.timestamp() * 1_000_000)}
        with store._database.write() as session:
            session.execute(_MOVE, at)
    return store.stories.get(story.id)


def log_of(store: Store, first: date = DAY, last: date = DAY) -> list[LoggedStep]:
    return store.daily_log.steps(*span_of(first, last, MAKASSAR))


@pytest.fixture
def day(store: Store) -> Store:
    """A day in Makassar: one story passed, one sent back; the third was sent back before it."""
    at = [MIDNIGHT + timedelta(hours=hours) for hours in range(24)]
    passed(
        store,
        "Panen raya",
        (WATI, Status.SUBMITTED, MIDNIGHT - timedelta(minutes=30), ""),
        (BUDI, Status.EDITING, at[0], ""),
        (BUDI, Status.READY, at[1], ""),
        (CHIEF, Status.PUBLISHED, at[2], ""),
    )
    passed(
        store,
        "=Banjir; “besar”",
        (WATI, Status.SUBMITTED, at[3], ""),
        (BUDI, Status.RETURNED, at[5], "Tanya\nBPBD dulu."),
    )
    passed(
        store,
        "Kemarin",
        (WATI, Status.SUBMITTED, at[0] - timedelta(hours=2), ""),
        (BUDI, Status.RETURNED, MIDNIGHT - timedelta(seconds=1), "Terlalu pendek."),
        (WATI, Status.SUBMITTED, MIDNIGHT + timedelta(days=1), ""),
    )
    return store


def test_a_day_is_that_of_the_newsroom(day: Store) -> None:
    told = [(step.headline[:6], step.before, step.after, step.who) for step in log_of(day)]
    assert told == [
        ("Panen ", Status.SUBMITTED, Status.EDITING, "Budi Misal"),
        ("Panen ", Status.EDITING, Status.READY, "Budi Misal"),
        ("Panen ", Status.READY, Status.PUBLISHED, "Rini Misal"),
        ("=Banji", Status.DRAFT, Status.SUBMITTED, "Wati Misal"),
        ("=Banji", Status.SUBMITTED, Status.RETURNED, "Budi Misal"),
    ]
    assert len(log_of(day, DAY - timedelta(days=1), DAY + timedelta(days=1))) == 9


def test_how_long_a_story_lay_counts_from_when_it_was_handed_in(day: Store) -> None:
    minutes = [step.lay and step.lay / timedelta(minutes=1) for step in log_of(day)]
    assert minutes == [30, 90, 150, None, 120]
    *_, sent_back = log_of(day, DAY - timedelta(days=1), DAY - timedelta(days=1))
    assert sent_back.lay == timedelta(hours=2, seconds=-1)  # and was handed in once more since


def test_steps_of_another_desk_that_came_later_lay_no_less_than_no_time(store: Store) -> None:
    at = [MIDNIGHT + timedelta(hours=hours) for hours in range(7)]
    passed(
        store,
        "Panen raya",
        (WATI, Status.SUBMITTED, at[1], ""),
        (BUDI, Status.RETURNED, at[2], "Tanya dulu."),
        (WATI, Status.SUBMITTED, at[6], ""),
        (BUDI, Status.EDITING, at[3], ""),
    )

    lay = {step.after: step.lay for step in log_of(store)}
    assert lay[Status.EDITING] == timedelta(hours=2)


def test_steps_are_counted_by_who_took_them(day: Store) -> None:
    assert totals_by_person(log_of(day)) == {
        "Budi Misal": Counter({Status.EDITING: 1, Status.READY: 1, Status.RETURNED: 1}),
        "Rini Misal": Counter({Status.PUBLISHED: 1}),
        "Wati Misal": Counter({Status.SUBMITTED: 1}),
    }


def test_one_more_ralat_is_in_the_log_though_the_status_stays(day: Store) -> None:
    [story] = [day.stories.get(one.id) for one in day.stories.list(Status.PUBLISHED)]
    day.people.set_me(CHIEF)
    for note in ("Nama desa.", "Jumlah korban."):
        mark = Mark(StepKind.CORRECTION, note=note)
        story = day.stories.save(replace(story, status=Status.CORRECTED), mark=mark)
    now = datetime.now(UTC)
    steps = day.daily_log.steps(now - timedelta(hours=1), now + timedelta(hours=1))
    assert [(one.before, one.after, one.note) for one in steps] == [
        (Status.PUBLISHED, Status.CORRECTED, "Nama desa."),
        (Status.CORRECTED, Status.CORRECTED, "Jumlah korban."),
    ]


def test_the_table_is_read_by_a_spreadsheet_as_it_was_meant(day: Store, tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    write_csv(log_of(day), MAKASSAR, path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert len(rows) == 5
    last = rows[-1]
    assert last["Judul"] == "'=Banjir; “besar”"
    assert (last["Tanggal"], last["Jam"]) == ("03/11/2026", "05.00")
    assert (last["Dari"], last["Menjadi"]) == ("Diajukan", "Dikembalikan")
    assert (last["Oleh"], last["Catatan"]) == ("Budi Misal", "Tanya BPBD dulu.")
    assert last["Lama di meja (menit)"] == "120"


@pytest.mark.parametrize("cell", ["=1+1", "+62812", "-5", "@SUM(A1)", " =1", "\t=1"])
def test_no_cell_is_a_formula(store: Store, tmp_path: Path, cell: str) -> None:
    passed(store, cell, (WATI, Status.SUBMITTED, MIDNIGHT, cell))
    write_csv(log_of(store), MAKASSAR, path := tmp_path / "log.csv")
    [row] = list(csv.DictReader(path.open(encoding="utf-8-sig", newline=""), delimiter=";"))
    for name in ("Judul", "Catatan"):
        assert row[name] == f"'{cell.strip()}"


def test_the_message_says_who_did_what_and_why_a_story_went_back(day: Store) -> None:
    told = as_text(log_of(day), DAY, DAY, MAKASSAR).splitlines()
    assert told[0] == "*Log harian, Selasa, 3 November 2026*"
    assert told[1] == "1 siap tayang, 1 dikembalikan, 1 tayang, 1 diajukan, 1 disunting"
    assert "Budi Misal: 1 siap tayang, 1 dikembalikan, 1 disunting" in told
    assert "05.00 =Banjir; “besar” (Budi Misal, 2 jam di meja): Tanya BPBD dulu." in told
