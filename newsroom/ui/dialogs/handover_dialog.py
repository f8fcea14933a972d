"""“Serahkan naskah”: where to, how large the photos, under which lock, and what goes along."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from newsroom.exchange.article import story_slug
from newsroom.exchange.naskah import MEDIUM, SMALL
from newsroom.story.comments.comment import Comment
from newsroom.story.story import Story
from newsroom.story.version import Step, StepKind
from newsroom.ui.dialogs.backup.asking import note, under
from newsroom.ui.dialogs.backup.passphrase_fields import PassphraseFields
from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.files import ask_save
from newsroom.ui.dialogs.progress_foot import ProgressFoot
from newsroom.ui.dialogs.publish.parts import main_button
from newsroom.ui.dialogs.sizes import resize_in_screen
from newsroom.ui.theme import STEP, Theme
from newsroom.ui.written import number, size_of

ENDING = ".naskah"
SIZES: dict[str, int | None] = {"full": None, "medium": MEDIUM, "small": SMALL}
"""How large photos leave, by name: the most pixels of a side."""

_FOR_WHATSAPP = 16_000_000  # bytes; older telephones take no larger file


@dataclass(frozen=True, slots=True)
class Wish:
    """How a story is to leave; ``size`` is one of ``SIZES``."""

    path: Path
    size: str | None
    passphrase: str


@dataclass(frozen=True, slots=True)
class GoesAlong:
    """How much of what has become of a story goes along."""

    versions: int  # since it was last handed over
    comments: int
    is_first: bool = False  # it never was

    @classmethod
    def of(cls, steps: Iterable[Step], comments: Iterable[Comment]) -> Self:
        """Count it; ``steps`` come with the newest first."""
        said = sum(not one.removed for one in comments)
        since = 0
        for step in steps:
            if step.kind is StepKind.HANDOVER:
                return cls(since, said)
            since += 1
        return cls(since, said, is_first=True)


class HandoverDialog(QDialog):
    """Asks, and shows how far it is; others do the work."""

    wanted = Signal(object)  # Wish

    def __init__(
        self, theme: Theme, story: Story, kept: Mapping[str, Any], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Serahkan naskah"))
        self._photos = len(story.photos)
        title = QLabel(story.headline.strip() or self.tr("Tanpa judul"))
        title.setProperty("role", "title")
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setWordWrap(True)
        self.place = QLineEdit(str(_free(_folder(kept) / f"{story_slug(story)}{ENDING}")))
        self.place.setAccessibleName(self.tr("Simpan ke"))
        self.place.setCursorPosition(0)
        self.place.textChanged.connect(lambda: self.foot.say(""))
        self.browse = line_button(self.tr("Pilih…"), self._browse)
        self.sizes: dict[str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        for name in SIZES:
            button = QRadioButton(self._size_words(name))
            self._group.addButton(button)
            self.sizes[name] = button
        self.sizes[kept.get("size") if kept.get("size") in SIZES else "medium"].setChecked(True)
        self.seal = QCheckBox(self.tr("Kunci dengan kata sandi"))
        self.passphrase = PassphraseFields(
            self.tr("Tanpa kata sandi ini berkasnya tidak dapat dibuka siapa pun, juga oleh Anda.")
        )
        self.passphrase.changed.connect(lambda: self.foot.say(""))
        self.passphrase.hide()
        self.seal.toggled.connect(self._show_passphrase)
        self.along = note(self.tr("Ikut: naskah. Narasumber tidak ikut."))
        self.foot = ProgressFoot(self._told)
        self.foot.close_wanted.connect(self.reject)
        self.go = main_button(self.tr("Serahkan"), self._go)
        self.go.setDefault(True)
        self.foot.add_main(self.go)
        self._fields = QWidget()
        self._lay_out(title)
        resize_in_screen(self, 560, self.sizeHint().height())
        self.go.setFocus()

    def show_sizes(self, sizes: Mapping[str, int]) -> None:
        """Say how large the file will be with each size of the photos."""
        for name, count in sizes.items():
            self.sizes[name].setText(self._size_words(name, count))

    def show_along(self, along: GoesAlong) -> None:
        """Say what goes along with the story."""
        parts = [self.tr("naskah")]
        if self._photos:
            parts.append(self.tr("{0} foto").format(number(self._photos)))
        if along.versions:
            told = self.tr("{0} versi sejak serah terakhir")
            if along.is_first:
                told = self.tr("{0} versi")
            parts.append(told.format(number(along.versions)))
        if along.comments:
            parts.append(self.tr("{0} komentar").format(number(along.comments)))
        told = self.tr("Ikut: {0}. Narasumber tidak ikut.")
        self.along.setText(told.format(", ".join(parts)))

    def say_failed(self, why: str) -> None:
        """Say why nothing came of it, none if it was wished so, and let the person try again."""
        self._let(True)
        self.foot.end(why or self.tr("Dibatalkan; tidak ada berkas yang ditulis."), why and "error")
        self.go.setFocus()

    def reject(self) -> None:
        """Stop what is under way; else close."""
        if self.foot.is_working:
            self.foot.cancel()
        else:
            super().reject()

    # Within.

    def _lay_out(self, title: QLabel) -> None:
        inside = QVBoxLayout(self._fields)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(2 * STEP)
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * STEP)
        grid.setColumnStretch(1, 1)
        label = QLabel(self.tr("Simpan ke"))
        label.setProperty("role", "field")
        label.setBuddy(self.place)
        grid.addWidget(label, 0, 0)
        grid.addWidget(self.place, 0, 1)
        grid.addWidget(self.browse, 0, 2)
        inside.addLayout(grid)
        photos = QLabel(self.tr("Ukuran foto"))
        photos.setProperty("role", "field")
        for widget in (photos, *self.sizes.values()):
            widget.setVisible(self._photos > 0)
            inside.addWidget(widget)
        inside.addSpacing(STEP)
        inside.addWidget(self.seal)
        inside.addLayout(under(self.passphrase))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 16, 20, 16)
        rows.setSpacing(3 * STEP)
        rows.addWidget(title)
        rows.addWidget(self._fields)
        rows.addWidget(self.along)
        rows.addStretch(1)
        rows.addWidget(self.foot)

    def _size_words(self, name: str, count: int = 0) -> str:
        words = {
            "full": self.tr("Asli, bisa dipotong lagi"),
            "medium": self.tr("Sedang, sisi {0} piksel").format(number(MEDIUM)),
            "small": self.tr("Kecil, sisi {0} piksel").format(number(SMALL)),
        }[name]
        if not count:
            return words
        size = self.tr("± {0}").format(size_of(count))
        if count <= _FOR_WHATSAPP:
            size = self.tr("{0} – cukup untuk WhatsApp").format(size)
        return f"{words} ({size})"

    def _told(self, done: int, total: int) -> str:
        return self.tr("foto {0} dari {1}").format(number(done), number(total))

    def _show_passphrase(self, shown: bool) -> None:
        self.passphrase.setVisible(shown)
        if shown:
            self.passphrase.setFocus()
        self.foot.say("")
        resize_in_screen(self, self.width(), self.sizeHint().height())

    def _browse(self) -> None:
        title, kind = self.tr("Serahkan naskah ke"), self.tr("Naskah dan fotonya (*.naskah)")
        start = self.place.text().strip() or "naskah.naskah"
        ask_save(self, title, start, kind, self.place.setText)

    def _wrong(self) -> str:
        if not self.place.text().strip():
            return self.tr("Pilih dulu tempat berkasnya.")
        return self.passphrase.fault if self.seal.isChecked() else ""

    def _go(self) -> None:
        if self.foot.is_working:
            return
        if wrong := self._wrong():
            self.foot.say(wrong, "error")
            return
        self._let(False)
        self.foot.begin(self.tr("Menulis berkas"))
        path = Path(self.place.text().strip()).expanduser()
        if path.is_dir():
            path /= f"naskah{ENDING}"
        if path.suffix.casefold() != ENDING:
            path = path.with_name(f"{path.name}{ENDING}")
        size = next(name for name, button in self.sizes.items() if button.isChecked())
        word = self.passphrase.word if self.seal.isChecked() else ""
        self.wanted.emit(Wish(path, size, word))

    def _let(self, asking: bool) -> None:
        """Let the person write in the fields, or not while it is under way."""
        self._fields.setEnabled(asking)
        self.go.setEnabled(asking)


def _folder(kept: Mapping[str, Any]) -> Path:
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    for place in (kept.get("folder"), QStandardPaths.writableLocation(documents)):
        if place and Path(place).is_dir():
            return Path(place)
    return Path.home()


def _free(path: Path) -> Path:
    """Return a name that no other file has."""
    free, count = path, 1
    while free.exists():
        count += 1
        free = path.with_name(f"{path.stem}-{count}{path.suffix}")
    return free
