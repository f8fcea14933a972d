"""What was saved from a damaged database, and what was not, story by story."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from newsroom.story.story import Story


class What(StrEnum):
    """What was damaged."""

    DATABASE = "database"  # the file, which was made anew
    STORY = "story"  # letters of one story, which was mended where it stands
    LOG = "log"  # the version log: a story was saved without a step; nothing is mended yet


class Origin(StrEnum):
    """Where a story was saved from, and how well."""

    LOG = "log"  # the version log, just as it was saved last
    FILE = "file"  # the damaged file, just as the backup or the version log has it
    UNPROVED = "unproved"  # the damaged file; single letters may have changed without a trace
    GARBLED = "garbled"  # the damaged file, and parts of it are lost or wrong
    BACKUP = "backup"  # the backup: the file had no newer one that could be read
    OLDER = "older"  # the backup, though the file had had a newer one
    LOST = "lost"  # it is known that it was there, and no more


_WORDS = {
    Origin.LOG: "dikembalikan dari riwayat versi, persis seperti terakhir disimpan",
    Origin.FILE: "selamat dari berkas yang rusak",
    Origin.UNPROVED: "selamat dari berkas yang rusak, lebih baru dari cadangan; baca sekali lagi",
    Origin.GARBLED: (
        "selamat dari berkas yang rusak, tetapi sebagian isinya hilang atau berubah; periksa lagi"
    ),
    Origin.BACKUP: "selamat dari cadangan",
    Origin.OLDER: "hanya keadaan yang lebih lama; perubahan sesudah itu, bila ada, tidak terbaca",
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
    words that the backup had not. ``note`` is what else is to be done, or to be looked at.
    """

    when: datetime
    damage: str
    broken: Path
    backup: Path | None
    backup_made: datetime | None
    stories: tuple[Saved, ...]
    bad_pages: int
    words: int
    what: What = What.DATABASE
    note: str = ""

    def of(self, *origins: Origin) -> list[Saved]:
        """Return the stories to which this happened."""
        return [one for one in self.stories if one.origin in origins]

    @property
    def nothing_lost(self) -> bool:
        """True if all stories are as they were last, as far as anybody can tell."""
        return not self.of(Origin.GARBLED, Origin.OLDER, Origin.LOST)

    @property
    def short(self) -> str:
        """How it went, in a sentence or two."""
        if self.what is not What.DATABASE:
            return " ".join(filter(None, (self.damage, self.note)))
        total = len(self.stories)
        if self.nothing_lost:
            return (
                f"Data di komputer ini rusak dan sudah dipulihkan: {total} naskah selamat. "
                "Berkas yang rusak tetap disimpan."
            )
        doubtful = len(self.of(Origin.LOST, Origin.GARBLED, Origin.OLDER, Origin.UNPROVED))
        return (
            f"Data di komputer ini rusak dan dipulihkan sebagian: {total - doubtful} naskah "
            f"selamat, {doubtful} perlu Anda periksa. Berkas yang rusak tetap disimpan."
        )

    def lines(self) -> Iterator[str]:
        """Yield the report for a person, the worst first."""
        if self.what is What.DATABASE:
            yield from self._of_database()
            return
        yield self.damage
        if self.note:
            yield self.note
        if self.what is What.STORY:
            yield f"Keadaan rusaknya disimpan di {self.broken}; jangan dihapus dulu."
        if self.backup and self.backup_made:
            yield f"Cadangan yang dipakai: {moment_in_figures(self.backup_made)}, {self.backup}."

    def _of_database(self) -> Iterator[str]:
        yield f"Data Newsroom rusak ({self.damage}) dan sudah dipulihkan ke berkas baru."
        yield f"Berkas yang rusak disimpan di {self.broken}; jangan dihapus dulu."
        if self.backup and self.backup_made:
            yield f"Cadangan yang dipakai: {moment_in_figures(self.backup_made)}, {self.backup}."
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


def of_log(database: Path, story: Story | None) -> RecoveryReport:
    """Return the report of a story, or several, saved without a step in a damaged version log."""
    which = f"Naskah “{story.headline}”" if story and story.headline else "Naskah"
    saved = (Saved(story.id, story.headline, Origin.FILE, story.revision + 1),) if story else ()
    return RecoveryReport(
        when=datetime.now(UTC),
        damage=f"{which} tersimpan, tetapi riwayat versinya rusak dan langkah ini tidak tercatat.",
        broken=database,
        backup=None,
        backup_made=None,
        stories=saved,
        bad_pages=0,
        words=0,
        what=What.LOG,
        note="Tutup lalu buka lagi Newsroom: datanya akan diperiksa dan dipulihkan.",
    )


def moment_in_figures(moment: datetime) -> str:
    """Return the day and the time of a moment where the user is."""
    return f"{moment.astimezone():%d/%m/%Y %H.%M}"


def report_at(home: Path, stamp: str) -> Path:
    """Return where the report of a recovery is kept."""
    return home / f"pemulihan-{stamp}.json"
