"""The page's place while versions are looked at: what differs between two of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from newsroom.ui.review.announcing import announce
from newsroom.ui.theme import STEP, Theme
from newsroom.ui.versions.compared import Comparison
from newsroom.ui.versions.sections_page import SectionsPage
from newsroom.ui.written import number

_WIDEST = 340  # pixels that the choice of another version takes
_FOR_WORDS = 480  # with less, what it is for is told to screen readers alone


@dataclass(frozen=True, slots=True)
class Sides:
    """What is compared: the chosen version, and the others it may be set beside."""

    title: str  # of the chosen version
    others: Sequence[tuple[int, str]]  # their keys and names
    other: int  # the one of them that it is set beside
    is_older: bool  # whether the chosen version is the older of both
    is_present: bool  # whether it is the present story, which needs no bringing back


class ComparisonView(QWidget):
    """Shows a comparison and says what a person wants; it changes nothing itself."""

    closed = Signal()
    against = Signal(int)  # the key of the version to set beside the chosen one
    restore_wanted = Signal(str)  # a field of the story, or nothing for all of them

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("comparison")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Perbandingan versi"))
        self._theme = theme
        self._at = -1
        self._count = 0
        self.page = SectionsPage(theme)
        self.page.restore_wanted.connect(self.restore_wanted)
        self.page.emptied.connect(lambda: self.back.setFocus())
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self.title.setWordWrap(True)
        self.back = QPushButton(self.tr("Kembali ke naskah"))
        self.back.setProperty("kind", "line")
        self.back.setToolTip("Esc")
        self.back.clicked.connect(lambda: self.closed.emit())
        self.others = QComboBox()
        self.others.setAccessibleName(self.tr("Dibandingkan dengan"))
        # As wide as there is room, whatever the longest choice.
        self.others.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.others.setMinimumContentsLength(6)
        self.others.setMaximumWidth(_WIDEST)
        self.others.activated.connect(lambda at: self.against.emit(self.others.itemData(at)))
        self.total = QLabel()
        self.total.setProperty("role", "muted")
        self.previous = self._step(self.tr("Perubahan sebelumnya"), "Shift+F8", -1)
        self.next = self._step(self.tr("Perubahan berikutnya"), "F8", 1)
        self.restore = QPushButton(self.tr("Pulihkan semua"))
        self.restore.setProperty("kind", "main")
        self.restore.clicked.connect(lambda: self.restore_wanted.emit(""))
        self.safe = QLabel()
        self.safe.setProperty("role", "muted")
        self.safe.setWordWrap(True)
        self._lay_out()
        self._tint()
        theme.changed.connect(self._tint)
        self.show_loading()

    def show_sides(self, sides: Sides) -> None:
        """Name what is compared."""
        self._sides = sides
        self.title.setText(sides.title)
        self.others.clear()
        for key, named in sides.others:
            self.others.addItem(named, key)
        self.others.setCurrentIndex(max(self.others.findData(sides.other), 0))
        self._head.setVisible(True)

    def show_comparison(self, comparison: Comparison) -> None:
        """Show what differs."""
        chosen = self.tr("naskah sekarang") if self._sides.is_present else self.tr("versi ini")
        old, new = chosen, self.others.currentText()
        if not self._sides.is_older:
            old, new = new, old
        self.page.show_comparison(comparison, self._legend(old, new))
        self._at = -1
        self._count = len(list(self.page.spots()))
        self._show_total()
        self._offer(bool(comparison.together), in_parts=bool(comparison.restorable))

    def show_loading(self) -> None:
        """Say that the versions are being read."""
        self._blank()
        self.page.say("history", self.tr("Memuat versi…"), "")

    def show_nothing(self) -> None:
        """Say that there is nothing yet to compare."""
        self._blank()
        words = self.tr(
            "Begitu ada versi sebelumnya, bedanya dengan naskah sekarang tampil di sini."
        )
        self.page.say("history", self.tr("Belum ada yang dibandingkan"), words)

    def show_error(self, message: str) -> None:
        """Say why there is no comparison."""
        self._count, self._at = 0, -1
        self._show_total()
        self._offer(False)
        self.page.say("warning", self.tr("Versi tidak dapat dibaca"), message, "warning")
        announce(self, message)

    def go(self, step: int) -> None:
        """Show the next change, or the one before; after the last comes the first."""
        spots = list(self.page.spots())
        if not spots:
            announce(self, self.tr("Tidak ada perbedaan"))
            return
        first = 0 if step > 0 else len(spots) - 1
        self._at = first if self._at < 0 else (self._at + step) % len(spots)
        text, spot = spots[self._at]
        self.page.show_spot(text, spot)
        self._show_total()
        told = self.tr("Perubahan {0} dari {1}, {2}: {3}")
        announce(self, told.format(self._at + 1, len(spots), text.accessibleName(), spot.spoken))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what is not needed where there is little room."""
        super().resizeEvent(event)
        self._name_choice()

    # Within.

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        self._beside = QLabel(self.tr("Dibandingkan dengan"))
        self._beside.setProperty("role", "muted")
        middle = QHBoxLayout()
        middle.setSpacing(2 * STEP)
        middle.addWidget(self._beside)
        middle.addWidget(self.others, 1)
        middle.addStretch()
        for widget in (self.total, self.previous, self.next):
            middle.addWidget(widget)
        below = QHBoxLayout()
        below.setSpacing(3 * STEP)
        below.addWidget(self.restore)
        below.addWidget(self.safe, 1)
        self._head = QWidget(objectName="comparisonHead")
        self._head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        rows = QVBoxLayout(self._head)
        rows.setContentsMargins(6 * STEP, 3 * STEP, 4 * STEP, 3 * STEP)
        rows.setSpacing(2 * STEP)
        rows.addLayout(top)
        rows.addLayout(middle)
        rows.addLayout(below)
        self._parts = (self.others, self.total, self.previous, self.next, self.restore,
                       self.safe)  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.page, 1)

    def _step(self, name: str, key: str, step: int) -> QToolButton:
        button = QToolButton()
        button.setAccessibleName(name)
        button.setAccessibleDescription(key)
        button.setToolTip(f"{name} ({key})")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.go(step))
        return button

    def _blank(self) -> None:
        """Leave the head with nothing but the way back."""
        self.title.setText(self.tr("Riwayat versi"))
        self._count, self._at = 0, -1
        for part in self._parts:
            part.hide()
        self._name_choice()

    def _name_choice(self) -> None:
        self._beside.setVisible(not self.others.isHidden() and self.width() >= _FOR_WORDS)

    def _offer(self, restorable: bool, *, in_parts: bool = False) -> None:
        """Offer to bring back all; ``in_parts``: something can be, though not with the whole."""
        for part in self._parts:
            part.show()
        self._name_choice()
        self.restore.setVisible(not self._sides.is_present)
        self.restore.setEnabled(restorable)
        if self._sides.is_present:
            told = self.tr("Pilih versi di kolom kanan untuk melihat atau memulihkannya.")
        elif restorable:
            told = self.tr("Naskah sekarang ikut tersimpan sebagai versi; statusnya tidak berubah.")
        elif in_parts:
            told = self.tr("Ralat dan tautan hak jawab hanya dipulihkan satu per satu.")
        else:
            told = self.tr("Naskah sekarang sama dengan versi ini.")
        self.safe.setText(told)
        self.restore.setAccessibleDescription(told)

    def _show_total(self) -> None:
        total = number(self._count)
        if self._at >= 0:
            text = self.tr("Perubahan {0} dari {1}").format(number(self._at + 1), total)
        elif self._count:
            text = self.tr("{0} perubahan").format(total)
        else:
            text = self.tr("Tidak ada perubahan")
        self.total.setText(text)
        for button in (self.previous, self.next):
            button.setEnabled(bool(self._count))

    def _legend(self, old: str, new: str) -> str:
        colours = self._theme.colours
        gone = self.tr("hanya di {0}").format(_lowered(old))
        come = self.tr("hanya di {0}").format(_lowered(new))
        return (
            f'<span style="font-size:12px; color:{colours.muted};'
            f' background-color:{colours.background}"><s>{gone}</s></span>'
            f'<span style="font-size:12px">&ensp;&ensp; </span>'
            f'<span style="font-size:12px; color:{colours.accent};'
            f' background-color:{colours.tint}"><u>{come}</u></span>'
        )

    def _tint(self) -> None:
        self.previous.setIcon(self._theme.icon("chevron-left"))
        self.next.setIcon(self._theme.icon("chevron-right"))


def _lowered(name: str) -> str:
    """Write a name as it stands in a sentence."""
    return name[:1].lower() + name[1:]
