"""The words that go with a step to colleagues: what is to be done, until when it is held."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from newsroom.story.noting import StepNote
from newsroom.story.workflow import Status
from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.sizes import resize_in_screen
from newsroom.ui.inspector.moment_field import MomentField
from newsroom.ui.review.announcing import announce
from newsroom.ui.theme import STEP, Theme

_WIDTH = 480  # pixels
_LINES = 5


class StepDialog(QDialog):
    """A story goes back only with a word on what to do; held it may be without one.

    ``named`` is the story, or how many they are where there are ``several``: of these each
    keeps the time that it has, unless one is given. A new time is in ``zone``.
    """

    noted = Signal(object)  # StepNote

    def __init__(
        self,
        theme: Theme,
        zone: tzinfo,
        status: Status,
        named: str,
        until: datetime | None = None,
        parent: QWidget | None = None,
        *,
        several: bool = False,
    ) -> None:
        super().__init__(parent)
        self._several = several
        self._holds = status is Status.HELD
        title, label, hint, act = self._words(status)
        self.setWindowTitle(title)
        self._label = label
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(label)
        self.text.setPlaceholderText(hint)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(_LINES * self.text.fontMetrics().lineSpacing() + 14)
        self.text.textChanged.connect(self._forgive)
        reads = self.tr("Ditahan sampai {0} pukul {1} {2}.")
        self.until = MomentField(theme, zone, self.tr("penahanan"), reads)
        self.until.set_moment(until if until and until > datetime.now(UTC) else None)
        self.error = QLabel()
        self.error.setProperty("role", "error")
        self.error.setMinimumHeight(self.error.fontMetrics().lineSpacing())
        self.act = QPushButton(act)
        self.act.setProperty("kind", "main")
        self.act.setAutoDefault(False)
        self.act.clicked.connect(self._note)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._note)
        self._lay_out(named)
        resize_in_screen(self, _WIDTH, self.sizeHint().height())
        self.text.setFocus()

    # Within.

    def _note(self) -> None:
        text = " ".join(self.text.toPlainText().split())
        if not text and not self._holds:
            self._refuse(self.tr("Tulis dulu apa yang perlu diperbaiki."), self.text)
        elif self._holds and self.until.unread():
            self._refuse(self.tr("Waktunya belum terbaca."), self.until)
        elif self._holds and self._is_past(self.until.moment()):
            self._refuse(self.tr("Waktu itu sudah lewat."), self.until)
        else:
            self.accept()
            self.noted.emit(StepNote(text, self.until.moment() if self._holds else None))

    def _is_past(self, until: datetime | None) -> bool:
        return until is not None and until <= datetime.now(UTC)

    def _refuse(self, why: str, field: QWidget) -> None:
        self.error.setText(why)
        self.text.setAccessibleDescription(why)
        announce(self, why, urgent=True)
        field.setFocus()

    def _forgive(self) -> None:
        self.error.clear()
        self.text.setAccessibleDescription("")

    def _lay_out(self, named: str) -> None:
        title = QLabel(named)
        title.setProperty("role", "title")
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setWordWrap(True)
        foot, rows = QHBoxLayout(), QVBoxLayout(self)
        foot.setSpacing(2 * STEP)
        foot.addStretch()
        foot.addWidget(line_button(self.tr("Batal"), self.reject))
        foot.addWidget(self.act)
        rows.setContentsMargins(20, 16, 20, 16)
        rows.setSpacing(STEP)
        rows.addWidget(title)
        self._put(rows, self._label, self.text)
        if self._holds:
            several = self.tr("Sampai (bila kosong, yang sudah punya waktu tetap pada waktunya)")
            label = several if self._several else self.tr("Sampai (boleh kosong)")
            self._put(rows, label, self.until)
        else:
            self.until.setParent(self)
            self.until.hide()
        rows.addWidget(self.error)
        rows.addLayout(foot)

    def _put(self, rows: QVBoxLayout, label: str, field: QWidget) -> None:
        named = QLabel(label)
        named.setProperty("role", "field")
        named.setBuddy(field)
        rows.addSpacing(2 * STEP)
        rows.addWidget(named)
        rows.addWidget(field)

    def _words(self, status: Status) -> tuple[str, str, str, str]:
        """Return the title, the name of the field, what it is for, and the button."""
        if status is Status.HELD:
            return (
                self.tr("Tahan naskah"),
                self.tr("Catatan (boleh kosong)"),
                self.tr("Mengapa ditahan, apa yang ditunggu"),
                self.tr("Tahan"),
            )
        hint = self.tr("Apa yang perlu diperbaiki, ditanyakan, atau ditambah")
        if status is Status.EDITING:
            back = self.tr("Kembalikan ke redaktur")
            return back, self.tr("Catatan untuk redaktur"), hint, self.tr("Kembalikan")
        back = self.tr("Kembalikan ke penulis")
        return back, self.tr("Catatan untuk penulis"), hint, self.tr("Kembalikan")
