"""The words that go with a *ralat*, or with a story that is withdrawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from newsroom.portal.profile import Profile
from newsroom.story.aftermath import GROUNDS, Correction, Withdrawal
from newsroom.story.notes import announcement, notes_of
from newsroom.story.story import Story
from newsroom.story.workflow import Status
from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.sizes import resize_in_screen
from newsroom.ui.editor.finding_tips import FindingTips
from newsroom.ui.editor.prose_edit import ProseEdit
from newsroom.ui.inspector.moment_field import MomentField
from newsroom.ui.inspector.panel import boxed
from newsroom.ui.review.announcing import announce
from newsroom.ui.review.checks import LiveChecks
from newsroom.ui.theme import STEP, Theme

_WIDTH = 520  # pixels
_LINES = 5


@dataclass(frozen=True, slots=True)
class _Words:
    title: str
    about: str
    label: str
    hint: str
    time: str
    spoken: str
    reads: str
    lacking: str
    act: str


class NoteDialog(QDialog):
    """Asks for the words and the time, and shows meanwhile what readers will read.

    ``named`` is the story, or how many they are; ``profile`` has the house's wording.
    """

    noted = Signal(object)  # Correction or Withdrawal

    def __init__(
        self,
        theme: Theme,
        checks: LiveChecks,
        profile: Profile,
        status: Status,
        named: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._profile = profile
        self._status = status
        self._words = words = self._withdrawing if self._is_withdrawal else self._correcting
        self.setWindowTitle(words.title)
        self._ground = ""  # what was written for the person, and may be written over
        self.grounds = QComboBox()
        self.grounds.setAccessibleName(self.tr("Dasar pencabutan"))
        self.grounds.addItems([self.tr("Pilih dasarnya, atau tulis sendiri"), *GROUNDS])
        self.grounds.currentIndexChanged.connect(self._take_ground)
        kind = "reason" if self._is_withdrawal else "text"
        self.text = boxed(ProseEdit(theme, checks, words.label, kind=kind))
        self.text.setPlaceholderText(words.hint)
        FindingTips(self.text, theme, checks)
        self._sheet = _sheet(self.text)
        self.moment = MomentField(theme, profile.zone, words.spoken, words.reads, ahead=None)
        self.moment.set_moment(_now(profile))
        self.reads = QLabel()
        self.reads.setTextFormat(Qt.TextFormat.PlainText)
        self.reads.setWordWrap(True)
        # Room for what is usual from the start: the dialog does not jump as one writes.
        self.reads.setMinimumHeight(4 * self.reads.fontMetrics().lineSpacing())
        self.reads.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.error = QLabel()
        self.error.setProperty("role", "error")
        self.error.setMinimumHeight(self.error.fontMetrics().lineSpacing())
        self.act = QPushButton(words.act)
        self.act.setProperty("kind", "main")
        self.act.setAutoDefault(False)
        self.act.clicked.connect(self._note)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._note)
        self._lay_out(named)
        self.text.textChanged.connect(self._show)
        self.moment.edited.connect(self._show)
        self.moment.unread_changed.connect(self._show)
        self._show()
        # Rows of words that wrap take more room than Qt would give them.
        resize_in_screen(self, _WIDTH, max(self.sizeHint().height(), self.heightForWidth(_WIDTH)))
        (self.grounds if self._is_withdrawal else self.text).setFocus()

    # Within.

    @property
    def _is_withdrawal(self) -> bool:
        return self._status is Status.WITHDRAWN

    def _note(self) -> None:
        text, moment = self.text.text().strip(), self.moment.moment()
        if not text:
            self._refuse(self._words.lacking, self.text)
        elif moment is None or self.moment.unread():
            self._refuse(self.tr("Waktunya belum diisi atau belum terbaca."), self.moment)
        else:
            self.accept()
            made = Withdrawal if self._is_withdrawal else Correction
            self.noted.emit(made(moment, text))

    def _refuse(self, why: str, field: QWidget) -> None:
        self.error.setText(why)
        self.text.setAccessibleDescription(why)
        announce(self, why, urgent=True)
        field.setFocus()

    def _take_ground(self, index: int) -> None:
        """Begin the reason with the ground that was chosen, unless a person has written one."""
        if self.text.text().strip() in ("", self._ground):
            self._ground = f"{self.grounds.currentText()}." if index else ""
            self.text.set_text(self._ground)
            self._show()
            self.text.moveCursor(self.text.textCursor().MoveOperation.End)

    def _show(self) -> None:
        self.error.clear()
        self.text.setAccessibleDescription("")
        moment = self.moment.moment() or _now(self._profile)
        text = self.text.text().strip() or "…"
        style, zone = self._profile.notes, self._profile.zone
        if self._is_withdrawal:
            story = Story(status=self._status, withdrawal=Withdrawal(moment, text))
            said = announcement(story, style, zone).plain
        else:
            story = Story(corrections=(Correction(moment, text),))
            said = " ".join(note.plain for note in notes_of(story, style, zone))
        self.reads.setText(said)

    def _lay_out(self, named: str) -> None:
        words = self._words
        title = QLabel(named)
        title.setProperty("role", "title")
        about = QLabel(words.about)
        about.setProperty("role", "muted")
        for label in (title, about):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        card = QFrame()
        card.setProperty("card", "true")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(12, 10, 12, 10)
        inside.addWidget(self.reads)
        foot, rows = QHBoxLayout(), QVBoxLayout(self)
        foot.setSpacing(2 * STEP)
        foot.addStretch()
        foot.addWidget(line_button(self.tr("Batal"), self.reject))
        foot.addWidget(self.act)
        rows.setContentsMargins(20, 16, 20, 16)
        rows.setSpacing(STEP)
        rows.addWidget(title)
        rows.addWidget(about)
        if self._is_withdrawal:
            self._put(rows, self.tr("Dasar"), self.grounds)
        else:
            self.grounds.setParent(self)
            self.grounds.hide()
        self._put(rows, words.label, self._sheet, self.text)
        self._put(rows, words.time, self.moment)
        self._put(rows, self.tr("Yang dibaca pembaca"), card)
        rows.addWidget(self.error)
        rows.addLayout(foot)

    def _put(
        self, rows: QVBoxLayout, label: str, field: QWidget, first: QWidget | None = None
    ) -> None:
        named = QLabel(label)
        named.setProperty("role", "field")
        named.setBuddy(first or field)
        rows.addSpacing(2 * STEP)
        rows.addWidget(named)
        rows.addWidget(field)

    @property
    def _correcting(self) -> _Words:
        return _Words(
            title=self.tr("Tulis ralat"),
            about=self.tr("Ralat tercetak di berita ini beserta waktunya, dan tetap di sana."),
            label=self.tr("Isi ralat"),
            hint=self.tr("Semula tertulis …, seharusnya …"),
            time=self.tr("Waktu tayang ralat"),
            spoken=self.tr("ralat"),
            reads=self.tr("Ralat {0} pukul {1} {2}."),
            lacking=self.tr("Tulis dulu apa yang keliru dan yang benar."),
            act=self.tr("Simpan ralat"),
        )

    @property
    def _withdrawing(self) -> _Words:
        return _Words(
            title=self.tr("Cabut berita"),
            about=self.tr(
                "Isi dan fotonya tidak ikut terkirim lagi; di tempatnya tercetak alasan ini. "
                "Berkas fotonya tetap di pustaka media situs sampai dihapus di sana. "
                "Berita tidak dicabut karena diminta pihak luar, kecuali atas dasar di bawah."
            ),
            label=self.tr("Alasan"),
            hint=self.tr("Mengapa berita ini tidak dapat dibaca lagi"),
            time=self.tr("Waktu pencabutan"),
            spoken=self.tr("pencabutan"),
            reads=self.tr("Dicabut {0} pukul {1} {2}."),
            lacking=self.tr("Tulis dulu alasannya; pembaca harus diberi tahu."),
            act=self.tr("Cabut berita"),
        )


def _sheet(edit: ProseEdit) -> QScrollArea:
    """Return a field of some lines, which scrolls once there are more."""
    sheet = QScrollArea()
    sheet.setFrameShape(QFrame.Shape.NoFrame)
    sheet.setWidgetResizable(True)
    sheet.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    sheet.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    edit.least = _LINES * edit.fontMetrics().lineSpacing() + 14
    sheet.setFixedHeight(edit.least)
    sheet.setWidget(edit)

    def follow() -> None:
        cursor = edit.cursorRect()
        sheet.ensureVisible(cursor.center().x(), cursor.center().y(), 0, cursor.height())

    edit.cursorPositionChanged.connect(follow)
    return sheet


def _now(profile: Profile) -> datetime:
    """Return this minute by the portal's clock."""
    now = datetime.now(profile.zone).replace(second=0, microsecond=0)
    return now.replace(tzinfo=timezone(now.utcoffset() or timedelta()))
