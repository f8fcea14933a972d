"""Many stories at once from the command line: an old archive taken in, several exported."""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from newsroom.app import Newsroom
from newsroom.cli.streams import emit, flush, say
from newsroom.exchange.archive.report import Outcome, Report, write_report

if TYPE_CHECKING:
    from newsroom.exchange.exported import ExportedStory
    from newsroom.portal.profile import Profile
    from newsroom.store.store import Store

SENT_BEFORE = "tidak ditulis; bila memang perlu, ulangi dengan --again"
_STOPPED = 130  # as a shell counts Ctrl+C
_MOST_TOLD = 20  # lines on the screen; the report has all of them
_EVERY = 1.0  # seconds between two lines of progress


@dataclass(frozen=True, slots=True)
class Ways:
    """How an archive is taken in, and where the report of it goes."""

    split: bool
    changed_too: bool
    report: Path | None


def import_archives(newsroom: Newsroom, store: Store, paths: list[Path], ways: Ways) -> int:
    """Take archives in, say the ids of what is new and what became of the rest."""
    with _interruptible() as stopped:
        shown = _Shown("diimpor", stopped)
        report = newsroom.import_archive(
            paths,
            store,
            split=ways.split,
            changed_too=ways.changed_too,
            progress=shown.tell,
            added=_emit_at_once,
        )
    shown.end()
    _say_report(report)
    if ways.report is not None:
        write_report(report, ways.report)
        say(f"laporan lengkap: {ways.report}")
    if report.is_stopped:
        say("berhenti di sini; jalankan perintah yang sama lagi untuk melanjutkan")
        return _STOPPED
    return 2 if report.count(Outcome.UNREADABLE) else 0


def export_many(
    newsroom: Newsroom,
    ids: list[str],
    form: str,
    folder: Path,
    profile: Profile,
    house: str,
    override: str = "",
    *,
    again: bool = False,
) -> int:
    """Export stories of the store into a folder, and say where each lies.

    ``override`` is why those go all the same that lack something, ``again`` lets go those
    that the portal was given before. One that is not complete or was given before makes the
    answer 1, one that can't be written 2.
    """
    code = 0
    with closing(newsroom.open_store()) as store, _interruptible() as stopped:
        shown = _Shown("diekspor", stopped)
        for one in newsroom.export_many(
            ids, form, folder, profile, store, shown.tell, house, override, again=again
        ):
            if one.path is not None:
                emit(str(one.path))
            code = max(code, _say_of(one))
        shown.end()
    if stopped.is_set():
        say("berhenti di sini; naskah yang disebut di atas sudah ditulis")
        return _STOPPED
    return code


def export_together(
    newsroom: Newsroom,
    ids: list[str],
    out: Path,
    profile: Profile,
    house: str,
    override: str = "",
    *,
    again: bool = False,
) -> int:
    """Export stories of the store into one bundle, all or none, and say where it lies."""
    from newsroom.exchange.progress import Cancelled

    with closing(newsroom.open_store()) as store, _interruptible() as stopped:
        shown = _Shown("disiapkan", stopped)
        try:
            done = newsroom.export_together(
                ids, out, profile, store, shown.tell, house, override, again=again
            )
        except Cancelled:
            shown.end()
            say("berhenti di sini; tidak ada yang ditulis")
            return _STOPPED
        shown.end()
    code = max(map(_say_of, done))
    if code:
        say("paketnya tidak ditulis, karena isinya tidak akan lengkap")
    else:
        emit(str(done[0].path))
    return code


def _say_of(one: ExportedStory) -> int:
    """Say what is missing in a story and why it was not written, and return the exit code."""
    for finding in one.missing:
        say(f"{one.id[:8]}: {finding.message}")
    if not one.why:
        return 0
    say(f"{one.id[:8]}: {one.why}")
    if one.was_sent:
        say(SENT_BEFORE)
    return 1 if one.missing or one.was_sent else 2


class _Shown:
    """Shows how far a work is: on a screen in one line, else now and then."""

    def __init__(self, what: str, stopped: threading.Event) -> None:
        self._what = what
        self._stopped = stopped
        self._is_screen = sys.stderr.isatty()
        self._last = time.monotonic()
        self._is_begun = False

    def tell(self, done: int, total: int) -> bool:
        """Show it, once it is known of how many, and return whether to go on."""
        now = time.monotonic()
        if total and now - self._last >= (0.1 if self._is_screen else _EVERY):
            self._last = now
            if self._is_screen:
                sys.stderr.write(f"\r{done} dari {total} {self._what}")
                sys.stderr.flush()
                self._is_begun = True
            else:
                say(f"{done} dari {total} {self._what}")
        return not self._stopped.is_set()

    def end(self) -> None:
        """End the line on the screen."""
        if self._is_begun:
            sys.stderr.write("\n")


@contextmanager
def _interruptible() -> Iterator[threading.Event]:
    """Let Ctrl+C end the work in good order; pressed again it ends it at once."""
    stopped = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield stopped
        return

    def stop(number: int, frame: FrameType | None) -> None:
        if stopped.is_set():
            signal.default_int_handler(number, frame)
        stopped.set()

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield stopped
    finally:
        signal.signal(signal.SIGINT, before)


def _emit_at_once(id: str) -> None:
    """Say an id; whoever reads them learns of each batch as it is safe."""
    emit(id)
    flush()


def _say_report(report: Report) -> None:
    worth = (Outcome.UNREADABLE, Outcome.CHANGED, Outcome.RENEWED)
    told = [line for line in report.lines if line.outcome in worth]
    for line in told[:_MOST_TOLD]:
        say(f"{line.outcome}: {line.where}: {line.note}")
    if len(told) > _MOST_TOLD:
        say(f"… dan {len(told) - _MOST_TOLD} lagi; lihat semuanya dengan --report BERKAS.csv")
    noted = sum(line.outcome is Outcome.ADDED and bool(line.note) for line in report.lines)
    if noted:
        say(f"{noted} yang ditambahkan perlu dilihat lagi (foto, huruf); lihat laporannya")
    if report.others:
        say(f"dilewati, bukan naskah: {report.others_summary}")
    say(report.summary)
