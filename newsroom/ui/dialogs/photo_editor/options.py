"""The line below the tools: what the tool in hand can do, and by which keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from newsroom.story.photo_edits import PhotoEdits
from newsroom.story.photo_frames import RATIOS
from newsroom.ui.theme import STEP


class Options(QStackedWidget):
    """One line for each tool."""

    ratio_wanted = Signal(object)  # float, or None for any
    box_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.ratios: dict[float | None, QPushButton] = {}
        self.uncut = self._removal(self.tr("Hapus potongan"))
        self.unpoint = self._removal(self.tr("Hapus titik"))
        self.unblur = self._removal(self.tr("Hapus kotak"))
        self.add_box = _small(self.tr("Tambah kotak"))
        self.add_box.setToolTip(self.tr("Tambah kotak di tengah (K)"))
        self.add_box.clicked.connect(self.box_wanted)
        self.warning = QLabel(
            self.tr(
                "▲ Identitas anak dalam kasus hukum wajib dirahasiakan: samarkan wajah, seragam, "
                "rumah, dan pelat nomor (Pedoman Pemberitaan Ramah Anak)."
            )
        )
        self.warning.setProperty("role", "warning")
        self.warning.setWordWrap(True)
        self.warning.setIndent(2 * STEP)
        pointing = QLabel(
            self.tr("Pilih bagian yang harus tetap terlihat saat portal memotong foto ini.")
        )
        pointing.setProperty("role", "muted")
        self._lines = {
            "crop": self.addWidget(self._line(*self._ratio_chips(), None, self.uncut)),
            "focal": self.addWidget(self._line(pointing, None, self.unpoint)),
            "blur": self.addWidget(self._line(self.add_box, self.unblur, self.warning)),
        }
        # Room for two lines of words with every tool: the picture does not jump.
        self.setFixedHeight(max(36, 2 * self.warning.fontMetrics().lineSpacing() + STEP))

    def show_tool(self, name: str) -> None:
        """Show what a tool offers."""
        self.setCurrentIndex(self._lines[name])

    def show_edits(self, edits: PhotoEdits, ratio: float | None, has_box: bool) -> None:
        """Show the ratio that is kept, and what there is to take away."""
        self.ratios[ratio].setChecked(True)
        self.uncut.setEnabled(edits.crop is not None)
        self.unpoint.setEnabled(edits.focal is not None)
        self.unblur.setEnabled(has_box)

    # Within.

    def _ratio_chips(self) -> list[QWidget]:
        name = QLabel(self.tr("Rasio"))
        name.setProperty("role", "field")
        group = QButtonGroup(self)
        chips: list[QWidget] = [name]
        for text, ratio in ((self.tr("Bebas"), None), *((r.name, r.value) for r in RATIOS)):
            chip = QPushButton(text)
            chip.setProperty("kind", "chip")
            chip.setCheckable(True)
            chip.setAutoExclusive(True)  # one of several, to a screen reader too
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            chip.setAccessibleName(self.tr("Rasio {0}").format(text))
            chip.clicked.connect(lambda _=False, ratio=ratio: self.ratio_wanted.emit(ratio))
            group.addButton(chip)
            self.ratios[ratio] = chip
            chips.append(chip)
        return chips

    def _removal(self, text: str) -> QPushButton:
        button = _small(text)
        button.setToolTip(f"{text} (Del)")
        button.clicked.connect(self.removal_wanted)
        return button

    def _line(self, *widgets: QWidget | None) -> QWidget:
        """Return a line of widgets; None stands for what is left of the width."""
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget in widgets:
            if widget is None:
                row.addStretch()
            else:
                stretch = int(isinstance(widget, QLabel) and widget.wordWrap())
                row.addWidget(widget, stretch, Qt.AlignmentFlag.AlignVCenter)
        return line


def _small(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("kind", "line")
    button.setProperty("small", True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the arrows to the picture
    return button
