"""Tags that fit the story, one key away from being chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from newsroom.ui.flow_layout import FlowLayout

_KEY = Qt.Key
_STEPS = {_KEY.Key_Left: -1, _KEY.Key_Up: -1, _KEY.Key_Right: 1, _KEY.Key_Down: 1}


class TagOffers(QWidget):
    """A button for each tag on offer; nothing while there is none.

    The arrow keys go from one to the next, and stay among them.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(spacing=4)
        self.setLayout(self._flow)
        self.buttons: list[QPushButton] = []
        self.hide()

    def show_tags(self, tags: Sequence[str]) -> None:
        """Offer these tags."""
        if [button.text() for button in self.buttons] == [f"+ {tag}" for tag in tags]:
            return
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(tag) for tag in tags]
        self.setVisible(bool(tags))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from one to the next."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        step = _STEPS.get(event.key())
        if step is None:
            return False
        at = self.buttons.index(watched) + step
        self.buttons[at % len(self.buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _button(self, tag: str) -> QPushButton:
        button = QPushButton(f"+ {tag.replace('&', '&&')}")
        button.setProperty("kind", "line")
        button.setProperty("small", True)
        button.setAccessibleName(self.tr("Tambah tag {0}").format(tag))
        button.installEventFilter(self)
        button.clicked.connect(lambda: self.chosen.emit(tag))
        self._flow.addWidget(button)
        button.show()
        return button
