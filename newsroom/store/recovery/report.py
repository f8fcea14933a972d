"""What was saved from a damaged database, and what was not, story by story."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path


class Origin(StrEnum):
    """Where a story was saved from, and how well."""

    FILE = "file"  # the damaged file, just as the backup or the version log has it
    UNPROVED = "unproved"  # the damaged file; single letters may have changed without a trace
    GARBLED = "garbled"  # the damaged file, and parts of it are lost or wrong
    BACKUP = "backup"  # the backup: the file had no newer one that could be read
    OLDER = "older"  # the backup, though the file had had a newer one
    LOST = "lost"  # it is known that it was there, and no more


_WORDS = {
    Origin.FILE: "selamat dari berkas yang rusak",
    Origin.UNPROVED: "selamat dari berkas yang rusak, lebih baru dari cadangan; baca sekali lagi",
    Origin.GARBLED: "selamat dari berkas yang rusak, tetapi sebagian isinya hilang; periksa lagi",
    Origin.BACKUP: "selamat dari cadangan",
    Origin.OLDER: "hanya dari cadangan; perubahan sesudah itu, bila ada, tidak terbaca",
    Origin.LOST: "tidak dapat diselamatkan",
}


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of one story. A garbled one that is newer than the backup's has an id of
    its own, ``beside`` it.
    """

    id: str
    headline: str
    origin: Origin
    revision: int
    beside: str = ""

    @property
    def line(self) -> str:
        """What is told of it."""
        return f"{self.headline or '(tanpa judul)'} [{self.id[:8]}]: {_WORDS[self.origin]}"


@dataclass(frozen=True, slots=True)
class RecoveryReport:
    """What was found and saved. ``broken`` is where the damaged file lies now.

    ``bad_pages`` of it could not be read, or not all of them. ``words`` are the user's own
    words that the backup had not.
    """

    when: datetime
    damage: str
    broken: Path
    backup: Path | None
    backup_made: datetime | None
    stories: tuple[Saved, ...]
    bad_pages: int
    words: int

    def of(self, *origins: Origin) -> list[Saved]:
        """Return the stories to which this happened."""
        return [one for one in self.stories if one.origin in origins]

    @property
    def nothing_lost(self) -> bool:
        """True if all stories are as they were last, as far as anybody can tell."""
        return not self.of(Origin.GARBLED, Origin.OLDER, Origin.LOST)

    def lines(self) -> Iterator[str]:
        """Yield the report for a person, the worst first."""
        yield f"Data Newsroom rusak ({self.damage}) dan sudah dipulihkan ke berkas baru."
        yield f"Berkas yang rusak disimpan di {self.broken}; jangan dihapus dulu."
        if self.backup and self.backup_made:
            made = self.backup_made.astimezone()
            yield f"Cadangan yang dipakai: {made:%d/%m/%Y %H.%M}, {self.backup}."
        else:
            yield "Tidak ada cadangan yang dapat dipakai."
        well = self.of(Origin.FILE, Origin.BACKUP)
        yield f"{len(well)} naskah selamat, {len(self.stories) - len(well)} perlu diperiksa."
        for origin in (Origin.LOST, Origin.GARBLED, Origin.OLDER, Origin.UNPROVED):
            for one in self.of(origin):
                yield one.line

    def as_json(self) -> str:
        """Return the report as it is kept."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=2, default=str) + "\n"


def read_report(path: Path) -> RecoveryReport:
    """Read a report that was kept. Raises OSError, and ValueError for what is none."""
    told = json.loads(path.read_text(encoding="utf-8"))
    try:
        return RecoveryReport(
            when=datetime.fromisoformat(told["when"]),
            damage=told["damage"],
            broken=Path(told["broken"]),
            backup=Path(told["backup"]) if told["backup"] else None,
            backup_made=(
                datetime.fromisoformat(told["backup_made"]) if told["backup_made"] else None
            ),
            stories=tuple(
                Saved(**{**one, "origin": Origin(one["origin"])}) for one in told["stories"]
            ),
            bad_pages=told["bad_pages"],
            words=told["words"],
        )
    except (KeyError, TypeError) as error:
        raise ValueError(path) from error
