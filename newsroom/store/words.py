"""The words that the user has taken into a list of their own."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import insert, select

from newsroom.store.database import Database
from newsroom.store.schema import WordRow
from newsroom.store.searched import fold


class Words:
    """The user's words; two that differ only in case are one. All methods raise StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, word: str) -> None:
        """Take a word in; one that is there is from now on written as given."""
        word = word.strip()
        if word:
            with self._database.write() as session:
                session.merge(WordRow(folded=fold(word), word=word))

    def add_all(self, words: Iterable[str]) -> int:
        """Take many words in at once, and return how many are new.

        One that is there, or comes again, stays as it is written.
        """
        new: dict[str, str] = {}
        for word in words:
            new.setdefault(fold(word.strip()), word.strip())
        with self._database.write() as session:
            for known in session.scalars(select(WordRow.folded)):
                new.pop(known, None)
            new.pop("", None)
            if new:
                rows = [{"folded": folded, "word": word} for folded, word in new.items()]
                session.execute(insert(WordRow), rows)
        return len(new)

    def remove(self, word: str) -> bool:
        """Take a word out, in whatever case it was added; False if it is not there."""
        with self._database.write() as session:
            row = session.get(WordRow, fold(word.strip()))
            if row is not None:
                session.delete(row)
            return row is not None

    def all(self) -> list[str]:
        """Return all words in alphabetical order."""
        with self._database.read() as session:
            return list(session.scalars(select(WordRow.word).order_by(WordRow.folded)))
