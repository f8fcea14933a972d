"""The marks that are left out in every story of a house."""

from __future__ import annotations

from sqlalchemy import delete, select

from newsroom.language.ignored import Ignored
from newsroom.store.database import Database
from newsroom.store.schema import IgnoredRow
from newsroom.store.searched import fold


class HouseIgnored:
    """What is left out, by house; texts that differ only in case are one.

    All methods raise StoreError.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, house: str, mark: Ignored) -> None:
        """Leave a text out of the marks of a rule from now on."""
        with self._database.write() as session:
            session.merge(
                IgnoredRow(house=house, rule=mark.rule, folded=fold(mark.text), text=mark.text)
            )

    def remove(self, house: str, mark: Ignored) -> None:
        """Have it marked again."""
        with self._database.write() as session:
            session.execute(
                delete(IgnoredRow).where(
                    IgnoredRow.house == house,
                    IgnoredRow.rule == mark.rule,
                    IgnoredRow.folded == fold(mark.text),
                )
            )

    def all(self, house: str) -> list[Ignored]:
        """Return all that a house leaves out, in alphabetical order of the texts."""
        rows = select(IgnoredRow).where(IgnoredRow.house == house)
        with self._database.read() as session:
            found = session.scalars(rows.order_by(IgnoredRow.folded, IgnoredRow.rule))
            return [Ignored(row.rule, row.text) for row in found]
