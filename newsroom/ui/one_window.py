"""One window for one data folder: a second start hands its files to the first, and leaves."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from newsroom.ui.work.pace import LOOK_AGAIN, Turn
from newsroom.ui.work.painting import after_painting

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE = 5.0  # seconds; a first window that is just starting can't be spoken to yet
_A_MOMENT = 200  # milliseconds
_QUIET_WITHIN = 1.0  # seconds; so long listening waits for a moment between two keys
_MOST = 1_000_000  # bytes of one message
_TAKEN = b"ok\n"


class OneWindow(QObject):
    """Takes the files of later starts, for the window that has the data folder.

    ``take`` gets the paths, once no dialog asks for an answer; none if somebody only
    started the program again and wants its window.
    """

    def __init__(self, home: Path, window: QWidget, take: Callable[[list[Path]], None]) -> None:
        super().__init__(window)
        self._name = _name(home)
        self._window = window
        self._take = take
        self._server: QLocalServer | None = None
        self._handed: list[Path] = []
        self._turn = Turn(_QUIET_WITHIN)
        self._timer = QTimer(self, singleShot=True, interval=LOOK_AGAIN)
        self._timer.timeout.connect(self._listen_between_keys)
        self._later = QTimer(self, singleShot=True, interval=_A_MOMENT)
        self._later.timeout.connect(self._hand_on)
        after_painting(window, self._timer.start)

    def bring(self, files: Sequence[Path]) -> None:
        """Show the window, and give it files as soon as it can take them."""
        self._handed += files
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()
        self._hand_on()

    # Within.

    def _listen_between_keys(self) -> None:
        """Listen; loading what that needs would be felt in a key."""
        if not self._turn.has_come():
            self._timer.start()
            return
        from PySide6.QtNetwork import QLocalServer

        # What a program that was killed left behind: this one has the lock of the folder.
        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._receive)
        self._server.listen(self._name)

    def _receive(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()):
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            socket.disconnected.connect(socket.deleteLater)
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if not self._window.isVisible():  # it has just been closed: the other may open its own
            socket.abort()
            return
        if not socket.canReadLine():
            if socket.bytesAvailable() > _MOST:
                socket.abort()
            return
        try:
            files = [Path(name) for name in json.loads(bytes(socket.readLine().data()))]
        except (ValueError, TypeError):
            socket.abort()
            return
        socket.write(_TAKEN)
        socket.flush()
        self.bring(files)

    def _hand_on(self) -> None:
        if QApplication.activeModalWidget() is not None:
            self._later.start()
            return
        handed, self._handed = self._handed, []
        if handed:
            self._take(handed)


def handed_over(home: Path, files: Sequence[Path]) -> bool:
    """Have the first window come forward and take the files; False if it does not answer."""
    from PySide6.QtNetwork import QLocalSocket

    names = [str(path.absolute()) for path in files]
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        socket = QLocalSocket()
        socket.connectToServer(_name(home))
        if socket.waitForConnected(_A_MOMENT):
            socket.write(json.dumps(names).encode() + b"\n")
            # One that takes its time may still take them: they are not handed over twice.
            if socket.waitForReadyRead(int(1_000 * _PATIENCE)):
                return True
            if socket.state() is QLocalSocket.LocalSocketState.ConnectedState:
                return False
        time.sleep(_A_MOMENT / 1_000)
    return False


def _name(home: Path) -> str:
    """Return the name of a folder's window, the same however the folder is written."""
    place = str(home.resolve()).encode("utf-8", "surrogateescape")
    return f"newsroom-{hashlib.sha256(place).hexdigest()[:24]}"
