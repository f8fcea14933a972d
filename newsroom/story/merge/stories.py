"""Two states of a story made one, by the state that both were made from.

The order in which the two are given makes no difference, so that two desks make the same of
them. ``early`` and ``late`` are told apart by the moment of the states, then by their uid.
Where both changed the same differently, one wording is in the story, and a comment of the
kind ``CONFLICT`` has both: nothing that was written is lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from hashlib import sha256
from typing import Any

from newsroom.story.comments.anchors import anchored
from newsroom.story.comments.comment import Anchor, Comment, CommentKind, Subject, Wording
from newsroom.story.compare.wording import said
from newsroom.story.dateline import Dateline
from newsroom.story.handover import State
from newsroom.story.merge.normal import normal, turned_to
from newsroom.story.merge.sets import merge_lists
from newsroom.story.merge.texts import merge_texts
from newsroom.story.photo_edits import PhotoEdits
from newsroom.story.photo_keys import photo_keys
from newsroom.story.story import Photo, Story
from newsroom.story.texts import PROSE
from newsroom.story.workflow import Status

_PROSE = PROSE | {"caption", "alt"}
_COUNTED = frozenset({"id", "revision", "created", "updated", "sources"})
_OF_THE_FILE = frozenset({"file", "digest", "origin", "baked", "lead", "edits"})
NO_WORDING = _COUNTED | _OF_THE_FILE
"""The fields that are never told of as two wordings: nobody chooses a text for them."""
KEYS: dict[str, int | str] = {"unread": 0, "checklist": "item"}
"""What one thing of a list is known by, where it is not all of it."""
_WAY = (
    Status.DRAFT,
    Status.RETURNED,
    Status.SUBMITTED,
    Status.EDITING,
    Status.HELD,
    Status.READY,
    Status.PUBLISHED,
    Status.CORRECTED,
    Status.WITHDRAWN,
)
_ASIDE = frozenset({Status.RETURNED, Status.HELD, Status.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class Merged:
    """A story made of two, and what both changed differently."""

    story: Story
    conflicts: tuple[Comment, ...] = ()


def merge(base: Story, one: State, other: State) -> Merged:
    """Merge two states that were made from a third; all three have stories.

    What comes out is ``normal``: what the store counts, the files of pictures, and the sources
    are not in it.

    >>> from datetime import UTC, datetime
    >>> one, other = (
    ...     State(uid, (), "", datetime(2026, 3, 5, tzinfo=UTC), Story(headline=headline, id="a"))
    ...     for uid, headline in (("1", "Panen Raya"), ("2", "Warga Panen"))
    ... )
    >>> merge(Story(headline="Panen"), one, other).story.headline
    'Warga Panen Raya'
    """
    early, late = sorted((one, other), key=lambda state: (state.moment, state.uid))
    return _Merging(normal(base), early, late).done()


class _Merging:
    def __init__(self, base: Story, early: State, late: State) -> None:
        assert early.story is not None
        assert late.story is not None
        self._states = early, late
        self._base, self._early, self._late = base, normal(early.story), normal(late.story)
        self._conflicts: list[Comment] = []

    def done(self) -> Merged:
        values: dict[str, Any] = {}
        for field in fields(Story):
            if field.name not in _COUNTED and field.name != "photos":
                sides = (getattr(one, field.name) for one in (self._base, self._early, self._late))
                values[field.name] = self._field(field.name, field.name, *sides)
        story = replace(self._early, photos=self._photos(), **values)
        return Merged(story, tuple(self._conflicts))

    # Fields.

    def _field(self, path: str, name: str, base: Any, early: Any, late: Any) -> Any:
        if isinstance(base, Dateline):
            return self._parts(path, base, early, late)
        if isinstance(base, Status):
            return self._status(base, early, late)
        if isinstance(base, tuple):
            return self._list(path, name, base, early, late)
        if isinstance(base, str) and name in _PROSE:
            return self._prose(path, base, early, late)
        return self._whole(path, base, early, late)

    def _parts(self, path: str, base: Any, early: Any, late: Any) -> Any:
        """Merge what has fields of its own, one by one."""
        values = {
            field.name: self._whole(
                f"{path}.{field.name}",
                *(getattr(one, field.name) for one in (base, early, late)),
            )
            for field in fields(base)
        }
        return replace(base, **values)

    def _status(self, base: Status, early: Status, late: Status) -> Status:
        if early == late or late == base:
            return early
        if early == base:
            return late
        further, other = sorted((early, late), key=_WAY.index, reverse=True)
        if {early, late} & _ASIDE:
            self._tell("status", said(base), said(further), said(other), late_won=further == late)
        return further

    def _whole(self, path: str, base: Any, early: Any, late: Any) -> Any:
        """Merge a value that is changed only as a whole."""
        if early == late or late == base:
            return early
        if early == base:
            return late
        late_won = bool(late)  # what one side took out and the other changed stays
        won, lost = (late, early) if late_won else (early, late)
        self._tell(path, said(base), said(won), said(lost), late_won=late_won)
        return won

    def _prose(self, path: str, base: str, early: str, late: str) -> str:
        merged = merge_texts(base, early, late)
        for one in merged.conflicts:
            won, lost = (one.late, one.early) if one.late_won else (one.early, one.late)
            anchor = anchored(path, merged.text, one.start, one.end)
            self._tell(path, one.old, won, lost, one.place, anchor, late_won=one.late_won)
        return merged.text

    def _list(
        self, path: str, name: str, base: Sequence[Any], early: Sequence[Any], late: Sequence[Any]
    ) -> tuple[Any, ...]:
        if name not in KEYS:
            return merge_lists(base, early, late)
        old, one, other = (_by_key(items, KEYS[name]) for items in (base, early, late))
        merged = [
            self._whole(f"{path}.{key}", old.get(key), one.get(key), other.get(key))
            for key in merge_lists(list(old), _kept(old, one, other), _kept(old, other, one))
        ]
        return tuple(item for item in merged if item is not None)

    # Photos.

    def _photos(self) -> tuple[Photo, ...]:
        old, early, late = (
            dict(zip(photo_keys(story), story.photos, strict=True))
            for story in (self._base, self._early, self._late)
        )
        keys = merge_lists(list(old), _kept(old, early, late), _kept(old, late, early))
        photos = [
            self._photo(f"photos[{number}]", old.get(key), early.get(key), late.get(key))
            for number, key in enumerate(keys)
        ]
        return self._with_one_lead(photos)

    def _photo(
        self, path: str, base: Photo | None, early: Photo | None, late: Photo | None
    ) -> Photo:
        if early is None or late is None:
            left = early or late
            assert left is not None
            if base is not None:  # taken out on one side, and changed on the other
                won, late_won = f"{left.file} {left.caption}".strip(), left is late
                self._tell(path, base.file, won, "", late_won=late_won)
            return left
        base = base or Photo(early.file)
        values: dict[str, Any] = {"file": late.file if early.file == base.file else early.file}
        for field in fields(Photo):
            name = field.name
            if name not in _OF_THE_FILE:
                sides = (getattr(one, name) for one in (base, early, late))
                values[name] = self._field(f"{path}.{name}", name, *sides)
        values["lead"] = late.lead if early.lead == base.lead else early.lead
        values["edits"] = self._edits(f"{path}.edits", base.edits, early.edits, late.edits)
        return replace(late, **values)

    def _edits(
        self, path: str, base: PhotoEdits, early: PhotoEdits, late: PhotoEdits
    ) -> PhotoEdits:
        """Merge what was done to a picture; all that both blurred is blurred."""
        turn = late.turn if late.turn != base.turn else early.turn
        at_odds = base.turn != early.turn != late.turn != base.turn
        base, one, other = (turned_to(edits, turn) for edits in (base, early, late))
        values: dict[str, Any] = {}
        for name in ("crop", "focal", "brightness"):
            old, mine, theirs = (getattr(edits, name) for edits in (base, one, other))
            values[name] = mine if theirs == old else theirs
            at_odds |= old != mine != theirs != old
        blurs = merge_lists(base.blurs, one.blurs, other.blurs)
        merged = turned_to(replace(other, blurs=blurs, **values), turn)
        if at_odds:
            self._tell(path, said(base), said(merged), said(one), late_won=True)
        return merged

    def _with_one_lead(self, photos: list[Photo]) -> tuple[Photo, ...]:
        """Return photos of which one at most is the lead: what both sides made so is at odds."""
        leads = [number for number, photo in enumerate(photos) if photo.lead]
        if len(leads) < 2:
            return tuple(photos)
        theirs = self._late.lead_photo
        chosen = next((n for n in leads if theirs and photos[n].origin == theirs.origin), leads[0])
        others = ", ".join(photos[number].file for number in leads if number != chosen)
        self._tell(f"photos[{chosen}].lead", "", photos[chosen].file, others, late_won=True)
        return tuple(
            replace(photo, lead=number == chosen) if photo.lead else photo
            for number, photo in enumerate(photos)
        )

    # Conflicts.

    def _tell(
        self,
        path: str,
        old: str,
        won: str,
        lost: str,
        place: int = 0,
        anchor: Anchor | None = None,
        *,
        late_won: bool,
    ) -> None:
        early, late = self._states
        winner, loser = (late, early) if late_won else (early, late)
        id = conflict_id((early.uid, late.uid), path, place)
        moment = max(early.moment, late.moment)
        subject = Subject(
            old,
            Wording(won, winner.who, winner.moment),
            Wording(lost, loser.who, loser.moment),
        )
        self._conflicts.append(
            Comment(
                who="",
                text="",
                moment=moment,
                changed=moment,
                kind=CommentKind.CONFLICT,
                anchor=anchor or Anchor(path, 0, 0, ""),
                subject=subject,
                thread=id,
                id=id,
            )
        )


def conflict_id(uids: Sequence[str], path: str, place: int = 0) -> str:
    """Return the id of what two states have differently in a place, the same at every desk."""
    return sha256("\0".join((*sorted(uids), path, str(place))).encode()).hexdigest()[:32]


def _by_key(items: Sequence[Any], name: int | str) -> dict[Any, Any]:
    return {item[name] if isinstance(name, int) else getattr(item, name): item for item in items}


def _kept(old: dict[Any, Any], side: dict[Any, Any], other: dict[Any, Any]) -> list[Any]:
    """Return the keys of a side, with those that it took out and the other side changed."""
    keys = list(side)
    for number, key in enumerate(old):
        if key not in side and key in other and other[key] != old[key]:
            keys.insert(min(number, len(keys)), key)
    return keys
