"""Stories handed from one desk to another, and what comes back.

A state is what a story was when it left a desk, or was made of two that came together. By
its uid it is known at every desk: so an old file is told from a new one, and two states are
merged by the one that both were made from. All that a file changes here is done in one
transaction: the story, its steps, its comments, its states.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from functools import partial
from hashlib import sha256
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from newsroom.store.comments import comments_of, put
from newsroom.store.database import Database
from newsroom.store.errors import HandoverForged, StoryNotFound
from newsroom.store.people import person_here
from newsroom.store.reading import story_of
from newsroom.store.schema import CommentRow, HandoverRow, StoryRow
from newsroom.store.stories import Saving, Stories
from newsroom.store.versions.content import content_of, content_values, story_from
from newsroom.store.versions.content import story_of as story_of_values
from newsroom.store.versions.log import add_step
from newsroom.store.versions.packing import pack, unpack
from newsroom.store.versions.passed import add_passed, passed_steps
from newsroom.store.versions.versions import sound_states
from newsroom.story.characters import without_controls
from newsroom.story.comments.comment import Anchor, Comment
from newsroom.story.comments.places import Passage
from newsroom.story.comments.values import anchor_values
from newsroom.story.conflicts.conflict import waiting
from newsroom.story.days import figures
from newsroom.story.handover import Handover, State
from newsroom.story.merge.ancestry import ancestors, common_base, with_blurs, without_rounds
from newsroom.story.merge.normal import (
    PhotoKey,
    Picture,
    blurred_as_well,
    local,
    normal,
    photo_keys,
)
from newsroom.story.merge.stories import Merged, merge
from newsroom.story.story import Photo, Story
from newsroom.story.version import Mark, StepKind
from newsroom.story.workflow import Status

_DAMAGED = (ValueError, KeyError, TypeError, AttributeError)
_UID = 32
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
_AND = " dan "


class What(StrEnum):
    """What became of a story that came."""

    NEW = "new"  # it was not here
    OLD = "old"  # all that is in it was here already
    FORWARD = "forward"  # nothing was written here since it left
    MERGED = "merged"  # it was written on at both desks


@dataclass(frozen=True, slots=True)
class Taken:
    """A story that came, as it is here now.

    ``conflicts`` are those that wait for a person to choose; ``comments`` counts the remarks
    that came with it. It was ``binned`` until then; it is ``apart`` if nothing is known that
    both had in common. ``before`` is the status that it had here, if it came with another.
    """

    story: Story
    what: What
    conflicts: tuple[Comment, ...] = ()
    comments: int = 0
    binned: bool = False
    apart: bool = False
    before: Status | None = None


class Handovers:
    """What stories were when they went from desk to desk. Every method raises StoreError."""

    def __init__(self, database: Database, stories: Stories) -> None:
        self._database = database
        self._stories = stories

    def states(self, story_id: str) -> dict[str, State]:
        """Return the states of a story that are known here, by their uids."""
        with self._database.read() as session:
            number = session.scalar(select(StoryRow.number).where(StoryRow.id == story_id))
            return {} if number is None else _Known(session, number, story_id).states

    def hand_over(self, story_id: str) -> Handover:
        """Return a story as it is to leave: with its states, steps and comments.

        Its photos are as they are here, so that their pictures can be found. Raises
        StoryNotFound.
        """
        with self._database.write() as session:
            row = _row(session, story_id)
            if row is None:
                raise StoryNotFound(f"Naskah {story_id} tidak ditemukan.")
            who, story = person_here(session).name, story_of(row)
            known = _Known(session, row.number, story.id)
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

    def wanted(self, handover: Handover) -> set[PhotoKey]:
        """Return the photos of a story that comes of which its picture may be needed here.

        Where ours is there, and nothing in it is blurred for good, it is the better one.
        """
        with self._database.read() as session:
            row = _row(session, handover.story.id)
            ours = story_of(row) if row else Story()
        better = {
            key
            for key, photo in zip(photo_keys(normal(ours)), ours.photos, strict=True)
            if photo.digest and not photo.baked.blurs
        }
        return set(photo_keys(handover.story)) - better

    def take_over(self, handover: Handover, came: Mapping[PhotoKey, Picture]) -> Taken:
        """Take in a story that was handed over, and return what became of it.

        ``came`` holds the pictures that came along, which the store has by now. A story that
        is here is merged with what was written on it here, and comes back out of the bin.
        Raises HandoverForged.
        """

        def work(session: Session, saving: Saving) -> Taken:
            return _Taking(session, saving, handover, came).done()

        return self._stories.together(work)


class _Known:
    """The states of a story that are known here, in a transaction."""

    def __init__(self, session: Session, number: int, story_id: str) -> None:
        self._session = session
        self._number = number
        self._id = story_id
        self.states: dict[str, State] = {}
        self.head = ""
        for state, is_head in _kept_states(session, number, story_id):
            self.states[state.uid] = state
            self.head = state.uid if is_head else self.head
        self.states = without_rounds(self.states)

    def is_at(self, uid: str, story: Story) -> bool:
        """Say whether a story is as it was in a state."""
        state = self.states.get(uid)
        if state is None or state.story is None:
            return False
        return content_of(state.story) == content_of(alike(story))

    def with_edits(self, story: Story, who: str) -> State:
        """Return the state that a story is in: its head, or a new one made from that."""
        if self.is_at(self.head, story):
            return self.states[self.head]
        moment = (story.updated or datetime.now(UTC)).astimezone(UTC)
        if before := self._before_photos_went(story):
            self._go_on(before, who, moment)
        return self._go_on(alike(story), who, moment)

    def _go_on(self, story: Story, who: str, moment: datetime) -> State:
        state = made(story, (self.head,) if self.head else (), who, moment)
        self.add([state])
        self.move_to(state.uid)
        return state

    def _before_photos_went(self, story: Story) -> Story | None:
        """Return the head with what was blurred in photos that have been taken out since.

        None if there is no such. They may come back from a desk that has changed them.
        """
        head = self.states.get(self.head)
        if head is None or head.story is None:
            return None
        gone = set(photo_keys(head.story)) - set(photo_keys(alike(story)))
        former = former_photos(self._session, self._number, gone)
        photos = tuple(
            blurred_as_well(photo, former.get(key, ()))
            for key, photo in zip(photo_keys(head.story), head.story.photos, strict=True)
        )
        return replace(head.story, photos=photos) if photos != head.story.photos else None

    def add(self, states: Iterable[State]) -> None:
        """Keep states; of those that are only known of the story may come later."""
        for state in states:
            ours = self.states.get(state.uid)
            if ours is None:
                self._session.execute(insert(HandoverRow), [self._values(state)])
            elif ours.story is None and state.story is not None:
                changed = update(HandoverRow).where(
                    HandoverRow.story_number == self._number, HandoverRow.uid == state.uid
                )
                values = self._values(state)
                told = {name: values[name] for name in ("parents", "who", "moment", "packed")}
                self._session.execute(changed.values(told))
            else:
                continue
            self.states[state.uid] = replace(state, story=state.story and self._own(state.story))
        self.states = without_rounds(self.states)

    def move_to(self, uid: str) -> None:
        """Note that the story here has come from a state."""
        of_story = update(HandoverRow).where(HandoverRow.story_number == self._number)
        self._session.execute(of_story.values(head=HandoverRow.uid == uid))
        self.head = uid

    def _own(self, story: Story) -> Story:
        return replace(story, id=self._id)

    def _values(self, state: State) -> dict[str, Any]:
        return {
            "story_number": self._number,
            "uid": state.uid,
            "parents": list(state.parents),
            "who": state.who,
            "moment": state.moment,
            "head": False,
            "packed": pack(content_of(state.story)) if state.story else b"",
        }


class _Taking:
    """One story coming in."""

    def __init__(
        self,
        session: Session,
        saving: Saving,
        handover: Handover,
        came: Mapping[PhotoKey, Picture],
    ) -> None:
        self._session = session
        self._saving = saving
        self._handover = handover
        self._came = came
        self._id = handover.story.id
        self._is_forward = False
        self._who = person_here(session).name
        self._mark = Mark(StepKind.HANDOVER, self._who, _from(handover))
        theirs = {state.uid: state for state in handover.states}.get(handover.head)
        story = theirs.story if theirs else None
        self._theirs = alike(replace(story or handover.story, id=self._id))

    def done(self) -> Taken:
        # Another under its uid would stand in its way when it comes: it would count as known.
        if not all(is_genuine(state, self._id) for state in self._handover.states):
            raise HandoverForged(
                "Isi berkas .naskah ini tidak cocok dengan tandanya: diubah di luar Newsroom, "
                "atau dibuat Newsroom versi lain. Tidak ada yang diambil; minta dikirim ulang."
            )
        row = _row(self._session, self._id)
        return self._new() if row is None else self._known(row)

    def _new(self) -> Taken:
        story = local(self._theirs, Story(id=self._id), self._came)
        saved = self._saving.save(story, None)
        row = _row(self._session, self._id)
        assert row is not None
        self._add_steps(row, saved)
        self._saving.add_steps(lambda: self._mark_new(row, saved))
        known = _Known(self._session, row.number, self._id)
        known.add(self._handover.states)
        known.move_to(self._handover.head)
        comments = self._comments(row, self._theirs)
        return Taken(saved, What.NEW, self._conflicts(row), comments)

    def _known(self, row: StoryRow) -> Taken:
        ours, binned, head = story_of(row), row.discarded is not None, self._handover.head
        row.discarded = None
        known = _Known(self._session, row.number, self._id)
        known.add(self._handover.states)
        if head in ancestors(known.states, known.head) or known.is_at(head, ours):
            self._add_steps(row, ours)
            self._join(known, ours)
            comments = self._comments(row, alike(ours))
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
        saved = self._saving.save(local(done.story, ours, self._came, former), self._mark)
        comments = self._comments(row, done.story, done)
        before = ours.status if ours.status != saved.status else None
        return Taken(saved, what, self._conflicts(row), comments, binned, apart, before)

    def _join(self, known: _Known, ours: Story) -> None:
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

    def _merged(self, known: _Known, ours: Story) -> tuple[Merged, bool]:
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
            passage = Passage(self._theirs, now)
            came = tuple(
                replace(one, anchor=passage.moved(one.anchor)) if one.anchor else one
                for one in came
            )
        put(self._session, row.number, [*came, *(done.conflicts if done else ())])
        if is_theirs or done:
            self._place(row, came)
        here = {comment.id for comment in comments_of(self._session, row.number)}
        return len({one.id for one in came} & here - known)

    def _place(self, row: StoryRow, came: Iterable[Comment]) -> None:
        """Have what was said hang on the same words at both desks: of two places on the first.

        Each desk followed the words through its own edits.
        """
        here = {one.id: one.anchor for one in comments_of(self._session, row.number)}
        for comment in came:
            ours, theirs = here.get(comment.id), comment.anchor
            if ours is None or theirs is None or ours == theirs:
                continue
            placed = theirs if self._is_forward else min(ours, theirs, key=_place)
            moved = update(CommentRow).where(CommentRow.id == comment.id)
            self._session.execute(moved.values(anchor=anchor_values(placed)))

    def _conflicts(self, row: StoryRow) -> tuple[Comment, ...]:
        return tuple(waiting(comments_of(self._session, row.number)))


def alike(story: Story) -> Story:
    """Return a story as it is at every desk, and comes out of every file."""
    values = _cleaned(content_values(normal(story)))
    return replace(story_of_values(values), id=story.id)


def made(story: Story, parents: tuple[str, ...], who: str, moment: datetime) -> State:
    """Return a state of a story that is ``alike`` at every desk, with its uid.

    Who and when are in it: that decides which wording stands where two are at odds, and so
    must be the same wherever the state is.
    """
    who = _cleaned(who)
    told = json.dumps([story.id, sorted(parents), who, moment.isoformat()]).encode()
    uid = sha256(told + content_of(story)).hexdigest()[:_UID]
    return State(uid, tuple(sorted(parents)), who, moment, story)


def is_genuine(state: State, story_id: str) -> bool:
    """Say whether a state is the one that its uid was made of, as far as its story is known."""
    if state.story is None:
        return True
    story = alike(replace(state.story, id=story_id))
    return made(story, state.parents, state.who, state.moment).uid == state.uid


def _both(one: str, other: str) -> str:
    """Return who wrote what was merged, each once.

    >>> _both("Wati Misal", "Budi Contoh dan Wati Misal")
    'Budi Contoh dan Wati Misal'
    """
    return _AND.join(sorted({name for who in (one, other) for name in who.split(_AND) if name}))


def _place(anchor: Anchor) -> tuple[object, ...]:
    return anchor.lost, anchor.field, anchor.start, anchor.end, anchor.before, anchor.after


def former_photos(
    session: Session, story_number: int, keys: Collection[PhotoKey]
) -> dict[PhotoKey, list[Photo]]:
    """Return photos that are no longer in a story as the version log has them, the oldest first."""
    found: dict[PhotoKey, list[Photo]] = {}
    for state in sound_states(session, story_number) if keys else ():
        for key, photo in zip(photo_keys(state), state.photos, strict=True):
            if key in keys and photo.digest:
                found.setdefault(key, []).append(photo)
    return found


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return without_controls(value.encode("utf-8", "replace").decode("utf-8"))
    if isinstance(value, list):
        return [_cleaned(one) for one in value]
    if isinstance(value, dict):
        return {key: _cleaned(one) for key, one in value.items()}
    return value


def _row(session: Session, story_id: str) -> StoryRow | None:
    return session.scalar(select(StoryRow).where(StoryRow.id == story_id).with_for_update())


def _kept_states(session: Session, number: int, story_id: str) -> list[tuple[State, bool]]:
    """Return the states of a story, the oldest first, and of each whether it is the head.

    One whose row is damaged is only known of, until its file comes again.
    """
    of_story = HandoverRow.story_number == number
    rows = select(HandoverRow).where(of_story)
    try:
        ordered = session.scalars(rows.order_by(HandoverRow.moment, HandoverRow.uid))
        return [(_state(row, story_id), row.head) for row in ordered]
    except _DAMAGED:
        pass
    found = []
    for uid, is_head in session.execute(select(HandoverRow.uid, HandoverRow.head).where(of_story)):
        try:
            state = _state(session.scalars(rows.where(HandoverRow.uid == uid)).one(), story_id)
        except _DAMAGED:
            state = State(uid, (), "", _LONG_AGO, None)
        if _is_uid(uid):
            found.append((state, is_head))
    return found


def _is_uid(kept: object) -> bool:
    return isinstance(kept, str) and kept.isalnum()


def _state(row: HandoverRow, story_id: str) -> State:
    """Return the state that a row holds. Raises ValueError or TypeError for a damaged one."""
    if not (isinstance(row.who, str) and all(map(_is_uid, (row.uid, *row.parents)))):
        raise ValueError(row.uid)
    story = None
    if row.packed:
        try:
            story = replace(story_from(unpack(row.packed)), id=story_id)
        except _DAMAGED:
            story = None  # one state less to merge by
    state = State(row.uid, tuple(row.parents), row.who, row.moment, story)
    # As a forged one it would be refused wherever it goes.
    return state if is_genuine(state, story_id) else replace(state, story=None)


def _from(handover: Handover) -> str:
    """Return whom a story came from and since when it was on its way, for the list of versions."""
    who = f"dari {handover.who}" if handover.who else "dari meja lain"
    if handover.moment is None:
        return who
    local_time = handover.moment.astimezone()
    return f"{who}, dibuat {figures(local_time)} {local_time:%H.%M}"
