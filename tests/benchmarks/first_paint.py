"""Opens one window, prints the monotonic time at which it could be written in, and ends.

Run as a program by test_start.py: ``first_paint.py bare`` or ``first_paint.py newsroom HOME``.
"""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit


class Watch(QObject):
    """Ends the program at the first painting of a view that shows the text and takes keys."""

    def __init__(self, edit, text: str) -> None:
        super().__init__()
        self._edit, self._text = edit, text
        edit.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        edit = self._edit
        writable = edit.isEnabled() and not edit.isReadOnly()
        if event.type() == QEvent.Type.Paint and writable and edit.toPlainText() == self._text:
            # The painting itself happens after this filter.
            QTimer.singleShot(0, self._end)
        return False

    def _end(self) -> None:
        sys.stdout.write(f"{time.monotonic()}\n")
        sys.stdout.flush()
        QApplication.closeAllWindows()
        QApplication.quit()


def bare(text: str) -> int:
    app = QApplication([])
    window = QMainWindow()
    edit = QPlainTextEdit()
    edit.setPlainText(text)
    window.setCentralWidget(edit)
    window.resize(1366, 768)
    watch = Watch(edit, text)
    window.show()
    code = app.exec()
    del watch
    return code


def newsroom(home: str, text: str) -> int:
    from pathlib import Path

    from newsroom.ui.start import application, open_window

    app = application()
    window = open_window(app, Path(home))
    watch = Watch(window.page.body, text)
    code = app.exec()
    del watch
    return code


if __name__ == "__main__":
    kind, home, text = sys.argv[1:4]
    sys.exit(bare(text) if kind == "bare" else newsroom(home, text))
