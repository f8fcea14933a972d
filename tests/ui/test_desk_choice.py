"""Which stories of the desk are shown, what presses most, and what comes next."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from newsroom.store.desk.line import DeskLine
from newsroom.store.desk.views import DeskView, Order, Whose
from newsroom.story.person import Person, Role
from newsroom.story.workflow import Status
from newsroom.ui.desk_view import words
from newsroom.ui.desk_view.choice import Pressure, ordered, pressure, shown, waits

NOW = datetime(2026, 11, 3, 5, 0, tzinfo=UTC)
BUDI = Person("Budi Misal", Role.EDITOR)
MINUTE = timedelta(minutes=1)


def line(id: str, *, left: int | None = None, age: int = 0, **told) -> DeskLine:
    """Return a story that came to its status some minutes ago, and has some minutes left."""
    deadline = None if left is None else NOW + left * MINUTE
    status = told.pop("status", Status.SUBMITTED)
    return DeskLine(id, 1, status, NOW - age * MINUTE, deadline=deadline, **told)


@pytest.mark.parametrize(
    ("left", "far", "said"),
    [
        (-25, Pressure.OVERDUE, "Lewat 25 menit"),
        (0, Pressure.OVERDUE, "Lewat 1 menit"),
        (29, Pressure.SOON, "29 menit lagi"),
        (30, Pressure.NEAR, "30 menit lagi"),
        (119, Pressure.NEAR, "1 jam 59 menit lagi"),
        (120, Pressure.LATER, "pukul 07.00"),
        (24 * 60, Pressure.LATER, "besok pukul 05.00"),
        (None, Pressure.NONE, ""),
    ],
)
def test_a_deadline_presses_more_the_nearer_it_is(left, far, said) -> None:
    one = line("a", left=left)
    assert (pressure(one, NOW), words.deadline(one, NOW, UTC)) == (far, said)


def test_what_is_ready_has_met_its_deadline() -> None:
    assert pressure(line("a", left=-60, status=Status.READY), NOW) is Pressure.MET


def test_the_most_urgent_is_what_is_late_then_what_soon_will_be_then_what_waits_longest() -> None:
    lines = [
        line("new", age=1),
        line("old", age=90),
        line("tonight", left=300),
        line("late", left=-5),
        line("soon", left=10),
        line("very late", left=-50),
        line("ready", left=-500, age=10, status=Status.READY),
    ]
    wanted = ["very late", "late", "soon", "tonight", "old", "ready", "new"]
    assert [one.id for one in ordered(lines, Order.URGENCY, NOW)] == wanted


def test_stories_that_are_alike_in_a_column_stay_by_urgency() -> None:
    lines = [line("a", words=5), line("b", words=9), line("c", words=5, left=-1)]
    falling = ordered(lines, Order.WORDS, NOW, falling=True)
    assert [one.id for one in falling] == ["b", "c", "a"]
    assert [one.id for one in ordered(lines, Order.WORDS, NOW)] == ["c", "a", "b"]


def test_by_editor_they_stand_as_the_column_names_them() -> None:
    taken = line("a", status=Status.EDITING, editor="Tuti Misal", holder="Ani Misal")
    lines = [taken, line("b", editor="Budi Misal")]
    assert [one.id for one in ordered(lines, Order.EDITOR, NOW)] == ["b", "a"]


@pytest.mark.parametrize(
    ("view", "left"),
    [
        (DeskView(), "abcde"),
        (DeskView(statuses=(Status.EDITING,)), "bc"),
        (DeskView(section="daerah"), "a"),
        (DeskView(whose=Whose.MINE), "bd"),
        (DeskView(whose=Whose.NOBODY), "ae"),
        (DeskView(whose=Whose.NAMED, editor="tuti misal"), "c"),
        (DeskView(reporter="Wati Misal"), "a"),
        (DeskView(text="PANEN  raya"), "a"),
        (DeskView(text="tuti panen"), ""),
        (DeskView(with_findings=True), "abde"),  # all but what was counted, and none found
        (DeskView(overdue=True), "e"),
    ],
)
def test_each_filter_leaves_what_it_says(view: DeskView, left: str) -> None:
    lines = [
        line("a", headline="Panen Raya", section="Daerah", byline=("Wati Misal",), age=9),
        line("b", status=Status.EDITING, holder="Budi Misal", found=(0, 1, 0), age=8),
        line("c", status=Status.EDITING, holder="Tuti Misal", found=(0, 0, 0), age=7),
        line("d", editor="Budi Misal", holder="Tuti Misal", status=Status.HELD, age=6),
        line("e", left=-1, headline="Panen", status=Status.SUBMITTED),
    ]
    found = "".join(sorted(one.id for one in shown(lines, view, BUDI, NOW)))
    assert found == left


@pytest.mark.parametrize(
    ("role", "wanted"),
    [
        (Role.ALL, {"submitted", "editing", "mine"}),
        (Role.EDITOR, {"submitted", "editing", "mine"}),
        (Role.REPORTER, {"returned"}),
        (Role.UPLOADER, {"ready"}),
    ],
)
def test_what_waits_is_what_ones_role_is_to_do_and_nobody_else_has(role, wanted) -> None:
    lines = [line(str(status), status=status) for status in Status]
    lines += [
        line("mine", status=Status.EDITING, holder="budi misal"),
        line("another's", status=Status.EDITING, holder="Tuti Misal"),
    ]
    me = Person("Budi Misal", role)
    assert {one.id for one in lines if waits(one, DeskView(), me, NOW)} == wanted
    of_one = DeskView(statuses=(Status.HELD,))
    assert waits(line("held", status=Status.HELD), of_one, me, NOW)


@pytest.mark.parametrize(("role", "is_theirs"), [(Role.EDITOR, True), (Role.REPORTER, False)])
def test_what_was_held_until_now_waits_for_who_passes_it_and_comes_first(role, is_theirs) -> None:
    held = [
        line(f"held {at}", status=Status.HELD, embargo=NOW + at * MINUTE, age=9) for at in (-1, 1)
    ]
    me = Person("Budi Misal", role)
    due = [one.id for one in held if waits(one, DeskView(), me, NOW)]
    assert due == (["held -1"] if is_theirs else [])
    told = [words.until(one, NOW, UTC) for one in held]
    assert told == ["sudah waktunya", "s.d. pukul 05.01"]
    soon = line("soon", left=10)
    order = [one.id for one in ordered([soon, *held], Order.URGENCY, NOW)]
    assert order == ["held -1", "soon", "held 1"]
