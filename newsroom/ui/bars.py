"""The bar above, with what one does, and the line below, with what is so."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QWidget

from newsroom.story.markdown_text import reading_seconds
from newsroom.story.workflow import Status, next_statuses
from newsroom.ui.actions import MENUS, Actions, tr
from newsroom.ui.theme import STEP, Theme


class TopBar(QWidget):
    """Making, shaping, looking, handing on: from left to right."""

    status_wanted = Signal(object)  # Status

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(48)
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(6)
        row.addWidget(QLabel("Newsroom", objectName="brand"))
        row.addSpacing(3 * STEP)
        row.addWidget(_worded(actions["new"], "line", icon=True))
        row.addWidget(_worded(actions["paste_story"]))
        row.addSpacing(STEP)
        row.addWidget(_rule())
        row.addSpacing(STEP)
        self._format = [
            _icon_only(actions[name])
            for name in ("bold", "italic", "heading", "quote", "list", "link", "add_photo")
        ]
        for button in self._format:
            row.addWidget(button)
        row.addStretch()
        row.addWidget(_worded(actions["focus"]))
        row.addWidget(_worded(actions["preview"]))
        row.addWidget(_worded(actions["export"], "line"))
        self._step = QPushButton()
        self._step.setProperty("kind", "main")
        self._step.clicked.connect(self._take_step)
        row.addWidget(self._step)
        self.more = QToolButton()
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setToolTip(self.tr("Semua perintah (F10)"))
        self.more.setAccessibleName(self.tr("Semua perintah"))
        self.more.setShortcut("F10")
        self._steps = QMenu(self.tr("Ubah status"), self)
        self.more.setMenu(self._menu(actions))
        row.addWidget(self.more)
        self._status: Status | None = None
        self._tint()
        theme.changed.connect(self._tint)
        self.show_status(None)

    def show_status(self, status: Status | None) -> None:
        """Offer the next step of a story; None when no story lies open."""
        self._status = status
        following = next_statuses(status) if status else ()
        self._step.setVisible(bool(following))
        self._steps.clear()
        self._steps.setEnabled(bool(following))
        if following:
            self._step.setText(self._words(following[0]))
        for step in following:
            action = self._steps.addAction(self._words(step))
            action.triggered.connect(lambda _=False, step=step: self.status_wanted.emit(step))

    def set_narrow(self, narrow: bool) -> None:
        """Leave the formatting to keys and menus where the window is too narrow for all."""
        for button in self._format:
            button.setVisible(not narrow)

    def _take_step(self) -> None:
        if self._status:
            self.status_wanted.emit(next_statuses(self._status)[0])

    def _menu(self, actions: Actions) -> QMenu:
        menu = QMenu(self)
        for name in MENUS:
            part = menu.addMenu(tr(name))
            part.addActions(actions.in_menu(name))
            if name == "Tinjau":
                part.addSeparator()
                part.addMenu(self._steps)
        return menu

    def _words(self, status: Status) -> str:
        return {
            Status.DRAFT: self.tr("Kembalikan ke draf"),
            Status.SUBMITTED: self.tr("Ajukan ke redaktur"),
            Status.EDITING: self.tr("Mulai menyunting"),
            Status.RETURNED: self.tr("Kembalikan"),
            Status.HELD: self.tr("Tahan"),
            Status.READY: self.tr("Siap tayang"),
            Status.PUBLISHED: self.tr("Tandai tayang"),
            Status.CORRECTED: self.tr("Ralat"),
            Status.WITHDRAWN: self.tr("Cabut"),
        }[status]

    def _tint(self) -> None:
        self.more.setIcon(self._theme.icon("more"))


class StatusLine(QWidget):
    """Saved or not, how long, by which rules."""

    def __init__(self, theme: Theme, house: str) -> None:
        super().__init__()
        self.setObjectName("statusLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(28)
        self._saved = QLabel()
        self._saved.setAccessibleName(self.tr("Keadaan simpanan"))
        self._words = QLabel()
        self._reading = QLabel()
        self._spelling = QLabel()
        self.show_spelling(self.tr("Indonesia"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(18)
        for label in (self._saved, self._words, self._reading, self._spelling):
            row.addWidget(label)
        row.addStretch()
        row.addWidget(QLabel(self.tr("Gaya: {0}").format(house)))
        row.addWidget(QLabel(self.tr("Luring")))
        self.show_blank()

    def show_blank(self) -> None:
        """Say nothing of a story, because none lies open."""
        for label in (self._saved, self._words, self._reading):
            label.hide()

    def show_saved(self, at: datetime) -> None:
        """Say when the story was last safe."""
        self._set_saved("good", self.tr("● Tersimpan {0}").format(f"{at.astimezone():%H.%M}"))

    def show_saving(self) -> None:
        """Say that the last words are on their way."""
        self._set_saved("", self.tr("○ Menyimpan…"))

    def show_failed(self) -> None:
        """Say that the last words are in the window only."""
        self._set_saved("error", self.tr("▲ Belum tersimpan"))

    def show_words(self, words: int) -> None:
        """Show the length of the body, in words and in reading time."""
        self._words.show()
        self._reading.show()
        self._words.setText(self.tr("{0} kata").format(f"{words:,}".replace(",", ".")))
        minutes, seconds = divmod(reading_seconds(words), 60)
        if minutes:
            self._reading.setText(self.tr("{0} mnt {1} dtk baca").format(minutes, seconds))
        else:
            self._reading.setText(self.tr("{0} dtk baca").format(seconds))

    def show_spelling(self, dictionary: str) -> None:
        """Say by which dictionary words are being checked."""
        self._spelling.setText(self.tr("Ejaan: {0}").format(dictionary))

    def _set_saved(self, state: str, text: str) -> None:
        if self._saved.property("state") != state:
            self._saved.setProperty("state", state)
            self._saved.style().polish(self._saved)
        self._saved.setText(text)
        self._saved.show()


class _ActionButton(QPushButton):
    """A push button that does an action and follows its state."""

    def __init__(self, action: QAction) -> None:
        super().__init__(action.text())
        self._action = action
        self.setCheckable(action.isCheckable())
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self.setChecked(self._action.isChecked())
        self.setToolTip(self._action.toolTip())

    def nextCheckState(self) -> None:
        """Leave the state to the action."""


def _worded(action: QAction, kind: str = "", *, icon: bool = False) -> QPushButton:
    button = _ActionButton(action)
    if kind:
        button.setProperty("kind", kind)
    if icon:
        button.setIcon(action.icon())
        action.changed.connect(lambda: button.setIcon(action.icon()))
    return button


def _icon_only(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(action.text())
    return button


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("role", "rule")
    rule.setFixedSize(1, 20)
    return rule
