"""How much was found, said alike wherever it is said."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from newsroom.story.story import Story
from newsroom.ui.queue.story_list_model import FindingsRole
from newsroom.ui.review.tally import Tally, tally


def in_list(window, story_id: str) -> Tally | None:
    return window.queue.list.model().index_of(story_id).data(FindingsRole)


def test_the_list_and_the_tab_count_the_same(writing, eventually):
    window = writing("Kerja efesien dan agar supaya cepat.")
    eventually(lambda: window.findings.found and window.findings.progress.share is None)
    found = tally(window.findings.found)
    assert found.total == len(window.inspector.findings._findings)
    assert found.hints
    assert in_list(window, window.desk.story.id) == found
    assert window.inspector.tabs.tab("findings").accessibleName() == f"Temuan, {found.words}"
    sentence = window.queue.list.model().index_of(window.desk.story.id)
    assert found.words in sentence.data(Qt.ItemDataRole.AccessibleTextRole)
    QTest.keyClicks(window.page.body, "Kata ngawurr. ")
    eventually(lambda: tally(window.findings.found).total > found.total)
    assert in_list(window, window.desk.story.id) == tally(window.findings.found)


def test_what_was_known_of_a_story_stays_until_it_is_checked_again(
    writing, store, eventually, click_story
):
    other = store.stories.save(Story(headline="Lain", body="Semua baik di sini."))
    window = writing("Kerja efesien.")
    first = window.desk.story.id
    eventually(lambda: window.findings.found and window.findings.progress.share is None)
    known = in_list(window, first)
    click_story(window, other.id)
    eventually(lambda: window.desk.story.id == other.id and window.findings.progress.share is None)
    told = []
    window.queue.list.model().dataChanged.connect(lambda *_: told.append(in_list(window, first)))
    click_story(window, first)
    eventually(lambda: window.desk.story.id == first and window.findings.progress.share is None)
    assert set(told) == {known}
