"""“Sesudah tayang”: how the notes are worded that tell readers of a correction or a withdrawal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, tzinfo
from html import escape
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from newsroom.story.aftermath import GROUNDS, Correction, LinkKind, StoryLink, Withdrawal
from newsroom.story.notes import Note, NoteStyle, announced, notes_of
from newsroom.story.story import Story
from newsroom.story.workflow import Status
from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.settings.draft import Draft
from newsroom.ui.dialogs.settings.field import ChoiceField, Field
from newsroom.ui.dialogs.settings.page import SettingsPage
from newsroom.ui.theme import STEP, Theme

_PLACE = "house.notes"


class FormField(Field):
    """The wording of one kind of note; below it the note as readers get it, or what is wrong.

    What is wiped out becomes the program's own wording again.
    """

    def __init__(self, draft: Draft, kind: str, label: str) -> None:
        self.line = QLineEdit()
        super().__init__(draft, f"{_PLACE}.{kind}", label, self.line, "")
        self._kind = kind
        self._usual: str = getattr(NoteStyle(), kind)
        self.note.setTextFormat(Qt.TextFormat.RichText)
        self.line.textEdited.connect(self._tell)
        self.line.editingFinished.connect(self.show_draft)
        self.line.returnPressed.connect(lambda: self.focusNextPrevChild(True))

    def show_draft(self) -> None:
        """Show the wording that the draft has, else the program's own."""
        text = str(self._draft.get(self.place, self._usual))
        if self.line.text() != text:
            self.line.setText(text)
            self.line.setCursorPosition(0)

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Say what is wrong with it, or show the note."""
        mark, text, after = self._example()
        self._hint = f"{_bold(mark)}{escape(text)}{escape(after)}"
        super().show_faults(faults)
        if self.place not in faults:
            self.control.setAccessibleDescription(f"{mark}{text}{after}")

    # Within.

    def _tell(self, text: str) -> None:
        words = text.strip()
        self._put(None if words in ("", self._usual) else words)

    def _example(self) -> tuple[str, str, str]:
        """Return what is printed bold, the words themselves, and what follows them."""
        style = replace(NoteStyle(), **{self._kind: self._draft.get(self.place, self._usual)})
        zone = ZoneInfo(self._draft.get("portal.time_zone"))
        story = _story(self._kind, zone)
        if self._kind == "withdrawn_headline":
            return "", announced(story, style).headline, ""
        note: Note = next(notes_of(story, style, zone))
        return note.mark, note.text, note.after


class NotesPage(SettingsPage):
    """The notes in the order in which newsrooms need them, and where they stand."""

    places = (_PLACE,)

    def __init__(self, theme: Theme, draft: Draft) -> None:
        super().__init__(theme, draft)
        tr = self.tr
        self.rows.setSpacing(2 * STEP)
        self._say(
            tr(
                "{hari} {tanggal} {jam} menjadi waktunya menurut jam portal, {isi} kata-kata"
                " redaksi, {judul} judul berita yang ditautkan. Yang ditulis sebelum {isi} atau"
                " {judul} tercetak tebal. Bidang yang dikosongkan kembali ke bunyi bawaan."
            )
        )
        self._side_by_side((FormField(draft, "correction", tr("Bunyi ralat")),))
        self._side_by_side(
            (
                FormField(draft, "corrects", tr("Tautan ke berita yang diralat")),
                FormField(draft, "corrected", tr("Tautan ke berita ralat")),
            ),
            (
                FormField(draft, "answers", tr("Tautan ke berita yang dijawab")),
                FormField(draft, "answered", tr("Tautan ke hak jawab")),
            ),
        )
        self._side_by_side((FormField(draft, "withdrawal", tr("Bunyi pencabutan")),))
        places = (("bottom", tr("Di akhir berita")), ("top", tr("Di atas berita")))
        self._side_by_side(
            (
                FormField(draft, "withdrawn_headline", tr("Judul berita yang dicabut")),
                ChoiceField(draft, f"{_PLACE}.place", tr("Letak ralat dan tautan"),
                            tr("Ralat terbaru selalu paling atas"), places),
            )
        )  # fmt: skip
        self.reset = line_button(tr("Kembalikan semua ke bawaan"), self._reset)
        self.reset.setProperty("small", True)
        self.rows.addStretch(1)
        self.rows.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignRight)
        self.setFocusProxy(self.fields[0])

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Say at each place what is wrong there, and whether anything is not the program's own."""
        super().show_faults(faults)
        self.reset.setEnabled(bool(self._draft.get(_PLACE)))

    # Within.

    def _reset(self) -> None:
        self._draft.set(_PLACE, {})
        self.show_draft()
        self.fields[0].setFocus()


def _bold(text: str) -> str:
    return f'<span style="font-weight:600">{escape(text)}</span>'


def _story(kind: str, zone: tzinfo) -> Story:
    """Return a story that has one note of this kind."""
    when = datetime(2026, 3, 17, 9, 30, tzinfo=zone)
    plain = Story(headline="Panen Mundur Sepekan")
    link = StoryLink(plain.headline, moment=when)
    match kind:
        case "correction":
            text = "Semula tertulis 40 hektare; yang benar 120 hektare."
            return replace(plain, corrections=(Correction(when, text),))
        case "corrects":
            return replace(plain, answers=replace(link, kind=LinkKind.CORRECTION))
        case "corrected":
            return replace(plain, answered_by=(replace(link, kind=LinkKind.CORRECTION),))
        case "answers":
            return replace(plain, answers=link)
        case "answered":
            return replace(plain, answered_by=(link,))
    gone = Withdrawal(when, GROUNDS[2])
    return replace(plain, status=Status.WITHDRAWN, withdrawal=gone)
