"""Stories handed from this desk to another, and taken over from there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.app.exporting import Exporting
from newsroom.app.incoming import Incoming
from newsroom.app.own_file import own_file
from newsroom.exchange.errors import ExchangeError
from newsroom.story.version import Mark, StepKind

if TYPE_CHECKING:
    from newsroom.store.handovers import Taken
    from newsroom.store.store import Store
    from newsroom.story.handover import Handover
    from newsroom.story.merge.normal import Picture
    from newsroom.story.photo_keys import PhotoKey
    from newsroom.story.story import Photo

ENDING = "naskah"
_NAMED = 3  # pictures that are told of by name


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A story that came in a file; ``came`` are its pictures, which the store has by now.

    ``found`` counts those that were missing in a story that is here.
    """

    path: Path
    handover: Handover
    came: Mapping[PhotoKey, Picture]
    found: int = 0


class HandingOver(Incoming, Exporting):
    """A story in one file, with what is needed to make one of it and what is written meanwhile."""

    def hand_over(
        self,
        store: Store,
        story_id: str,
        path: Path,
        *,
        side: int | None = None,
        passphrase: str = "",
        progress: Callable[[int, int], bool] | None = None,
        tell: Callable[[str], None] | None = None,
    ) -> Path:
        """Write a story with its states, steps and comments to a file, and return its path.

        ``path`` may be a folder: the file then takes the story's slug for its name. ``side``
        is the most pixels that a side of a picture keeps; with a passphrase the file is
        sealed. ``progress`` is told how many of how many pictures are done, and answers
        False to stop; ``tell``, in Indonesian, of pictures that can't go along. The history
        says that the story was handed over. Raises ExchangeError, Cancelled, StoryNotFound
        and StoreError.
        """
        from newsroom.exchange.article import story_slug
        from newsroom.exchange.naskah import write_naskah

        story = store.stories.get(story_id)
        leaving = store.handovers.hand_over(story.id)
        if path.is_dir():
            path /= f"{story_slug(leaving.story)}.{ENDING}"
        bare: list[Photo] = []
        written = write_naskah(
            leaving,
            self.picture(store.media),
            path,
            side=side,
            passphrase=passphrase,
            progress=progress,
            bare=bare.append,
        )
        if tell and (names := [photo.file for photo in bare if photo.digest]):
            count, some = len(names), ", ".join(names[:_NAMED])
            more = ", …" if count > _NAMED else ""
            tell(f"{count} gambar tidak ikut, berkasnya hilang atau rusak di sini: {some}{more}")
        note = f"ke berkas {written.name}"
        left = replace(leaving.story, sources=story.sources)
        store.versions.mark(left, Mark(StepKind.HANDOVER, leaving.who, note))
        return written

    def take_over(
        self,
        store: Store,
        path: Path,
        *,
        passphrase: str = "",
        tell: Callable[[str], None] | None = None,
    ) -> Taken:
        """Take in a story that was handed over: unpack it, and put it in."""
        unpacked = self.unpack(store, path, passphrase=passphrase, tell=tell)
        return self.put_in(store, unpacked)

    def unpack(
        self,
        store: Store,
        path: Path,
        *,
        passphrase: str = "",
        tell: Callable[[str], None] | None = None,
        progress: Callable[[int, int], bool] | None = None,
    ) -> Unpacked:
        """Read a story that was handed over, and copy the pictures that may be needed.

        That takes long where they are many, and changes nothing else. ``tell`` is told, in
        Indonesian, of pictures that can't be kept; ``progress`` how much of how much is done,
        and answers False to stop. Raises NaskahSealed, ExchangeError, Cancelled and StoreError.
        """
        from newsroom.exchange.naskah import read_naskah
        from newsroom.exchange.unpacked import forget_picture, keep_picture

        def half(second: bool) -> Callable[[int, int], bool] | None:
            if progress is None:
                return None
            return lambda done, total: progress(done + second * total, 2 * total)

        try:
            handover = read_naskah(
                path, keep_picture, passphrase=passphrase, progress=half(second=False)
            )
        except FileNotFoundError:
            raise ExchangeError(f"Berkas tidak ditemukan: {path}") from None
        except OSError:
            raise ExchangeError(f"Berkas tidak bisa dibaca: {path}") from None
        if not handover.head and handover.story.is_empty:
            raise ExchangeError(f"Berkas ini kosong: {path}")
        note = tell or (lambda _: None)
        try:
            if handover.head:
                return _kept(Unpacked(path, handover, {}), store, note, half(second=True))
            story = self.with_pictures(handover.story, store, note)
            return Unpacked(path, replace(handover, story=story), {})
        finally:
            for picture in filter(None, map(own_file, handover.story.photos)):
                forget_picture(picture)

    def put_in(self, store: Store, unpacked: Unpacked) -> Taken:
        """Take in a story that was unpacked, and return it as saved and what became of it.

        One that is here is merged with what was written on it here; where both changed the
        same words, both wordings are kept until a person chooses. Raises ExchangeError and
        StoreError.
        """
        from newsroom.store.handovers import Taken, What

        handover = unpacked.handover
        if handover.head:
            taken = store.handovers.take_over(handover, unpacked.came, self.zone())
            return replace(taken, found=unpacked.found)
        # A story alone: nothing by which to know it again.
        mark = Mark(StepKind.IMPORT, note=unpacked.path.name)
        return Taken(store.stories.save(handover.story, mark=mark), What.NEW)


