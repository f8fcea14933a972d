"""The line below, with what is so: saved or not, how long, by which rules."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from newsroom.story.counts import Counts
from newsroom.story.markdown_text import reading_seconds
from newsroom.story.person import Person, Role
from newsroom.ui.bars.share_bar import ShareBar
from newsroom.ui.styled import set_styled
from newsroom.ui.theme import Theme
from newsroom.ui.written import duration, number

if TYPE_CHECKING:
    from newsroom.ui.bars.done_note import DoneNote

_BETWEEN = 18  # pixels
_SIDE = 14
_MET = 0.95  # of a target; to the word nobody writes


class StatusLine(QWidget):
    """Says most where there is room for it; what matters least is left out first."""

    target_wanted = Signal()
    zoom_left = Signal()
    person_wanted = Signal()

    def __init__(self, theme: Theme, house: str) -> None:
        super().__init__()
        self.setObjectName("statusLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(28)
        self._counts = Counts()
        self._selected: Counts | None = None
        self._target = 0
        self._is_calm = False
        self._saved = QLabel(objectName="savedState")
        self._saved.setProperty("state", "good")
        self.words = _button()
        self.words.setToolTip(self.tr("Atur target panjang naskah"))
        self.words.clicked.connect(self.target_wanted)
        self.bar = ShareBar(theme, 64, reached=_MET)
        self._characters = QLabel()
        self._reading = QLabel()
        self._lead = QLabel()
        self._lead.setProperty("state", "warning")
        self._spelling = QLabel()
        self._marks = QLabel()
        self.zoom = _button()
        self.zoom.clicked.connect(self.zoom_left)
        self.uploads = _button()
        self.uploads.setToolTip(self.tr("Buka antrean unggah"))
        self.person = _button()
        self.person.setToolTip(self.tr("Atur siapa yang bekerja di komputer ini"))
        self.person.clicked.connect(self.person_wanted)
        self._house = QLabel()
        self.show_house(house)
        self._offline = QLabel(self.tr("Luring"))
        self._way_out = QLabel(self.tr("Esc: keluar dari mode fokus"))
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE, 0, _SIDE, 0)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        row.setSpacing(_BETWEEN)
        for part in (self._saved, self.words, self.bar, self._characters, self._reading,
                     self._lead, self._spelling, self._marks):  # fmt: skip
            row.addWidget(part)
        row.addStretch()
        for part in (self._way_out, self.uploads, self.zoom, self.person, self._house,
                     self._offline):  # fmt: skip
            row.addWidget(part)
        # What a part would say, by the part; in the order in which they are left out.
        self._said: dict[QWidget, bool] = {}
        self._order: list[QWidget] = [
            self._house, self._offline, self._spelling, self._marks, self._characters,
            self._reading, self.person, self._way_out, self.bar, self.zoom, self.uploads,
            self._lead, self.words,
        ]  # fmt: skip
        for part in (self._spelling, self._marks, self._house, self._offline):
            self._said[part] = True
        self.show_spelling(self.tr("Indonesia"))
        self.show_blank()

    # What is so.

    def show_house(self, house: str) -> None:
        """Say by whose style all is checked."""
        self._house.setText(self.tr("Gaya: {0}").format(house))

    def show_blank(self) -> None:
        """Say nothing of a story, because none lies open."""
        self.end_telling()
        self._saved.hide()
        for part in (self.words, self.bar, self._characters, self._reading, self._lead):
            self._said[part] = False
        self._fit()

    def show_saved(self, at: datetime) -> None:
        """Say when the story was last safe."""
        self._set_saved("good", self.tr("● Tersimpan {0}").format(f"{at.astimezone():%H.%M}"))

    def show_saving(self) -> None:
        """Say that the last words are on their way."""
        self._set_saved("", self.tr("○ Menyimpan…"))

    def show_failed(self) -> None:
        """Say that the last words are in the window only."""
        self._set_saved("error", self.tr("▲ Belum tersimpan"))

    def show_counts(self, counts: Counts) -> None:
        """Show the length of the body, in words, in characters and in reading time."""
        self._counts = counts
        self._said[self.words] = self._said[self._characters] = self._said[self._reading] = True
        self._show_length()

    def show_selection(self, counts: Counts | None) -> None:
        """Show the length of what is selected beside that of the whole; None if nothing is."""
        if counts != self._selected:
            self._selected = counts
            self._show_length()

    def show_target(self, words: int) -> None:
        """Show how much of so many words is written; 0 for no target."""
        self._target = words
        self._show_length()

    def show_lead(self, words: int, limit: int) -> None:
        """Warn of a lead that is too long."""
        self._said[self._lead] = words > limit
        self._lead.setText(self.tr("▲ Teras {0}/{1} kata").format(words, limit))
        self._fit()

    def show_zoom(self, percent: int) -> None:
        """Show the size of the text, if it is not the usual one."""
        self._said[self.zoom] = percent != 100
        self.zoom.setText(f"{percent}%")
        told = self.tr("Ukuran teks {0}%; kembalikan ke 100%").format(percent)
        self.zoom.setToolTip(told)
        self.zoom.setAccessibleName(told)
        self._fit()

    def show_spelling(self, dictionary: str) -> None:
        """Say by which dictionary words are being checked."""
        self._spelling.setText(self.tr("Ejaan: {0}").format(dictionary))
        self._fit()

    def show_marks(self, mode: str) -> None:
        """Say whether what was found is marked in the text."""
        self._marks.setText(mode)
        self._fit()

    def show_uploads(self, told: str) -> None:
        """Say how many uploads wait or need a person; nothing while there are none."""
        self._said[self.uploads] = bool(told)
        self.uploads.setText(told)
        self.uploads.setAccessibleName(self.tr("{0}; buka antrean").format(told))
        self._fit()

    def show_person(self, person: Person) -> None:
        """Say who works here, if that was told."""
        self._said[self.person] = bool(person.name)
        alone = person.role is Role.ALL
        told = person.name if alone else f"{person.name} · {person.role.label}"
        self.person.setText(told.replace("&", "&&"))
        self.person.setAccessibleName(self.tr("Bekerja sebagai {0}; ubah").format(told))
        self._fit()

    @cached_property
    def done(self) -> DoneNote:
        """What a person did last; nobody has done anything at start."""
        from newsroom.ui.bars.done_note import DoneNote

        note = DoneNote()
        note.gone.connect(lambda: self._say_done(False))
        self._row.insertWidget(1, note)
        self._order.append(note)
        self._fit()
        return note

    def tell(self, done: str, button: str, undo: Callable[[], None]) -> None:
        """Say for a moment what a person did, which can be undone; nothing moves for it."""
        self.done.say(done, button, undo)
        self._say_done(True)

    def end_telling(self) -> None:
        """Say no more what was done."""
        if "done" in vars(self):
            self.done.end()

    def withdraw(self, done: str) -> None:
        """Say no more that this was done; something else may have been since."""
        if self.done.text == done:
            self.done.end()

    def set_calm(self, calm: bool) -> None:
        """Say no more than whoever writes undisturbed wants to know."""
        self._is_calm = calm
        self._said[self._way_out] = calm
        self._fit()

    # What Qt calls.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the window is made: what does not fit is left out."""
        return QSize(200, self.height())

    # Within.

    def _say_done(self, on: bool) -> None:
        self._said[self.done] = on
        self._fit()

    def _show_length(self) -> None:
        counts, part = self._counts, self._selected
        words, characters = number(counts.words), number(counts.characters)
        if part is not None:
            text = self.tr("{0} dari {1} kata dipilih").format(number(part.words), words)
            letters = self.tr("{0} dari {1} karakter").format(number(part.characters), characters)
        else:
            text = self.tr("{0} kata").format(words)
            if self._target:
                text = self.tr("{0}/{1} kata").format(words, number(self._target))
            letters = self.tr("{0} karakter, {1} tanpa spasi").format(
                characters, number(counts.solid)
            )
        self.words.setText(text)
        spoken = text if part or not self._target else self._spoken_target(words)
        self.words.setAccessibleName(self.tr("{0}; atur target panjang").format(spoken))
        self._characters.setText(letters)
        self._reading.setText(self._reading_time(counts.words))
        self._said[self.bar] = bool(self._target) and self._said[self.words] and part is None
        if self._target:
            self.bar.set_share(counts.words / self._target)
        self._fit()

    def _spoken_target(self, words: str) -> str:
        return self.tr("{0} dari target {1} kata").format(words, number(self._target))

    def _reading_time(self, words: int) -> str:
        return self.tr("{0} baca").format(duration(reading_seconds(words)))

    def _fit(self) -> None:
        """Show what is to be said, without what there is no room for."""
        left_out = {self._house, self._offline, self._spelling, self._marks, self._characters,
                    self._reading, self.person}  # fmt: skip
        shown = [
            part
            for part in reversed(self._order)
            if self._said.get(part) and not (self._is_calm and part in left_out)
        ]
        room = self.width() - 2 * _SIDE - self._saved.sizeHint().width()
        for part in shown:
            room -= part.sizeHint().width() + _BETWEEN
            part.setVisible(room >= 0)
        for part in self._order:
            if part not in shown:
                part.hide()

    def _set_saved(self, state: str, text: str) -> None:
        set_styled(self._saved, "state", state)
        self._saved.setText(text)
        self._saved.show()
        self._fit()


def _button() -> QPushButton:
    button = QPushButton()
    button.setProperty("kind", "status")
    return button
