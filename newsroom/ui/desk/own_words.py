"""The user's own words: the list in the store, and what the checker is to make of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from newsroom.ui.work.lanes import Lane

if TYPE_CHECKING:
    from newsroom.store.store import Store
    from newsroom.store.words import Words


class OwnWords(QObject):
    """Keeps the list, adds to it, takes from it, and shares it as a file."""

    learnt = Signal(object)  # [str]: right from now on
    forgotten = Signal(object)  # [str]: as any other word again
    changed = Signal(object)  # [str]: the whole list, in alphabetical order
    imported = Signal(int, int)  # words that are new, words that were there already
    exported = Signal(object)  # Path
    refused = Signal(str)  # the store could not take a word in or out
    file_refused = Signal(str)  # a list could not be read or written

    def __init__(self, lane: Lane[Store], parent: QObject) -> None:
        super().__init__(parent)
        self.all: list[str] = []
        self._lane = lane

    def know(self, words: list[str]) -> None:
        """Take this as the whole list."""
        before, now = set(self.all), set(words)
        if words == self.all:
            return
        self.all = words
        if gone := before - now:
            self.forgotten.emit(sorted(gone))
        if new := now - before:
            self.learnt.emit(sorted(new))
        self.changed.emit(words)

    def add(self, word: str) -> None:
        """Take a word in; it is right at once, even where the store can't keep it."""
        self.know([*self.all, word])
        self._change(lambda words: words.add(word))

    def remove(self, gone: list[str]) -> None:
        """Take words out."""

        def job(words: Words) -> None:
            for word in gone:
                words.remove(word)

        self._change(job)

    def read_file(self, path: Path) -> None:
        """Take in a list that somebody shares."""

        def job(store: Store) -> tuple[int, int, list[str]]:
            from newsroom.exchange.word_list import read_words

            read = read_words(path)
            new = store.words.add_all(read)
            return new, len(read) - new, store.words.all()

        def done(answer: tuple[int, int, list[str]]) -> None:
            new, there, words = answer
            self.know(words)
            self.imported.emit(new, there)

        self._lane.run(job, done, self._refuse_file)

    def write_file(self, path: Path) -> None:
        """Write the list as a file to share."""

        def job(store: Store) -> Path:
            from newsroom.exchange.word_list import write_words

            write_words(path, store.words.all())
            return path

        self._lane.run(job, self.exported.emit, self._refuse_file)

    # Within.

    def _change(self, change: Callable[[Words], None]) -> None:
        def job(store: Store) -> list[str]:
            change(store.words)
            return store.words.all()

        self._lane.run(job, self.know, lambda error: self.refused.emit(str(error)))

    def _refuse_file(self, error: Exception) -> None:
        self.file_refused.emit(str(error))
