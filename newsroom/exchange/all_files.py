"""Everything as plain files, which need no program of ours: a folder a story.

In it lie ``story.md`` and the photographs; the folders are named after day and headline.
What has been written is noted in the target, so that whoever stops goes on later, and who
comes again gets only what has changed. Sources are in no file: they leave the store never.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from newsroom.exchange.article import story_slug
from newsroom.exchange.errors import ExchangeError, disk_fault
from newsroom.store.durable import BLOCK
from newsroom.store.private import new_file, private_folder
from newsroom.story.file_names import safe_name
from newsroom.story.front_matter import write_story
from newsroom.story.story import Photo, Story

STORY = "story.md"
BIN = "tempat-sampah"
WORDS = "kamus.txt"
NOTES = ".newsroom-ekspor.jsonl"

Picture = Callable[[Photo], Path | None]


@dataclass(slots=True)
class Exported:
    """What has been written. ``without_picture`` names story and file of each photo that is
    not there; ``with_sources`` counts the stories whose sources stayed behind.
    """

    folder: Path
    written: int = 0
    unchanged: int = 0
    pictures: int = 0
    with_sources: int = 0
    without_picture: list[tuple[str, str]] = field(default_factory=list)
    is_whole: bool = False


@dataclass(slots=True)
class Export:
    """An export to a folder, as far as it has come."""

    folder: Path
    picture: Picture
    done: dict[str, tuple[int, str]] = field(default_factory=dict)

    def begin(self) -> None:
        """Read what has been written before. Raises ExchangeError for a folder in use."""
        try:
            notes = self.folder / NOTES
            if self.folder.exists() and not self.folder.is_dir():
                raise ExchangeError(f"{self.folder} bukan folder")
            if self.folder.is_dir() and any(self.folder.iterdir()) and not notes.is_file():
                raise ExchangeError(
                    f"{self.folder} sudah berisi berkas lain; pilih folder kosong, "
                    "atau folder ekspor yang dulu"
                )
            private_folder(self.folder)
            if not notes.exists():
                new_file(notes).close()
            for line in notes.read_text(encoding="utf-8").splitlines():
                with suppress(ValueError, KeyError, TypeError):  # half a line, after a kill
                    told = json.loads(line)
                    self.done[told["id"]] = (int(told["revision"]), str(told["folder"]))
        except OSError as error:
            raise _refused(self.folder, error) from error

    def is_done(self, id: str, revision: int) -> bool:
        """Say whether a story lies there as it is now."""
        before = self.done.get(id)
        return before is not None and before[0] == revision and self._at(before[1]).is_file()

    def write(self, story: Story, result: Exported, *, discarded: bool = False) -> None:
        """Write one story, whole or not at all. Raises ExchangeError."""
        before = self.done.get(story.id)
        name = self._name(story, discarded)
        folder, part = self.folder / name, self.folder / f"{name}.part"
        try:
            shutil.rmtree(part, ignore_errors=True)
            private_folder(part)
            self._fill(part, story, result)
            if before:
                shutil.rmtree(self.folder / before[1], ignore_errors=True)
            part.replace(folder)
            self._note({"id": story.id, "revision": story.revision, "folder": name})
        except OSError as error:
            shutil.rmtree(part, ignore_errors=True)
            raise _refused(self.folder, error) from error
        self.done[story.id] = (story.revision, name)
        result.written += 1
        result.with_sources += bool(story.sources)

    def write_words(self, words: Iterable[str]) -> None:
        """Write the user's own words, one a line. Raises ExchangeError."""
        try:
            path = self.folder / WORDS
            path.unlink(missing_ok=True)
            with new_file(path) as file:
                file.write("".join(f"{word}\n" for word in words).encode("utf-8", "replace"))
        except OSError as error:
            raise _refused(self.folder, error) from error

    def _fill(self, folder: Path, story: Story, result: Exported) -> None:
        photos: list[Photo] = []
        taken: set[str] = {STORY}
        for photo in story.photos:
            path = self.picture(photo)
            name = _unique(safe_name(photo.file or (path.name if path else "")), taken)
            if path is None:
                result.without_picture.append((story.id, Path(photo.file).name))
                name = Path(photo.file).name
            else:
                taken.add(name.casefold())
                _copy(path, folder / name)
                result.pictures += 1
            photos.append(replace(photo, file=name))
        text = write_story(replace(story, photos=tuple(photos)))
        with new_file(folder / STORY) as file:
            file.write(text.encode("utf-8", "replace"))

    def _name(self, story: Story, discarded: bool) -> str:
        """Return the story's folder: the one it had if that fits still, else a new one."""
        moment = story.dateline.date or (story.created.astimezone() if story.created else None)
        day = f"{moment:%Y-%m-%d}" if moment else "tanpa-tanggal"
        base = f"{BIN if discarded else day[:4]}/{day}_{story_slug(story)}"
        before = self.done.get(story.id)
        name, number = base, 1
        while (before is None or before[1] != name) and (self.folder / name).exists():
            number += 1
            name = f"{base}-{number}"
        return name

    def _at(self, name: str) -> Path:
        return self.folder / name / STORY

    def _note(self, told: Mapping[str, Any]) -> None:
        with (self.folder / NOTES).open("a", encoding="utf-8") as notes:
            notes.write(json.dumps(told) + "\n")


def _unique(name: str, taken: set[str]) -> str:
    path = Path(name)
    number = 1
    while name.casefold() in taken:
        number += 1
        name = f"{path.stem}-{number}{path.suffix}"
    return name


def _copy(path: Path, target: Path) -> None:
    with path.open("rb") as source, new_file(target) as file:
        while block := source.read(BLOCK):
            file.write(block)


def _refused(folder: Path, error: OSError) -> ExchangeError:
    return ExchangeError(f"ekspor tidak dapat ditulis: {folder}: {disk_fault(error)}")
