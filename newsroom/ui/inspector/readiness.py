"""How near a story is to being handed in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from newsroom.ui.theme import ICON_SIZE, Theme

_RING = 38
_STROKE = 4
_HARDLY = 0.005  # what would be rounded to nothing
_NEARLY = 0.99  # the last part is not said to be done before it is


class _Ring(QWidget):
    """A ring that closes; a tick once it has."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._share = 0.0
        self._colour = "good"
        self.setFixedSize(QSize(_RING, _RING))
        theme.changed.connect(self.update)

    def set_share(self, share: float, colour: str = "good") -> None:
        """Close the ring to a share of 1."""
        self._share, self._colour = share, colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, the part that is done, the figure."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = _STROKE / 2
        ring = QRectF(self.rect()).adjusted(half, half, -half, -half)
        pen = QPen(self._theme.colour("line"), _STROKE)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawEllipse(ring)
        pen.setColor(self._theme.colour(self._colour))
        painter.setPen(pen)
        # Qt counts sixteenths of a degree, against the clock from three o'clock.
        painter.drawArc(ring, 90 * 16, -round(self._share * 360 * 16))
        if self._share >= 1:
            place = self.rect().adjusted(10, 10, -10, -10)
            self._theme.icon("check", "good").paint(painter, place)
        else:
            painter.setFont(self._theme.font(12, bold=True))
            painter.setPen(self._theme.colour("ink"))
            figure = f"{self._share:.0%}"
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, figure)
        painter.end()


class Readiness(QWidget):
    """The ring, how far it is in words, and what is left; while the text is checked, only that."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._progress: float | None = None
        self._state: tuple[int, int, Sequence[str]] = (0, 0, ())
        self._ring = _Ring(theme)
        self._title = QLabel()
        self._title.setProperty("role", "strong")
        self._left = QLabel()
        self._left.setProperty("role", "muted")
        self._left.setWordWrap(True)
        self._left.setMinimumHeight(ICON_SIZE)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._left)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self._show()

    def show_state(self, done: int, total: int, missing: Sequence[str]) -> None:
        """Show how many of the needed parts are there, and name those that are not."""
        self._state = (done, total, missing)
        self._show()

    def show_progress(self, share: float | None) -> None:
        """Show how much of the text is checked; None once that is done."""
        self._progress = share
        self._show()

    # Within.

    def _show(self) -> None:
        if self._progress is None:
            self._show_state(*self._state)
            self.setAccessibleName(f"{self._title.text()}. {self._left.text()}")
        else:
            self._show_checking(min(self._progress, _NEARLY))
            self.setAccessibleName(self._title.text())  # the share would be read out all the time

    def _show_checking(self, share: float) -> None:
        self._ring.set_share(share, "accent")
        self._title.setText(self.tr("Sedang diperiksa…"))
        self._left.setText(
            self.tr("{0} teks sudah diperiksa.").format(f"{share:.0%}")
            if share >= _HARDLY
            else self.tr("Temuannya segera muncul di sini.")
        )

    def _show_state(self, done: int, total: int, missing: Sequence[str]) -> None:
        share = done / total if total else 0.0
        self._ring.set_share(share)
        if total and done >= total:
            self._title.setText(self.tr("Siap diajukan"))
            self._left.setText(self.tr("Semua bagian sudah terisi."))
        else:
            near = share >= 0.7
            self._title.setText(
                self.tr("Hampir siap diajukan") if near else self.tr("Belum siap diajukan")
            )
            self._left.setText(self.tr("Tersisa: {0}").format(", ".join(missing) or "…"))
