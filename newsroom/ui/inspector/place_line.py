"""A line for a place, which goes on with those that there are."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from newsroom.story.places import dateline_places

_MOST = 8  # rows of the list


class PlaceLine(QLineEdit):
    """Offers regions, districts and capitals that begin so; any other place may be written."""

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.textEdited.connect(self._offer)

    def _offer(self) -> None:
        """Make the list when something is typed first: most forms are only looked at."""
        if self.completer() is not None:
            return
        completer = QCompleter(QStringListModel(list(dateline_places()), self), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(_MOST)
        completer.activated[str].connect(self._take)
        self.setCompleter(completer)
        completer.setCompletionPrefix(self.text())
        if completer.completionCount():
            completer.complete()

    def _take(self, place: str) -> None:
        self.setText(place)
        self.textEdited.emit(place)  # as if it had been typed
