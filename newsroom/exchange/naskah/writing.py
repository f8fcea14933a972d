"""Writing a story, and what has become of it so far, as one file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from newsroom.exchange.errors import ExchangeError
from newsroom.exchange.manifest import Kind, Part, add_manifest, add_part
from newsroom.exchange.naskah.comments import write_comments
from newsroom.exchange.naskah.pictures import Find, copy_of, name_of_copy, place_of, renamed
from newsroom.exchange.naskah.sealing import sealed
from newsroom.exchange.naskah.shape import ALONE, COMMENTS, ENDING, FORMAT, STATES, STEPS, STORY
from newsroom.exchange.naskah.states import write_states
from newsroom.exchange.naskah.steps import write_steps
from newsroom.exchange.progress import Cancelled, Progress
from newsroom.exchange.whole_file import written_whole
from newsroom.exchange.zips import MOST_BYTES
from newsroom.story.file_names import safe_name
from newsroom.story.front_matter import write_story
from newsroom.story.handover import Handover
from newsroom.story.photo_edits import PhotoEdits
from newsroom.story.story import Photo, Story


@dataclass(frozen=True, slots=True)
class _Finding:
    """Where pictures are, how large they leave, and who is told of those that are not there."""

    picture: Find
    side: int | None
    bare: Callable[[Photo], object]


def write_naskah(
    handover: Handover | Story,
    picture: Find,
    path: Path,
    *,
    side: int | None = None,
    passphrase: str = "",
    progress: Callable[[int, int], bool] | None = None,
    bare: Callable[[Photo], object] = lambda _: None,
) -> Path:
    """Write a story with its pictures, and return the file's path.

    ``picture`` says where a photograph's file is; of one without a file, or with one that
    is no whole picture, only the words go along, and ``bare`` is told. ``side`` is the most
    pixels that a side of a picture keeps; without it that is a camera's own size. What of a
    long past goes along is bounded: the newest states and steps. With a passphrase the file
    is sealed.
    ``progress`` is told how many of how many pictures are done, and answers False to stop;
    it is asked once more when all is written, as sealing takes long.

    The same story and pictures give the same bytes unless they are sealed, and a file that
    stood there before stays until the new one is whole. Raises ExchangeError and Cancelled.
    """
    finding = _Finding(picture, side, bare)
    with written_whole(path, "naskah") as part:
        if passphrase:
            clear = io.BytesIO()
            _write(clear, handover, finding, progress)
            part.write_bytes(sealed(clear.getvalue(), passphrase, path))
        else:
            with part.open("wb") as file:
                _write(file, handover, finding, progress)
            if part.stat().st_size > MOST_BYTES:
                raise ExchangeError(
                    f"Naskah ini terlalu besar; pilih foto yang lebih kecil: {path}"
                )
        story = handover if isinstance(handover, Story) else handover.story
        if progress and not progress(len(story.photos), len(story.photos)):
            raise Cancelled
    return path


def _write(
    file: IO[bytes],
    handover: Handover | Story,
    finding: _Finding,
    tell: Callable[[int, int], bool] | None,
) -> None:
    story = handover if isinstance(handover, Story) else handover.story
    progress = Progress(tell, len(story.photos))
    with zipfile.ZipFile(file, "w") as archive:
        if isinstance(handover, Story):
            parts = _with_pictures(archive, handover, finding, progress)
            alone = {name: replace(part, of="") for name, part in parts.items()}
            kind = Kind(ENDING, ALONE)
            add_manifest(archive, kind, alone, uid=handover.id, rev=handover.revision)
            return
        parts = _with_pictures(archive, story, finding, progress)
        states, told = write_states(handover.states, handover.head)
        if handover.head not in {state.uid for state in told}:
            raise ExchangeError("Naskah ini terlalu panjang untuk diserahkan; bagi menjadi dua.")
        for name, lines in (
            (STATES, states),
            (STEPS, write_steps(handover.steps, told)),
            (COMMENTS, write_comments(handover.comments)),
        ):
            if lines:
                parts[name] = add_part(archive, name, b"".join(lines))
        add_manifest(
            archive,
            Kind(ENDING, FORMAT),
            parts,
            uid=handover.story.id,
            rev=handover.story.revision,
            head=handover.head,
            who=handover.who,
            moment=handover.moment and handover.moment.isoformat(),
        )


def _with_pictures(
    archive: zipfile.ZipFile, story: Story, finding: _Finding, progress: Progress
) -> dict[str, Part]:
    parts: dict[str, Part] = {}
    photos = []
    body = story.body
    for photo in story.photos:
        file = finding.picture(photo)
        made = copy_of(photo, file, finding.side) if file else None
        name = Path(photo.file).name
        if file and made:
            named = safe_name(photo.file or file.name)
            sent = name_of_copy(named, made)
            body = renamed(body, named, sent)
            name = place_of(sent, parts)
            # Pictures are packed tight already.
            part = add_part(archive, name, made.data, packed=False)
            parts[name] = replace(part, of=photo.origin or photo.digest)
            # It is upright and blurred already.
            photo = replace(photo, edits=replace(photo.edits, turn=0, blurs=()))
        else:
            finding.bare(photo)
        photos.append(replace(photo, file=name, origin="", baked=PhotoEdits()))
        progress.step()
    text = write_story(replace(story, body=body, photos=tuple(photos)))
    parts[STORY] = add_part(archive, STORY, text.encode("utf-8", "replace"))
    return parts
