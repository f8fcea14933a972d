"""How the page is looked at: calm or with all around it, how large, how wide."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QActionGroup, QShortcut

from newsroom.ui.theme import COLUMN_WIDTH

if TYPE_CHECKING:
    from newsroom.ui.main_window import MainWindow

ZOOMS = (80, 90, 100, 110, 125, 150, 175, 200)  # percent
WIDTHS = {"narrow": 500, "normal": COLUMN_WIDTH, "wide": 780}  # pixels at 100 percent


class Viewing(QObject):
    """Carries out the actions that change the view, and remembers it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._zoom = 100
        self._width = "normal"
        self._was_maximized = False

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what each of the view's actions does."""
        return {
            "focus": self._set_calm,
            "full_screen": self._set_full_screen,
            "typewriter": lambda on: self._window.page.view.set_typewriter(on),
            "zoom_in": lambda: self.zoom_by(1),
            "zoom_out": lambda: self.zoom_by(-1),
            "zoom_none": lambda: self._show(100, self._width),
            **{f"width_{name}": lambda _=True, name=name: self._show(self._zoom, name)
               for name in WIDTHS},
        }  # fmt: skip

    def connect(self) -> None:
        """Join the view to the window, once all of that is there."""
        window = self._window
        group = QActionGroup(window)
        for name in WIDTHS:
            group.addAction(window.actions_[f"width_{name}"])
        window.actions_["width_normal"].setChecked(True)
        window.page.zoom_wanted.connect(self.zoom_by)
        window.status_line.zoom_left.connect(window.actions_["zoom_none"].trigger)
        # The menu's own button hears its key only while it can be seen.
        self._menu_key = QShortcut("F10", window, self._open_menu)
        self._menu_key.setEnabled(False)

    def zoom_by(self, steps: int) -> None:
        """Make the text larger or smaller."""
        at = ZOOMS.index(self._zoom) + steps
        self._show(ZOOMS[max(0, min(at, len(ZOOMS) - 1))], self._width)

    def leave(self) -> bool:
        """Leave the preview or the changes, or else the calm or the full screen.

        False if none was there.
        """
        for name in ("preview", "changes", "focus", "full_screen"):
            if self._window.actions_[name].isChecked():
                self._window.actions_[name].trigger()
                return True
        return False

    def follow_state(self) -> None:
        """Take note of a full screen that was entered or left in some other way."""
        self._window.actions_["full_screen"].setChecked(self._window.isFullScreen())

    def shape(self) -> dict[str, Any]:
        """Return what is to be remembered."""
        actions = self._window.actions_
        return {
            "zoom": self._zoom,
            "width": self._width,
            "typewriter": actions["typewriter"].isChecked(),
            "focus": actions["focus"].isChecked(),
        }

    def restore(self, shape: Mapping[str, Any]) -> None:
        """Show the page as it was seen last."""
        zoom, width = shape.get("zoom", 100), shape.get("width", "normal")
        if zoom in ZOOMS and width in WIDTHS:
            self._show(zoom, width)
        for name in ("typewriter", "focus"):
            if shape.get(name, False) != self._window.actions_[name].isChecked():
                self._window.actions_[name].trigger()

    # Within.

    def _show(self, zoom: int, width: str) -> None:
        self._zoom, self._width = zoom, width
        self._window.page.view.set_look(zoom, WIDTHS[width])
        self._window.versioning.set_look(zoom, WIDTHS[width])
        self._window.status_line.show_zoom(zoom)
        self._window.actions_[f"width_{width}"].setChecked(True)

    def _set_calm(self, on: bool) -> None:
        window = self._window
        window.show_columns(not on)
        window.top_bar.setVisible(not on)
        window.status_line.set_calm(on)
        window.page.dimmer.set_on(on)
        self._menu_key.setEnabled(on)
        if on:
            (window.page.focused_field() or window.page.body).setFocus()

    def _open_menu(self) -> None:
        menu, window = self._window.top_bar.more.menu(), self._window
        corner = QPoint(window.width() - menu.sizeHint().width(), 0)
        menu.popup(window.mapToGlobal(corner))

    def _set_full_screen(self, on: bool) -> None:
        window = self._window
        if on:
            self._was_maximized = window.isMaximized()
            window.setWindowState(window.windowState() | Qt.WindowState.WindowFullScreen)
        elif self._was_maximized:
            window.showMaximized()
        else:
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowFullScreen)
