"""Takes in what colleagues handed over, one file after the other, and tells of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from newsroom.exchange.errors import in_words
from newsroom.exchange.progress import Cancelled
from newsroom.ui.handover.under_way import UnderWay
from newsroom.ui.handover.words import told_of, tr
from newsroom.ui.work.lanes import Lane
from newsroom.ui.written import number

if TYPE_CHECKING:
    from newsroom.app.handover import Unpacked
    from newsroom.store.handovers import Taken
    from newsroom.store.store import Store
    from newsroom.ui.main_window import MainWindow


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

    @property
    def is_well(self) -> bool:
        """Whether nobody needs to be told of it."""
        return self.taken is not None and not self.taken.conflicts and not self.notes


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
        self._way = UnderWay(window, tr("Mengambil"), tr("Tutup tanpa mengambil"))

    def take(self, paths: Iterable[Path]) -> None:
        """Take in files; those that are on their way already come first."""
        is_at_work = bool(self._left)
        self._left += paths
        if self._left and not is_at_work:
            self._next()

    def keeps_open(self) -> bool:
        """Have the window close once all is taken in; False if nothing is on its way.

        It stays where something is to be told.
        """
        if self._left:
            self._way.keep_open()
        return bool(self._left)

    # Within.

    def _next(self) -> None:
        if self._way.is_given_up:  # the files stay where they are
            self._left.clear()
        if self._left:
            self._unpack(self._left[0])
            return
        if self._lane is not None:
            self._lane.close(0)
            self._lane = None
        came, self._came = self._came, []
        if self._way.closes(is_well=all(one.is_well for one in came)):
            return
        if len(came) == 1:
            self._tell_one(came[0])
        elif came:
            self._tell_all(came)

    def _unpack(self, path: Path, passphrase: str = "") -> None:
        newsroom = self._window.desk.newsroom
        if self._lane is None:
            self._lane = Lane("take over", newsroom.open_store, self)
        came, progress = _Came(path), self._way.begin(path.name)

        def job(store: Store) -> Unpacked:
            return newsroom.unpack(
                store, path, passphrase=passphrase, tell=came.notes.append, progress=progress
            )

        def done(unpacked: Unpacked) -> None:
            self._way.end()
            self._put_in(came, unpacked)

        def failed(error: Exception) -> None:
            from newsroom.exchange.errors import NaskahSealed

            self._way.end()
            if isinstance(error, NaskahSealed) and not self._way.is_given_up:
                self._ask(path, str(error).partition(": ")[0] if passphrase else "")
            else:
                self._fail(came, error)

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
            # A picture that is here again may have the name that it had: nobody asks for it.
            for photo in came.taken.story.photos if came.taken.found else ():
                window.desk.want_thumbnail(photo)
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
