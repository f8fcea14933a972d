"""The preview beside the text: at a phone's width or a desktop's, following the cursor."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from newsroom.story.story import Story

if TYPE_CHECKING:
    from newsroom.ui.main_window import MainWindow
    from newsroom.ui.preview.beside_pane import BesidePane
    from newsroom.ui.preview.previewing import Previewing

_AFTER = 70  # milliseconds of quiet
_FOR_TEXT = 560  # pixels; with less, a column at the side is folded


class Beside(QObject):
    """Opens the pane, keeps it in step, and folds what there is no room for beside it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._pane: BesidePane | None = None  # comes when it is first asked for
        self._previewing: Previewing | None = None
        self._width = "phone"
        self._wanted = False  # kept while no story lies open
        self._folded: list[str] = []
        self._timer = QTimer(self, singleShot=True, interval=_AFTER)
        self._timer.timeout.connect(self._draw)
        self._cursor_timer = QTimer(self, singleShot=True, interval=30)
        self._cursor_timer.timeout.connect(self._follow_cursor)

    @property
    def pane(self) -> BesidePane | None:
        """The pane, once it has been asked for."""
        return self._pane

    @property
    def is_shown(self) -> bool:
        """True while the preview stands beside the text."""
        return self._pane is not None and not self._pane.isHidden()

    def show(self, on: bool) -> None:
        """Show the preview beside the text, or put it away."""
        self._wanted = on
        self._window.actions_["preview_beside"].setChecked(on)
        if on and self._window.desk.story is not None:
            self._open()
        elif not on:
            self._close()

    def show_story(self, story: Story | None) -> None:
        """Show the story that has just been opened."""
        self._timer.stop()
        if story is None:
            self._close()
        elif self._wanted:
            self._open()

    def make_room(self) -> None:
        """Fold columns at the sides until the text has room."""
        if not self.is_shown:
            return
        for name in ("queue", "inspector"):
            action = self._window.actions_[name]
            if self._room() < _FOR_TEXT and action.isChecked():
                action.trigger()
                self._folded.append(name)

    def is_meant_open(self, name: str) -> bool:
        """Say whether a column is open, or was until the preview needed its room."""
        return name in self._folded or self._window.actions_[name].isChecked()

    def shape(self) -> dict[str, Any]:
        """Return what is to be remembered."""
        return {"beside": self._wanted, "beside_width": self._width}

    def restore(self, shape: Mapping[str, Any]) -> None:
        """Show it as it was seen last."""
        if shape.get("beside_width") in ("phone", "desktop"):
            self._width = shape["beside_width"]
        if shape.get("beside"):
            self.show(True)

    # Within.

    def _open(self) -> None:
        if self._pane is None:
            self._make()
        self._window.show_page()
        self._pane.show()
        self._pane.choose(self._width)
        self.make_room()
        self._window.page.flush()
        self._previewing.is_narrow = self._width == "phone"
        self._previewing.show(self._window.desk.story)

    def _close(self) -> None:
        if not self.is_shown:
            return
        self._pane.hide()
        self._previewing.show(None)
        self._unfold()

    def _make(self) -> None:
        from newsroom.ui.preview.beside_pane import BesidePane
        from newsroom.ui.preview.previewing import Previewing

        window, body = self._window, self._window.page.body
        self._pane = BesidePane(window.theme)
        self._previewing = Previewing(window.desk, self._pane.preview, window.page.place, self)
        self._previewing.drawn.connect(self._show_line)
        window.columns.add_beside(self._pane)
        self._pane.width_chosen.connect(self._use_width)
        self._pane.closed.connect(lambda: self.show(False))
        window.desk.edited.connect(self._changed)
        body.edited.connect(self._changed)
        body.cursorPositionChanged.connect(self._cursor_timer.start)

    def _use_width(self, width: str) -> None:
        if width == self._width:
            return
        self._width = width
        self._unfold()
        if self.is_shown:
            self._open()

    def _unfold(self) -> None:
        folded, self._folded = self._folded, []
        for name in folded:
            if not self._window.actions_[name].isChecked():
                self._window.actions_[name].trigger()

    def _room(self) -> int:
        """Return how many pixels the text has."""
        room = self._window.width() - self._pane.width_wanted()
        return room - self._window.columns.sides_width()

    def _changed(self) -> None:
        if self.is_shown:
            self._timer.start()

    def _draw(self) -> None:
        self._window.page.flush()
        if self.is_shown and self._window.desk.story is not None:
            self._timer.stop()  # the flush has told of a change, which is drawn here
            self._previewing.show(self._window.desk.story)

    def _follow_cursor(self) -> None:
        if not self.is_shown:
            return
        shown = self._previewing.shown
        is_part = len(shown.text) < len(self._window.desk.story.body)
        if is_part and not shown.start <= self._window.page.place() <= shown.end:
            self._previewing.draw()
        else:
            self._show_line()

    def _show_line(self) -> None:
        page = self._window.page
        block = page.body.textCursor().block()
        while block.isValid() and not block.text().strip():
            block = block.previous()
        if block.isValid():
            share = block.position() / max(page.body.document().characterCount(), 1)
            self._pane.preview.show_line(block.text(), share, page.view.cursor_height())
