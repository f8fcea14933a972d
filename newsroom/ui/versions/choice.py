"""Which two versions are compared, given what is chosen in the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsroom.ui.versions.field_names import tr
from newsroom.ui.versions.rows import PRESENT, Row


@dataclass(frozen=True, slots=True)
class Choice:
    """The chosen version, the one it is set beside, and the others that it may be."""

    chosen: Row
    other: int
    others: tuple[tuple[int, str], ...]  # keys and names
    previous: int | None  # the version before the chosen one
    is_older: bool  # whether the chosen one is the older of both

    @property
    def pair(self) -> tuple[int, int]:
        """The keys of the older and of the newer one."""
        assert self.chosen.key is not None
        keys = self.chosen.key, self.other
        return keys if self.is_older else (keys[1], keys[0])


def first_choice(versions: Sequence[Row]) -> int:
    """Return what is chosen at first: the newest step that differs from the present story."""
    steps = versions[1:]
    differing = (row for row in steps if row.revision != versions[0].revision)
    row = next(differing, steps[0] if steps else versions[0])
    return row.key or PRESENT


def settled(
    keys: Sequence[int], versions: Sequence[Row], wanted: int | None, *, previous: bool
) -> Choice | None:
    """Return what is compared; None where there is nothing to compare with.

    ``keys`` are those chosen, ``versions`` all there are; both the newest first. Of several
    the oldest is set beside the newest. ``wanted`` is the other one that a person asked for,
    ``previous`` says that it is to be the one before.
    """
    known = {row.key: at for at, row in enumerate(versions)}
    keys = [key for key in keys if key in known]
    if not keys or len(versions) < 2:
        return None
    chosen = versions[known[keys[-1]]]
    at = known[chosen.key]
    before = versions[at + 1].key if at + 1 < len(versions) else None
    if wanted in known and wanted != chosen.key:
        other = wanted
    elif len(keys) > 1:
        other = keys[0]
    elif chosen.key == PRESENT:
        other = first_choice(versions)
    elif previous and before is not None:
        other = before
    else:
        other = PRESENT
    assert other is not None
    return Choice(chosen, other, tuple(_others(chosen, before, versions[known[other]], versions)),
                  before, known[other] < at)  # fmt: skip


def _others(
    chosen: Row, before: int | None, other: Row, versions: Sequence[Row]
) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    if chosen.key != PRESENT:
        found.append((PRESENT, versions[0].title))
    if before is not None:
        named = next(row.named for row in versions if row.key == before)
        found.append((before, tr("Versi sebelumnya: {0}").format(named)))
    if other.key is not None and other.key not in dict(found):
        found.append((other.key, tr("Versi {0}").format(other.named)))
    return found
