"""How far a story is on its way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.publish.parts import say, words_label
from newsroom.ui.publishing.words import megabytes, step_of, steps
from newsroom.ui.review.announcing import announce
from newsroom.ui.theme import ICON_SIZE, STEP, Theme

if TYPE_CHECKING:
    from newsroom.portal.push.run import Progress

_PARTS = 1000


class SendingPage(QWidget):
    """The steps in words, the pictures in bytes, and two ways out."""

    stop_wanted = Signal()
    background_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._step = ""
        self._names = steps()
        self._icons: dict[str, QLabel] = {}
        self._words: dict[str, QLabel] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * STEP)
        grid.setVerticalSpacing(2 * STEP)
        grid.setColumnStretch(1, 1)
        for row, (name, words) in enumerate(self._names.items()):
            self._icons[name], self._words[name] = QLabel(), QLabel(words)
            self._icons[name].setFixedSize(ICON_SIZE, ICON_SIZE)
            grid.addWidget(self._icons[name], row, 0)
            grid.addWidget(self._words[name], row, 1)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Kemajuan foto"))
        self.bytes = words_label("muted")
        self.message = words_label()
        self.message.setText(self.tr("Program tetap bisa dipakai selama naskah dikirim."))
        self.stop = line_button(self.tr("Batalkan"), self._stop)
        self.background = line_button(self.tr("Lanjutkan di latar"), self.background_wanted.emit)
        foot = QHBoxLayout()
        foot.setSpacing(2 * STEP)
        foot.addWidget(self.message, 1)
        foot.addWidget(self.stop)
        foot.addWidget(self.background)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 0, 20, 0)
        rows.setSpacing(2 * STEP)
        rows.addLayout(grid)
        rows.addSpacing(STEP)
        rows.addWidget(self.bar)
        rows.addWidget(self.bytes)
        rows.addStretch(1)
        rows.addLayout(foot)
        theme.changed.connect(self._draw)

    @property
    def said(self) -> str:
        """The step that is being done, in words."""
        return self._names.get(self._step, "")

    def begin(self) -> None:
        """Show that it waits for its turn."""
        self._step = ""
        self.stop.setEnabled(True)
        self.bar.setRange(0, 0)
        say(self.message, self.tr("Program tetap bisa dipakai selama naskah dikirim."))
        self.bytes.setText(self.tr("Menunggu giliran…"))
        self.bytes.show()
        self._draw()
        self.background.setFocus()

    def show_progress(self, told: Progress) -> None:
        """Show how far it is."""
        step = step_of(told.step)
        if step != self._step:
            self._step = step
            announce(self, self.said)
            self._draw()
        if told.total and step == "media":
            self.bar.setRange(0, _PARTS)
            self.bar.setValue(told.done * _PARTS // told.total)
        elif step != "media":
            self.bar.setRange(0, 0)
        self.bytes.setText(megabytes(told.done, told.total) if told.total else "")

    # Within.

    def _stop(self) -> None:
        self.stop.setEnabled(False)
        say(self.message, self.tr("Membatalkan…"))
        self.stop_wanted.emit()

    def _draw(self) -> None:
        order = [*self._names]
        at = order.index(self._step) if self._step in order else -1
        for number, name in enumerate(order):
            icon, words = self._icons[name], self._words[name]
            if number < at:
                icon.setPixmap(self._theme.pixmap("check", "good", ICON_SIZE))
            elif number == at:
                icon.setPixmap(self._theme.pixmap("arrow-right", "accent", ICON_SIZE))
            else:
                icon.clear()
            words.setStyleSheet(
                f"color: {self._theme.colours.ink if number <= at else self._theme.colours.muted};"
                f"font-weight: {600 if number == at else 400};"
            )
