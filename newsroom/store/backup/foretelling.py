"""What merging a backup into the store would do, before anything is done."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from newsroom.store.backup.alike import comparing
from newsroom.store.backup.making import scratch
from newsroom.store.backup.manifest import Manifest, picture_digest
from newsroom.store.backup.merge import Merged, Verdict, foretell_stories
from newsroom.store.backup.opened import opened
from newsroom.store.backup.restore import judge_of, work_with_stories
from newsroom.store.backup.tally import Progress, Tally
from newsroom.store.database import open_database
from newsroom.store.failures import translated
from newsroom.store.media import Media
from newsroom.store.place import DATABASE, MEDIA


@dataclass(frozen=True, slots=True)
class Foretold:
    """What would come of each story, how many pictures would come, and which settings."""

    manifest: Manifest
    stories: Merged
    pictures: int
    settings: tuple[str, ...]

    def count(self, verdict: Verdict) -> int:
        """Return to how many stories this would happen."""
        return len(self.stories.of(verdict))

    @property
    def is_nothing(self) -> bool:
        """Say whether all that the backup has is here."""
        comes = (Verdict.NEW, Verdict.NEWER, Verdict.APART)
        known = any(map(self.count, comes)) or bool(self.stories.unread)
        return not (known or self.pictures or self.settings)


def foretell(
    home: Path, path: Path, passphrase: str = "", progress: Progress | None = None
) -> Foretold:
    """Compare a backup with the store, each byte of it proved. Raises StoreError, Stopped."""
    with opened(path, passphrase) as backup, translated(home), scratch(home) as folder:
        manifest = backup.manifest
        one = work_with_stories(manifest, 1)
        tally = Tally(progress, manifest.database.size + work_with_stories(manifest))
        backup.database(folder / DATABASE, tally)
        source = open_database(folder / DATABASE)
        try:
            target = open_database(home / DATABASE)
            try:
                judge = judge_of(backup, source, home)
                with comparing(source, target) as alike:
                    stories = foretell_stories(
                        source, target, judge, lambda count: tally.add(count * one), alike
                    )
            finally:
                target.close()
        finally:
            source.close()
        media = Media(home / MEDIA)
        pictures = sum(media.path(picture_digest(name)) is None for name in manifest.media or ())
        settings = tuple(name for name in manifest.settings if not (home / name).exists())
        return Foretold(manifest, stories, pictures, settings)
