"""A better way to write what stands in a line, one key away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QSizePolicy

_AROUND = 24  # pixels beside the text of a button
_PAUSE = 400  # milliseconds of quiet, so that nothing moves while somebody types


class Offer(QPushButton):
    """Stands under a line while ``better`` would write its text otherwise.

    Nothing is changed before it is pressed, and Ctrl+Z in the line takes that back.
    """

    def __init__(self, line: QLineEdit, better: Callable[[str], str]) -> None:
        super().__init__()
        self._line = line
        self._better = better
        self._offered = ""
        self.setProperty("kind", "line")
        self.setProperty("small", True)
        self.setProperty("offer", True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._judge)
        self.clicked.connect(self._take)
        line.textChanged.connect(self._withdraw)
        line.textEdited.connect(lambda _: self._pause.start())
        line.editingFinished.connect(self._judge)
        self._show("")

    @property
    def offered(self) -> str:
        """What is on offer; empty if nothing is."""
        return self._offered

    def look_again(self) -> None:
        """Judge what somebody has written anew: more is known now."""
        if self._line.isModified() and not self._pause.isActive():
            self._judge()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the text anew."""
        super().resizeEvent(event)
        self._write()

    # Within.

    def _judge(self) -> None:
        self._pause.stop()
        text = self._line.text().strip()
        better = self._better(text) if text else ""
        self._show(better if better != text else "")

    def _withdraw(self) -> None:
        """What was offered for another text is no longer so."""
        if self._offered:
            self._show("")

    def _show(self, offered: str) -> None:
        self._offered = offered
        said = self.tr("Tulis: {0}").format(offered) if offered else ""
        self.setAccessibleName(said or self.tr("Usul penulisan"))
        self.setToolTip(said)
        self._write()
        self.setVisible(bool(offered))

    def _write(self) -> None:
        """Break what is long into lines; a button does not do so by itself."""
        room = max(self.width() - _AROUND, 1)
        metrics = self.fontMetrics()
        lines: list[str] = []
        for word in self.toolTip().split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and metrics.horizontalAdvance(longer) <= room:
                lines[-1] = longer
            else:
                lines.append(word)
        self.setText("\n".join(lines).replace("&", "&&"))

    def _take(self) -> None:
        better, line = self._offered, self._line
        line.setFocus()
        line.selectAll()
        line.insert(better)  # unlike setText it can be undone
        line.end(False)
