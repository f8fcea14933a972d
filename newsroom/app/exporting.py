"""Stories going out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.app.own_file import own_file
from newsroom.app.styles import DEFAULT_HOUSE, Styles
from newsroom.app.writing import write_whole
from newsroom.story.story import Photo, Story

if TYPE_CHECKING:
    from newsroom.exchange.exported import ExportedStory
    from newsroom.language.finding import Finding
    from newsroom.portal.profile import Profile
    from newsroom.store.media import Media
    from newsroom.store.store import Store

EXPORTS = ("bundle", "wxr", "html", "md")
ENDINGS = {"wxr": "wxr.xml", "html": "html", "md": "md"}


class Exporting(Styles):
    """Stories looked over for a portal, and written to files."""

    def picture(self, media: Media | None) -> Callable[[Photo], Path | None]:
        """Return a function that says where a photo's file lies: in ``media``, or on its own."""

        def find(photo: Photo) -> Path | None:
            kept = media.path(photo.digest) if media and photo.digest else None
            return kept or own_file(photo)

        return find

    def carried(self, story: Story, profile: Profile, house: str = DEFAULT_HOUSE) -> Story:
        """Return a story as it goes to a portal, also where another of the portals had it.

        Its quotation marks are the house's. Raises HouseError.
        """
        from newsroom.exchange.house_quotes import in_house_quotes
        from newsroom.portal.house_marks import carried_over

        went = carried_over(story, profile, self.profiles())
        return in_house_quotes(went, self.house(house).typing_style)

    def preflight(
        self,
        story: Story,
        profile: Profile,
        media: Media | None,
        house: str = DEFAULT_HOUSE,
    ) -> list[Finding]:
        """Return what a portal will miss in a story, as a house weighs it.

        Errors stand in the way of an export. Raises HouseError.
        """
        from newsroom.photos.pictures import is_picture
        from newsroom.portal.preflight import preflight

        story = self.carried(story, profile, house)
        find = self.picture(media)

        def is_at_hand(photo: Photo) -> bool:
            path = find(photo)
            return path is not None and is_picture(path)

        return preflight(story, profile, is_at_hand, house=self.house(house))

    def export(
        self,
        story: Story,
        form: str,
        out: Path,
        profile: Profile,
        media: Media | None,
        progress: Callable[[int, int], bool] | None = None,
        house: str = DEFAULT_HOUSE,
    ) -> Path:
        """Write a story in one of ``EXPORTS`` to ``out`` and return the file's path.

        ``wxr`` and ``html`` are the import file and the block markup that are in the
        bundle; ``md`` names its photos without their folders. ``out`` may be a folder:
        the file then takes the story's slug for its name. ``progress`` is told how many
        of how many steps are done and answers False to stop.

        Raises ExchangeError, OSError, and the bundle's Cancelled.
        """
        from newsroom.exchange.article import story_slug

        if form != "bundle" and out.is_dir():
            out /= f"{story_slug(story)}.{ENDINGS[form]}"
        if form == "md":
            from newsroom.story.front_matter import write_story

            photos = tuple(replace(photo, file=Path(photo.file).name) for photo in story.photos)
            text = write_story(replace(story, photos=photos))
            return write_whole(out, text.encode("utf-8"))

        from newsroom.exchange.bundle import write_bundle

        story = self.carried(story, profile, house)
        find = self.picture(media)
        if form == "bundle":
            return write_bundle(story, profile, find, out, progress)
        import tempfile
        import zipfile

        with tempfile.TemporaryDirectory() as folder:
            bundle = write_bundle(story, profile, find, Path(folder) / "bundle.zip", progress)
            with zipfile.ZipFile(bundle) as parts:
                return write_whole(out, parts.read(f"artikel.{ENDINGS[form]}"))

    def export_many(
        self,
        ids: Sequence[str],
        form: str,
        folder: Path,
        profile: Profile,
        store: Store,
        progress: Callable[[int, int], bool] | None = None,
        house: str = DEFAULT_HOUSE,
    ) -> Iterator[ExportedStory]:
        """Write stories into a folder, and yield what became of each, as it is done.

        What goes wrong with one is told in its answer; the others are written. ``progress``
        is told how many stories of how many are done, and answers False to stop. Raises
        ExchangeError if there can be no such folder, HouseError, and StoreError.
        """
        from newsroom.app.many_exports import ManyExports
        from newsroom.exchange.errors import ExchangeError, disk_fault

        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ExchangeError(f"{folder}: {disk_fault(error)}") from None
        many = ManyExports(self, form, folder, profile, store, house)
        for done, id in enumerate(ids):
            if progress and not progress(done, len(ids)):
                return
            yield many.one(id)
        if progress:
            progress(len(ids), len(ids))
