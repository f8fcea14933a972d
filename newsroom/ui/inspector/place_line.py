"""A line for a place, which goes on with those that there are."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

from newsroom.story.places import dateline_places

_MOST = 8  # rows of the list
_BESIDE = 24  # pixels, for the scroll bar


class PlaceLine(QLineEdit):
    """Offers regions, districts and capitals that begin so; any other place may be written.

    Enter takes the one that is chosen, or the only one, and goes on; Ctrl+Z takes it back.
    """

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__()
        self._completer: QCompleter | None = None
        self._taken = ""
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.textEdited.connect(self._offer)
        self.editingFinished.connect(self._spell)

    def completer(self) -> QCompleter | None:
        """Return what offers; Qt's own would write each row gone past, for good."""
        return self._completer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a place from the list with Enter."""
        is_open = self._completer is not None and self._completer.popup().isVisible()
        if is_open and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            place = self._chosen().data()
            self._completer.popup().hide()
            if place:
                self._take(place)
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    # Within.

    def _offer(self, text: str) -> None:
        """Make the list when something is typed first: most forms are only looked at."""
        if self._completer is None:
            self._completer = self._make()
        offered = self._completer
        offered.setCompletionPrefix(text.strip())
        found = offered.completionCount()
        is_there = not text.strip() or text == self._taken
        if is_there or not found or (found == 1 and offered.currentCompletion() == text):
            offered.popup().hide()
            return
        width = offered.popup().sizeHintForColumn(0) + _BESIDE
        offered.complete(QRect(0, 0, max(width, self.width()), self.height()))
        only = offered.completionModel().index(0, 0) if found == 1 else QModelIndex()
        offered.popup().setCurrentIndex(only)

    def _make(self) -> QCompleter:
        completer = QCompleter(QStringListModel(list(dateline_places()), self), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(_MOST)
        completer.setWidget(self)
        completer.popup().setObjectName("completions")
        completer.activated[str].connect(self._take)
        return completer

    def _chosen(self) -> QModelIndex:
        """Return the row that Enter takes; of one alone it need not be said."""
        current = self._completer.popup().currentIndex()
        if not current.isValid() and self._completer.completionCount() == 1:
            return self._completer.completionModel().index(0, 0)
        return current

    def _take(self, place: str) -> None:
        self._taken = place
        if place != self.text():
            self.selectAll()
            self.insert(place)  # unlike setText it can be undone, and tells as typing does

    def _spell(self) -> None:
        """Write a place that was typed without capitals as the list has it."""
        typed = self.text().strip()
        if self._completer is not None and self.isModified() and typed.islower():
            known = (place for place in dateline_places() if place.lower() == typed)
            self._take(next(known, typed))
