"""The first start, and what every control of the window owes its user."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QTextEdit,
    QWidget,
)

from newsroom.story.story import Photo, Story
from newsroom.ui.actions import ACTIONS, MENUS, STEPS
from newsroom.ui.dialogs.paste_dialog import PasteDialog

CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QProgressBar, QTextEdit)
RAW = "Banjir di Desa Contoh Surut\n\nSERANG – Air surut pagi ini.\n\nWarga pulang. (*)"


def press(window, text: str) -> None:
    """Click a button of the empty list."""
    buttons = window.queue.findChildren(QPushButton)
    button = next(b for b in buttons if b.text() == text and b.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def first_start(window, eventually):
    eventually(lambda: any(b.text() == "Buka contoh" and b.isVisible() for b in _buttons(window)))
    return window


def _buttons(window) -> list[QPushButton]:
    return window.queue.findChildren(QPushButton)


def test_a_new_story_is_begun_with_its_headline(first_start, store, eventually):
    press(first_start, "Naskah baru")
    eventually(lambda: first_start.desk.story is not None)
    assert first_start.page.headline.hasFocus()
    QTest.keyClicks(first_start.page.headline, "Judul Pertama")
    eventually(lambda: [s.headline for s in store.stories.list()] == ["Judul Pertama"])
    eventually(lambda: first_start.queue.list.isVisible())
    assert first_start.queue.list.model().rowCount() == 1


def test_a_raw_text_is_pasted_and_set_out(first_start, store, eventually):
    QGuiApplication.clipboard().setText(RAW)
    press(first_start, "Tempel naskah")
    dialog = next(d for d in first_start.findChildren(PasteDialog) if d.isVisible())
    assert dialog.field.toPlainText() == RAW
    dialog.make.click()
    eventually(lambda: first_start.desk.story is not None)
    page = first_start.page
    assert page.headline.text() == "Banjir di Desa Contoh Surut"
    assert page.dateline.text() == "SERANG –"
    assert page.body.text() == "Air surut pagi ini.\n\nWarga pulang."
    assert page.closing.text() == "(*)"
    assert [s.headline for s in store.stories.list()] == ["Banjir di Desa Contoh Surut"]
    QGuiApplication.clipboard().clear()


def test_the_sample_opens_with_photo_and_findings(first_start, store, eventually):
    press(first_start, "Buka contoh")
    eventually(lambda: first_start.desk.story is not None)
    story = first_start.desk.story
    assert first_start.page.body.text() == story.body != ""
    assert store.media.path(story.photos[0].digest) is not None
    eventually(lambda: not first_start.page.photo._picture._image.isNull())
    eventually(lambda: first_start.checks.is_idle and first_start.is_settled)
    found = {finding.text for finding in first_start.findings.found}
    assert {"mensukseskan", "komprehensip"} <= found


def test_what_needs_a_story_is_off_without_one(first_start):
    off = {spec.name for spec in ACTIONS if not first_start.actions_[spec.name].isEnabled()}
    assert off >= {"bold", "export", "preview", "find", "save_copy", "add_photo"}
    assert {"new", "paste_story", "import", "sample", "quit"}.isdisjoint(off)
    assert not first_start.inspector.isEnabled()


def test_every_action_has_a_slot_a_menu_and_a_key_of_its_own(window):
    keys = Counter(spec.shortcut for spec in ACTIONS if spec.shortcut)
    assert max(keys.values()) == 1
    assert len({spec.name for spec in ACTIONS}) == len(ACTIONS)
    slots = window.commands.slots()
    assert slots.keys() == {spec.name for spec in ACTIONS}
    for spec in ACTIONS:
        action = window.actions_[spec.name]
        assert spec.menu in (*MENUS, STEPS)
        keys = [QKeySequence(key) for key in spec.shortcut.split("; ") if key]
        assert action.shortcuts() == keys
        assert action in window.actions_.in_menu(spec.menu)


@pytest.fixture
def full(writing, store, eventually):
    """The window with a story that has something in every region."""
    window = writing(
        "Kerja efesien warga.",
        kicker="Literasi",
        tags=("ASN",),
        photos=(Photo("", caption="Warga membaca."),),
    )
    eventually(lambda: window.checks.is_idle and window.is_settled)
    window.actions_["find"].trigger()
    window.page.body.setFocus()
    return window


def controls(window, tab: str) -> list[QWidget]:
    """Return every control that a person sees with this tab in front."""
    window.show_tab(tab)
    QApplication.processEvents()
    return [w for w in window.findChildren(QWidget) if isinstance(w, CONTROLS) and w.isVisible()]


@pytest.mark.parametrize("tab", ["data", "photos", "findings"])
def test_every_control_says_what_it_is(full, tab):
    nameless = [
        f"{type(w).__name__} {w.objectName()} in {type(w.parent()).__name__}"
        for w in controls(full, tab)
        if not (w.accessibleName() or (isinstance(w, QAbstractButton) and w.text()))
    ]
    assert nameless == []


@pytest.mark.parametrize("tab", ["data", "photos", "findings"])
def test_an_icon_alone_has_a_tooltip(full, tab):
    silent = [
        w.accessibleName()
        for w in controls(full, tab)
        if isinstance(w, QAbstractButton) and not w.text() and not w.toolTip()
    ]
    assert silent == []


@pytest.mark.parametrize("tab", ["data", "photos", "findings"])
def test_the_tab_key_reaches_every_control(full, tab):
    wanted = {w for w in controls(full, tab) if w.isEnabled()}
    full.page.body.setFocus()
    reached = set()
    for _ in range(150):
        reached.add(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget() or full, Qt.Key.Key_Tab)
    missed = {
        f"{type(w).__name__} {w.objectName()} {w.accessibleName() or w.property('text')}"
        for w in wanted - reached
        if not _is_part(w, reached)
    }
    assert missed == set()


def _is_part(widget: QWidget, reached: set) -> bool:
    """Say whether a control is reached as a part: of a combo box, or by the arrow keys."""
    if isinstance(widget, QAbstractButton) and widget.group() and widget.group().exclusive():
        return any(button in reached for button in widget.group().buttons())
    return isinstance(widget.parent(), QComboBox) and widget.parent() in reached


class Windows(QObject):
    """Notes every window that shows itself."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shows = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
        if shows and watched.isWindow():
            self.shown.append(watched)
        return False


