"""What stands beside the text: the preview, and how wide the reader's screen is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from newsroom.ui.preview.preview import PAGE_WIDTH, PHONE_WIDTH, Preview
from newsroom.ui.theme import STEP, Theme

_WIDTHS = {"phone": PHONE_WIDTH, "desktop": PAGE_WIDTH}
_GROUND = 12  # pixels around the page
_LINE = 1


class BesidePane(QWidget):
    """A preview with a bar of its own."""

    width_chosen = Signal(str)  # “phone” or “desktop”
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("beside")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Pratinjau di samping"))
        self._theme = theme
        self._width = "phone"
        self.preview = Preview(theme)
        self._group = QButtonGroup(self)
        self._chips: dict[str, QPushButton] = {}
        title = QLabel(self.tr("Pratinjau"))
        title.setProperty("role", "strong")
        self._close = QToolButton()
        self._close.setAccessibleName(self.tr("Tutup pratinjau"))
        self._close.setToolTip(self.tr("Tutup pratinjau"))
        self._close.clicked.connect(self.closed)
        bar = QHBoxLayout()
        bar.setContentsMargins(_GROUND, 0, STEP, 0)
        bar.setSpacing(2 * STEP)
        bar.addWidget(title)
        for name, text in (("phone", self.tr("Ponsel")), ("desktop", self.tr("Desktop"))):
            bar.addWidget(self._chip(name, text))
        bar.addStretch()
        bar.addWidget(self._close)
        head = QWidget(objectName="besideBar")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        head.setFixedHeight(38)
        head.setLayout(bar)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(_LINE, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(head)
        rows.addWidget(self.preview, 1)
        theme.changed.connect(self._tint)
        self._tint()
        self.hide()

    def choose(self, width: str) -> None:
        """Show the page as wide as a phone's screen or a desktop's column."""
        self._width = width
        self._chips[width].setChecked(True)
        self.preview.set_page_width(_WIDTHS[width], _GROUND)
        self.setFixedWidth(self.width_wanted())

    def width_wanted(self) -> int:
        """Return how wide the pane is."""
        return _WIDTHS[self._width] + 2 * _GROUND + _LINE

    def chip(self, width: str) -> QPushButton:
        """Return the button of one width."""
        return self._chips[width]

    def _chip(self, name: str, text: str) -> QPushButton:
        chip = QPushButton(text)
        chip.setProperty("kind", "chip")
        chip.setCheckable(True)
        chip.setToolTip(self.tr("Lebar {0} piksel").format(_WIDTHS[name]))
        chip.clicked.connect(lambda: self.width_chosen.emit(name))
        self._group.addButton(chip)
        self._chips[name] = chip
        return chip

    def _tint(self) -> None:
        self._close.setIcon(self._theme.icon("close"))
