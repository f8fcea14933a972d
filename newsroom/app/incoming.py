"""Stories coming in, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.app.own_file import own_file
from newsroom.app.styles import Styles
from newsroom.resources import resource
from newsroom.story.story import Photo, Story
from newsroom.story.version import Mark, StepKind

if TYPE_CHECKING:
    from newsroom.store.store import Store

SAMPLES = "samples"
SAMPLE = "perahu-pustaka"


class Incoming(Styles):
    """Texts and files read as stories, and taken into the store."""

    def split(self, text: str) -> Story:
        """Set a raw text out into headline, caption, dateline, body and closing code.

        It may be in the way of any of the portals.
        """
        from newsroom.exchange.raw_text import split_for

        return split_for(text, self.profiles())

    def read_file(
        self,
        path: Path,
        *,
        split: bool,
        note: Callable[[str], None] | None = None,
        passphrase: str = "",
    ) -> Story:
        """Read a story file; ``split`` sets out what has no head. Raises ExchangeError.

        ``note`` is told what of the file was left behind.
        """
        from newsroom.exchange.files import read_story_file

        return read_story_file(path, self.split if split else None, note, passphrase=passphrase)

    def take_in(
        self,
        story: Story,
        store: Store,
        note: str = "",
        tell: Callable[[str], None] | None = None,
    ) -> Story:
        """Copy a story's pictures into the store, save the story, and return it as saved.

        What a picture says of itself fills what the story leaves empty. As it came it is
        kept as a version; ``note`` says there where it came from. A picture that is not
        there, or can't be read, leaves its photo as it is, and preflight tells of it;
        ``tell`` is told, in Indonesian, why it can't be read. Raises StoreError.
        """
        from newsroom.exchange.unpacked import forget_picture

        faults: list[str] = []
        kept = self.with_pictures(story, store, faults.append)
        saved = store.stories.save(kept, mark=Mark(StepKind.IMPORT, note=note))
        for path in filter(None, map(own_file, story.photos)):
            forget_picture(path)
        if tell:
            for fault in faults:
                tell(fault)
        return saved

    def with_pictures(self, story: Story, store: Store, tell: Callable[[str], None]) -> Story:
        """Copy a story's pictures into the store, and return it with what they say of themselves.

        ``tell`` is told of those that can't be read. Raises StoreError.
        """
        from newsroom.exchange.taking_pictures import take_picture, without_picture
        from newsroom.photos.pictures import NotAPicture
        from newsroom.store.errors import PictureUnreadable

        photos = []
        for photo in story.photos:
            path = own_file(photo)
            try:
                photos.append(take_picture(photo, path, store.media) if path else photo)
            except (NotAPicture, PictureUnreadable) as error:
                photos.append(without_picture(photo))
                tell(str(error))
        return replace(story, photos=tuple(photos))

    def sample(self) -> Story:
        """Return the story that comes with the program: a raw text set out, and its photo."""
        text = resource(SAMPLES, f"{SAMPLE}.txt").read_text(encoding="utf-8")
        story = self.split(text)
        photo = story.lead_photo or Photo("")
        picture = str(resource(SAMPLES, f"{SAMPLE}.jpg"))
        return replace(story, photos=(replace(photo, file=picture, lead=True),))
