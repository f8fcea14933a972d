"""A story that comes from another desk, taken in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import tzinfo
from functools import partial
from itertools import chain

from sqlalchemy.orm import Session

from newsroom.store.comments import comments_of, put
from newsroom.store.errors import HandoverForged
from newsroom.store.handovers.known import Known, former_photos
from newsroom.store.handovers.remarks import agree_on_places, moved
from newsroom.store.handovers.rows import story_row
from newsroom.store.handovers.states import alike, is_genuine, made
from newsroom.store.handovers.taken import Taken, What
from newsroom.store.media import Media
from newsroom.store.people import person_here
from newsroom.store.reading import story_of
from newsroom.store.schema import StoryRow
from newsroom.store.stories import Saving
from newsroom.store.versions.content import content_of
from newsroom.store.versions.log import add_step
from newsroom.store.versions.passed import add_passed
from newsroom.story.comments.comment import Comment
from newsroom.story.conflicts.conflict import waiting
from newsroom.story.days import figures
from newsroom.story.handover import Handover
from newsroom.story.merge.ancestry import ancestors, common_base, with_blurs
from newsroom.story.merge.normal import Picture, local, normal
from newsroom.story.merge.stories import Merged, merge
from newsroom.story.photo_keys import PhotoKey, photo_keys
from newsroom.story.story import Photo, Story
from newsroom.story.version import Mark, StepKind

_AND = " dan "


class Taking:
    """One story coming in."""

    def __init__(
        self,
        session: Session,
        saving: Saving,
        media: Media,
        handover: Handover,
        came: Mapping[PhotoKey, Picture],
        zone: tzinfo | None,
    ) -> None:
        self._session = session
        self._saving = saving
        self._media = media
        self._handover = handover
        self._came = came
        self._id = handover.story.id
        self._is_forward = False
        self._who = person_here(session).name
        self._mark = Mark(StepKind.HANDOVER, self._who, _from(handover, zone))
        theirs = {state.uid: state for state in handover.states}.get(handover.head)
        story = theirs.story if theirs else None
        self._theirs = alike(replace(story or handover.story, id=self._id))

    def done(self) -> Taken:
        """Take the story in, and return what became of it. Raises HandoverForged."""
        # Another under its uid would stand in its way when it comes: it would count as known.
        if not all(is_genuine(state, self._id) for state in self._handover.states):
            raise HandoverForged(
                "Isi berkas .naskah ini tidak cocok dengan tandanya: diubah di luar Newsroom, "
                "atau dibuat Newsroom versi lain. Tidak ada yang diambil; minta dikirim ulang."
            )
        row = story_row(self._session, self._id)
        return self._new() if row is None else self._known(row)

    def _new(self) -> Taken:
        story = local(self._theirs, Story(id=self._id), self._came)
        saved = self._saving.save(story, None)
        row = story_row(self._session, self._id)
        assert row is not None
        self._add_steps(row, saved)
        self._saving.add_steps(lambda: self._mark_new(row, saved))
        known = Known(self._session, row.number, self._id)
        known.add(self._handover.states)
        known.move_to(self._handover.head)
        comments = self._comments(row, self._theirs)
        return Taken(saved, What.NEW, self._conflicts(row), comments)

    def _known(self, row: StoryRow) -> Taken:
        ours, binned, head = story_of(row), row.discarded is not None, self._handover.head
        row.discarded = None
        known = Known(self._session, row.number, self._id)
        known.add(self._handover.states)
        if head in ancestors(known.states, known.head) or known.is_at(head, ours):
            self._add_steps(row, ours)
            self._join(known, ours)
            comments = self._comments(row, alike(ours))
            if self._lacking(ours) & self._came.keys():
                ours = self._saving.save(self._as_here(normal(ours), ours), self._mark)
            return Taken(ours, What.OLD, self._conflicts(row), comments, binned)
        if known.is_at(known.head, ours) and known.head in ancestors(known.states, head):
            known.move_to(head)
            self._is_forward = True
            what, done, apart = What.FORWARD, Merged(self._theirs), False
        else:
            what = What.MERGED
            done, apart = self._merged(known, ours)
        self._saving.keep(self._id)
        self._add_steps(row, ours)
        back = set(photo_keys(done.story)) - set(photo_keys(normal(ours)))
        former = former_photos(self._session, row.number, back)
        saved = self._saving.save(self._as_here(done.story, ours, former), self._mark)
        comments = self._comments(row, done.story, done)
        before = ours.status if ours.status != saved.status else None
        return Taken(saved, what, self._conflicts(row), comments, binned, apart, before)

    def _lacking(self, ours: Story) -> set[PhotoKey]:
        """Return the photos of which the picture is not here."""
        keys = zip(photo_keys(normal(ours)), ours.photos, strict=True)
        return {key for key, photo in keys if self._media.path(photo.digest) is None}

    def _as_here(
        self, story: Story, ours: Story, former: Mapping[PhotoKey, Sequence[Photo]] | None = None
    ) -> Story:
        photos = chain(ours.photos, *(former or {}).values())
        missing = {one.digest for one in photos if self._media.path(one.digest) is None}
        return local(story, ours, self._came, former, missing)

    def _join(self, known: Known, ours: Story) -> None:
        """Have the state that came, in which the story is here too, be one that ours is made of.

        Else what is written here later would be at odds with it, should its file come again.
        """
        head = self._handover.head
        if head in ancestors(known.states, known.head):
            return
        if not known.head or known.head in ancestors(known.states, head):
            known.move_to(head)
        else:
            self._merged(known, ours)

    def _merged(self, known: Known, ours: Story) -> tuple[Merged, bool]:
        """Return what was written at both desks as one, and whether they had nothing in common."""
        one, other = known.with_edits(ours, self._who), known.states[self._handover.head]
        base = common_base(known.states, [one.uid], other.uid)
        done = merge(base or Story(), one, other)
        story = alike(with_blurs(done.story, known.states, (one.uid, other.uid)))
        # The same at both desks, whoever merges there, and when.
        moment = max(one.moment, other.moment)
        state = made(story, (one.uid, other.uid), _both(one.who, other.who), moment)
        known.add([state])
        known.move_to(state.uid)
        return replace(done, story=story), base is None

    def _add_steps(self, row: StoryRow, ours: Story) -> None:
        def add() -> None:
            here = partial(local, ours=ours, came={})
            add_passed(self._session, row, self._handover.steps, here)

        self._saving.add_steps(add)

    def _mark_new(self, row: StoryRow, saved: Story) -> None:
        """Keep the story as it came as its newest step."""
        add_step(self._session, row, saved, self._mark, saved.updated or row.updated)
        row.kept = row.revision

    def _comments(self, row: StoryRow, now: Story, done: Merged | None = None) -> int:
        """Bring in the comments that came, and return how many are new.

        ``now`` is the story as it is from now on, ``done`` what it was merged to, if it was.
        """
        known = {comment.id for comment in comments_of(self._session, row.number)}
        is_theirs = content_of(now) == content_of(self._theirs)
        came = self._handover.comments
        if not is_theirs:
            came = moved(came, self._theirs, now)
        put(self._session, row.number, [*came, *(done.conflicts if done else ())])
        if is_theirs or done:
            agree_on_places(self._session, row.number, came, is_forward=self._is_forward)
        here = {comment.id for comment in comments_of(self._session, row.number)}
        return len({one.id for one in came} & here - known)

    def _conflicts(self, row: StoryRow) -> tuple[Comment, ...]:
        return tuple(waiting(comments_of(self._session, row.number)))


def _both(one: str, other: str) -> str:
    """Return who wrote what was merged, each once.

    >>> _both("Wati Misal", "Budi Contoh dan Wati Misal")
    'Budi Contoh dan Wati Misal'
    """
    return _AND.join(sorted({name for who in (one, other) for name in who.split(_AND) if name}))


def _from(handover: Handover, zone: tzinfo | None) -> str:
    """Return whom a story came from and since when it was on its way, for the list of versions."""
    who = f"dari {handover.who}" if handover.who else "dari meja lain"
    if handover.moment is None:
        return who
    local_time = handover.moment.astimezone(zone)
    return f"{who}, dibuat {figures(local_time)} {local_time:%H.%M}"
