"""The further sections of a story, ticked in a menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton

from newsroom.portal.profile import Section


class SectionsMenu(QPushButton):
    """A button that names the chosen sections; those the portal lacks stay chosen."""

    edited = Signal()

    def __init__(self, name: str, sections: Sequence[Section]) -> None:
        super().__init__()
        self.setProperty("kind", "line")
        self.setProperty("chooser", True)
        self._name = name
        self._chosen: tuple[str, ...] = ()
        self._menu = QMenu(self)
        for section in sections:
            action = self._menu.addAction(section.name)
            action.setCheckable(True)
            action.toggled.connect(self._read)
        self.setMenu(self._menu)
        self._show()

    def sections(self) -> tuple[str, ...]:
        """Return the names of the chosen sections."""
        return self._chosen

    def set_sections(self, names: tuple[str, ...]) -> None:
        """Show other sections as chosen; tells nobody."""
        self._chosen = names
        for action in self._menu.actions():
            action.blockSignals(True)
            action.setChecked(action.text() in names)
            action.blockSignals(False)
        self._show()

    def _read(self) -> None:
        known = {action.text(): action.isChecked() for action in self._menu.actions()}
        kept = [name for name in self._chosen if known.get(name, True)]
        added = [name for name, chosen in known.items() if chosen and name not in kept]
        self._chosen = (*kept, *added)
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        said = ", ".join(self._chosen)
        self.setText(said or self.tr("Pilih rubrik lain…"))
        self.setAccessibleName(f"{self._name}: {said}" if said else self._name)
