"""A story on its way between a reporter and a copy desk: two installations, two windows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from newsroom.app import Newsroom
from newsroom.story.conflicts.conflict import Way
from newsroom.story.person import Person, Role
from newsroom.story.workflow import Status
from newsroom.ui.checklist.item_card import ItemCard
from newsroom.ui.dialogs.conflicts.choice_dialog import ChoiceDialog
from newsroom.ui.dialogs.export_dialog import ExportDialog
from newsroom.ui.dialogs.handover_dialog import HandoverDialog
from newsroom.ui.main_window import MainWindow
from newsroom.ui.standing.step_dialog import StepDialog

BODY = (
    "Sebanyak 120 warga Desa Rekaan menerima bibit padi, Kamis (20/6/2019).\n\n"
    "Petani Desa Rekaan Ani Umpama mengaku senang. “Musim lalu kami gagal panen,” ujarnya.\n"
)
WORD = "padi menguning 7"


@pytest.fixture
def seated(launch, dismiss, tmp_path) -> Iterator[Callable[[str, Role], MainWindow]]:
    """Opens the window of somebody, on a data folder of their own."""
    opened: list[MainWindow] = []

    def opener(name: str, role: Role) -> MainWindow:
        newsroom = Newsroom(tmp_path / role)
        with closing(newsroom.open_store()) as store:
            store.people.set_me(Person(name, role))
        opened.append(launch(newsroom))
        return opened[-1]

    yield opener
    for window in opened:
        dismiss(window)


@pytest.fixture
def at(eventually) -> Callable[..., None]:
    """Waits until something is so in a window, and all of it is safe."""

    def wait(window: MainWindow, words: str = "", status: Status | None = None) -> None:
        eventually(lambda: words in window.banner.text)
        eventually(lambda: status is None or window.desk.story.status is status)
        window.page.flush()
        eventually(lambda: window.desk.is_safe)

    return wait


@pytest.fixture
def shown(eventually) -> Callable[[MainWindow, type], object]:
    """Waits for a dialog of a window, and returns it."""

    def find(window: MainWindow, kind: type):
        eventually(lambda: [one for one in window.findChildren(kind) if one.isVisible()])
        return next(one for one in window.findChildren(kind) if one.isVisible())

    return find


@pytest.fixture
def hand(shown, at, eventually) -> Callable[[MainWindow, MainWindow, Path, str], None]:
    """Hands the open story from one window to the other, by the dialog and a drop."""

    def pass_on(giver: MainWindow, taker: MainWindow, file: Path, outcome: str) -> None:
        at(giver)
        giver.actions_["hand_over"].trigger()
        dialog = shown(giver, HandoverDialog)
        dialog.place.setText(str(file))
        QTest.keyClick(dialog.go, Qt.Key.Key_Return)
        at(giver, f"siap diserahkan: {file.name}")
        drop(taker, file)
        at(taker, outcome)
        eventually(lambda: taker.desk.story and taker.desk.story.id == giver.desk.story.id)

    return pass_on


def drop(window: MainWindow, file: Path) -> None:
    data, copy = QMimeData(), Qt.DropAction.CopyAction
    data.setUrls([QUrl.fromLocalFile(str(file))])
    button, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(9, 9), copy, data, button, no_key))
    QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), copy, data, button, no_key))


def rewrite(window: MainWindow, old: str, new: str) -> None:
    body = window.page.body
    start = body.text().index(old)
    body.select(start, start + len(old))
    QTest.keyClicks(body, new)


def comments(window: MainWindow):
    window.show_tab("review")
    return window.inspector.review.show_part("comments")


def test_a_story_goes_from_the_reporter_over_the_desk_to_the_readers(
    seated, at, shown, hand, eventually, tmp_path
):
    reporter = seated("Rina Contoh", Role.REPORTER)
    editor = seated("Sari Umpama", Role.EDITOR)

    # Written and submitted.
    reporter.actions_["new"].trigger()
    eventually(lambda: reporter.desk.story is not None)
    QTest.keyClicks(reporter.page.headline, "Warga Rekaan Terima Bibit Padi")
    reporter.page.body.insertPlainText(BODY)
    reporter.page.flush()
    reporter.actions_["to_submitted"].trigger()
    at(reporter, status=Status.SUBMITTED)
    hand(reporter, editor, tmp_path / "1.naskah", "ditambahkan")

    # Taken, edited, asked about, sent back.
    editor.actions_["to_editing"].trigger()
    at(editor, status=Status.EDITING)
    rewrite(editor, "senang", "lega")
    rewrite(editor, "Sebanyak 120", "120")
    start = editor.page.body.text().index("120 warga")
    editor.page.body.select(start, start + 9)
    editor.actions_["comment"].trigger()
    compose = comments(editor).compose
    compose.edit.insertPlainText("Jumlahnya dari siapa?")
    QTest.keyClick(compose.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    eventually(lambda: comments(editor).cards)
    editor.actions_["to_returned"].trigger()
    note = shown(editor, StepDialog)
    note.text.insertPlainText("Pastikan jumlahnya.")
    QTest.mouseClick(note.act, Qt.MouseButton.LeftButton)
    at(editor, "Status: Dikembalikan", Status.RETURNED)
    assert "Serahkan berkasnya…" in [one.text() for one in editor.banner.findChildren(QPushButton)]

    # The reporter wrote in the same sentence meanwhile.
    rewrite(reporter, "senang", "sangat senang")
    hand(editor, reporter, tmp_path / "2.naskah", "1 perbedaan perlu dipilih")
    assert reporter.desk.story.status is Status.RETURNED
    assert "Ani Umpama mengaku sangat senang." in reporter.page.body.text()
    reporter.actions_["choose_conflicts"].trigger()
    choice = shown(reporter, ChoiceDialog)
    choice.cards[0].ways[Way.OWN].click()
    choice.cards[0].edit.setPlainText("senang dan lega")
    QTest.keyClick(choice, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    at(reporter, "1 perbedaan dipilih")

    # The question is answered, the story submitted again.
    eventually(lambda: "Jumlahnya dari siapa?" in read_in(reporter))
    [card] = [one for one in comments(reporter).cards if "Jumlahnya" in one.accessibleName()]
    card.reply.click()
    card.answer.insertPlainText("Dari dinas, sudah dicek.")
    card.send.click()
    reporter.actions_["to_submitted"].trigger()
    at(reporter, status=Status.SUBMITTED)
    hand(reporter, editor, tmp_path / "3.naskah", "diperbarui")
    eventually(lambda: "Dari dinas, sudah dicek." in read_in(editor))

    # What is changed after that is accepted, the checklist answered, the story ready.
    editor.actions_["to_editing"].trigger()
    at(editor, status=Status.EDITING)
    rewrite(editor, "120", "Sebanyak 120")
    at(editor)
    editor.actions_["accept_all_changes"].trigger()
    eventually(editor.status_line.done.undo.isVisible)
    at(editor)
    editor.actions_["to_ready"].trigger()
    at(editor, "daftar periksa belum terpenuhi")
    eventually(lambda: blocking(editor))
    while blocking(editor):
        item, left = blocking(editor)[0], len(blocking(editor))
        QTest.keyClick(item, Qt.Key.Key_Y)
        eventually(lambda left=left: len(blocking(editor)) < left)
    editor.actions_["to_ready"].trigger()
    at(editor, status=Status.READY)
    hand(editor, reporter, tmp_path / "4.naskah", "Siap tayang")

    # Both have the same, with what both wrote, and it leaves for the portal.
    here, there = reporter.desk.story, editor.desk.story
    assert (here.headline, here.body, here.status) == (there.headline, there.body, there.status)
    assert here.body == BODY.replace("senang", "senang dan lega")
    editor.actions_["export"].trigger()
    export = shown(editor, ExportDialog)
    export.destination.setText(str(tmp_path / "paket"))
    eventually(lambda: export.findings.errors is not None)
    export.override.edit.setText("Rubrik dipilih di situs")
    export.export.click()
    eventually(export.open_folder.isVisible)
    assert [*(tmp_path / "paket").rglob("*")]
    export.leave.click()


def read_in(window: MainWindow) -> list[str]:
    """Return all that the comments say."""
    return [one.text() for one in comments(window).findChildren(QLabel)]


def blocking(window: MainWindow) -> list[ItemCard]:
    return [one for one in window.inspector.findChildren(ItemCard) if one.property("blocks")]
