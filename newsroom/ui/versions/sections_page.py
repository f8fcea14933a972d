"""The sheet on which all fields of a comparison stand, one below the other."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from newsroom.ui.empty_note import EmptyNote
from newsroom.ui.theme import COLUMN_WIDTH, STEP, Theme
from newsroom.ui.versions.compared import Comparison, Section
from newsroom.ui.versions.difference_text import DifferenceText, Spot
from newsroom.ui.versions.section_view import SectionView
from newsroom.ui.zooming import zoom_steps

_SIDE = 32
_IN_SIGHT = 60  # pixels around a change that is shown


class SectionsPage(QScrollArea):
    """What differs first; what is the same is folded below it."""

    restore_wanted = Signal(str)  # the story's field
    zoom_wanted = Signal(int)
    emptied = Signal()  # what had the keyboard is gone, and nothing here can take it

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._theme = theme
        self._zoom, self._width = 100, COLUMN_WIDTH
        self._comparison: Comparison | None = None
        self.sections: list[SectionView] = []
        self._same: list[SectionView] = []
        self.legend = QLabel()
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        self.legend.setWordWrap(True)
        self.note = EmptyNote(theme, "check", "", "")
        self.note.hide()
        self.fold = QPushButton(checkable=True)
        self.fold.setObjectName("sameFields")
        self.fold.toggled.connect(self._show_same)
        self._column = QWidget(objectName="pageColumn")
        self._rows = QVBoxLayout(self._column)
        self._rows.setContentsMargins(0, 4 * STEP, 0, 12 * STEP)
        self._rows.setSpacing(6 * STEP)
        for widget in (self.legend, self.note, self.fold):
            self._rows.addWidget(widget)
        self._rows.addStretch(1)
        sheet = QWidget(objectName="pageView")
        self._across = QVBoxLayout(sheet)
        self._across.addWidget(self._column)
        self._across.setAlignment(self._column, Qt.AlignmentFlag(0))
        self.setWidget(sheet)
        theme.changed.connect(self._draw)

    def show_comparison(self, comparison: Comparison, legend: str) -> None:
        """Show what differs; the place is kept where the same fields do."""
        before, had_keyboard = self._comparison, self._section_with_keyboard()
        was_button = isinstance(QApplication.focusWidget(), QPushButton)
        place = self.verticalScrollBar().value()
        self._comparison = comparison
        self._forget()
        self.legend.setText(legend)
        self.legend.setVisible(bool(comparison.differing))
        self.sections = [self._made(section) for section in comparison.differing]
        for at, section in enumerate(self.sections):
            self._rows.insertWidget(2 + at, section)
        self.show_restorable(comparison)
        if comparison.differing:
            self.note.hide()
        else:
            self._say("check", self.tr("Tidak ada perbedaan"), "", "good")
        self._name_same(comparison.same)
        same_story = before is not None and before.chosen.revision == comparison.chosen.revision
        self.verticalScrollBar().setValue(place if same_story else 0)
        if had_keyboard is not None:
            self._focus_section(had_keyboard, button=was_button)

    def show_restorable(self, comparison: Comparison) -> None:
        """Offer to bring back what is not as it was."""
        for section in self.sections:
            section.restore.setVisible(section.section.field in comparison.restorable)

    def say(self, icon: str, title: str, words: str, colour: str = "muted") -> None:
        """Show a few words in place of a comparison."""
        self._comparison = None
        self._forget()
        self.legend.hide()
        self.fold.hide()
        self._say(icon, title, words, colour)

    def set_look(self, zoom: int, width: int) -> None:
        """Show the text so large, and the column so wide at 100 percent."""
        self._zoom, self._width = zoom, width
        self._centre()
        self._draw()

    def spots(self) -> Iterator[tuple[DifferenceText, Spot]]:
        """Yield all changes in their order, each with the text it stands in."""
        for section in self.sections:
            for text in section.texts:
                for spot in text.spots:
                    yield text, spot

    def show_spot(self, text: DifferenceText, spot: Spot) -> None:
        """Select a change, bring it into view and give its text the keyboard."""
        for section in self.sections:
            for other in section.texts:
                if other is not text:
                    other.calm()
        text.setFocus()
        text.show_spot(spot)
        at = text.cursorRect()
        corner = text.viewport().mapTo(self.widget(), at.center())
        self.ensureVisible(corner.x(), corner.y(), 0, at.height() + _IN_SIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle."""
        self._centre()
        super().resizeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Make the text larger or smaller while Ctrl is held."""
        steps = zoom_steps(event)
        if steps is None:
            super().wheelEvent(event)
        elif steps:
            self.zoom_wanted.emit(steps)

    # Within.

    def _made(self, section: Section) -> SectionView:
        view = SectionView(self._theme, section, self._zoom)
        view.restore_wanted.connect(self.restore_wanted)
        return view

    def _forget(self) -> None:
        for view in (*self.sections, *self._same):
            self._rows.removeWidget(view)
            view.hide()
            view.deleteLater()
        self.sections, self._same = [], []

    def _section_with_keyboard(self) -> int | None:
        """Return the number of the section in which the keyboard is."""
        now = QApplication.focusWidget()
        with_it = (n for n, view in enumerate(self.sections) if now and view.isAncestorOf(now))
        return next(with_it, None)

    def _focus_section(self, number: int, *, button: bool) -> None:
        """Give the keyboard to the section that stands where one was, or to the last."""
        if not self.sections:
            self.emptied.emit()
            return
        view = self.sections[min(number, len(self.sections) - 1)]
        (view.restore if button and not view.restore.isHidden() else view.texts[0]).setFocus()

    def _say(self, icon: str, title: str, words: str, colour: str) -> None:
        self.note.say(icon, title, words, colour)
        self.note.setAccessibleName(f"{title}. {words}")
        self.note.show()

    def _name_same(self, same: tuple[Section, ...]) -> None:
        self.fold.setVisible(bool(same))
        names = ", ".join(section.title for section in same)
        self.fold.setText(self.tr("{0} bagian yang sama").format(len(same)))
        self.fold.setToolTip(names)
        self.fold.setAccessibleDescription(names)
        self._turn(self.fold.isChecked())
        if self.fold.isChecked():
            self._show_same(True)

    def _show_same(self, on: bool) -> None:
        self._turn(on)
        for view in self._same:
            self._rows.removeWidget(view)
            view.deleteLater()
        self._same = []
        if on and self._comparison is not None:
            self._same = [self._made(section) for section in self._comparison.same]
            for view in self._same:
                self._rows.insertWidget(self._rows.count() - 1, view)
                view.show()

    def _turn(self, open_: bool) -> None:
        icon = "chevron-down" if open_ else "chevron-right"
        self.fold.setIcon(self._theme.icon(icon, "muted"))

    def _draw(self) -> None:
        self._turn(self.fold.isChecked())
        for view in (*self.sections, *self._same):
            for text in view.texts:
                text.draw(self._zoom)

    def _centre(self) -> None:
        width = self._width * self._zoom // 100
        self._column.setMaximumWidth(width)
        left = max((self.width() - width) // 2, _SIDE)
        right = max(self.viewport().width() - width - left, _SIDE)
        self._across.setContentsMargins(left, 0, right, 0)
