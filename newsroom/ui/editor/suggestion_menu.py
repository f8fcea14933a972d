"""What may be done about one marked word."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QLabel, QMenu, QWidget, QWidgetAction

from newsroom.language.finding import Finding
from newsroom.ui.theme import Theme


class SuggestionMenu(QMenu):
    """Corrections first, then ignoring and learning, then the reason."""

    chosen = Signal(str)
    ignored = Signal()
    added = Signal()

    def __init__(self, theme: Theme, finding: Finding, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMinimumWidth(300)
        first = None
        for number, suggestion in enumerate(finding.suggestions[:5], 1):
            action = self.addAction(suggestion)
            action.triggered.connect(lambda _=False, new=suggestion: self.chosen.emit(new))
            if first is None:
                first = action
                font = theme.font(bold=True)
                action.setFont(font)
            action.setShortcut(f"Alt+{number}")
            action.setShortcutVisibleInContextMenu(True)
        if not finding.suggestions:
            self.addAction(self.tr("Tidak ada usul")).setEnabled(False)
        self.addSeparator()
        ignore = self.addAction(theme.icon("eye-off", "muted"), self.tr("Abaikan di naskah ini"))
        ignore.setShortcut("Alt+I")
        ignore.triggered.connect(lambda: self.ignored.emit())
        if finding.family == "spelling":
            add = self.addAction(theme.icon("word-add", "muted"), self.tr("Tambah ke kamus"))
            add.setShortcut("Alt+K")
            add.triggered.connect(lambda: self.added.emit())
        self.addSeparator()
        reason = QLabel(finding.message)
        reason.setProperty("role", "muted")
        reason.setWordWrap(True)
        reason.setMargin(8)
        holder = QWidgetAction(self)
        holder.setDefaultWidget(reason)
        holder.setEnabled(False)
        self.addAction(holder)
        if first is not None:
            self.setActiveAction(first)

    def open_at(self, corner: QPoint) -> None:
        """Show the menu without stopping the window."""
        self.aboutToHide.connect(self.deleteLater)
        self.popup(corner)
