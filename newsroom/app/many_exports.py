"""Stories exported into a folder, one after the other."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.app.exporting import ENDINGS
from newsroom.exchange.article import story_slug
from newsroom.exchange.errors import ExchangeError, disk_fault
from newsroom.exchange.exported import ExportedStory, FileNames
from newsroom.language.finding import Severity
from newsroom.portal.preflight import LEFT_TO_FILL_IN
from newsroom.portal.profile import Profile
from newsroom.store.errors import StoryNotFound
from newsroom.store.store import Store
from newsroom.story.version import Mark, StepKind

if TYPE_CHECKING:
    from newsroom.app.exporting import Exporting


@dataclass(frozen=True, slots=True)
class ManyExports:
    """What they all have in common."""

    newsroom: Exporting
    form: str
    folder: Path
    profile: Profile
    store: Store
    house: str
    names: FileNames = field(default_factory=FileNames)

    def one(self, id: str) -> ExportedStory:
        """Write one story and say what became of it. Raises HouseError, StoreError."""
        store, form, profile = self.store, self.form, self.profile
        try:
            story = store.stories.get(id)
        except StoryNotFound as error:
            return ExportedStory(id, why=str(error))
        told = ExportedStory(story.id, story.headline)
        if form != "md":
            findings = self.newsroom.preflight(story, profile, store.media, self.house)
            missing = tuple(one for one in findings if one.severity is Severity.ERROR)
            told = replace(told, missing=missing)
            if any(one.rule == LEFT_TO_FILL_IN for one in missing):
                return replace(told, why="Masih ada isian yang belum diisi di naskah ini.")
        stem = story_slug(story) + (f"-r{story.revision}" if form == "bundle" else "")
        out = self.folder / self.names.name(stem, ENDINGS.get(form, "zip"), story.id)
        try:
            path = self.newsroom.export(story, form, out, profile, store.media, house=self.house)
        except ExchangeError as error:
            return replace(told, why=str(error))
        except OSError as error:
            return replace(told, why=f"{out}: {disk_fault(error)}")
        store.versions.mark(story, Mark(StepKind.EXPORT, note=f"{form}, {profile.name}"))
        return replace(told, path=path)
