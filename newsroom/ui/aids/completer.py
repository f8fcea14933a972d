"""How the name being typed may go on, shown dim behind the cursor and taken with Tab."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from newsroom.ui.aids.field_jumps import FieldJumps
from newsroom.ui.aids.ghost import Ghost
from newsroom.ui.aids.steps import replace_apart
from newsroom.ui.editor.offsets import points
from newsroom.ui.editor.prose_edit import ProseEdit
from newsroom.ui.theme import Theme

ENDING = (
    QEvent.Type.FocusOut,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Resize,
    QEvent.Type.Hide,
)


class Completer(QObject):
    """Asks, at each letter that is typed, how the name goes on; never in the way.

    ``ask`` is given the line up to the cursor. Tab takes what is shown and Esc hides it,
    until another word is begun; no other key does anything but what it always does.
    """

    def __init__(
        self, theme: Theme, edit: ProseEdit, jumps: FieldJumps, ask: Callable[[str], str]
    ) -> None:
        super().__init__(edit)
        self.is_on = True
        self._edit = edit
        self._jumps = jumps
        self._ask = ask
        self._typing = False
        self._unwanted_in = -1  # where the word begins for which nothing more is wanted
        self._ghost = Ghost(theme, edit)
        edit.textChanged.connect(self._follow)
        edit.cursorPositionChanged.connect(self._leave)

    @property
    def offered(self) -> str:
        """What Tab would add now; empty if nothing is shown."""
        return self._ghost.text if self._ghost.isVisible() else ""

    def takes(self, event: QKeyEvent | QInputMethodEvent) -> bool:
        """Take Tab and Esc while something is shown, and see what else is typed."""
        if isinstance(event, QInputMethodEvent):
            self._typing = True
            return False
        self._typing = event.text().isprintable() and bool(event.text())
        if not self._is_ours(event):
            return False
        if event.key() == Qt.Key.Key_Tab:
            self._accept()
        else:
            self._unwanted_in = self._word()
            self._ghost.hide()
        return True

    def claims(self, event: QKeyEvent) -> bool:
        """Keep the keys it would take from the shortcuts of the window."""
        if self._is_ours(event):
            event.accept()
            return True
        return False

    def end(self) -> None:
        """Show nothing: a person does something else."""
        self._ghost.hide()

    # Within.

    def _is_ours(self, event: QKeyEvent) -> bool:
        return (
            bool(self.offered)
            and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Escape)
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
        )

    def _accept(self) -> None:
        more = self.offered
        self._ghost.hide()
        replace_apart(self._edit, self._edit.textCursor().position(), "", more)

    def _follow(self) -> None:
        """Offer what may follow what was just typed."""
        typing, self._typing = self._typing, False
        if not typing or not self.is_on:
            self._ghost.hide()
            return
        cursor = self._edit.textCursor()
        line = cursor.block().text()
        at = points(line, cursor.positionInBlock())
        more = ""
        if (
            not cursor.hasSelection()
            and line[at - 1 : at].isalpha()
            and not line[at : at + 1].isalnum()
            and QApplication.activePopupWidget() is None
            and not self._jumps.is_filling_in
            and self._word() != self._unwanted_in
        ):
            more = self._ask(line[:at])
        if not more or not self._ghost.show_text(more):
            self._ghost.hide()

    def _leave(self) -> None:
        if not self._typing:
            self._ghost.hide()

    def _word(self) -> int:
        """Return where the word at the cursor begins."""
        cursor = self._edit.textCursor()
        line = cursor.block().text()[: cursor.positionInBlock()]
        return cursor.block().position() + max(line.rfind(" "), line.rfind("\u00a0")) + 1
