"""A *narasumber*: somebody whom a reporter has spoken to for a story."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """Whom to ask again. It stays in the reporter's own store: no export holds it.

    Journalists may refuse to say who told them something (UU 40/1999, article 4 (4), the
    *hak tolak*), so neither name nor number may leave by a file.
    """

    name: str
    title: str = ""
    contact: str = ""
    note: str = ""
