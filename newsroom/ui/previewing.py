"""Keeps the preview in step with the story, off the window's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage

from newsroom.story.story import Photo, Story
from newsroom.ui.desk import Desk
from newsroom.ui.editor.preview import PAGE_WIDTH, Preview

if TYPE_CHECKING:
    from newsroom.store.media import Media

_AFTER = 150  # milliseconds of quiet


class Previewing(QObject):
    """Draws the open story anew while its preview is shown."""

    def __init__(self, desk: Desk, preview: Preview, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._preview = preview
        self._story: Story | None = None
        self._timer = QTimer(self, singleShot=True, interval=_AFTER)
        self._timer.timeout.connect(self._draw)

    def show(self, story: Story | None) -> None:
        """Show a story from now on, or stop."""
        self._story = story
        self._timer.stop()
        if story is not None:
            self._draw()

    def follow(self, story: Story) -> None:
        """Draw the changed story after a pause, if it is being shown."""
        if self._story is not None:
            self._story = story
            self._timer.start()

    def _draw(self) -> None:
        story = self._story
        if story is None:
            return
        newsroom = self._desk.newsroom

        def job(media: Media) -> tuple[str, dict[str, QImage]]:
            from newsroom.exchange.page import page_html
            from newsroom.photos.pictures import NotAPicture, thumbnail

            pictures: dict[str, QImage] = {}

            def url(photo: Photo) -> str:
                path = newsroom.picture(media)(photo)
                if path is None:
                    return ""
                name = f"photo:{photo.digest or photo.file}"
                if name not in pictures:
                    try:
                        pictures[name] = QImage.fromData(thumbnail(path, PAGE_WIDTH - 96))
                    except NotAPicture:
                        return ""
                return name

            return page_html(story, newsroom.profile(), url), pictures

        def done(answer: tuple[str, dict[str, QImage]]) -> None:
            if self._story is not None and self._story.id == story.id:
                self._preview.show_page(*answer)

        self._desk.in_files(job, done, lambda error: self._desk.refused.emit(str(error)))
