"""Puts the parts together, for the window and the command line alike.

The parts are imported where they are used, so that the window is painted before
the database and the pictures have been loaded.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from newsroom.resources import resource
from newsroom.story.story import Photo, Story
from newsroom.story.version import Mark, StepKind

if TYPE_CHECKING:
    from newsroom.exchange.all_files import Exported
    from newsroom.exchange.archive.report import Report as ArchiveReport
    from newsroom.exchange.exported import ExportedStory, FileNames
    from newsroom.exchange.settings.settings import Settings
    from newsroom.language.checker import Checker
    from newsroom.language.finding import Finding
    from newsroom.language.house import House
    from newsroom.language.ignored import IgnoredMarks
    from newsroom.portal.profile import Profile
    from newsroom.store.backup.automatic import Outcome
    from newsroom.store.backup.tally import Progress
    from newsroom.store.media import Media
    from newsroom.store.recovery.report import RecoveryReport
    from newsroom.store.store import Store

T = TypeVar("T")

DEFAULT_PORTAL = "infobanten"
DEFAULT_HOUSE = DEFAULT_PORTAL
EXPORTS = ("bundle", "wxr", "html", "md")
SAMPLES = "samples"
SAMPLE = "perahu-pustaka"

_ENDINGS = {"wxr": "wxr.xml", "html": "html", "md": "md"}


def data_home() -> Path:
    """Return the data folder: ``NEWSROOM_HOME``, else the platform's place for it."""
    named = os.environ.get("NEWSROOM_HOME")
    if named:
        return Path(named).expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path("newsroom", appauthor=False)


