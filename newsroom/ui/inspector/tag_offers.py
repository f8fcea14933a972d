"""Tags that fit the story, one key away from being chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from newsroom.ui.flow_layout import FlowLayout


class TagOffers(QWidget):
    """A button for each tag on offer; nothing while there is none."""

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

    def _button(self, tag: str) -> QPushButton:
        button = QPushButton(f"+ {tag.replace('&', '&&')}")
        button.setProperty("kind", "line")
        button.setProperty("small", True)
        button.setAccessibleName(self.tr("Tambah tag {0}").format(tag))
        button.clicked.connect(lambda: self.chosen.emit(tag))
        self._flow.addWidget(button)
        button.show()
        return button
