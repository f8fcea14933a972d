"""Takes in what colleagues handed over, one file after the other, and tells of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from newsroom.exchange.errors import in_words
from newsroom.exchange.progress import Cancelled
from newsroom.ui.handover.words import told_of, tr
from newsroom.ui.work.lanes import Lane
from newsroom.ui.work.long_work import LongWork
from newsroom.ui.written import number

if TYPE_CHECKING:
    from newsroom.app.handover import Unpacked
    from newsroom.store.handovers import Taken
    from newsroom.store.store import Store
    from newsroom.ui.main_window import MainWindow

TOLD_AFTER = 500  # milliseconds; what is done sooner needs no word before


@dataclass(slots=True)
class _Came:
    """What became of one file: a story, with what is to be said besides; or why there is none."""

    path: Path
    taken: Taken | None = None
    notes: list[str] = field(default_factory=list)
    fault: str = ""

    @property
    def told(self) -> str:
        said = told_of(self.taken) if self.taken else self.fault
        return " ".join((said, *self.notes))


class Coming(QObject):
    """A sealed file is asked the passphrase for; one that is let go of leaves nothing behind.

    Files are unpacked beside the saving: pictures take long.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._left: list[Path] = []
        self._came: list[_Came] = []
        self._lane: Lane[Store] | None = None
        self._told = ""  # how far it is, as the banner says it
        self._work = LongWork(self)
        self._work.progressed.connect(self._tell_progress)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._tell_working)

    def take(self, paths: Iterable[Path]) -> None:
        """Take in files; those that are on their way already come first."""
        is_at_work = bool(self._left)
        self._left += paths
        if self._left and not is_at_work:
            self._next()

    # Within.

    def _next(self) -> None:
        if self._left:
            self._unpack(self._left[0])
            return
        if self._lane is not None:
            self._lane.close(0)
            self._lane = None
        came, self._came = self._came, []
        if len(came) == 1:
            self._tell_one(came[0])
        elif came:
            self._tell_all(came)

    def _unpack(self, path: Path, passphrase: str = "") -> None:
        newsroom = self._window.desk.newsroom
        if self._lane is None:
            self._lane = Lane("take over", newsroom.open_store, self)
        came, progress = _Came(path), self._work.begin()

        def job(store: Store) -> Unpacked:
            return newsroom.unpack(
                store, path, passphrase=passphrase, tell=came.notes.append, progress=progress
            )

        def done(unpacked: Unpacked) -> None:
            self._end_telling()
            self._put_in(came, unpacked)

        def failed(error: Exception) -> None:
            from newsroom.exchange.errors import NaskahSealed

            self._end_telling()
            if isinstance(error, NaskahSealed):
                self._ask(path, str(error).partition(": ")[0] if passphrase else "")
            else:
                self._fail(came, error)

        self._timer.start(TOLD_AFTER)
        self._lane.run(job, done, failed)

    def _put_in(self, came: _Came, unpacked: Unpacked) -> None:
        desk = self._window.desk

        def done(taken: Taken) -> None:
            came.taken = taken
            self._go_on(came)

        def job(store: Store) -> Taken:
            return desk.newsroom.put_in(store, unpacked)

        self._window.leaving(lambda: desk.rewrite(job, done, lambda error: self._fail(came, error)))

    def _fail(self, came: _Came, error: Exception) -> None:
        is_stopped = isinstance(error, Cancelled)
        came.fault = tr("Dibatalkan; tidak ada yang diambil.") if is_stopped else in_words(error)
        self._go_on(came)

    def _tell_working(self) -> None:
        """Say what is being done, once it takes longer than a moment."""
        self._told = tr("Mengambil {0}…").format(self._left[0].name)
        self._window.banner.say(self._told, "good", tr("Batalkan"), self._work.stop, lasting=True)

    def _tell_progress(self, done: int, total: int) -> None:
        if self._told and total:
            share = tr("Mengambil {0}: {1}%").format(self._left[0].name, done * 100 // total)
            self._window.banner.change(self._told, share)
            self._told = share

    def _end_telling(self) -> None:
        self._timer.stop()
        self._window.banner.withdraw(self._told)
        self._told = ""

    def _ask(self, path: Path, fault: str) -> None:
        from newsroom.ui.dialogs.opening_dialog import OpeningDialog

        asked = tr("Kata sandi {0}").format(path.name)
        dialog = OpeningDialog(tr("Naskah terkunci"), asked, fault, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._unpack(path, dialog.field.text()))
        dialog.rejected.connect(self._drop)
        dialog.open()

    def _drop(self) -> None:
        """Go on without the file that nobody opens."""
        self._left.pop(0)
        self._next()

    def _go_on(self, came: _Came) -> None:
        self._came.append(came)
        self._left.pop(0)
        if came.taken is not None:
            window = self._window
            window.desk.step_kept.emit()
            window.desk.refresh_list()
            window.copy_desk.commenting.look_again()
        self._next()

    def _tell_one(self, came: _Came) -> None:
        from newsroom.store.handovers import What

        window, taken = self._window, came.taken
        if taken is None:
            window.banner.refuse(came.told)
            return
        id = taken.story.id
        window.leaving(lambda: window.desk.open(id))
        window.commands.at_desk.leave()
        window.show_page()
        look = tr("Lihat bedanya"), window.actions_["versions"].trigger
        is_changed = taken.what in (What.FORWARD, What.MERGED)
        if taken.conflicts:
            window.commands.handing.choosing.tell(came.told, id, look if is_changed else None)
        elif came.notes:
            window.banner.refuse(came.told, *(look if is_changed else ()))
        else:
            window.banner.say(came.told, "good", *(look if is_changed else ()))

    def _tell_all(self, came: list[_Came]) -> None:
        from newsroom.ui.dialogs.details_dialog import DetailsDialog

        window = self._window
        done = [one for one in came if one.taken]
        waiting = sum(bool(one.taken.conflicts) for one in done if one.taken)
        said = [tr("{0} dari {1} berkas diambil.").format(number(len(done)), number(len(came)))]
        if waiting:
            said.append(tr("Di {0} naskah ada perbedaan yang perlu dipilih.").format(waiting))

        def show() -> None:
            lines = [f"{one.path.name}: {one.told}" for one in came]
            dialog = DetailsDialog(" ".join(said), lines, window, tr("Naskah yang diambil"))
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

        if len(done) == len(came) and not waiting:
            window.banner.say(" ".join(said), "good", tr("Lihat rincian…"), show, lasting=True)
        else:
            window.banner.refuse(" ".join(said), tr("Lihat rincian…"), show, lasting=True)
