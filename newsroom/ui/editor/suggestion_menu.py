"""What may be done about one marked word."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QMenu, QWidget, QWidgetAction

from newsroom.language.finding import Finding
from newsroom.language.ignored import Scope, may_be_ignored
from newsroom.language.tokens import is_word
from newsroom.ui.theme import Theme

MOST_SUGGESTIONS = 5  # each with a key of its own


class SuggestionMenu(QMenu):
    """Corrections first, then ignoring and learning, then the reason."""

    chosen = Signal(str)
    ignored = Signal(object)  # Scope
    added = Signal()

    def __init__(self, theme: Theme, finding: Finding, parent: QWidget, source: str = "") -> None:
        super().__init__(parent)
        self.setMinimumWidth(300)
        first = None
        for number, suggestion in enumerate(finding.suggestions[:MOST_SUGGESTIONS], 1):
            action = self._add(QIcon(), suggestion, f"Alt+{number}")
            action.triggered.connect(lambda _=False, new=suggestion: self.chosen.emit(new))
            if first is None:
                first = action
                font = theme.font(bold=True)
                action.setFont(font)
        if not finding.suggestions:
            self.addAction(self.tr("Tidak ada usul")).setEnabled(False)
        self.addSeparator()
        if may_be_ignored(finding):
            for text, keys, scope in (
                (self.tr("Abaikan"), "Alt+0", Scope.ONCE),
                (self.tr("Abaikan di naskah ini"), "Alt+I", Scope.STORY),
                (self.tr("Abaikan di redaksi ini"), "Alt+R", Scope.HOUSE),
            ):
                ignore = self._add(theme.icon("eye-off", "muted"), text, keys)
                ignore.triggered.connect(lambda _=False, scope=scope: self.ignored.emit(scope))
        if finding.family == "spelling" and is_word(finding.text):
            add = self._add(theme.icon("word-add", "muted"), self.tr("Tambah ke kamus"), "Alt+D")
            add.triggered.connect(lambda: self.added.emit())
        self.addSeparator()
        said = [finding.message, cited(source)] if source else [finding.message]
        reason = QLabel("\n".join(said))
        reason.setTextFormat(Qt.TextFormat.PlainText)
        reason.setProperty("role", "muted")
        reason.setWordWrap(True)
        reason.setMargin(8)
        holder = QWidgetAction(self)
        holder.setDefaultWidget(reason)
        holder.setEnabled(False)
        self.addAction(holder)
        if first is not None:
            self.setActiveAction(first)

    def _add(self, icon: QIcon, text: str, keys: str) -> QAction:
        action = self.addAction(icon, text)
        action.setShortcut(keys)
        action.setShortcutVisibleInContextMenu(True)
        return action

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the keys beside an entry say: Qt leaves them to windows."""
        keys = QKeySequence(event.keyCombination())
        for action in self.actions():
            if action.shortcut() == keys:
                self.close()
                action.trigger()
                return
        super().keyPressEvent(event)

    def open_at(self, corner: QPoint) -> None:
        """Show the menu without stopping the window."""
        self.aboutToHide.connect(self.deleteLater)
        self.popup(corner)


def cited(source: str) -> str:
    """Return where a rule is written down, as it is shown.

    >>> cited("EYD V, III.E.5 (Tanda Hubung)")
    'Sumber: EYD V, III.E.5 (Tanda Hubung)'
    """
    return QCoreApplication.translate("SuggestionMenu", "Sumber: {0}").format(source)
