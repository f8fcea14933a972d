"""Opening the program's window."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QDeadlineTimer,
    QEventLoop,
    QLibraryInfo,
    QLocale,
    QLockFile,
    Qt,
    QTranslator,
)
from PySide6.QtWidgets import QApplication

from newsroom.app import Newsroom
from newsroom.resources import resource
from newsroom.ui.main_window import MainWindow
from newsroom.ui.one_window import OneWindow, handed_over
from newsroom.ui.theme import Theme
from newsroom.ui.work.painting import after_painting

if TYPE_CHECKING:
    from newsroom.story.story import Story


_PATIENCE = 20_000  # milliseconds
_TURN = 0.001  # seconds; longer than a moment, or one save is felt in many keys
_NEVER = 1_000_000_000  # of the second-largest looks
_FRAME = 40  # pixels of title bar and border, which are known only once the window is shown


def keep_free() -> None:
    """Have neither workers nor Python's own housekeeping hold up the window.

    Workers hand over much sooner than Python would have them do. All objects are looked
    through for rubbish, which takes a tenth of a second with a long story open, only
    while the person is in another program.
    """
    sys.setswitchinterval(_TURN)
    gc.set_threshold(10_000, 20, _NEVER)


def _tidy_up(state: Qt.ApplicationState) -> None:
    if state is not Qt.ApplicationState.ApplicationActive:
        gc.collect()


def application() -> QApplication:
    """Make the Qt application, speaking Indonesian or the language asked for."""
    keep_free()
    # Qt makes the style itself. Made by setStyle it would be handed to Python, which would first
    # have to know QStyle with its six hundred names: the first painting does not wait for that.
    app = QApplication([*sys.argv[:1], "-style", "fusion"])
    app.applicationStateChanged.connect(_tidy_up)
    app.setApplicationName("newsroom")
    app.setApplicationDisplayName("Newsroom")
    QLocale.setDefault(QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia))
    language = os.environ.get("NEWSROOM_LANGUAGE", "id")
    own = str(resource("translations"))
    for name, folder in (
        (f"newsroom_{language}", own),
        (f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        (f"qtbase_{language}", own),  # Qt itself has no Indonesian
    ):
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
    return app


def run(home: Path, files: Sequence[Path] = ()) -> int:
    """Open the window on a data folder, and files in it; return the exit code when it closes.

    Where another window has the folder, that one comes forward and takes the files.
    """
    app = application()
    lock = _only_one(home)
    if lock is None:
        if handed_over(home, files):
            return 0
        lock = _only_one(home)  # it may have been about to close
    if lock is None:
        from PySide6.QtWidgets import QMessageBox

        Theme(app)
        message = app.tr("Newsroom sudah terbuka dengan folder data ini. Pakai jendela yang itu.")
        QMessageBox.information(None, "Newsroom", message)
        return 0
    window = open_window(app, home)
    first = OneWindow(home, window, window.commands.take_files)
    if files:
        after_painting(window, partial(first.bring, files))
    code = app.exec()
    del window, first
    lock.unlock()
    return code


def open_window(app: QApplication, home: Path) -> MainWindow:
    """Show the window, as a rule at once with what lay open last."""
    theme = Theme(app, dress=False)
    window = MainWindow(Newsroom(home), theme)
    theme.dress()
    if not _fits(window):
        window.setWindowState(Qt.WindowState.WindowMaximized)
    window.show()
    # What has been read by now, and the places of all parts, come before the first painting.
    app.sendPostedEvents()
    return window


def _fits(window: MainWindow) -> bool:
    """Say whether a window with its frame has room on the screen."""
    room = window.screen().availableSize()
    return window.width() <= room.width() and window.height() + _FRAME <= room.height()


def picture(newsroom: Newsroom, story: Story, out: Path, *, dark: bool = False) -> None:
    """Draw the window with a stored story open, as it looks at 1366×768, into a PNG file.

    Raises OSError when the picture can't be written.
    """
    app = application()
    theme = Theme(app)
    theme.use(dark)
    window = MainWindow(newsroom, theme)
    window.show()
    _wait(app, lambda: window.desk.is_started)
    window.desk.open(story.id)
    _wait(app, lambda: window.desk.story is not None and window.desk.story.id == story.id)
    window.show_tab("findings")
    _wait(app, lambda: window.checks.is_idle and window.is_settled)
    drawn = window.grab().save(str(out), "PNG")
    window.close()
    if not drawn:
        raise OSError(f"gambar tidak dapat ditulis: {out}")


def _wait(app: QApplication, ready: Callable[[], bool]) -> None:
    """Let the window work until it is ready, but not for ever."""
    end = QDeadlineTimer(_PATIENCE)
    while not ready() and not end.hasExpired():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)


def _only_one(home: Path) -> QLockFile | None:
    """Return the lock on a data folder, or None while another window holds it.

    A folder that can't be written is opened all the same: the window then says so.
    """
    with suppress(OSError):
        home.mkdir(parents=True, exist_ok=True)
    lock = QLockFile(str(home / "newsroom.lock"))
    lock.setStaleLockTime(0)  # however long the window is open; after a crash it counts no more
    if lock.tryLock(0) or lock.error() != QLockFile.LockError.LockFailedError:
        return lock
    return None
