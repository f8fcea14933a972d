"""Where the user left off: what the window remembers from one start to the next."""

from __future__ import annotations

from typing import Any

from newsroom.store.database import Database
from newsroom.store.schema import WorkspaceRow


class Workspace:
    """Values by key, each anything that JSON can hold. Both methods raise StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, key: str) -> Any:
        """Return the value kept under the key, or None."""
        with self._database.read() as session:
            row = session.get(WorkspaceRow, key)
            return row.value if row else None

    def set(self, key: str, value: Any) -> None:
        """Keep a value under the key, in place of what was there."""
        with self._database.write() as session:
            session.merge(WorkspaceRow(key=key, value=value))
