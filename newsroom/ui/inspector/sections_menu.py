"""The further sections of a story, ticked in a menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QSizePolicy, QStyleOptionButton

from newsroom.portal.profile import Section
from newsroom.ui.inspector.undoing import Undoing
from newsroom.ui.theme import Theme

_CHEVRON = 14  # pixels, as in a combo box
_AROUND = 40  # pixels beside the text


class _TickMenu(QMenu):
    """Stays open while entries are ticked with Space or the mouse; Enter ticks and closes.

    Letters lead to the entry that begins with them, as in a combo box.
    """

    def __init__(self, button: QPushButton) -> None:
        super().__init__(button)
        self._typed = ""
        self._since = QElapsedTimer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space; go to what is typed."""
        action, typed = self.activeAction(), event.text().strip()
        if event.key() == Qt.Key.Key_Space and action is not None:
            action.trigger()
        elif typed.isprintable() and typed:
            self._go_to(typed.casefold())
        else:
            super().keyPressEvent(event)

    def _go_to(self, typed: str) -> None:
        """Make the entry active that begins with what was typed; one letter again, the next."""
        went_on = self._since.isValid() and not self._since.hasExpired(
            QApplication.keyboardInputInterval()
        )
        self._typed = self._typed + typed if went_on else typed
        self._since.start()
        again = set(self._typed) == {typed}
        sought = typed if again else self._typed
        entries = self.actions()
        active = self.activeAction()
        start = entries.index(active) + again if active in entries else 0
        for entry in (*entries[start:], *entries[:start]):
            if entry.text().replace("&&", "&").casefold().startswith(sought):
                self.setActiveAction(entry)
                return

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

    def __init__(self, theme: Theme, name: str, sections: Sequence[Section]) -> None:
        super().__init__()
        self._undoing = Undoing(self._bring_back)
        self.setProperty("kind", "line")
        self.setProperty("chooser", True)
        # As wide as the form, however many are chosen.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._name = name
        self._chosen: tuple[str, ...] = ()
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
        self._undoing.forget()
        self._put(names)

    def event(self, event: QEvent) -> bool:
        """Go back one choice with Ctrl+Z."""
        return self._undoing.answers(event) or super().event(event)

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Show as many names as there is room for; the arrow is drawn here.

        Where the sheet has one for it, Qt forgets what stands beside the text.
        """
        super().initStyleOption(option)
        option.features &= ~QStyleOptionButton.ButtonFeature.HasMenu
        right, room = Qt.TextElideMode.ElideRight, self.width() - _AROUND
        text = self.fontMetrics().elidedText(self.text().replace("&&", "&"), right, room)
        option.text = text.replace("&", "&&")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow that a combo box has."""
        super().paintEvent(event)
        painter = QPainter(self)
        left, top = self.width() - 20, (self.height() - _CHEVRON) // 2
        painter.drawPixmap(left, top, self._theme.pixmap("chevron-down", "muted", _CHEVRON))
        painter.end()

    def _bring_back(self, names: tuple[str, ...]) -> None:
        self._put(names)
        self.edited.emit()

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
        self._undoing.keep(self._chosen)
        self._chosen = (*kept, *added)
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        said = ", ".join(self._chosen)
        self.setText(said.replace("&", "&&") or self.tr("Pilih rubrik lain…"))
        self.setToolTip(said)
        self.setAccessibleName(f"{self._name}: {said}" if said else self._name)
