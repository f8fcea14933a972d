"""The row above the picture: the tools, turning, brightness, and back."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QWidget,
)

from newsroom.story.photo_edits import BRIGHTEST, DARKEST
from newsroom.ui.theme import STEP, Theme

_STEP = 5  # percent, for one press of an arrow key
_NARROWEST = 600  # pixels


class ToolRow(QWidget):
    """Says what is wanted; the dialog does it."""

    chosen = Signal(str)  # a tool's name
    turn_wanted = Signal(int)  # quarters to the right
    brightness_wanted = Signal(float)  # a factor
    brightness_settled = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    reset_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("photoTools")
        self._theme = theme
        self._icons: list[tuple[QPushButton, str]] = []
        self._tools = {
            "crop": self._tool("crop", self.tr("Potong"), "P"),
            "focal": self._tool("target", self.tr("Titik fokus"), "F"),
            "blur": self._tool("blur", self.tr("Samarkan"), "S"),
        }
        group = QButtonGroup(self)
        for name, button in self._tools.items():
            group.addButton(button)
            button.clicked.connect(lambda _=False, name=name: self.chosen.emit(name))
        self.left = self._action("rotate-left", self.tr("Putar ke kiri"), "Ctrl+[")
        self.right = self._action("rotate-right", self.tr("Putar ke kanan"), "Ctrl+]")
        self.undo = self._action("undo", self.tr("Urungkan"), "Ctrl+Z")
        self.redo = self._action("redo", self.tr("Ulangi"), "Ctrl+Shift+Z; Ctrl+Y")
        self.left.clicked.connect(lambda: self.turn_wanted.emit(-1))
        self.right.clicked.connect(lambda: self.turn_wanted.emit(1))
        self.undo.clicked.connect(self.undo_wanted)
        self.redo.clicked.connect(self.redo_wanted)
        self.reset = QPushButton(self.tr("Kembalikan ke asli"))
        self.reset.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.reset.clicked.connect(self.reset_wanted)
        self._make_brightness()
        self._lay_out()
        self._tint()
        theme.changed.connect(self._tint)

    def show_tool(self, name: str) -> None:
        """Show which tool is in hand."""
        self._tools[name].setChecked(True)

    def show_brightness(self, factor: float) -> None:
        """Show how bright the picture is made."""
        with QSignalBlocker(self.brightness):
            self.brightness.setValue(round(100 * factor))
        self._value.setText(f"{self.brightness.value()}%")

    def show_steps(self, *, undo: bool, redo: bool, reset: bool) -> None:
        """Offer what can be done."""
        for button, can in ((self.undo, undo), (self.redo, redo), (self.reset, reset)):
            button.setEnabled(can)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say all in words where there is room, else by icons."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """As narrow as a small screen with large text asks for."""
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    # Within.

    def _fit(self) -> None:
        for is_narrow in (False, True):
            for button in self._tools.values():
                button.setText("" if is_narrow else button.accessibleName())
            self._name.setVisible(not is_narrow)
            self.brightness.setFixedWidth(80 if is_narrow else 140)
            if self.layout().minimumSize().width() <= self.width():
                break

    def _tool(self, icon: str, text: str, key: str) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(text)
        button.setCheckable(True)
        button.setAutoExclusive(True)  # one of several, to a screen reader too
        self._dress(button, icon, text, key)
        return button

    def _action(self, icon: str, text: str, keys: str) -> QPushButton:
        button = QPushButton()
        button.setAccessibleName(text)
        self._dress(button, icon, text, keys)
        return button

    def _dress(self, button: QPushButton, icon: str, text: str, keys: str) -> None:
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the arrows to the picture
        self._icons.append((button, icon))
        sequences = QKeySequence.listFromString(keys)
        native = sequences[0].toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{text} ({native})")
        button.setAccessibleDescription(native)
        for sequence in sequences:
            QShortcut(sequence, self, button.click)

    def _make_brightness(self) -> None:
        self.brightness = QSlider(Qt.Orientation.Horizontal)
        self.brightness.setRange(round(100 * DARKEST), round(100 * BRIGHTEST))
        self.brightness.setSingleStep(_STEP)
        self.brightness.setPageStep(5 * _STEP)
        self.brightness.setAccessibleName(self.tr("Kecerahan, persen"))
        self.brightness.valueChanged.connect(lambda value: self.brightness_wanted.emit(value / 100))
        self.brightness.sliderReleased.connect(self.brightness_settled)
        self._name = QLabel(self.tr("Kecerahan"))
        self._name.setBuddy(self.brightness)
        self._value = QLabel()
        # As wide as the widest value: nothing moves while the slider does.
        self._value.setFixedWidth(self._value.fontMetrics().horizontalAdvance("250%") + STEP)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        for button in self._tools.values():
            row.addWidget(button)
        self._add_rule(row)
        row.addWidget(self.left)
        row.addWidget(self.right)
        self._add_rule(row)
        row.addWidget(self._name)
        row.addSpacing(STEP)
        row.addWidget(self.brightness)
        row.addSpacing(STEP)
        row.addWidget(self._value)
        row.addStretch()
        for button in (self.undo, self.redo, self.reset):
            row.addWidget(button)

    def _add_rule(self, row: QHBoxLayout) -> None:
        rule = QFrame()
        rule.setProperty("role", "rule")
        rule.setFixedSize(1, 20)
        row.addSpacing(2 * STEP)
        row.addWidget(rule)
        row.addSpacing(2 * STEP)

    def _tint(self) -> None:
        for button, icon in self._icons:
            button.setIcon(self._theme.icon(icon))
