"""Beginning a story from a template."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from shiboken6 import isValid

from newsroom.exchange.templates import FOLDER, Template, read_templates
from newsroom.story.story import Story
from newsroom.ui.dialogs.template_dialog import TemplateDialog

if TYPE_CHECKING:
    from newsroom.ui.main_window import MainWindow


def open_templates(window: MainWindow) -> None:
    """Open the list of templates; they are read beside the window's work."""
    home = window.desk.newsroom.home
    dialog = TemplateDialog(window.theme, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.chosen.connect(lambda story: _begin(window, story))

    def show(answer: tuple[list[Template], list[str]]) -> None:
        if isValid(dialog):
            dialog.show_templates(*answer, home / FOLDER)

    def failed(error: Exception) -> None:
        show(([], [str(error)]))

    window.desk.in_files(lambda _: read_templates(home), show, failed)
    dialog.open()


def _begin(window: MainWindow, story: Story) -> None:
    """Open a story made from a template, its first ⟨field⟩ chosen."""
    desk, in_style = window.desk, window.aids.in_style
    story = replace(story, headline=in_style(story.headline), body=in_style(story.body))

    def fill_in(opened: Story | None) -> None:
        desk.opened.disconnect(fill_in)
        if opened is not None and opened.id == story.id:
            window.aids.fill_in(window.page.headline)

    def take_in() -> None:
        desk.opened.connect(fill_in)
        desk.take_in(story)

    window.leaving(take_in)
