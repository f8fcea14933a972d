"""Reading a file that somebody handed over, whoever that was."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any, TypeVar

from newsroom.exchange.characters import one_line
from newsroom.exchange.errors import ExchangeError
from newsroom.exchange.manifest import Part, content_of, opened_whole, parts_of, read_manifest
from newsroom.exchange.naskah.comments import read_comments
from newsroom.exchange.naskah.ids import id_in
from newsroom.exchange.naskah.kept import KeptPictures
from newsroom.exchange.naskah.sealing import is_sealed, opened_seal
from newsroom.exchange.naskah.shape import (
    ALONE,
    COMMENTS,
    KIND,
    MOST_LISTED,
    MOST_PICTURES,
    MOST_STORY,
    STATES,
    STEPS,
    STORY,
)
from newsroom.exchange.naskah.states import read_states
from newsroom.exchange.naskah.steps import read_steps
from newsroom.exchange.progress import Progress
from newsroom.exchange.unpacked import Keep
from newsroom.exchange.zips import TooLarge, opened_zip
from newsroom.story import values as read
from newsroom.story.front_matter import FrontMatterError, read_story
from newsroom.story.handover import Handover
from newsroom.story.story import Story

_One = TypeVar("_One")
_MOST_SAID = 200  # characters of a fault


def read_naskah(
    path: Path,
    keep: Keep,
    *,
    passphrase: str = "",
    progress: Callable[[int, int], bool] | None = None,
) -> Handover:
    """Read a story, its pictures, and what has become of it so far.

    ``keep`` takes each picture that the story shows; a photograph's ``file`` is then where
    that lies, and its ``origin`` what it was first known by, of which it is a copy: upright,
    and with what was blurred blurred in it. From a file with a story alone comes one with a
    new id, and no head; in another, the head is one of the states, with its story.
    ``progress`` is told how many of how many pictures are kept, and answers False to stop.

    Raises OSError, NaskahSealed without a passphrase that is needed, WrongPassphrase,
    Cancelled, and ExchangeError where anything in the file is not as its manifest says;
    pictures that were kept by then are forgotten.
    """
    damaged = f"Berkas .naskah ini rusak; minta dikirim ulang: {path}"
    too_large = f"Isi berkas .naskah ini terlalu besar: {path}"
    content = io.BytesIO(opened_seal(path, passphrase)) if is_sealed(path) else None
    pictures = KeptPictures(keep, path)
    try:
        with opened_zip(path, damaged, too_large, content) as archive:
            manifest = read_manifest(archive, KIND, path)
            parts = parts_of(manifest, KIND, path)
            for name in parts:
                archive.getinfo(name)  # it is there, whether it is wanted or not
            text = content_of(archive, STORY, parts[STORY], MOST_STORY)
            handover = Handover(_story(text, path), head="")
            if manifest["format"] != ALONE:
                handover = _with_past(handover, manifest, archive, parts)
            story = handover.story
            photos, kept = [], Progress(progress, len(story.photos))
            for photo in story.photos:
                photos.append(pictures.place(photo, archive, parts))
                kept.step()
            return replace(handover, story=replace(story, photos=tuple(photos)))
    except BaseException:
        pictures.forget()
        raise


def _with_past(
    alone: Handover,
    manifest: Mapping[str, Any],
    archive: zipfile.ZipFile,
    parts: Mapping[str, Part],
) -> Handover:
    def listed(name: str, reader: Callable[[IO[bytes]], tuple[_One, ...]]) -> tuple[_One, ...]:
        if name not in parts:
            return ()
        with opened_whole(archive, name, parts[name], MOST_LISTED) as file:
            return reader(file)

    states = listed(STATES, read_states)
    handover = Handover(
        story=replace(alone.story, id=id_in(manifest, "uid")),
        head=id_in(manifest, "head"),
        states=states,
        steps=listed(STEPS, lambda file: read_steps(file, states)),
        comments=listed(COMMENTS, read_comments),
        who=read.text(manifest, "who"),
        moment=_moment(manifest),
    )
    head = {state.uid: state for state in states}[handover.head]
    # Without its story nothing would tell whether another text comes under its uid.
    if head.story is None or len(head.story.photos) != len(alone.story.photos):
        raise ValueError("head")
    return handover


def _story(text: bytes, path: Path) -> Story:
    try:
        story = read_story(text.decode("utf-8"))
    except FrontMatterError as error:
        reason = one_line(str(error))[:_MOST_SAID]
        raise ExchangeError(f"Naskah tidak terbaca, {reason}: {path}") from None
    if len(story.photos) > MOST_PICTURES:
        raise TooLarge
    return story


def _moment(manifest: Mapping[str, Any]) -> datetime | None:
    moment = read.moment(manifest, "moment")
    return moment and moment.astimezone(UTC)
