"""The column of stories as a reporter and an editor use it."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from newsroom.store.search.hit import Row, Snippet
from newsroom.store.summary import StorySummary
from newsroom.story.story import Story
from newsroom.story.workflow import Status
from newsroom.ui.desk.listing import PAGE, StoryList
from newsroom.ui.queue.story_delegate import parts_of
from newsroom.ui.queue.story_list_model import SnippetRole, StatusRole, WhenRole
from newsroom.ui.queue.story_queue import StoryQueue
from newsroom.ui.review.tally import Tally

COUNTS = {Status.DRAFT: 2, Status.SUBMITTED: 1}


def summary(story_id, headline, status=Status.DRAFT, **more):
    known = {"byline": ("Rina Contoh",), "updated": datetime.now(UTC), "words": 312}
    return StorySummary(story_id, headline, status, embargo=None, **(known | more))


STORIES = [
    summary("a1", "Perpustakaan Keliling Kembali Layani Tiga Kecamatan"),
    summary("b2", "Jembatan Gantung Selesai Diperbaiki", Status.SUBMITTED),
    summary("c3", "Harga Cabai Turun"),
]


NUMBERS: dict[str, int] = {}  # by id


def listing(stories, counts, snippets=None, whole=True):
    """Return stories as the desk tells them to the list."""
    order = [NUMBERS.setdefault(story.id, len(NUMBERS)) for story in stories]
    rows = [Row(story, (snippets or {}).get(story.id)) for story in stories]
    return StoryList(order, dict(zip(order, rows, strict=True)), counts, whole)


@pytest.fixture
def queue(theme, qtbot):
    made = StoryQueue(theme)
    qtbot.addWidget(made)
    made.resize(280, 700)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def wib(monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Jakarta")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def button(queue, text):
    found = [b for b in queue.findChildren(QPushButton) if b.text() == text and b.isVisible()]
    assert found, text
    return found[0]


def chips(queue):
    return [b.text() for b in queue.chips.findChildren(QPushButton) if b.isVisible()]


def click_row(queue, qtbot, row):
    index = queue.list.model().index(row, 0)
    point = queue.list.visualRect(index).center()
    qtbot.mouseClick(queue.list.viewport(), Qt.MouseButton.LeftButton, pos=point)


def say(queue, row, role=Qt.ItemDataRole.AccessibleTextRole):
    return queue.list.model().index(row, 0).data(role)


def test_nothing_is_claimed_before_the_first_list_comes(queue):
    assert not queue.list.isVisible()
    assert not [b for b in queue.findChildren(QPushButton) if b.isVisible()]


def test_an_empty_list_offers_three_ways_to_begin(queue, qtbot):
    queue.show_stories(listing([], {}))
    for text, signal in (
        ("Naskah baru", queue.new_requested),
        ("Tempel naskah", queue.paste_requested),
        ("Buka contoh", queue.sample_requested),
    ):
        with qtbot.waitSignal(signal, timeout=1000):
            button(queue, text).click()


def test_no_match_offers_to_clear_the_filter(queue, qtbot):
    queue.show_stories(listing(STORIES, COUNTS))
    qtbot.keyClicks(queue.search, "gempa")
    button(queue, "Draf 2").click()
    queue.show_stories(listing([], COUNTS))
    told = []
    queue.filter_changed.connect(lambda *filter_: told.append(filter_))
    button(queue, "Hapus saringan").click()
    assert told == [(None, "", False)]
    assert queue.search.text() == ""


def test_typing_searches_once_after_a_pause(queue, qtbot):
    queue.show_stories(listing(STORIES, COUNTS))
    told = []
    queue.filter_changed.connect(lambda *filter_: told.append(filter_))
    qtbot.keyClicks(queue.search, "cabai")
    assert told == []
    qtbot.waitUntil(lambda: bool(told), timeout=2000)
    assert told == [(None, "cabai", False)]


def test_chips_name_only_statuses_that_occur(queue):
    queue.show_stories(listing(STORIES, COUNTS))
    assert chips(queue) == ["Semua 3", "Draf 2", "Diajukan 1"]
    queue.show_stories(listing(STORIES, {Status.DRAFT: 1250}))
    assert chips(queue) == ["Semua 1.250", "Draf 1.250"]


def test_a_chosen_chip_stays_when_its_last_story_moves_on(queue):
    queue.show_stories(listing(STORIES, COUNTS))
    button(queue, "Diajukan 1").click()
    queue.show_stories(listing([], {Status.DRAFT: 3}))
    assert chips(queue) == ["Semua 3", "Draf 3", "Diajukan 0"]


def test_chips_wrap_in_a_narrow_column(queue):
    queue.show_stories(listing(STORIES, dict.fromkeys(Status, 11)))
    right = [c.geometry().right() for c in queue.chips.findChildren(QPushButton)]
    assert max(right) <= queue.chips.width()
    assert queue.chips.height() > 2 * queue.chips.findChild(QPushButton).height()


def test_a_click_or_enter_opens_the_story(queue, qtbot):
    queue.show_stories(listing(STORIES, COUNTS))
    opened = []
    queue.opened.connect(opened.append)
    click_row(queue, qtbot, 0)
    qtbot.keyClick(queue.list, Qt.Key.Key_Down)
    assert opened == ["a1"]
    qtbot.keyClick(queue.list, Qt.Key.Key_Return)
    assert opened == ["a1", "b2"]


def test_down_goes_from_the_search_into_the_list(queue, qtbot):
    queue.show_stories(listing(STORIES, COUNTS))
    queue.focus_search()
    qtbot.keyClick(queue.search, Qt.Key.Key_Down)
    with qtbot.waitSignal(queue.opened) as opened:
        qtbot.keyClick(queue.list, Qt.Key.Key_Return)
    assert opened.args == ["a1"]


def test_down_goes_to_the_first_of_those_looked_for(queue, qtbot):
    queue.show_stories(listing(STORIES, COUNTS))
    queue.set_current("b2")
    qtbot.keyClicks(queue.search, "k")
    queue.show_stories(listing(STORIES[:2], COUNTS))
    qtbot.keyClick(queue.search, Qt.Key.Key_Down)
    with qtbot.waitSignal(queue.opened) as opened:
        qtbot.keyClick(queue.list, Qt.Key.Key_Return)
    assert opened.args == ["a1"]


def test_escape_empties_the_search(queue, qtbot):
    queue.show_stories(listing(STORIES, COUNTS))
    qtbot.keyClicks(queue.search, "cabai")
    qtbot.keyClick(queue.search, Qt.Key.Key_Escape)
    assert queue.search.text() == ""


def test_delete_asks_for_the_bin(queue, qtbot):
    queue.show_stories(listing(STORIES, COUNTS))
    click_row(queue, qtbot, 2)
    with qtbot.waitSignal(queue.list.discard_requested) as asked:
        qtbot.keyClick(queue.list, Qt.Key.Key_Delete)
    assert asked.args == [["c3"]]


def test_the_context_menu_opens_and_discards(queue, qtbot):
    queue.show_stories(listing(STORIES, COUNTS))
    click_row(queue, qtbot, 1)
    point = queue.list.visualRect(queue.list.model().index(1, 0)).center()
    queue.list.customContextMenuRequested.emit(point)
    menu = queue.list.findChild(QMenu)
    actions = {a.text(): a for a in menu.actions() if a.text()}
    assert list(actions) == [
        "Buka", "Duplikatkan naskah", "Ubah status", "Ekspor…", "Buang ke keranjang",
    ]  # fmt: skip
    with qtbot.waitSignal(queue.list.discard_requested) as asked:
        actions["Buang ke keranjang"].trigger()
    assert asked.args == [["b2"]]
    menu.close()


def test_no_menu_where_no_story_is(queue):
    queue.show_stories(listing(STORIES, COUNTS))
    queue.list.customContextMenuRequested.emit(QPoint(20, 600))
    assert queue.list.findChild(QMenu) is None


def test_a_saved_story_moving_to_the_top_keeps_the_place(queue, qtbot):
    queue.show_stories(listing(STORIES, COUNTS))
    queue.set_current("a1")
    queue.list.setFocus()
    qtbot.keyClick(queue.list, Qt.Key.Key_Down)
    queue.show_stories(listing([STORIES[2], STORIES[0], STORIES[1]], COUNTS))
    queue.set_current("a1")  # told again after each save
    with qtbot.waitSignal(queue.opened) as opened:
        qtbot.keyClick(queue.list, Qt.Key.Key_Return)
    assert opened.args == ["b2"]


def test_a_changed_headline_shows_without_scrolling(queue):
    many = [summary(f"s{n}", f"Berita nomor {n}") for n in range(200)]
    queue.show_stories(listing(many, {Status.DRAFT: 200}))
    queue.list.verticalScrollBar().setValue(4000)
    many[0] = summary("s0", "Judul baru")
    queue.show_stories(listing(many, {Status.DRAFT: 200}))
    assert queue.list.verticalScrollBar().value() == 4000
    assert say(queue, 0, Qt.ItemDataRole.DisplayRole) == "Judul baru"


def test_a_row_is_read_aloud_as_one_sentence(queue, wib):
    yesterday = datetime.now(UTC) - timedelta(days=1)
    queue.show_stories(
        listing([summary("a1", "Banjir Surut", updated=yesterday, words=1340)], COUNTS)
    )
    queue.set_findings("a1", Tally(2, 1, 4))
    queue.set_current("a1")
    assert say(queue, 0) == (
        "Banjir Surut. Draf. Diubah Kemarin oleh Rina Contoh. 1.340 kata. "
        "7 temuan: 2 salah, 1 perlu diperiksa, 4 saran. Sedang dibuka."
    )


def test_a_story_without_headline_has_a_name_all_the_same(queue):
    queue.show_stories(listing([summary("a1", "  ", byline=())], COUNTS))
    assert say(queue, 0).startswith("Tanpa judul. Draf. Diubah ")
    assert " oleh " not in say(queue, 0)


def test_times_are_those_of_the_machine(queue, wib):
    at = datetime(2020, 12, 31, 18, 30, tzinfo=UTC)  # 01.30 WIB, the next day and year
    queue.show_stories(listing([summary("a1", "Tahun Baru", updated=at)], COUNTS))
    assert say(queue, 0, WhenRole) == "1 Jan 2021"


def test_a_held_story_says_until_when(queue, wib):
    until = datetime.now().astimezone().replace(hour=12, minute=0)
    held = StorySummary("a1", "Dermaga Baru", Status.HELD, (), datetime.now(UTC), 90, until)
    queue.show_stories(listing([held], {Status.HELD: 1}))
    assert say(queue, 0, StatusRole) == "Ditahan s.d. 12.00"


@pytest.mark.parametrize("dark", [False, True])
def test_every_kind_of_row_is_painted(queue, theme, dark):
    """A long name, emoji, a very long word, many findings: each row is drawn, none is blank."""
    theme.use(dark)
    rows = [
        summary("a1", "W" * 200, byline=("Nama Yang Sangat Panjang Sekali",)),
        summary("b2", "🙂 " * 60, Status.CORRECTED, words=12_500),
        summary("c3", "", Status.WITHDRAWN, byline=()),
    ]
    queue.show_stories(listing(rows, COUNTS))
    queue.set_current("a1")
    queue.set_findings("a1", Tally(0, 1200, 0))
    image = queue.list.grab().toImage()
    ground = image.pixelColor(2, image.height() - 2)
    for row in range(3):
        rect = queue.list.visualRect(queue.list.model().index(row, 0))
        colours = {
            image.pixelColor(x, y).rgb()
            for x in range(12, 200, 2)
            for y in range(rect.top() + 4, rect.bottom() - 4, 2)
        }
        assert len(colours - {ground.rgb()}) > 5
    theme.use(False)


@pytest.mark.parametrize(
    ("found", "colour"),
    [(Tally(1, 1, 1), "error"), (Tally(0, 1, 5), "warning"), (Tally(0, 0, 2), "hint")],
)
def test_the_number_of_findings_has_the_colour_of_the_worst(queue, theme, found, colour):
    queue.show_stories(listing(STORIES, COUNTS))
    queue.set_findings(STORIES[0].id, found)
    image = queue.list.grab().toImage()
    row = queue.list.visualRect(queue.list.model().index(0, 0))
    seen = {
        image.pixelColor(x, y).name()
        for x in range(image.width() - 60, image.width() - 10)
        for y in range(row.top(), row.bottom())
    }
    of_severities = {theme.colour(name).name(): name for name in ("error", "warning", "hint")}
    assert {of_severities[value] for value in seen & of_severities.keys()} == {colour}


# A long archive, and what is sought in it.


LONG = [summary(f"n{number}", f"Berita {number}") for number in range(3000)]


def first_of(many, count=200):
    """Return a long list of which but the first stories are known."""
    told = listing(many, COUNTS)
    return StoryList(told.order, {n: told.rows[n] for n in told.order[:count]}, COUNTS)


@pytest.fixture
def asked(queue):
    told = []
    queue.rows_wanted.connect(told.append)
    return told


def test_stories_come_when_they_come_into_view(queue, qtbot, asked):
    told = listing(LONG, COUNTS)
    queue.show_stories(first_of(LONG))
    QApplication.processEvents()
    assert asked == []
    bar = queue.list.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    qtbot.waitUntil(lambda: len(asked) == 1)
    assert told.order[1500] in asked[0]
    assert len(asked[0]) < 200
    assert say(queue, 1500) == "Memuat naskah…"

    at = bar.value()
    queue.list.take_rows({number: told.rows[number] for number in asked[0]})
    assert say(queue, 1500, Qt.ItemDataRole.DisplayRole) == "Berita 1500"
    assert bar.value() == at
    QApplication.processEvents()
    assert len(asked) == 1


def test_what_is_still_to_come_is_drawn_as_an_outline(queue):
    queue.show_stories(first_of(LONG))
    bar = queue.list.verticalScrollBar()
    bar.setValue(bar.maximum())
    image = queue.list.grab().toImage()
    row = queue.list.visualRect(queue.list.model().index(2999, 0))
    seen = {image.pixelColor(40, y).rgb() for y in range(row.top(), row.bottom())}
    assert len(seen) > 1


def test_the_whole_list_takes_the_place_of_its_beginning(queue):
    first, whole = listing(LONG[:200], COUNTS, whole=False), first_of(LONG)
    queue.show_stories(first)
    bar = queue.list.verticalScrollBar()
    bar.setValue(3000)
    queue.show_stories(whole)
    assert queue.list.model().rowCount() == 3000
    assert bar.value() == 3000


def test_home_and_end_go_to_the_first_and_the_last_story(queue, qtbot):
    queue.show_stories(first_of(LONG))
    queue.list.setFocus()
    qtbot.keyClick(queue.list, Qt.Key.Key_End)
    assert queue.list.currentIndex().row() == 2999
    qtbot.keyClick(queue.list, Qt.Key.Key_Home)
    assert queue.list.currentIndex().row() == 0
    qtbot.keyClick(queue.list, Qt.Key.Key_PageDown)
    assert 5 < queue.list.currentIndex().row() < 12


def test_what_is_done_with_stories_still_to_come_is_done_once_they_are_known(queue, qtbot, asked):
    told = listing(LONG, COUNTS)
    queue.show_stories(first_of(LONG))
    queue.list.setFocus()
    deleted = []
    queue.list.discard_requested.connect(deleted.append)
    qtbot.keyClick(queue.list, Qt.Key.Key_End)
    qtbot.keyClick(queue.list, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(queue.list, Qt.Key.Key_Delete)
    assert deleted == []
    qtbot.waitUntil(lambda: set(told.order[2998:]) <= {n for numbers in asked for n in numbers})
    queue.list.take_rows({number: told.rows[number] for number in told.order[2900:]})
    assert deleted == [["n2998", "n2999"]]


def test_chosen_stories_stay_chosen_where_others_came_before_them(queue, qtbot):
    queue.show_stories(listing(LONG, COUNTS))
    queue.list.choose_rows([1500, 1501, 2900])
    bar = queue.list.verticalScrollBar()
    bar.setValue(9000)
    new = summary("baru", "Berita baru")
    queue.show_stories(first_of([new, *LONG]))
    assert [story.id for story in queue.list.chosen()] == ["n1500", "n1501", "n2900"]
    assert bar.value() == 9000


def test_a_long_list_is_walked_through_and_little_of_it_kept(queue, qtbot):
    told = listing(LONG, COUNTS)
    queue.rows_wanted.connect(
        lambda numbers: queue.list.take_rows({n: told.rows[n] for n in numbers})
    )
    queue.show_stories(first_of(LONG))
    bar, model = queue.list.verticalScrollBar(), queue.list.model()
    for step in range(0, 3000, 60):
        bar.setValue(bar.maximum() * step // 3000)
        qtbot.waitUntil(lambda: queue.list.indexAt(QPoint(20, 300)).data() is not None)
    known = sum(model.story(number) is not None for number in told.order)
    assert known <= 2_000


def test_what_is_sought_is_shown_where_it_stands(queue):
    sought = Snippet("Para petani memanen padi di sawah.", ((12, 19),))
    queue.show_stories(listing(STORIES, COUNTS, {"c3": sought}))
    model = queue.list.model()
    assert [model.index(row, 0).data(SnippetRole) for row in range(3)] == [None, None, sought]
    assert sought.text in model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert list(parts_of(sought)) == [
        ("Para petani ", False),
        ("memanen", True),
        (" padi di sawah.", False),
    ]
    late = Snippet("Di kampung itu para petani memanen padi.", ((27, 34),))
    assert list(parts_of(late))[:2] == [("…", False), ("para petani ", False)]


def test_the_store_is_asked_for_a_page_and_for_the_rest(writing, store, eventually):
    for number in range(PAGE + 130):
        store.stories.save(Story(headline=f"Berita {number}", body="Warga memanen padi."))
    window = writing("Isi.")
    model, view = window.queue.list.model(), window.queue.list
    eventually(lambda: model.rowCount() == PAGE + 131)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    eventually(lambda: model.index(PAGE + 130, 0).data() == "Berita 0")
    window.queue.search.setText("memanen")
    eventually(lambda: model.rowCount() == PAGE + 130)
    eventually(lambda: model.index(0, 0).data(SnippetRole))
    assert bar.value() == 0
    bar.setValue(bar.maximum())
    eventually(lambda: model.index(PAGE + 129, 0).data(SnippetRole))
    assert "memanen" in model.index(PAGE + 129, 0).data(SnippetRole).text


def test_what_is_looked_at_far_down_follows_the_store(writing, store, eventually):
    for number in range(PAGE + 130):
        store.stories.save(Story(headline=f"Berita {number}"))
    window = writing("Isi.")
    model, view = window.queue.list.model(), window.queue.list
    eventually(lambda: model.rowCount() == PAGE + 131)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    eventually(lambda: model.index(PAGE + 130, 0).data() == "Berita 0")
    view.choose_rows([PAGE + 120, PAGE + 121])
    ids = [story.id for story in view.chosen()]
    window.commands.of_list.move_on(ids, Status.SUBMITTED)
    eventually(lambda: {story.status for story in view.chosen()} == {Status.SUBMITTED})
    assert {story.id for story in view.chosen()} == set(ids)
