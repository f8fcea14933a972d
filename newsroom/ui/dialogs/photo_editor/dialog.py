"""“Sunting foto”: how a photograph is to be changed, seen on it at once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from newsroom.photos.editing import pixels
from newsroom.story.photo_edits import WHOLE, PhotoEdits
from newsroom.ui.dialogs.photo_editor.canvas import Canvas
from newsroom.ui.dialogs.photo_editor.history import History
from newsroom.ui.dialogs.photo_editor.options import Options
from newsroom.ui.dialogs.photo_editor.proof import Proof
from newsroom.ui.dialogs.photo_editor.tool_row import ToolRow
from newsroom.ui.dialogs.photo_editor.tools import BlurTool, CropTool, FocalTool, Tool
from newsroom.ui.empty_note import EmptyNote
from newsroom.ui.theme import STEP, Theme

_LARGEST = QSize(1440, 960)
_AROUND = QSize(96, 72)  # pixels of the window that stay in sight beside the dialog


class PhotoEditor(QDialog):
    """Begins with edits and gives others; the picture itself is handed in once it is there."""

    applied = Signal(object)  # PhotoEdits

    def __init__(self, theme: Theme, edits: PhotoEdits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Sunting foto"))
        room = parent.window().size() - _AROUND if parent else _LARGEST
        self.resize(room.boundedTo(_LARGEST))
        self.history = History(edits)
        self._is_ready = False  # the picture is there
        self._size = (1, 1)  # of the file's picture, upright, in pixels
        self._crop, self._blur = CropTool(), BlurTool()
        self._tools: dict[str, Tool] = {
            tool.name: tool for tool in (self._crop, FocalTool(), self._blur)
        }
        self._tool: Tool = self._crop
        self.tools, self.options, self.canvas = ToolRow(theme), Options(), Canvas(theme)
        self.note = EmptyNote(
            theme,
            "image",
            self.tr("Menyiapkan foto…"),
            self.tr("Foto besar perlu waktu sebentar."),
        )
        self.state, self._keys = QLabel(), QLabel()
        self._keys.setProperty("role", "muted")
        self.cancel = QPushButton(self.tr("Batal"))
        self.cancel.setProperty("kind", "line")
        self.cancel.clicked.connect(self.reject)
        self.apply = QPushButton(self.tr("Terapkan"))
        self.apply.setProperty("kind", "main")
        self.apply.setDefault(True)
        self.apply.clicked.connect(self._apply)
        self._lay_out()
        self._connect()
        self._take("crop")
        for widget in (self.tools, self.options, self.apply):
            widget.setEnabled(False)
        self.cancel.setFocus()

    def show_picture(self, proof: Proof, size: tuple[int, int]) -> None:
        """Show the picture, whose file has this size upright, and let it be edited."""
        self._size = size
        self.canvas.show_picture(proof)
        self._middle.setCurrentWidget(self.canvas)
        for widget in (self.tools, self.options, self.apply):
            widget.setEnabled(True)
        self._is_ready = True
        self._show_anew()
        self.canvas.setFocus()

    def show_fault(self, message: str) -> None:
        """Say why there is nothing to edit."""
        self.note.say("error", self.tr("Foto tidak dapat disunting"), message, "error")
        self.note.setAccessibleName(message)

    # What a person does.

    def _connect(self) -> None:
        tools, options, canvas = self.tools, self.options, self.canvas
        tools.chosen.connect(self._take)
        tools.turn_wanted.connect(self._turn)
        tools.brightness_wanted.connect(
            lambda factor: self._put(replace(self.history.now, brightness=factor), "brightness")
        )
        tools.brightness_settled.connect(self.history.part)
        tools.undo_wanted.connect(lambda: self._go(self.history.undo))
        tools.redo_wanted.connect(lambda: self._go(self.history.redo))
        tools.reset_wanted.connect(self._reset)
        options.ratio_wanted.connect(
            lambda ratio: self._put(self._crop.choose(self.history.now, ratio))
        )
        options.box_wanted.connect(self._add_box)
        options.removal_wanted.connect(lambda: self._put(self._tool.remove(self.history.now)))
        canvas.edited.connect(self._put)
        canvas.looked.connect(self._tell)
        for keys in ("K", "Ins"):
            QShortcut(QKeySequence(keys), options, self._add_box)

    def _take(self, name: str) -> None:
        self._tool = self._tools[name]
        self.tools.show_tool(name)
        self.options.show_tool(name)
        self.canvas.take(self._tool)
        self._show()

    def _put(self, edits: PhotoEdits, going_on: str = "") -> None:
        self.history.put(edits, going_on)
        self._show()

    def _turn(self, quarters: int) -> None:
        edits = self.history.now
        for _ in range(quarters % 4):
            edits = edits.turned()
        self.history.put(edits)
        self._show_anew()

    def _reset(self) -> None:
        self.history.put(PhotoEdits())
        self._show_anew()

    def _go(self, step: object) -> None:
        step()
        self._show_anew()

    def _add_box(self) -> None:
        self._take("blur")
        self._put(self._blur.add(self.history.now, self._turned_size()))
        self.canvas.setFocus()

    def _apply(self) -> None:
        self.accept()
        self.applied.emit(self.history.now)

    # Showing.

    def _show_anew(self) -> None:
        """Show edits that came otherwise than by the tool in hand."""
        self._crop.size = self._turned_size()
        self._crop.know(self.history.now)
        self._show()

    def _show(self) -> None:
        edits, history = self.history.now, self.history
        self.canvas.show_edits(edits)
        self.tools.show_brightness(edits.brightness)
        self.tools.show_steps(
            undo=history.can_undo, redo=history.can_redo, reset=edits != PhotoEdits()
        )
        self.options.show_edits(edits, self._crop.ratio, self._blur.frame(edits) is not None)
        self._tell(edits)

    def _tell(self, edits: PhotoEdits) -> None:
        """Say where things are, and how large the picture becomes."""
        if not self._is_ready:
            return
        left, top, right, bottom = pixels(edits.crop or WHOLE, self._turned_size())
        size = self.tr("Hasil {0} × {1} piksel.").format(_count(right - left), _count(bottom - top))
        self.state.setText(f"{self._tool.told(edits)} {size}")
        self._keys.setText(self._told_keys())

    def _told_keys(self) -> str:
        return {
            "crop": self.tr(
                "Panah menggeser bingkai, Shift+panah mengubah ukuran, Ctrl lebih halus"
            ),
            "focal": self.tr("Panah menggeser titik, Ctrl lebih halus, Del menghapus"),
            "blur": self.tr(
                "Seret untuk menandai, K menambah, PgDn memilih, "
                "panah menggeser, Shift+panah mengubah ukuran"
            ),
        }[self._tool.name]

    def _turned_size(self) -> tuple[int, int]:
        wide, high = self._size
        return (high, wide) if self.history.now.turn % 180 else (wide, high)

    def _lay_out(self) -> None:
        waiting = QFrame()
        waiting.setProperty("card", "quiet")
        middle = QVBoxLayout(waiting)
        middle.addStretch()
        middle.addWidget(self.note)
        middle.addStretch()
        self._middle = QStackedWidget()
        self._middle.addWidget(waiting)
        self._middle.addWidget(self.canvas)
        said = QVBoxLayout()
        said.setSpacing(0)
        for label in (self.state, self._keys):
            label.setWordWrap(True)
            said.addWidget(label)
        foot = QHBoxLayout()
        foot.setSpacing(2 * STEP)
        foot.addLayout(said, 1)
        foot.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignBottom)
        foot.addWidget(self.apply, 0, Qt.AlignmentFlag.AlignBottom)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 16, 20, 16)
        rows.setSpacing(2 * STEP)
        rows.addWidget(self.tools)
        rows.addWidget(self.options)
        rows.addWidget(self._middle, 1)
        rows.addSpacing(STEP)
        rows.addLayout(foot)


def _count(number: int) -> str:
    return f"{number:,}".replace(",", ".")
