"""The head of the review: how many changes there are, since when, and how they are looked at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from newsroom.ui.changes.deeds import Deed
from newsroom.ui.flow_layout import FlowLayout
from newsroom.ui.inspector.card_parts import small_button
from newsroom.ui.theme import STEP, Theme

COLUMNS_KEY = "S"

_WIDEST = 300  # pixels that the choice of another base takes
_FOR_TITLE = 560  # with less there is no title, and the way back is named in a word


class Head(QWidget):
    """Offers what can be done about all changes; it says what is wanted, and does nothing."""

    closed = Signal()
    step_wanted = Signal(int)  # to the next change, or with -1 to the one before
    base_chosen = Signal(str)
    columns_wanted = Signal(bool)
    wanted = Signal(str)  # a Deed

    def __init__(self, theme: Theme) -> None:
        super().__init__(objectName="changesHead")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self.title = QLabel(self.tr("Tinjau perubahan"))
        self.title.setProperty("role", "title")
        self.total = QLabel()
        self.total.setProperty("role", "muted")
        self.previous = self._step(self.tr("Perubahan sebelumnya"), "Shift+F8", -1)
        self.next = self._step(self.tr("Perubahan berikutnya"), "F8", 1)
        self.back = QPushButton()
        self.back.setAccessibleName(self.tr("Kembali ke naskah"))
        self.back.setProperty("kind", "line")
        self.back.setToolTip("Esc")
        self.back.clicked.connect(lambda: self.closed.emit())
        self.bases = QComboBox()
        self.bases.setAccessibleName(self.tr("Perubahan sejak"))
        self.bases.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.bases.setMaximumWidth(_WIDEST)
        self.bases.activated.connect(lambda at: self.base_chosen.emit(self.bases.itemData(at)))
        self.inline = self._chip(self.tr("Sebaris"), False)
        self.columns = self._chip(self.tr("Bersisian"), True)
        self._looks = QButtonGroup(self)
        for chip in (self.inline, self.columns):
            self._looks.addButton(chip)
        self.hint = QLabel()
        self.hint.setTextFormat(Qt.TextFormat.PlainText)  # a colleague's note may be in it
        self.hint.setWordWrap(True)
        self.hint.setProperty("role", "muted")
        self.accept_all = small_button(
            self.tr("Terima semua"), lambda: self.wanted.emit(Deed.ACCEPT_ALL)
        )
        self.take_back_all = small_button(
            self.tr("Batalkan semua"), lambda: self.wanted.emit(Deed.TAKE_BACK_ALL)
        )
        self._lay_out()
        self._tint()
        theme.changed.connect(self._tint)

    def show_bases(self, bases: Sequence[tuple[str, str]], base: str) -> None:
        """Offer what the story can be compared with, by name and words; one of it is chosen."""
        self.bases.clear()
        for key, words in bases:
            self.bases.addItem(words, key)
        self.bases.setCurrentIndex(max(self.bases.findData(base), 0))

    def let(self, *, go: bool, decide: int | None) -> None:
        """Let a person go from change to change, and decide about all so many, if at all."""
        self._tools.setEnabled(True)
        for button in (self.previous, self.next):
            button.setEnabled(go)
        for button in (self.accept_all, self.take_back_all):
            button.setEnabled(bool(decide))
        self.accept_all.parentWidget().setVisible(decide is not None)

    def let_nothing(self) -> None:
        """Let nothing be chosen while changes are being looked for."""
        self._tools.setEnabled(False)

    def show_look(self, in_columns: bool, has_room: bool, hint: str) -> None:
        """Show which look is chosen, whether there is room for columns, and a word on that."""
        for chip, on in ((self.inline, not in_columns), (self.columns, in_columns)):
            chip.setChecked(on)
        self.columns.setEnabled(has_room)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))

    def show_parts(self, on: bool) -> None:
        """Show all there is, or no more than the title and the way back."""
        for part in (self._tools, self.previous, self.next, self.total):
            part.setVisible(on)
        self.hint.setVisible(on and bool(self.hint.text()))

    def fit(self, width: int) -> None:
        """Go without the title where the view is narrow."""
        is_narrow = width < _FOR_TITLE
        self.title.setVisible(not is_narrow)
        self.back.setText(self.tr("Kembali") if is_narrow else self.back.accessibleName())

    # Within.

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(2 * STEP)
        top.addWidget(self.title)
        top.addStretch(1)
        for widget in (self.total, self.previous, self.next):
            top.addWidget(widget)
        top.addSpacing(2 * STEP)
        top.addWidget(self.back)
        self._tools = QWidget()
        flow = FlowLayout(spacing=2 * STEP)
        self._tools.setLayout(flow)
        flow.addWidget(self.bases)
        for group in ((self.inline, self.columns), (self.accept_all, self.take_back_all)):
            flow.addWidget(_beside(group, self.bases.sizeHint().height()))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(6 * STEP, 3 * STEP, 4 * STEP, 3 * STEP)
        rows.setSpacing(2 * STEP)
        rows.addLayout(top)
        rows.addWidget(self._tools)
        rows.addWidget(self.hint)

    def _step(self, name: str, key: str, step: int) -> QToolButton:
        button = QToolButton()
        button.setAccessibleName(name)
        button.setAccessibleDescription(key)
        button.setToolTip(f"{name} ({key})")
        button.clicked.connect(lambda: self.step_wanted.emit(step))
        return button

    def _chip(self, words: str, columns: bool) -> QPushButton:
        chip = QPushButton(words, checkable=True)
        chip.setAutoExclusive(True)  # one of several, to a screen reader too
        chip.setProperty("kind", "chip")
        chip.setToolTip(f"{words} ({COLUMNS_KEY})")
        chip.clicked.connect(lambda: self.columns_wanted.emit(columns))
        return chip

    def _tint(self) -> None:
        self.previous.setIcon(self._theme.icon("chevron-left"))
        self.next.setIcon(self._theme.icon("chevron-right"))


def _beside(widgets: Sequence[QWidget], height: int) -> QWidget:
    """Return widgets in a row of that height, in the middle of it."""
    group = QWidget()
    group.setFixedHeight(height)
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, STEP, 0)
    row.setSpacing(6)
    for widget in widgets:
        row.addWidget(widget)
    return group
