"""The journal of pushes: what is about to be asked of a site, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, select

from newsroom.store.database import Database
from newsroom.store.deliveries.records import JournalStep, Outcome, PushState, PushStopped
from newsroom.store.schema import PushRow, PushStepRow, StoryRow


class Journal:
    """Steps of pushes, each written down before its request is made. Raises StoreError.

    No text of a story is in it, but its digest, and never a password.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, push: str, step: str, what: str, asked: Mapping[str, Any]) -> int:
        """Write down what is about to be asked, and return the step's number.

        Raises PushStopped if the push was cancelled, or is not running: nothing may be asked.
        """
        with self._database.write() as session:
            row = session.get(PushRow, push)
            if row is None or row.state != PushState.RUNNING:
                raise PushStopped("Unggahan dibatalkan; yang sudah sampai di situs tetap di sana.")
            last = session.scalar(
                select(func.max(PushStepRow.number)).where(PushStepRow.push == push)
            )
            number = (last or 0) + 1
            session.add(
                PushStepRow(
                    push=push,
                    number=number,
                    story_number=row.story_number,
                    step=step,
                    what=what,
                    asked=dict(asked),
                    began=datetime.now(UTC),
                    outcome=Outcome.OPEN,
                    came={},
                    error="",
                )
            )
        return number

    def end(
        self,
        push: str,
        number: int,
        outcome: Outcome,
        came: Mapping[str, Any] | None = None,
        error: str = "",
    ) -> None:
        """Write down what came of a step."""
        with self._database.write() as session:
            row = session.get(PushStepRow, (push, number))
            if row is not None:
                row.outcome, row.came, row.error = outcome, dict(came or {}), error
                row.ended = datetime.now(UTC)

    def steps(self, push: str) -> list[JournalStep]:
        """Return the steps of a push, the oldest first."""
        found = select(PushStepRow).where(PushStepRow.push == push)
        with self._database.read() as session:
            return [_step(row) for row in session.scalars(found.order_by(PushStepRow.number))]

    def of_story(self, story: str, portal: str, step: str) -> list[JournalStep]:
        """Return the steps of one kind of all pushes of a story to a portal, oldest first."""
        found = (
            select(PushStepRow)
            .join(PushRow, PushRow.id == PushStepRow.push)
            .join(StoryRow, StoryRow.number == PushStepRow.story_number)
            .where(StoryRow.id == story, PushRow.portal == portal, PushStepRow.step == step)
            .order_by(PushStepRow.began, PushStepRow.number)
        )
        with self._database.read() as session:
            return [_step(row) for row in session.scalars(found)]


def _step(row: PushStepRow) -> JournalStep:
    asked: Any = row.asked
    came: Any = row.came
    return JournalStep(
        number=row.number,
        step=row.step,
        what=row.what,
        asked=asked if isinstance(asked, Mapping) else {},
        began=row.began,
        ended=row.ended,
        outcome=next((one for one in Outcome if one == row.outcome), Outcome.UNCERTAIN),
        came=came if isinstance(came, Mapping) else {},
        error=row.error,
    )
