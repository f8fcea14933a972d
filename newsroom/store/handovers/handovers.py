"""Stories that leave for another desk, and come from one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, tzinfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from newsroom.store.comments import comments_of
from newsroom.store.database import Database
from newsroom.store.errors import StoryNotFound
from newsroom.store.handovers.known import Known
from newsroom.store.handovers.rows import story_row
from newsroom.store.handovers.taken import Taken
from newsroom.store.handovers.taking import Taking
from newsroom.store.media import Media
from newsroom.store.people import person_here
from newsroom.store.reading import story_of
from newsroom.store.schema import StoryRow
from newsroom.store.stories import Saving, Stories
from newsroom.store.versions.passed import passed_steps
from newsroom.story.handover import Handover, State
from newsroom.story.merge.normal import Picture, normal
from newsroom.story.photo_keys import PhotoKey, photo_keys
from newsroom.story.story import Story


class Handovers:
    """What stories were when they went from desk to desk. Every method raises StoreError."""

    def __init__(self, database: Database, stories: Stories, media: Media) -> None:
        self._database = database
        self._stories = stories
        self._media = media

    def states(self, story_id: str) -> dict[str, State]:
        """Return the states of a story that are known here, by their uids."""
        with self._database.read() as session:
            number = session.scalar(select(StoryRow.number).where(StoryRow.id == story_id))
            return {} if number is None else Known(session, number, story_id).states

    def hand_over(self, story_id: str) -> Handover:
        """Return a story as it is to leave: with its states, steps and comments.

        Its photos are as they are here, so that their pictures can be found. Raises
        StoryNotFound.
        """
        with self._database.write() as session:
            row = story_row(session, story_id)
            if row is None:
                raise StoryNotFound(f"Naskah {story_id} tidak ditemukan.")
            who, story = person_here(session).name, story_of(row)
            known = Known(session, row.number, story.id)
            head = known.with_edits(story, who)
            return Handover(
                story=replace(story, sources=()),
                head=head.uid,
                states=tuple(known.states.values()),
                steps=passed_steps(session, row.number, who),
                comments=tuple(comments_of(session, row.number)),
                who=who,
                moment=datetime.now(UTC),
            )

    def wanted(self, handover: Handover) -> tuple[set[PhotoKey], set[PhotoKey]]:
        """Return the photos of a story that comes of which its picture may be needed here.

        Where ours is there, and nothing in it is blurred for good, it is the better one. The
        second are those that the story has here without their pictures.
        """
        with self._database.read() as session:
            row = story_row(session, handover.story.id)
            ours = story_of(row) if row else Story()
        better, bare = set(), set()
        for key, photo in zip(photo_keys(normal(ours)), ours.photos, strict=True):
            if self._media.path(photo.digest) is None:
                bare.add(key)
            elif not photo.baked.blurs:
                better.add(key)
        return set(photo_keys(handover.story)) - better, bare

    def take_over(
        self, handover: Handover, came: Mapping[PhotoKey, Picture], zone: tzinfo | None
    ) -> Taken:
        """Take in a story that was handed over, and return what became of it.

        ``came`` holds the pictures that came along, which the store has by now. A story that
        is here is merged with what was written on it here, and comes back out of the bin;
        pictures that are missing here are taken even if all else is known.
        The history says since when it was on its way, in ``zone``; None is the computer's.
        Raises HandoverForged.
        """

        def work(session: Session, saving: Saving) -> Taken:
            return Taking(session, saving, self._media, handover, came, zone).done()

        return self._stories.together(work)
