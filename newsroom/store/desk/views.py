"""How the desk is looked at: what is shown of it and in which order, and views with a name."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from sqlalchemy.orm import Session

from newsroom.store.database import Database
from newsroom.store.schema import WorkspaceRow
from newsroom.store.searched import fold
from newsroom.story.workflow import Status

_TEXTS = ("name", "section", "editor", "reporter", "text")
_SWITCHES = ("with_findings", "overdue", "falling")
_LAST, _NAMED = "desk_view", "desk_views"  # the workspace's keys

AT_DESK = (Status.SUBMITTED, Status.EDITING, Status.RETURNED, Status.READY, Status.HELD)
"""The statuses of stories that are under way from reporters to readers."""
EVERY_STATUS = (*AT_DESK, *(status for status in Status if status not in AT_DESK))
"""All statuses, those at the desk first."""


class Whose(StrEnum):
    """Whose stories are shown."""

    ANYONE = "anyone"
    MINE = "mine"
    NOBODY = "nobody"
    NAMED = "named"


class Order(StrEnum):
    """By what stories are put in a row; all but the first are columns."""

    URGENCY = "urgency"
    HEADLINE = "headline"
    STATUS = "status"
    AGE = "age"
    DEADLINE = "deadline"
    WORDS = "words"
    FOUND = "found"
    COMMENTS = "comments"
    REPORTER = "reporter"
    EDITOR = "editor"


@dataclass(frozen=True, slots=True)
class DeskView:
    """What is shown of the desk; the values from the start are all that is under way.

    ``statuses`` are those shown. ``editor`` counts where ``whose`` is ``NAMED``. ``falling``
    is the order from the end.
    """

    name: str = ""
    statuses: tuple[Status, ...] = AT_DESK
    section: str = ""
    whose: Whose = Whose.ANYONE
    editor: str = ""
    reporter: str = ""
    text: str = ""
    with_findings: bool = False
    overdue: bool = False
    order: Order = Order.URGENCY
    falling: bool = False


class DeskViews:
    """The view that was looked at last, and those with a name, each of its own in any case.

    All methods raise StoreError.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def last(self) -> DeskView:
        """Return how the desk was looked at last."""
        with self._database.read() as session:
            row = session.get(WorkspaceRow, _LAST)
            return _read(row.value) if row and isinstance(row.value, dict) else DeskView()

    def remember(self, view: DeskView) -> None:
        """Keep how the desk is looked at now."""
        with self._database.write() as session:
            session.merge(WorkspaceRow(key=_LAST, value=_written(view)))

    def list(self) -> builtins.list[DeskView]:
        """Return the views in the order in which they were first kept."""
        with self._database.read() as session:
            return _all(session)

    def save(self, view: DeskView) -> None:
        """Keep a view, in place of the one of that name. Raises ValueError without a name."""
        view = replace(view, name=_name(view.name))
        with self._database.write() as session:
            views = _all(session)
            names = [fold(one.name) for one in views]
            if fold(view.name) in names:
                views[names.index(fold(view.name))] = view
            else:
                views.append(view)
            _keep(session, views)

    def rename(self, name: str, new: str) -> None:
        """Give a view another name. Raises ValueError without one, or if another has it."""
        new, wanted = _name(new), fold(" ".join(name.split()))
        with self._database.write() as session:
            views = _all(session)
            if any(fold(new) == fold(one.name) != wanted for one in views):
                raise ValueError(f"Nama “{new}” sudah dipakai tampilan lain.")
            _keep(
                session,
                [replace(one, name=new) if fold(one.name) == wanted else one for one in views],
            )

    def remove(self, name: str) -> None:
        """Forget the view of that name, if there is one."""
        wanted = fold(" ".join(name.split()))
        with self._database.write() as session:
            _keep(session, [one for one in _all(session) if fold(one.name) != wanted])


def _name(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise ValueError("Tampilan ini belum diberi nama.")
    return name


def _all(session: Session) -> builtins.list[DeskView]:
    row = session.get(WorkspaceRow, _NAMED)
    told = row.value if row and isinstance(row.value, list) else []
    views = [_read(one) for one in told if isinstance(one, dict)]
    return [view for view in views if view.name]


def _keep(session: Session, views: builtins.list[DeskView]) -> None:
    session.merge(WorkspaceRow(key=_NAMED, value=[_written(one) for one in views]))


def _written(view: DeskView) -> dict[str, Any]:
    return {
        "name": view.name,
        "statuses": [str(status) for status in view.statuses],
        "section": view.section,
        "whose": str(view.whose),
        "editor": view.editor,
        "reporter": view.reporter,
        "text": view.text,
        "with_findings": view.with_findings,
        "overdue": view.overdue,
        "order": str(view.order),
        "falling": view.falling,
    }


def _read(told: Mapping[str, Any]) -> DeskView:
    """Return the view that a table holds; what another program wrote there otherwise, not."""
    kept: dict[str, Any] = {}
    for keys, kind in ((_TEXTS, str), (_SWITCHES, bool)):
        kept |= {key: told[key] for key in keys if isinstance(told.get(key), kind)}
    with suppress(ValueError):
        kept["whose"] = Whose(str(told.get("whose")))
    with suppress(ValueError):
        kept["order"] = Order(str(told.get("order")))
    asked = told.get("statuses")
    known = tuple(one for one in EVERY_STATUS if one in asked) if isinstance(asked, list) else ()
    return DeskView(**kept, statuses=known or AT_DESK)
