"""“Dari kartu kamera”: pictures of a card to choose from, newest first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStorageInfo, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from newsroom.photos.cards import CardPicture, camera_cards, card_pictures
from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.card_list import CardList
from newsroom.ui.dialogs.sizes import resize_in_screen
from newsroom.ui.empty_note import EmptyNote
from newsroom.ui.theme import STEP, Theme
from newsroom.ui.work.lanes import Lane


def mounted_volumes() -> list[Path]:
    """Return where the volumes of this machine are; the system's own may be among them."""
    return [
        Path(volume.rootPath())
        for volume in QStorageInfo.mountedVolumes()
        if volume.isValid() and volume.isReady()
    ]


class CardDialog(QDialog):
    """Looks for cards when it opens and when it is told to; chooses nothing by itself."""

    chosen = Signal(list)  # [Path], the oldest first: so a story is told

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        volumes: Callable[[], list[Path]] = mounted_volumes,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Dari kartu kamera"))
        resize_in_screen(self, 880, 600)
        self._volumes = volumes
        self._lane: Lane[None] = Lane("cards", lambda: None, self)
        self.cards = QComboBox()
        self.cards.setAccessibleName(self.tr("Kartu kamera"))
        self.cards.currentIndexChanged.connect(self._read_card)
        self.list = CardList(theme)
        self.list.selectionModel().selectionChanged.connect(self._count)
        self.list.activated.connect(self._add)
        self.note = EmptyNote(theme, "image", "", "")
        self._stack = QStackedWidget()
        self._saying = QWidget()
        middle = QVBoxLayout(self._saying)
        middle.addStretch(1)
        middle.addWidget(self.note)
        middle.addStretch(2)
        self._stack.addWidget(self._saying)
        self._stack.addWidget(self.list)
        self._words = QLabel()
        self._words.setProperty("role", "muted")
        self._words.setWordWrap(True)
        self.again = line_button(self.tr("Cari lagi"), self.look)
        self.add = QPushButton()
        self.add.setProperty("kind", "main")
        self.add.setDefault(True)
        self.add.clicked.connect(self._add)
        self._lay_out()
        self._count()
        self.look()

    def look(self) -> None:
        """Look for cards, beside the window: a drive may take its time."""
        self._say(self.tr("Mencari kartu kamera…"), "")
        self.again.setEnabled(False)
        volumes = self._volumes
        self._lane.run(lambda _: camera_cards(volumes()), self._show_cards, self._failed)

    def done(self, result: int) -> None:
        """Close, whatever is still being read."""
        self._lane.close(0)
        self.list.pictures.close()
        super().done(result)

    # Within.

    def _show_cards(self, cards: list[Path]) -> None:
        self.again.setEnabled(True)
        self.cards.blockSignals(True)
        self.cards.clear()
        for card in cards:
            self.cards.addItem(card.name or str(card), card)
        self.cards.blockSignals(False)
        self.cards.setVisible(len(cards) > 1)
        if cards:
            self._read_card()
        else:
            self._say(
                self.tr("Kartu kamera tidak ditemukan"),
                self.tr("Pasang kartunya, tunggu sampai terbaca, lalu tekan Cari lagi."),
            )
            self.again.setFocus()

    def _read_card(self) -> None:
        card = self.cards.currentData()
        if card is not None:
            self._say(self.tr("Membaca kartu kamera…"), "")
            self._lane.run(lambda _: card_pictures(card), self._show_pictures, self._failed)

    def _show_pictures(self, pictures: list[CardPicture]) -> None:
        self.list.pictures.show_pictures(pictures)
        if not pictures:
            self._say(
                self.tr("Tidak ada foto di kartu ini"),
                self.tr("Foto RAW dan video tidak ditampilkan."),
            )
            return
        self._stack.setCurrentWidget(self.list)
        self.list.setCurrentIndex(self.list.pictures.index(0))
        self.list.clearSelection()
        self.list.setFocus()
        self._count()

    def _failed(self, error: Exception) -> None:
        self.again.setEnabled(True)
        self._say(
            self.tr("Kartu kamera tidak dapat dibaca"),
            self.tr("Cabut lalu pasang lagi kartunya, kemudian tekan Cari lagi."),
        )

    def _say(self, title: str, words: str) -> None:
        self.list.pictures.show_pictures([])
        self.note.say("image", title, words)
        self._stack.setCurrentWidget(self._saying)
        self._count()

    def _count(self, *_: object) -> None:
        chosen, total = len(self.list.selectedIndexes()), self.list.pictures.rowCount()
        words = self.tr("Tambah {0} foto").format(chosen) if chosen else self.tr("Tambah")
        self.add.setText(words)
        self.add.setEnabled(chosen > 0)
        how = self.tr("{0} foto, terbaru di depan. Ctrl+klik menambah pilihan, Shift+klik rentang.")
        self._words.setText(how.format(total) if total else "")

    def _add(self, *_: object) -> None:
        if found := self.list.chosen():
            self.chosen.emit([one.path for one in reversed(found)])
            self.accept()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(2 * STEP)
        foot.addWidget(self._words, 1)
        foot.addWidget(self.again)
        foot.addWidget(line_button(self.tr("Batal"), self.reject))
        foot.addWidget(self.add)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 20, 20, 16)
        rows.setSpacing(3 * STEP)
        rows.addWidget(self.cards, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(self._stack, 1)
        rows.addLayout(foot)
        self.cards.hide()
