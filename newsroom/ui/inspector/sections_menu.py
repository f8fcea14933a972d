"""The further sections of a story, ticked in a menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QPushButton

from newsroom.portal.profile import Section
from newsroom.ui.inspector.undoing import asks_back, is_undo


class _TickMenu(QMenu):
    """Stays open while entries are ticked with Space or the mouse; Enter ticks and closes."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space."""
        action = self.activeAction()
        if event.key() == Qt.Key.Key_Space and action is not None:
            action.trigger()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick what is clicked."""
        action = self.actionAt(event.position().toPoint())
        if action is not None and action is self.activeAction():
            action.trigger()
            return
        super().mouseReleaseEvent(event)


class SectionsMenu(QPushButton):
    """A button that names the chosen sections; those the portal lacks stay chosen."""

    edited = Signal()

    def __init__(self, name: str, sections: Sequence[Section]) -> None:
        super().__init__()
        self.setProperty("kind", "line")
        self.setProperty("chooser", True)
        self._name = name
        self._chosen: tuple[str, ...] = ()
        self._before: list[tuple[str, ...]] = []  # what was chosen, the last at the end
        self._menu = _TickMenu(self)
        for section in sections:
            action = self._menu.addAction(section.name.replace("&", "&&"))
            action.setData(section.name)
            action.setCheckable(True)
            action.toggled.connect(self._read)
        self.setMenu(self._menu)
        self._show()

    def sections(self) -> tuple[str, ...]:
        """Return the names of the chosen sections."""
        return self._chosen

    def set_sections(self, names: tuple[str, ...]) -> None:
        """Show other sections as chosen; tells nobody."""
        self._before.clear()
        self._put(names)

    def event(self, event: QEvent) -> bool:
        """Go back one choice with Ctrl+Z."""
        if not is_undo(event):
            return super().event(event)
        if asks_back(event) and self._before:
            self._put(self._before.pop())
            self.edited.emit()
        return True

    def _put(self, names: tuple[str, ...]) -> None:
        self._chosen = names
        for action in self._menu.actions():
            action.blockSignals(True)
            action.setChecked(action.data() in names)
            action.blockSignals(False)
        self._show()

    def _read(self) -> None:
        known = {action.data(): action.isChecked() for action in self._menu.actions()}
        kept = [name for name in self._chosen if known.get(name, True)]
        added = [name for name, chosen in known.items() if chosen and name not in kept]
        self._before.append(self._chosen)
        self._chosen = (*kept, *added)
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        said = ", ".join(self._chosen)
        self.setText(said.replace("&", "&&") or self.tr("Pilih rubrik lain…"))
        self.setAccessibleName(f"{self._name}: {said}" if said else self._name)
