"""Somebody at work in the window: writes, goes from story to story, takes steps, exports."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsroom.story.workflow import Status
from newsroom.ui.dialogs.export_dialog import ExportDialog
from newsroom.ui.editor.prose_edit import ProseEdit
from newsroom.ui.main_window import MainWindow

Pauses = Iterator[int]
"""Milliseconds between one thing done and the next."""

_SAID = (
    "Warga membaca buku di perahu pustaka yang singgah setiap pekan. "
    'Kepala desa berkata, "Anak-anak senang sekali, \N{GRINNING FACE} kata Rina Contoh." '
    "Program itu lebih efesien dibanding tahun lalu, dengan 1.250 buku — naik 12 persen."
)
_WORDS = _SAID.split()
_LONGEST, _MOST = 6_000, 30  # characters of a body, stories
_LOOKS = 400  # for something that is to happen, ten milliseconds apart


class Typist:
    """Each way of working is a script: it does one thing, then says how long it pauses."""

    def __init__(
        self,
        window: MainWindow,
        chance: random.Random,
        out: Path,
        say: Callable[..., None],
        now: Callable[[], float],
    ) -> None:
        self._window = window
        self._chance = chance
        self._out = out
        self._say = say
        self._now = now

    def type(self) -> Pauses:
        """Work on and on."""
        yield from self._start()
        ways = [self._write, self._head, self._caption, self._switch, self._step, self._begin]
        while True:
            (way,) = self._chance.choices([*ways, self._export], [50, 12, 12, 10, 6, 5, 3])
            self._say("does", way=way.__name__.strip("_"))
            yield from way()
            yield self._chance.choice((0, 0, 0, 100, 700))

    back = type

    def export(self) -> Pauses:
        """Export on and on, with a few words between."""
        yield from self._start()
        while True:
            yield from self._keys("body", self._window.page.body, "buku ")
            self._say("exporting")
            yield from self._export()
            self._say("exported")

    def _start(self) -> Pauses:
        """Wait until all of the window is there, and open a story if none is."""
        window = self._window
        yield from self._wait(lambda: window.desk.is_started and window.inspector and window.queue)
        yield from self._wait(lambda: window.desk.story or window.queue.list.model().rowCount())
        if window.desk.story is None:
            yield from self._switch()
        if window.desk.story is None:
            raise RuntimeError(f"nothing to write in: {window.banner.text}")
        self._say("ready")

    # The ways.

    def _write(self) -> Pauses:
        body = self._window.page.body
        length = len(body.text())
        body.setFocus()
        if length > _LONGEST:
            body.select(0, length // 2)
            yield from self._press("body", body, Qt.Key.Key_Delete)
        elif self._chance.random() < 0.3:
            place = self._chance.randint(0, length)
            body.select(place, place)
        for _ in range(self._chance.randint(2, 12)):
            yield from self._keys("body", body, self._chance.choice(_WORDS) + " ")
            if self._chance.random() < 0.1:
                yield from self._press("body", body, Qt.Key.Key_Backspace)
            if self._chance.random() < 0.05:
                yield from self._press("body", body, Qt.Key.Key_Return)

    def _head(self) -> Pauses:
        headline = self._window.page.headline
        headline.setFocus()
        if len(headline.text()) > 80:
            headline.select(0, 60)
            yield from self._press("headline", headline, Qt.Key.Key_Backspace)
        yield from self._keys("headline", headline, self._chance.choice(_WORDS) + " ")

    def _caption(self) -> Pauses:
        window = self._window
        if not window.desk.story.photos:
            return
        window.show_tab("photos")
        yield 30
        index = self._chance.randrange(len(window.desk.story.photos))
        card = window.inspector.photos.card(index)
        if card is None:
            return
        caption = card.caption
        caption.setFocus()
        if len(caption.text()) > 300:
            caption.select(0, 250)
            yield from self._press(f"caption {index}", caption, Qt.Key.Key_Delete)
        yield from self._keys(f"caption {index}", caption, self._chance.choice(_WORDS) + " ")

    def _switch(self) -> Pauses:
        window = self._window
        view, model = window.queue.list, window.queue.list.model()
        if not model.rowCount() or not view.isVisible():
            return
        index = model.index(self._chance.randrange(model.rowCount()), 0)
        wanted = model.id_at(index)
        view.scrollTo(index)
        place = view.visualRect(index).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        yield from self._wait(lambda: window.desk.story and window.desk.story.id == wanted)

    def _step(self) -> Pauses:
        action = self._window.actions_[f"to_{self._chance.choice(list(Status))}"]
        if action.isEnabled():
            action.trigger()
        yield 0

    def _begin(self) -> Pauses:
        window, before = self._window, self._window.desk.story
        if window.queue.list.model().rowCount() >= _MOST:
            return
        window.actions_["new"].trigger()
        yield from self._wait(lambda: window.desk.story.id != before.id)
        yield from self._head()
        window.desk.add_photos([self._out / "foto.jpg"])
        yield from self._write()

    def _export(self) -> Pauses:
        window = self._window
        window.activateWindow()
        body = window.page.body
        QTest.keyClick(body, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
        yield from self._wait(self._dialog)
        if (dialog := self._dialog()) is None:
            return
        dialog.destination.setText(str(self._out))
        yield from self._wait(lambda: dialog.findings.errors is not None)
        if dialog.export.isEnabled():
            dialog.export.click()
            self._say("writing")
            yield from self._wait(lambda: dialog.copy.isVisible() or dialog.export.isVisible())
        dialog.close()
        yield from self._wait(lambda: self._dialog() is None)
        window.activateWindow()

    # Within.

    def _dialog(self) -> ExportDialog | None:
        dialogs = self._window.findChildren(ExportDialog)
        return next((one for one in dialogs if one.isVisible()), None)

    def _wait(self, ready: Callable[[], object]) -> Pauses:
        for _ in range(_LOOKS):
            if ready():
                return
            yield 10
        self._say("waited", way=repr(ready))

    def _keys(self, name: str, field: ProseEdit, text: str) -> Pauses:
        for letter in text:
            yield from self._press(name, field, letter)

    def _press(self, name: str, field: ProseEdit, key: str | Qt.Key) -> Pauses:
        """Press a key as the system would, and tell what the field then says."""
        at, story = self._now(), self._window.desk.story
        if isinstance(key, str) and not key.isascii():
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, key)
                QApplication.sendEvent(field, event)
        else:
            QTest.keyClick(field, key)
        self._say("key", at, id=story.id, field=name, text=field.text())
        yield self._chance.randint(2, 60)
