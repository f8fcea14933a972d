"""Taking an archive into the store, some items at a time.

Each batch is one transaction: its stories are there with the keys that they are known by,
or nothing of it is. Whoever is stopped begins anew, and what is there is passed over
without being read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from newsroom.exchange.archive.found import Fault, Found, Read, found_in
from newsroom.exchange.archive.look import Progress, looked_through
from newsroom.exchange.archive.report import Line, Outcome, Report
from newsroom.exchange.errors import ExchangeError, disk_fault
from newsroom.exchange.incoming import SetOut
from newsroom.exchange.taking_pictures import take_picture, without_picture
from newsroom.exchange.unpacked import forget_picture
from newsroom.photos.pictures import NotAPicture
from newsroom.store.durable import Stopped
from newsroom.store.errors import HandoverForged, PictureUnreadable, StoreError
from newsroom.store.imported import Arriving, Verdict
from newsroom.store.store import Store
from newsroom.story.story import Photo
from newsroom.story.version import Mark, StepKind

TakeOver = Callable[[Path], Line | None]
"""Takes in a file that hands a story over, and says what became of it; None if it is none."""

BATCH = 50
_MOST_SIZE = 32_000_000  # letters in one batch; it is in memory as a whole
_OUTCOMES = {
    Verdict.NEW: Outcome.ADDED,
    Verdict.THERE: Outcome.THERE,
    Verdict.CHANGED: Outcome.CHANGED,
    Verdict.GONE: Outcome.GONE,
}
_NOTES = {
    Outcome.CHANGED: "yang ada di sini tidak diubah",
    Outcome.GONE: "pernah diimpor, lalu dihapus di sini",
}


@dataclass(slots=True)
class _Waiting:
    """A story that is read and waits to be saved with its batch."""

    found: Found
    read: Read


def take_in_archive(
    paths: Iterable[Path],
    store: Store,
    *,
    set_out: SetOut | None = None,
    changed_too: bool = False,
    progress: Progress | None = None,
    added: Callable[[str], None] | None = None,
    take_over: TakeOver = lambda _: None,
) -> Report:
    """Take in all stories of the paths that are not here yet, and report what became of each.

    ``changed_too`` takes in what came before and says something else now, as stories of
    their own. ``added`` is told the id of each story that is safely in the store.
    ``take_over`` is asked first of each file: what was handed over is known by more than its
    path and its bytes. Raises StoreError; what was added until then stays.
    """
    try:
        plan, looked = looked_through(paths, progress)
    except Stopped:
        return Report(is_stopped=True)
    report = Report(others=plan.others + looked.others)
    report.total = len(plan.faults) + len(plan.files) + looked.stories
    taking = _Taking(store, report, changed_too, added, take_over)
    for batch in _batched(found_in(plan, looked, set_out)):
        taking.take(batch, progress)
        if report.is_stopped:
            break
    return report


class _Taking:
    def __init__(
        self,
        store: Store,
        report: Report,
        changed_too: bool,
        added: Callable[[str], None] | None,
        take_over: TakeOver,
    ) -> None:
        self._store = store
        self._report = report
        self._changed_too = changed_too
        self._added = added
        self._take_over = take_over

    def take(self, batch: list[Found | Fault], progress: Progress | None) -> None:
        """Save what is new in a batch; if it is stopped, what was read until then."""
        keys = [key for one in batch if isinstance(one, Found) for key in one.item.keys]
        known = self._store.imported.known(keys)
        waiting: list[_Waiting] = []
        done = len(self._report.lines)
        for number, one in enumerate(batch, 1):
            if isinstance(one, Fault):
                self._tell(Line(Outcome.UNREADABLE, one.where, note=one.why))
            elif not self._is_handed_over(one):
                verdict, id = one.item.judged(known)
                if verdict is Verdict.NEW or (verdict is Verdict.CHANGED and self._changed_too):
                    self._read(one, waiting)
                else:
                    self._tell_of(one, verdict, id)
            if progress and not progress(done + number, max(self._report.total, done + number)):
                self._report.is_stopped = True
                break
        self._save(waiting)

    def _is_handed_over(self, found: Found) -> bool:
        """Take a story in that was handed over; False if it is none, and is to be read."""
        with self._telling_faults(found):
            line = self._take_over(Path(found.where))
            if line is None:
                return False
            self._tell(line)
            if self._added and line.outcome in (Outcome.ADDED, Outcome.RENEWED):
                self._added(line.id)
        return True

    def _read(self, found: Found, waiting: list[_Waiting]) -> None:
        with self._telling_faults(found):
            waiting.append(_Waiting(found, self._with_pictures(found.read())))

    @contextmanager
    def _telling_faults(self, found: Found) -> Iterator[None]:
        try:
            yield
        except (ExchangeError, HandoverForged) as error:
            self._unreadable(found, str(error))
        except StoreError:
            raise
        except OSError as error:
            self._unreadable(found, disk_fault(error))
        except Exception as error:  # a file in ten thousand that trips a reader up
            self._unreadable(found, f"kesalahan yang tidak terduga, tolong laporkan: {error!r}")

    def _with_pictures(self, read: Read) -> Read:
        """Copy the pictures of a story in; one that is none leaves its photo as it is."""
        photos, notes = [], list(read.notes)
        for photo in read.story.photos:
            path = _picture_of(photo)
            try:
                photos.append(take_picture(photo, path, self._store.media) if path else photo)
            except (NotAPicture, PictureUnreadable) as error:
                photos.append(without_picture(photo))
                notes.append(str(error))
        for path in filter(None, map(_picture_of, read.story.photos)):
            forget_picture(path)
        story = replace(read.story, photos=tuple(photos))
        return replace(read, story=story, notes=tuple(notes))

    def _save(self, waiting: list[_Waiting]) -> None:
        if not waiting:
            return
        try:
            verdicts = self._store.imported.add([self._arriving(one) for one in waiting])
        except StoreError as error:
            # Of this kind, and no other, is what lies in a story itself: half a letter.
            if type(error) is not StoreError:
                raise
            if len(waiting) == 1:
                self._unreadable(waiting[0].found, str(error))
                return
            for one in waiting:
                self._save([one])
            return
        for one, (verdict, id) in zip(waiting, verdicts, strict=True):
            self._tell_of(one.found, verdict, id, one.read)

    def _arriving(self, one: _Waiting) -> Arriving:
        return Arriving(
            one.read.story,
            one.found.item,
            Mark(StepKind.IMPORT, note=one.found.origin),
            discarded=one.read.was_discarded,
            anew=self._changed_too,
        )

    def _tell_of(self, found: Found, verdict: Verdict, id: str, read: Read | None = None) -> None:
        outcome = _OUTCOMES[verdict]
        notes = [_NOTES.get(outcome, "")]
        headline = found.headline
        if read is not None and outcome is Outcome.ADDED:
            headline = read.story.headline
            notes += read.notes
            if read.was_discarded:
                notes.append("ada di keranjang, seperti di situsnya")
        self._tell(Line(outcome, found.where, headline, id, "; ".join(filter(None, notes))))
        if outcome is Outcome.ADDED and self._added:
            self._added(id)

    def _unreadable(self, found: Found, why: str) -> None:
        self._tell(Line(Outcome.UNREADABLE, found.where, found.headline, note=why))

    def _tell(self, line: Line) -> None:
        self._report.lines.append(line)


def _batched(found: Iterator[Found | Fault]) -> Iterator[list[Found | Fault]]:
    batch: list[Found | Fault] = []
    size = 0
    for one in found:
        batch.append(one)
        size += one.size if isinstance(one, Found) else 0
        if len(batch) == BATCH or size > _MOST_SIZE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _picture_of(photo: Photo) -> Path | None:
    """Return the file that a photo not in the store names by its whole path."""
    path = Path(photo.file)
    return path if photo.file and path.is_absolute() and path.is_file() else None
