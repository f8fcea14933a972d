"""When findings are marked in the text: always, when they are asked for, or never."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from newsroom.ui.editor.prose_edit import ProseEdit
from newsroom.ui.review.story_fields import StoryFields

if TYPE_CHECKING:
    from newsroom.ui.inspector.inspector import Inspector
    from newsroom.ui.main_window import MainWindow

LIVE, ASKED, OFF = "live", "asked", "off"
_MODES = (LIVE, ASKED, OFF)


class Marking(QObject):
    """One mode for every field of the window; and the tips over what is marked."""

    changed = Signal(str)  # the mode

    def __init__(self, window: MainWindow, fields: StoryFields, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._fields = fields
        self._is_held = False
        self._escapes: list[QShortcut] = []
        self.mode = LIVE

    def connect(self) -> None:
        """Join this to the window, once all of that is there."""
        self._window.findings.changed.connect(self._take_up_fields)
        self._hide_by_escape(self._window.page)
        self.use(LIVE)

    def join(self, inspector: Inspector) -> None:
        """Tell the list of findings what is marked, and take up the inspector's fields."""
        self._hide_by_escape(inspector)
        inspector.photos.prose_made.connect(self._take_up)
        self.use(self.mode)

    def use(self, mode: str) -> None:
        """Go over to a mode; an unknown one is taken for the usual one."""
        before, self.mode = self.mode, mode if mode in _MODES else LIVE
        self._show(self.mode == LIVE)
        self._window.status_line.show_marks(self.word)
        if self._window.inspector:
            self._window.inspector.findings.say_marks(self._note())
        if self.mode != before:
            self.changed.emit(self.mode)

    def cycle(self) -> None:
        """Go over to the next mode."""
        self.use(_MODES[(_MODES.index(self.mode) + 1) % len(_MODES)])

    def ask(self) -> None:
        """Show the marks, where they are shown when asked for."""
        if self.mode == ASKED:
            self._show(True)

    def leave(self) -> None:
        """Hide them again."""
        if self.mode == ASKED:
            self._show(False)

    def hold(self) -> None:
        """Let the marks stay while the text is changed."""
        self._is_held = True

    def release(self) -> None:
        """Hide them at the next change of the text."""
        self._is_held = False

    # Within.

    def _edited(self) -> None:
        """Hide the marks, unless the change is part of going through them."""
        if not self._is_held and isinstance(QApplication.focusWidget(), ProseEdit):
            self.leave()

    def _show(self, shown: bool) -> None:
        self._window.checks.show_marks(shown)
        for keys in self._escapes:
            keys.setEnabled(shown and self.mode == ASKED)

    def _take_up_fields(self) -> None:
        if self._window.findings.found:
            for edit in self._fields.all():
                self._take_up(edit)

    def _take_up(self, edit: ProseEdit) -> None:
        """Have tips over what is marked in a field."""
        if not self._window.findings.found:
            return
        # Not needed, and so not loaded, before something was found.
        from newsroom.ui.editor.finding_tips import FindingTips

        if edit.findChild(FindingTips) is None:
            FindingTips(edit, self._window.theme, self._window.checks)
            edit.edited.connect(self._edited)

    def _hide_by_escape(self, part: QWidget) -> None:
        keys = QShortcut(QKeySequence(Qt.Key.Key_Escape), part, self.leave)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.setEnabled(False)
        self._escapes.append(keys)
        part.destroyed.connect(lambda: self._escapes.remove(keys))

    @property
    def word(self) -> str:
        """The mode in a few words."""
        return {
            LIVE: self.tr("Tanda: langsung"),
            ASKED: self.tr("Tanda: bila diminta (F7)"),
            OFF: self.tr("Tanda: mati"),
        }[self.mode]

    def _note(self) -> str:
        return {
            LIVE: "",
            ASKED: self.tr("Tidak ditandai di naskah sampai F7 ditekan. Ctrl+F7 mengubahnya."),
            OFF: self.tr("Tidak ditandai di naskah. Ctrl+F7 menandainya lagi."),
        }[self.mode]