class Newsroom:
    """One data folder and all that can be done with it.

    It holds nothing but the folder's path, and whom to tell of a damaged store that was made
    anew, so every thread may use it. What it opens (stores, checkers) belongs to the thread
    that asked for it.
    """

    def __init__(
        self, home: Path, on_recovery: Callable[[RecoveryReport], None] | None = None
    ) -> None:
        self.home = home
        self._on_recovery = on_recovery

    def __getstate__(self) -> dict[str, object]:
        """Leave behind whom to tell: that is no thing for another process."""
        return {"home": self.home, "_on_recovery": None}

    def telling(self, on_recovery: Callable[[RecoveryReport], None]) -> Newsroom:
        """Return the same newsroom, telling somebody else of a damaged store."""
        return Newsroom(self.home, on_recovery)

    # Its parts.

    def open_store(self) -> Store:
        """Open the store, making it if need be. Raises StoreError.

        A damaged one is looked for only where it was not closed in good order, or can't be
        opened. It is made anew from what can be read and the newest backup, ``on_recovery``
        gets the report, on the thread that asked, and the damaged file is kept.
        """
        from newsroom.store.opening import open_sound

        return open_sound(self.home, self._on_recovery)

    def open_media(self) -> Media:
        """Return the store's pictures alone."""
        from newsroom.store.media import Media
        from newsroom.store.place import MEDIA

        return Media(self.home / MEDIA)

    def own_words(self) -> list[str]:
        """Return the user's own words; none before there is a data folder. Raises StoreError."""
        return self._kept(lambda store: store.words.all())

    def ignored(self, house: str = DEFAULT_HOUSE) -> IgnoredMarks:
        """Return the marks that a house leaves out. Raises StoreError."""
        from newsroom.language.ignored import IgnoredMarks

        return IgnoredMarks(self._kept(lambda store: store.ignored.all(house)))

    def _kept(self, read: Callable[[Store], list[T]]) -> list[T]:
        """Read from the store; without a data folder there is nothing, and none is made."""
        if not self.home.is_dir():
            return []
        with closing(self.open_store()) as store:
            return read(store)

    def house(self, name: str = DEFAULT_HOUSE) -> House:
        """Return a house style; the user's own, in ``house/``, win. Raises HouseError."""
        from newsroom.language.house_file import load_house

        return load_house(name, self.home / "house")

    def house_names(self) -> list[str]:
        """Return the names of all house styles."""
        from newsroom.language.house_file import house_names

        return house_names(self.home / "house")

    def make_checker(self, words: Iterable[str] = (), house: str = DEFAULT_HOUSE) -> Checker:
        """Make a checker by a house style, to which these words are right too.

        Without hunspell it goes by the project's own lists, and its ``lack`` says so; a word
        they do not have is then not surely wrong. It knows the names in the stories of the
        store. Raises HouseError.
        """
        from newsroom.language.checker import Checker
        from newsroom.language.finding import Severity
        from newsroom.language.rules.spelling import SPELLING
        from newsroom.language.speller import HunspellSpeller, SpellerUnavailable

        style, speller, lack = self.house(house), None, ""
        try:
            speller = HunspellSpeller()
        except SpellerUnavailable as error:
            lack = str(error)
            milder = {SPELLING.id: Severity.WARNING}
            style = replace(style, severity={**milder, **style.severity})
        return Checker(speller, words, house=style, archive=self.archive_names, lack=lack)

    def archive_tags(self) -> dict[str, int]:
        """Return the tags of the stories, each with how many of them have it."""
        from newsroom.store.archive import archive_tags

        return archive_tags(self.home)

    def archive_names(self) -> dict[str, int]:
        """Return the names in the stories of the store, with how many stories have each."""
        from newsroom.store.archive import archive_names

        return archive_names(self.home)

    def profile(self, name: str = DEFAULT_PORTAL) -> Profile:
        """Return a portal's profile; the user's own, in ``portals/``, win. Raises ProfileError."""
        from newsroom.portal.profile import load_profile

        return load_profile(name, self.home / "portals")

    def profile_names(self) -> list[str]:
        """Return the names of all profiles."""
        from newsroom.portal.profile import profile_names

        return profile_names(self.home / "portals")

    def profiles(self) -> list[Profile]:
        """Return all profiles that can be read, the usual one first. Raises ProfileError."""
        from newsroom.portal.profile import all_profiles

        return all_profiles(DEFAULT_PORTAL, self.home / "portals")

    # Backups.

    def back_up_if_due(self, progress: Progress | None = None) -> Outcome:
        """Make the automatic backups for which it is time; for a timer, on a worker.

        What goes wrong is told in the outcome. Raises Stopped alone, if ``progress``, told
        how many bytes of how many are done, answers False.
        """
        from newsroom.store.backup.automatic import back_up_if_due

        return back_up_if_due(self.home, progress=progress)

    def export_all(
        self, folder: Path, progress: Callable[[int, int], bool] | None = None
    ) -> Exported:
        """Write all stories as plain files; stopped, or done again, it goes on from there.

        ``progress`` is told how many of how many stories are done, and answers False to
        stop: the result then says that it is not whole. Raises ExchangeError, StoreError.
        """
        from newsroom.exchange.all_files import Export, Exported

        with closing(self.open_store()) as store:
            everything = store.everything()
            revisions = everything.revisions()
            export, result = Export(folder, self.picture(store.media)), Exported(folder)
            export.begin()
            for number, (id, revision) in enumerate(revisions):
                if progress and not progress(number, len(revisions)):
                    return result
                if export.is_done(id, revision):
                    result.unchanged += 1
                    continue
                for story, discarded in everything.stories([id]):
                    export.write(story, result, discarded=discarded)
            export.write_words(store.words.all())
            result.is_whole = True
            if progress:
                progress(len(revisions), len(revisions))
            return result

    def recover_store(self) -> RecoveryReport | None:
        """Make a damaged store anew; for one whose damage is met while it is open.

        Whoever has it open closes it first. None if it proves sound. Raises StoreError.
        """
        from newsroom.store.recovery.recover import recover

        return recover(self.home, told="naskah tidak terbaca")

    def recovery_reports(self) -> list[RecoveryReport]:
        """Return the reports of all recoveries there have been, the newest first."""
        from newsroom.store.recovery.recover import reports

        return reports(self.home)

    # What a newsroom sets for itself.

    def settings(self, name: str = DEFAULT_PORTAL) -> Settings:
        """Return the settings in force. Raises ExchangeError."""
        from newsroom.exchange.settings.settings import read_settings

        return read_settings(self.home, name)

    def save_settings(
        self, before: Settings, after: Settings, name: str = DEFAULT_PORTAL
    ) -> Settings:
        """Write what differs, all of it or nothing, and return ``after``. Raises ExchangeError."""
        from newsroom.exchange.settings.settings import write_settings

        write_settings(self.home, name, before, after)
        return after

    def share_settings(self, settings: Settings, out: Path, name: str = DEFAULT_PORTAL) -> Path:
        """Write settings as one file for colleagues, and return its path. Raises ExchangeError."""
        from newsroom.exchange.settings.share import write_share

        write_share(settings, name, out)
        return out

    def shared_settings(
        self, path: Path, settings: Settings, name: str = DEFAULT_PORTAL
    ) -> Settings:
        """Return settings with what a colleague's file says. Raises ExchangeError."""
        from newsroom.exchange.settings.share import read_share, received

        return received(settings, read_share(path, name))

    # Stories coming in.

    def split(self, text: str) -> Story:
        """Set a raw text out into headline, caption, dateline, body and closing code.

        It may be in the way of any of the portals.
        """
        from newsroom.exchange.raw_text import split_for

        return split_for(text, self.profiles())

    def read_file(
        self, path: Path, *, split: bool, note: Callable[[str], None] | None = None
    ) -> Story:
        """Read a story file; ``split`` sets out what has no head. Raises ExchangeError.

        ``note`` is told what of the file was left behind.
        """
        from newsroom.exchange.files import read_story_file

        return read_story_file(path, self.split if split else None, note)

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
        from newsroom.exchange.taking_pictures import take_picture, without_picture
        from newsroom.exchange.unpacked import forget_picture
        from newsroom.photos.pictures import NotAPicture
        from newsroom.store.errors import PictureUnreadable

        photos, faults = [], []
        for photo in story.photos:
            path = _file(photo)
            try:
                photos.append(take_picture(photo, path, store.media) if path else photo)
            except (NotAPicture, PictureUnreadable) as error:
                photos.append(without_picture(photo))
                faults.append(str(error))
        mark = Mark(StepKind.IMPORT, note=note)
        saved = store.stories.save(replace(story, photos=tuple(photos)), mark=mark)
        for path in filter(None, map(_file, story.photos)):
            forget_picture(path)
        if tell:
            for fault in faults:
                tell(fault)
        return saved

    def import_archive(
        self,
        paths: Iterable[Path],
        store: Store,
        *,
        split: bool = False,
        changed_too: bool = False,
        progress: Callable[[int, int], bool] | None = None,
        added: Callable[[str], None] | None = None,
    ) -> ArchiveReport:
        """Take in folders of story files, and exports of WordPress, each story once.

        ``progress`` is told how many items of how many are done, and answers False to stop;
        done again it goes on. ``changed_too`` takes in what came before and says something
        else now, as stories of their own. ``added`` is told the ids of those in the store.
        Raises StoreError; what was added until then stays.
        """
        from newsroom.exchange.archive.taking_in import take_in_archive

        return take_in_archive(
            paths,
            store,
            set_out=self.split if split else None,
            changed_too=changed_too,
            progress=progress,
            added=added,
        )

    def sample(self) -> Story:
        """Return the story that comes with the program: a raw text set out, and its photo."""
        text = resource(SAMPLES, f"{SAMPLE}.txt").read_text(encoding="utf-8")
        story = self.split(text)
        photo = story.lead_photo or Photo("")
        picture = str(resource(SAMPLES, f"{SAMPLE}.jpg"))
        return replace(story, photos=(replace(photo, file=picture, lead=True),))

    # Stories going out.

    def picture(self, media: Media | None) -> Callable[[Photo], Path | None]:
        """Return a function that says where a photo's file lies: in ``media``, or on its own."""

        def find(photo: Photo) -> Path | None:
            kept = media.path(photo.digest) if media and photo.digest else None
            return kept or _file(photo)

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
            out /= f"{story_slug(story)}.{_ENDINGS[form]}"
        if form == "md":
            from newsroom.story.front_matter import write_story

            photos = tuple(replace(photo, file=Path(photo.file).name) for photo in story.photos)
            text = write_story(replace(story, photos=photos))
            return _write_whole(out, text.encode("utf-8"))

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
                return _write_whole(out, parts.read(f"artikel.{_ENDINGS[form]}"))

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
        from newsroom.exchange.errors import ExchangeError, disk_fault
        from newsroom.exchange.exported import FileNames

        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ExchangeError(f"{folder}: {disk_fault(error)}") from None
        names = FileNames()
        for done, id in enumerate(ids):
            if progress and not progress(done, len(ids)):
                return
            yield self._exported(id, form, folder, names, profile, store, house)
        if progress:
            progress(len(ids), len(ids))

    def _exported(
        self,
        id: str,
        form: str,
        folder: Path,
        names: FileNames,
        profile: Profile,
        store: Store,
        house: str,
    ) -> ExportedStory:
        from newsroom.exchange.article import story_slug
        from newsroom.exchange.errors import ExchangeError, disk_fault
        from newsroom.exchange.exported import ExportedStory
        from newsroom.language.finding import Severity
        from newsroom.portal.preflight import LEFT_TO_FILL_IN
        from newsroom.store.errors import StoryNotFound

        try:
            story = store.stories.get(id)
        except StoryNotFound as error:
            return ExportedStory(id, why=str(error))
        told = ExportedStory(story.id, story.headline)
        if form != "md":
            findings = self.preflight(story, profile, store.media, house)
            missing = tuple(one for one in findings if one.severity is Severity.ERROR)
            told = replace(told, missing=missing)
            if any(one.rule == LEFT_TO_FILL_IN for one in missing):
                return replace(told, why="Masih ada isian yang belum diisi di naskah ini.")
        stem = story_slug(story) + (f"-r{story.revision}" if form == "bundle" else "")
        out = folder / names.name(stem, _ENDINGS.get(form, "zip"), story.id)
        try:
            path = self.export(story, form, out, profile, store.media, house=house)
        except ExchangeError as error:
            return replace(told, why=str(error))
        except OSError as error:
            return replace(told, why=f"{out}: {disk_fault(error)}")
        store.versions.mark(story, Mark(StepKind.EXPORT, note=f"{form}, {profile.name}"))
        return replace(told, path=path)


def _file(photo: Photo) -> Path | None:
    """Return the file that a photo not in the store names by its whole path."""
    path = Path(photo.file)
    return path if photo.file and path.is_absolute() and path.is_file() else None


def _write_whole(path: Path, content: bytes) -> Path:
    """Write a file, whole or not at all; a pipe or a device is written to as it is.

    A folder that is not there is not made. Raises ExchangeError, OSError.
    """
    from newsroom.exchange.whole_file import written_whole

    if not path.parent.is_dir() or (path.exists() and not path.is_file()):
        path.write_bytes(content)
    else:
        with written_whole(path, "naskah") as part:
            part.write_bytes(content)
    return path
