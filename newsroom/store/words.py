"""The words that the user has taken into a list of their own."""

from __future__ import annotations

from sqlalchemy import delete, select

from newsroom.store.database import Database
from newsroom.store.mapping import fold
from newsroom.store.schema import WordRow


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

    def remove(self, word: str) -> None:
        """Take a word out, in whatever case it was added."""
        with self._database.write() as session:
            session.execute(delete(WordRow).where(WordRow.folded == fold(word.strip())))

    def all(self) -> list[str]:
        """Return all words in alphabetical order."""
        with self._database.read() as session:
            return list(session.scalars(select(WordRow.word).order_by(WordRow.folded)))
