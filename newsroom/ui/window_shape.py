"""Where the window stood on each set of screens, so that it comes back there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QByteArray, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QSplitter

_KEPT = 8  # sets of screens; the last used

Places = dict[str, dict[str, Any]]


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
