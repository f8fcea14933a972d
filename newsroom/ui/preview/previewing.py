"""Keeps a preview in step with the story, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from newsroom.photos.keys import picture_key
from newsroom.story.dateline import Dateline
from newsroom.story.excerpt import around
from newsroom.story.markdown_text import Span
from newsroom.story.story import Photo, Story
from newsroom.ui.desk.desk import Desk
from newsroom.ui.preview.preview import PAGE_WIDTH, Preview

if TYPE_CHECKING:
    from newsroom.store.media import Media

_AFTER = 100  # milliseconds of quiet
_AT_ONCE = 24_000  # characters, some 3,300 words; Qt lays them out in a few milliseconds


class Previewing(QObject):
    """Draws the open story anew while its preview is shown.

    Of a long story it draws what stands around the cursor: ``place`` says where that is,
    in code points or near enough.
    """

    drawn = Signal()

    def __init__(
        self, desk: Desk, preview: Preview, place: Callable[[], int], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._preview = preview
        self._place = place
        self._story: Story | None = None
        self._pictures: dict[str, QImage] = {}  # that have been made smaller already
        self.is_narrow = False
        self.shown = Span(0, 0, "")  # the part of the body that is drawn
        self._timer = QTimer(self, singleShot=True, interval=_AFTER)
        self._timer.timeout.connect(self.draw)
        preview.stale.connect(self.draw)

    def show(self, story: Story | None) -> None:
        """Show a story from now on, or stop."""
        self._story = story
        self._timer.stop()
        if story is None:
            self._pictures = {}
        else:
            self.draw()

    def follow(self, story: Story) -> None:
        """Draw the changed story after a pause, if it is being shown."""
        if self._story is not None:
            self._story = story
            self._timer.start()

    def draw(self) -> None:
        """Draw the story as it is now."""
        story = self._story
        if story is None:
            return
        newsroom, narrow, known = self._desk.newsroom, self.is_narrow, self._pictures
        colours = self._preview.colours()
        long = len(story.body) > _AT_ONCE
        part = around(story.body, self._place() if long else 0, _AT_ONCE)
        shown = _excerpt(story, part) if long else story

        def job(media: Media) -> tuple[str, dict[str, QImage]]:
            from newsroom.exchange.page import page_html
            from newsroom.photos.editing import edited_thumbnail
            from newsroom.photos.pictures import NotAPicture

            pictures: dict[str, QImage] = {}

            def url(photo: Photo) -> str:
                path = newsroom.picture(media)(photo)
                if path is None:
                    return ""
                name = f"photo:{picture_key(photo)}"
                if name in known:
                    pictures[name] = known[name]
                if name not in pictures:
                    try:
                        small = edited_thumbnail(path, PAGE_WIDTH - 96, photo.edits)
                        pictures[name] = QImage.fromData(small)
                    except NotAPicture:
                        return ""
                return name

            profile = newsroom.shown_profile()
            return page_html(shown, profile, url, narrow=narrow, colours=colours), pictures

        def done(answer: tuple[str, dict[str, QImage]]) -> None:
            if self._story is not None and self._story.id == story.id:
                html, pictures = answer
                self._pictures = pictures
                self.shown = part
                self._preview.show_page(html, pictures, part=long)
                self.drawn.emit()

        self._desk.in_files(job, done, lambda error: self._desk.refused.emit(str(error)))


def _excerpt(story: Story, part: Span) -> Story:
    """Return the story with a part of its text, marked where it was cut."""
    opening = "" if part.start == 0 else "…\n\n"
    ending = "" if part.end == len(story.body) else "\n\n…"
    dateline = story.dateline if part.start == 0 else Dateline()
    return replace(story, body=f"{opening}{part.text}{ending}", dateline=dateline)
