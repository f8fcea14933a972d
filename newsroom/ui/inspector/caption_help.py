"""What begins a caption: the house's templates, a group's names, the caption of another photo."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton

from newsroom.story.caption import begun_caption
from newsroom.story.story import Photo
from newsroom.ui.inspector.names_dialog import NamesDialog
from newsroom.ui.theme import Theme

_LONGEST = 60  # letters of a template in the menu


class CaptionHelp(QToolButton):
    """A menu beside the caption's label; it asks for what is to be written, and writes nothing."""

    begun = Signal(str)  # a caption to write for the one that stands there
    named = Signal(str)  # names to write where the cursor is
    shared = Signal()  # the caption is that of the other photos too
    for_some = Signal()  # of some, which are still to be chosen

    def __init__(self, theme: Theme, templates: Sequence[str], photo: Callable[[], Photo]) -> None:
        super().__init__()
        self._theme = theme
        self._templates = templates
        self._photo = photo
        self.setText(self.tr("Bantu tulis"))
        self.setProperty("small", True)
        self.setToolTip(self.tr("Templat, nama dari kiri, keterangan yang sama"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self._fill()

    def name_for(self, number: int) -> None:
        """Say whose caption it helps with."""
        self.setAccessibleName(self.tr("Bantu tulis keterangan foto {0}").format(number))

    def _fill(self) -> None:
        """Show the templates as they will read: the day and the place are the photo's."""
        self._menu.clear()
        photo = self._photo()
        for template in self._templates:
            text = begun_caption(template, photo)
            short = text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
            self._menu.addAction(short.replace("&", "&&"), lambda text=text: self.begun.emit(text))
        if self._templates:
            self._menu.addSeparator()
        self._menu.addAction(self.tr("Nama dari kiri…"), self._ask_names)
        same = self._menu.addAction(self.tr("Pakai untuk foto lain yang kosong"), self.shared.emit)
        some = self._menu.addAction(self.tr("Pakai untuk foto tertentu…"), self.for_some.emit)
        for action in (same, some):
            action.setEnabled(bool(photo.caption.strip()))

    def _ask_names(self) -> None:
        dialog = NamesDialog(self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self.named)
        dialog.open()
