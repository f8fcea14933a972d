"""How the window looked, and where it stood on each set of screens, so that it comes back so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QObject, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QSplitter

if TYPE_CHECKING:
    from newsroom.ui.main_window import MainWindow

_KEPT = 8  # sets of screens; the last used
_AIDS = ("smart_typing", "complete_names")  # on unless they were put off

Places = dict[str, dict[str, Any]]


class WindowShape(QObject):
    """Gathers from the parts of the window what is to be remembered, and gives it back to them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._places: Places = {}  # of the window, by set of screens
        self.tab = "data"  # of the inspector, once it is there
        self.export_form = ""  # in which a story was exported last; the bundle, before any was
        self.hand_over: dict[str, str] = {}  # where to, and with which size of its photos

    def restore(self, kept: Mapping[str, Any]) -> None:
        """Show the window as it was seen last."""
        window, actions, columns = self._window, self._window.actions_, self._window.columns
        self._places = kept.get("places", {})
        take_place(self._places, window, columns)
        self.tab = kept.get("tab", "data")
        self.export_form = kept.get("export_form", "")
        self.hand_over = kept.get("hand_over", {})
        if window.inspector:
            window.inspector.show_tab(self.tab)
        window.counting.restore(kept.get("targets", {}))
        for name, column in (("queue", columns.left), ("inspector", columns.right)):
            actions[name].setChecked(kept[name])
            column.setVisible(actions[name].isChecked())  # unless there is no room for it
        if kept["dark"] is not None and kept["dark"] != window.theme.is_dark:
            window.theme.use(kept["dark"])
        actions["dark"].setChecked(window.theme.is_dark)
        actions.recent = kept.get("recent", [])
        for name in _AIDS:
            if not kept.get(name, True):
                actions[name].trigger()
        window.viewing.restore(kept)
        window.beside.restore(kept)
        window.reviewing.marking.use(kept.get("marks", ""))

    def note_tab(self, name: str) -> None:
        """Take note of the tab that is shown in the inspector."""
        self.tab = name

    def keep(self) -> None:
        """Have the desk remember how the window looks now."""
        self._window.desk.keep_shape(self._now())

    # Within.

    def _now(self) -> dict[str, Any]:
        window, actions = self._window, self._window.actions_
        self._places = keep_place(self._places, window, window.columns)
        return {
            "places": self._places,
            "tab": self.tab,
            "export_form": self.export_form,
            "hand_over": self.hand_over,
            "targets": window.counting.kept(),
            **window.viewing.shape(),
            **window.beside.shape(),
            "marks": window.reviewing.marking.mode,
            **{name: self._is_meant_open(name) for name in ("queue", "inspector")},
            "dark": window.theme.is_dark,
            "recent": actions.recent,
            **{name: actions[name].isChecked() for name in _AIDS},
        }

    def _is_meant_open(self, name: str) -> bool:
        """Say whether a column is open, or was until something else needed its room."""
        return self._window.beside.is_meant_open(name) or self._window.folding.has_folded(name)


def screens_key(screens: Iterable[QRect]) -> str:
    """Return a name for a set of screens: their sizes and how they lie.

    >>> screens_key([QRect(1366, 0, 1920, 1080), QRect(0, 0, 1366, 768)])
    '1366x768+0+0 1920x1080+1366+0'
    """
    lying = sorted((screen.x(), screen.y(), screen.width(), screen.height()) for screen in screens)
    return " ".join(f"{width}x{height}{x:+}{y:+}" for x, y, width, height in lying)


def screens_at_hand() -> str:
    """Return the name of the screens there are now."""
    return screens_key(screen.geometry() for screen in QGuiApplication.screens())


def keep_place(places: Places, window: QMainWindow, columns: QSplitter) -> Places:
    """Return the places with that of the window on the screens there are now."""
    here = screens_at_hand()
    kept = {screens: place for screens, place in places.items() if screens != here}
    kept[here] = {
        "geometry": window.saveGeometry().toBase64().toStdString(),
        "columns": columns.saveState().toBase64().toStdString(),
    }
    return dict([*kept.items()][-_KEPT:])


def take_place(places: Mapping[str, Any], window: QMainWindow, columns: QSplitter) -> None:
    """Put the window where it stood on these screens; on others as where it stood last."""
    if not places:
        return
    place = places.get(screens_at_hand()) or [*places.values()][-1]
    window.restoreGeometry(QByteArray.fromBase64(place["geometry"].encode()))
    columns.restoreState(QByteArray.fromBase64(place["columns"].encode()))