def test_no_part_of_the_window_shows_itself_as_a_window(
    writing, store, eventually, qapp, click_story
):
    windows = Windows()
    qapp.installEventFilter(windows)
    other = store.stories.save(Story(headline="Lain efesien", tags=("ASN", "Banten")))
    photo = Photo("", caption="Warga mentoleransi.", taken=date(2026, 3, 2))
    window = writing("Kerja efesien warga.", kicker="trampil", photos=(photo,))
    for tab in ("data", "photos", "findings"):
        window.show_tab(tab)
        eventually(lambda: window.checks.is_idle and window.is_settled)
    window.actions_["find"].trigger()
    window.actions_["preview"].trigger()
    click_story(window, other.id)
    eventually(lambda: window.desk.story.id == other.id)
    eventually(lambda: window.checks.is_idle and window.is_settled)
    qapp.removeEventFilter(windows)
    assert windows.shown == [window]


def test_the_panels_at_the_sides_fold_away_and_focus_hides_both(full):
    QTest.keyClick(full.page.body, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert not full.queue.isVisible()
    assert full.inspector.isVisible()
    QTest.keyClick(full.page.body, Qt.Key.Key_F11)
    assert not full.inspector.isVisible()
    QTest.keyClick(full.page.body, Qt.Key.Key_F11)
    assert not full.queue.isVisible()
    assert full.inspector.isVisible()
    QTest.keyClick(
        full.page.body,
        Qt.Key.Key_F,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert full.queue.isVisible()
    assert full.queue.search.hasFocus()


def test_dark_and_light_change_over(full, theme):
    QTest.keySequence(full.page.body, full.actions_["dark"].shortcut())
    assert theme.is_dark
    pressed, barred = (
        theme.icon("bold").pixmap(16, mode).toImage()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled)
    )
    places = [(x, y) for x in range(pressed.width()) for y in range(pressed.height())]
    brightest = [
        max(image.pixelColor(*place).alpha() for place in places) for image in (pressed, barred)
    ]
    assert brightest[1] < brightest[0] / 2  # what can't be pressed is seen to be so
    QTest.keySequence(full.page.body, full.actions_["dark"].shortcut())
    assert not theme.is_dark


def test_the_window_is_called_by_the_story_in_it(first_start):
    assert first_start.windowTitle() == "Newsroom"
    first_start.actions_["new"].trigger()
    assert first_start.windowTitle() == "Tanpa judul"
    QTest.keyClicks(first_start.page.headline, "Panen Raya")
    assert first_start.windowTitle() == "Panen Raya"


def test_ctrl_s_saves_at_once_and_says_that_nobody_needs_to(writing, store, eventually):
    window = writing("Isi")
    QTest.keyClicks(window.page.body, "Kata ")
    QTest.keyClick(window.page.body, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    eventually(lambda: window.banner.text.startswith("Tersimpan."))
    assert store.stories.get(window.desk.story.id).body == "Kata Isi"
    window.banner.clear()
    QTest.keyClicks(window.page.body, "lagi ")
    QTest.keyClick(window.page.body, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    eventually(lambda: window.desk.is_safe)
    assert store.stories.get(window.desk.story.id).body == "Kata lagi Isi"
    assert window.banner.text == ""


def test_a_story_is_moved_to_the_bin_and_back_by_command(writing, store, eventually):
    window = writing("Isi")
    story_id = window.desk.story.id
    window.actions_["discard"].trigger()
    eventually(lambda: window.banner.text == "Naskah dipindah ke keranjang.")
    assert window.desk.story is None
    assert [story.id for story in store.stories.list()] == []
    QTest.mouseClick(window.banner._button, Qt.MouseButton.LeftButton)
    eventually(lambda: [story.id for story in store.stories.list()] == [story_id])
    window.actions_["new"].trigger()
    window.actions_["discard"].trigger()
    assert window.banner.text == "Naskah ini masih kosong."
