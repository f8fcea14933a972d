"""Marks for whatever is being written: one mechanism for every text field."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from newsroom.language.checker import Checker, shift
from newsroom.language.finding import Finding
from newsroom.ui.lanes import Lane

# Small enough that the first marks show at once and a new paste is soon reached.
_BATCH = 12
_REMEMBERED = 20_000


class LiveChecks(QObject):
    """Checks lines of text on a worker and remembers the answers by text.

    An answer belongs to the exact text it was given for, so a line that has
    moved on is never drawn with another line's marks, and a line that is typed
    back is not checked again.
    """

    updated = Signal()
    unavailable = Signal(str)

    def __init__(self, make: Callable[[], Checker], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane: Lane[Checker] = Lane("checker", make, self)
        self._known: dict[str, tuple[Finding, ...]] = {}
        self._wanted: dict[str, None] = {}
        self._busy = False
        self._ignored: frozenset[str] = frozenset()
        self._learnt = 0  # how often words were learnt; answers from before are stale
        self._works = True
        self._pause = QTimer(self, singleShot=True, interval=120)
        self._pause.timeout.connect(self._send)

    def line(self, text: str) -> tuple[Finding, ...] | None:
        """Return the findings of one line; None while they are being worked out."""
        if not text.strip():
            return ()
        found = self._known.get(text)
        if found is None:
            if text not in self._wanted:
                self._wanted[text] = None
                self._pause.start()
            return None
        if not self._ignored:
            return found
        return tuple(f for f in found if f.text.casefold() not in self._ignored)

    def forget(self, text: str) -> None:
        """Drop a question whose line has moved on; whoever still needs it asks again."""
        self._wanted.pop(text, None)

    def field(self, name: str, text: str) -> list[Finding]:
        """Return what is known of a whole field, with offsets from its start."""
        found, start = [], 0
        for line in text.split("\n"):
            found += [replace(shift(f, start), field=name) for f in self.line(line) or ()]
            start += len(line) + 1
        return found

    @property
    def is_idle(self) -> bool:
        """True when every line asked about has its answer."""
        return not self._busy and not self._wanted

    def set_ignored(self, words: Iterable[str]) -> None:
        """Leave these words of the open story unmarked."""
        self._ignored = frozenset(word.casefold() for word in words)
        self.updated.emit()

    def ignore(self, word: str) -> None:
        """Leave one more word of the open story unmarked."""
        self.set_ignored(self._ignored | {word.casefold()})

    def learn(self, words: Iterable[str]) -> None:
        """Take words as right everywhere, from now on."""
        words = list(words)
        if not words:
            return
        self._learnt += 1
        self._lane.run(lambda checker: [checker.learn(word) for word in words])
        # A word more can only take marks away: lines without any stay as they are.
        self._known = {text: found for text, found in self._known.items() if not found}
        self.updated.emit()

    def close(self) -> None:
        """End the worker; what it has not looked at yet is dropped."""
        self._wanted.clear()
        self._lane.close()

    def _send(self) -> None:
        if self._busy or not self._wanted:
            return
        batch = list(self._wanted)[:_BATCH]
        for text in batch:
            del self._wanted[text]
        self._busy = True
        learnt = self._learnt
        self._lane.run(
            lambda checker: {text: tuple(checker.paragraph(text)) for text in batch},
            lambda answers: self._take(answers, stale=learnt != self._learnt),
            self._give_up,
        )

    def _take(self, answers: dict[str, tuple[Finding, ...]], stale: bool) -> None:
        if stale:
            answers = {text: found for text, found in answers.items() if not found}
        self._busy = False
        self._works = True
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        self._known.update(answers)
        self.updated.emit()
        self._send()

    def _give_up(self, error: Exception) -> None:
        """Without a dictionary nothing is marked; the rest of the program goes on."""
        self._busy = False
        self._wanted.clear()
        if self._works:  # said once, not at every line
            self._works = False
            self.unavailable.emit(str(error))
