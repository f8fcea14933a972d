"""Stories exported together: into a folder, one after the other, or into one bundle."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.app.delivered import IMPORTED
from newsroom.app.exporting import ENDINGS, is_own
from newsroom.exchange.article import story_slug
from newsroom.exchange.errors import ExchangeError, disk_fault
from newsroom.exchange.exported import ExportedStory, FileNames
from newsroom.portal.preflight import LEFT_TO_FILL_IN, Clearance
from newsroom.portal.profile import Profile
from newsroom.store.errors import StoryNotFound
from newsroom.store.store import Store
from newsroom.story.story import Story
from newsroom.story.version import Mark, StepKind

if TYPE_CHECKING:
    from newsroom.app.exporting import Exporting


@dataclass(frozen=True, slots=True)
class _Looked:
    """A story looked over: what is told of it, and the note of its export if it may go."""

    told: ExportedStory
    story: Story | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ManyExports:
    """What they all have in common.

    ``place`` is a folder, or the file of all of them. ``again`` lets go those too of which
    the portal was given an import file before.
    """

    newsroom: Exporting
    form: str
    place: Path
    profile: Profile
    store: Store
    house: str
    override: str = ""
    again: bool = True
    names: FileNames = field(default_factory=FileNames)

    def one(self, id: str) -> ExportedStory:
        """Write one story and say what became of it. Raises HouseError, StoreError."""
        form, media = self.form, self.store.media
        looked = self._look(id)
        story, told = looked.story, looked.told
        if story is None:
            return told
        stem = story_slug(story) + (f"-r{story.revision}" if form == "bundle" else "")
        out = self.place / self.names.name(stem, ENDINGS.get(form, "zip"), story.id)
        try:
            path = self.newsroom.export(story, form, out, self.profile, media, house=self.house)
        except ExchangeError as error:
            return replace(told, why=str(error))
        except OSError as error:
            return replace(told, why=f"{out}: {disk_fault(error)}")
        self._mark(looked)
        return replace(told, path=path)

    def in_one(
        self, ids: Sequence[str], progress: Callable[[int, int], bool] | None = None
    ) -> list[ExportedStory]:
        """Write stories into one bundle, or none of them, and say what became of each.

        Raises ExchangeError, HouseError, StoreError and Cancelled.
        """
        from newsroom.exchange.bundle import write_joint_bundle

        looked = [self._look(id) for id in dict.fromkeys(ids)]
        stories = [one.story for one in looked if one.story is not None]
        if len(stories) < len(looked):
            return [one.told for one in looked]
        path = write_joint_bundle(
            [self.newsroom.carried(one, self.profile, self.house) for one in stories],
            self.newsroom.dressed(self.profile, self.house),
            self.newsroom.picture(self.store.media),
            self.place,
            progress,
        )
        for one in looked:
            self._mark(one)
        return [replace(one.told, path=path) for one in looked]

    def _look(self, id: str) -> _Looked:
        """Look a story over. Raises HouseError, StoreError."""
        store, profile = self.store, self.profile
        try:
            story = store.stories.get(id)
        except StoryNotFound as error:
            return _Looked(ExportedStory(id, why=str(error)))
        told = ExportedStory(story.id, story.headline)
        note = f"{self.form}, {profile.name}"
        if is_own(self.form):
            return _Looked(told, story, note)
        cleared = self.newsroom.clearance(story, profile, store.media, self.house, self.override)
        told = replace(told, missing=cleared.errors)
        if cleared.in_the_way:
            return _Looked(replace(told, why=_why_not(cleared)))
        if not self.again and self.form in IMPORTED:
            sent = self.newsroom.sent_before(story, profile, store, self.house)
            if sent:
                return _Looked(replace(told, why=sent.warning(profile), was_sent=True))
        return _Looked(told, story, "; ".join(filter(None, (cleared.note, note))))

    def _mark(self, looked: _Looked) -> None:
        if looked.story is not None:
            mark = Mark(StepKind.EXPORT, note=looked.note)
            self.store.versions.mark(looked.story, mark)


def _why_not(cleared: Clearance) -> str:
    """Say in short why a story is not written; what is missing is told beside it."""
    if any(one.rule == LEFT_TO_FILL_IN for one in cleared.in_the_way):
        return "Masih ada isian yang belum diisi di naskah ini."
    return "Belum lengkap, jadi tidak diekspor."
