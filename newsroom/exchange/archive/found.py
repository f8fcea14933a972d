"""The stories of an archive as they are come upon: known by their keys before they are read."""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from lxml import etree

from newsroom.exchange.archive.walk import Plan
from newsroom.exchange.characters import one_line
from newsroom.exchange.errors import ExchangeError, disk_fault
from newsroom.exchange.files import read_story_file
from newsroom.exchange.incoming import SetOut
from newsroom.exchange.kinds import HTML, WORD
from newsroom.exchange.unpacked import keep_picture
from newsroom.exchange.wxr_reading.reading import RawFault, RawPost, Survey, posts
from newsroom.exchange.wxr_reading.story import post_of
from newsroom.store.imported import Item
from newsroom.story.story import Story

_BLOCK = 1 << 20
_CORE = "docProps/core.xml"
_MOST_CORE = 1_000_000
_TERMS = "{http://purl.org/dc/terms/}"
_PUBLISHED = re.compile(
    rb"""<(?:meta|time)\b(?=[^<>]*?(?:article:published_time|datePublished|datetime))[^<>]*?"""
    rb"""\b(?:content|datetime)\s*=\s*["'](\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d))""",
    re.IGNORECASE,
)
_OLDEST = datetime(1980, 1, 2, tzinfo=UTC)  # what a clock says that was never set


@dataclass(frozen=True, slots=True)
class Read:
    """A story that was read, what is to be told of it, and whether it had been thrown away."""

    story: Story
    notes: tuple[str, ...] = ()
    was_discarded: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A story that was come upon. ``read`` raises ExchangeError; ``size`` is what it holds."""

    where: str
    headline: str
    origin: str
    item: Item
    read: Callable[[], Read]
    size: int = 0


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that can't be read, and why."""

    where: str
    why: str


def found_in(plan: Plan, survey: Survey, set_out: SetOut | None) -> Iterator[Found | Fault]:
    """Yield all that is in an archive, the files first."""
    for path, why in plan.faults:
        yield Fault(str(path), why)
    for path in plan.files:
        yield _file(path, set_out)
    for export in plan.exports:
        for post in posts(export, survey.media):
            if isinstance(post, RawFault):
                yield Fault(post.where, post.why)
            else:
                yield _post(post, export.path.name, set_out)


def _file(path: Path, set_out: SetOut | None) -> Found | Fault:
    """Come upon a file, known by its bytes, whatever it is called, and by its place."""
    told = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                told.update(block)
    except OSError as error:
        return Fault(str(path), disk_fault(error))
    digest = told.hexdigest()
    item = Item((f"file:{digest}", f"path:{path}"), digest)
    return Found(str(path), "", path.name, item, lambda: _read_file(path, set_out))


def _read_file(path: Path, set_out: SetOut | None) -> Read:
    notes: list[str] = []
    story = read_story_file(path, set_out, notes.append)
    day = story.created or _written(path)
    story = replace(
        story,
        headline=story.headline or one_line(path.stem.replace("_", " ")),
        created=day,
        updated=day,
    )
    return Read(story, tuple(notes))


def _written(path: Path) -> datetime | None:
    """Return when a file was written, as it says itself, else by the disk.

    Copies often have the day of the copying; no story is younger than its file.
    """
    said: datetime | None = None
    with suppress(OSError, ValueError, KeyError, zipfile.BadZipFile, etree.XMLSyntaxError):
        if path.suffix.casefold() in WORD:
            said = _of_document(path)
        elif path.suffix.casefold() in HTML:
            said = _of_page(path)
    try:
        by_disk = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except (OSError, OverflowError, ValueError):
        return said
    return min((moment for moment in (said, by_disk) if moment and moment > _OLDEST), default=None)


def _of_document(path: Path) -> datetime | None:
    with zipfile.ZipFile(path) as archive:
        if archive.getinfo(_CORE).file_size > _MOST_CORE:
            return None
        data = archive.read(_CORE)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    core = etree.fromstring(data, parser)
    for name in ("modified", "created"):
        if text := core.findtext(f"{_TERMS}{name}"):
            return _aware(datetime.fromisoformat(text))
    return None


def _of_page(path: Path) -> datetime | None:
    with path.open("rb") as file:
        written = _PUBLISHED.search(file.read(_BLOCK))
    return _aware(datetime.fromisoformat(written[1].decode("ascii"))) if written else None


def _aware(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _post(post: RawPost, file_name: str, set_out: SetOut | None) -> Found:
    def read() -> Read:
        made = post_of(post.item, post.site, post.media, keep_picture, set_out)
        story = made.story
        if not (story.headline or story.body.strip() or story.photos):
            raise ExchangeError("kosong")
        notes = []
        if made.absent:
            notes.append(f"{made.absent} foto tidak ikut dalam ekspor; alamatnya ada di naskah")
        if not post.is_whole:
            notes.append("ada huruf yang rusak di ekspornya, ditandai \ufffd")
        if post.item.text("wp:post_password"):
            notes.append("di situsnya dikunci dengan kata sandi")
        return Read(story, tuple(notes), made.was_discarded)

    item = Item(post.keys, post.digest)
    size = sum(map(len, post.item.texts.values()))
    return Found(post.where, one_line(post.headline), file_name, item, read, size)