def said_of(taken: Taken) -> str:
    """Return what became of a story that was handed over, in one line."""
    from newsroom.store.handovers import What

    words = {
        What.NEW: "naskah baru",
        What.OLD: "tidak ada tulisan baru; semua sudah ada di sini",
        What.FORWARD: "diperbarui dari meja lain",
        What.MERGED: "digabung dengan yang ditulis di sini",
    }
    told = [words[taken.what]]
    if taken.before:
        told.append(f"status dari {taken.before.label} menjadi {taken.story.status.label}")
    if taken.apart:
        told.append("tidak ada versi bersama yang dikenal, jadi yang berbeda tersimpan dua-duanya")
    if taken.conflicts:
        told.append(f"{len(taken.conflicts)} perbedaan perlu dipilih")
    if taken.comments:
        told.append(f"{taken.comments} komentar baru")
    if taken.found:
        told.append(f"{taken.found} foto yang hilang di sini ada lagi")
    if taken.binned:
        told.append("naskah ini dikeluarkan dari keranjang")
    return "; ".join(told)


def _kept(
    unpacked: Unpacked,
    store: Store,
    tell: Callable[[str], None],
    progress: Callable[[int, int], bool] | None,
) -> Unpacked:
    """Copy the pictures that may be needed into the store, and return all with these."""
    from newsroom.exchange.progress import Progress
    from newsroom.store.errors import PictureUnreadable
    from newsroom.story.merge.normal import Picture, baked
    from newsroom.story.photo_keys import photo_keys

    handover = unpacked.handover
    states = {state.uid: state.story for state in handover.states}
    head = states.get(handover.head)
    if head is None:
        return unpacked
    done = {key: baked(photo) for key, photo in zip(photo_keys(head), head.photos, strict=True)}
    wanted, bare = store.handovers.wanted(handover)
    came: dict[PhotoKey, Picture] = {}
    kept = Progress(progress, len(handover.story.photos))
    for key, photo in zip(photo_keys(handover.story), handover.story.photos, strict=True):
        path = own_file(photo)
        if path is not None and key in wanted and key in done:
            try:
                came[key] = Picture(store.media.add(path), done[key])
            except PictureUnreadable as error:
                tell(str(error))
        kept.step()
    return replace(unpacked, came=came, found=len(bare & came.keys()))
