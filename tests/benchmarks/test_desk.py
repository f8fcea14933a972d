"""The desk with 500 stories at it, among 10,000: opened, filtered, ordered, scrolled.

NEWSROOM_MANY=10000 .venv/bin/pytest -m benchmark tests/benchmarks/test_desk.py
"""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication

from newsroom.app import Newsroom
from newsroom.store.desk.views import AT_DESK, EVERY_STATUS, DeskView, Order
from newsroom.store.place import DATABASE
from newsroom.store.store import Store
from newsroom.story.story import Story
from newsroom.ui.main_window import MainWindow
from newsroom.ui.theme import Theme
from tests.benchmarks.many import SIZES, fill
from tests.benchmarks.timing import Taken, in_turn

WAITING = 500
_AIMS = {"open": 200, "filter": 50}  # milliseconds


@pytest.fixture(scope="module", params=SIZES, ids=[f"{size:,}" for size in SIZES])
def full(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory):
    home = tmp_path_factory.mktemp("meja")
    with closing(Store.open(home)) as store:
        store.stories.save(Story(headline="Perahu Pustaka", body="Warga membaca."))
    fill(home, request.param - 1)
    _bring_to_the_desk(home)
    return request.param, home


def _bring_to_the_desk(home: Path) -> None:
    """Give the newest stories a status of the desk, and what the desk shows of them."""
    rng, now = random.Random(8), datetime.now(UTC)
    with closing(sqlite3.connect(home / DATABASE)) as database, database:
        found = database.execute(
            "SELECT number, revision FROM story ORDER BY updated DESC LIMIT ?", (WAITING,)
        ).fetchall()
        for number, revision in found:
            deadline = (now + timedelta(minutes=rng.randint(-300, 900))).isoformat()
            database.execute(
                "UPDATE story SET status=?, section=?, editor=?, details=? WHERE number=?",
                (rng.choice(AT_DESK), rng.choice(("Daerah", "Ekonomi")), rng.choice(("", "Budi")),
                 f'{{"deadline": "{deadline}"}}', number),
            )  # fmt: skip
            database.execute(
                "INSERT INTO desk VALUES (?, '', 'all', NULL, ?, ?, 'infobanten', 1, 2, 3)",
                (number, (now - timedelta(minutes=rng.randint(0, 900))).isoformat(" ")[:26],
                 revision),
            )  # fmt: skip


@pytest.fixture
def window(full, qapp: QApplication) -> Iterator[MainWindow]:
    _, home = full
    made = MainWindow(Newsroom(home), Theme(qapp))
    made.resize(1366, 768)
    made.show()
    _until(lambda: made.desk.is_started and made.queue and made.inspector)
    yield made
    made.desk.give_up()
    made.close()
    made.deleteLater()


def _until(ready: Callable[[], object]) -> None:
    deadline = QDeadlineTimer(60_000)
    while not ready():
        assert not deadline.hasExpired()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)


@pytest.mark.benchmark
def test_the_question(full, report) -> None:
    size, home = full
    with closing(Store.open(home)) as store:

        def at_desk() -> None:
            assert len(store.desk_list.list(AT_DESK, "infobanten")) == min(WAITING, size)

        def all_of_them() -> None:
            assert len(store.desk_list.list(EVERY_STATUS, "infobanten")) == size

        desk, whole = in_turn(at_desk, all_of_them, times=10)
    report(f"desk: {WAITING} lines of {size:,} stories {desk}; lines of all {whole}")


@pytest.mark.benchmark
def test_the_page(window, full, report) -> None:
    """From the key to the painted table, and from a letter to the table that it leaves."""
    size, _ = full
    opened, filtered, ordered, scrolled = Taken(), Taken(), Taken(), Taken()
    began = time.perf_counter()
    window.actions_["desk_view"].trigger()
    desking = window.commands.at_desk.desking()
    page = desking.page
    _until(lambda: page.model.rowCount() == WAITING)
    page.grab()
    first = (time.perf_counter() - began) * 1000
    window.actions_["desk_view"].trigger()

    def opening() -> None:
        desking._known = None
        page.model.show((), page.model.now, "")
        window.actions_["desk_view"].trigger()
        _until(lambda: page.model.rowCount() == WAITING)
        page.repaint()

    for _ in range(15):
        opened.take(opening)
        window.actions_["desk_view"].trigger()
    window.actions_["desk_view"].trigger()
    _until(lambda: page.model.rowCount() == WAITING)

    def show(view: DeskView) -> Callable[[], None]:
        def look() -> None:
            page.filters.use(view)
            page.repaint()

        return look

    for text in ("a", "an", "ba", "per", "x", "") * 5:
        filtered.take(show(DeskView(text=text)))
    for order in tuple(Order) * 3:
        ordered.take(show(replace(DeskView(), order=order)))
    bar = page.table.verticalScrollBar()

    def scroll() -> None:
        bar.setValue((bar.value() + 240) % bar.maximum())
        page.table.viewport().repaint()

    for _ in range(60):
        scrolled.take(scroll)
    page.filters.use(DeskView(statuses=EVERY_STATUS))
    _until(lambda: page.model.rowCount() == size)
    among_all = Taken()
    for text in ("a", "an", "ba", "per", "x", "") * 3:
        among_all.take(show(DeskView(statuses=EVERY_STATUS, text=text)))
    report(
        f"desk page with {WAITING} of {size:,}: first time {first:.0f} ms; again {opened} "
        f"(aim {_AIMS['open']}); filter {filtered} (aim {_AIMS['filter']}); order {ordered}; "
        f"scroll and paint {scrolled}; filter among all {among_all}"
    )
