"""Takes in what colleagues handed over, one file after the other, and tells of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from newsroom.exchange.errors import in_words
from newsroom.ui.handover.words import told_of, tr
from newsroom.ui.written import number

if TYPE_CHECKING:
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


class Coming(QObject):
    """A sealed file is asked the passphrase for; one that is let go of leaves nothing behind."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._left: list[Path] = []
        self._came: list[_Came] = []

    def take(self, paths: Iterable[Path]) -> None:
        """Take in files; those that are on their way already come first."""
        is_at_work = bool(self._left)
        self._left += paths
        if self._left and not is_at_work:
            self._next()

    # Within.

    def _next(self) -> None:
        if self._left:
            self._read(self._left[0])
            return
        came, self._came = self._came, []
        if len(came) == 1:
            self._tell_one(came[0])
        elif came:
            self._tell_all(came)

    def _read(self, path: Path, passphrase: str = "") -> None:
        desk = self._window.desk
        came = _Came(path)

        def job(store: Store) -> Taken:
            return desk.newsroom.take_over(
                store, path, passphrase=passphrase, tell=came.notes.append
            )

        def done(taken: Taken) -> None:
            came.taken = taken
            self._go_on(came)

        def failed(error: Exception) -> None:
            from newsroom.exchange.errors import NaskahSealed

            if isinstance(error, NaskahSealed):
                self._ask(path, str(error).partition(": ")[0] if passphrase else "")
            else:
                came.fault = in_words(error)
                self._go_on(came)

        self._window.leaving(lambda: desk.rewrite(job, done, failed))

    def _ask(self, path: Path, fault: str) -> None:
        from newsroom.ui.dialogs.opening_dialog import OpeningDialog

        asked = tr("Kata sandi {0}").format(path.name)
        dialog = OpeningDialog(tr("Naskah terkunci"), asked, fault, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._read(path, dialog.field.text()))
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
        window, taken = self._window, came.taken
        if taken is None:
            window.banner.say(came.told, "warning")
            return
        id = taken.story.id
        window.leaving(lambda: window.desk.open(id))
        window.commands.at_desk.leave()
        window.show_page()
        if taken.conflicts:
            choose = partial(window.commands.handing.choosing.open, id)
            window.banner.say(came.told, "warning", tr("Pilih…"), choose)
        else:
            window.banner.say(came.told, "warning" if came.notes else "good")

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

        level = "good" if len(done) == len(came) and not waiting else "warning"
        window.banner.say(" ".join(said), level, tr("Lihat rincian…"), show, lasting=True)
