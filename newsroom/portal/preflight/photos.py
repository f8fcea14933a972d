"""What is asked of a photograph: its picture, its words, the right to show it, and since when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from newsroom.language.finding import Finding
from newsroom.language.requirements import requirements
from newsroom.portal.moments import written_moment
from newsroom.portal.preflight.times import of_unread
from newsroom.portal.profile import Profile
from newsroom.portal.publication import publication
from newsroom.story.rights import Rights
from newsroom.story.story import Photo, Story

_OTHERS = (Rights.AGENCY, Rights.HANDOUT)  # whose pictures go by what was agreed
_BESIDE = re.compile(r"[/,;]")  # between those whom a credit names
_COURTESY = re.compile(r"\s*\(?(?:foto\s*:\s*)?(?:istimewa|ist)\.?\)?\s*", re.IGNORECASE)


def of_photos(story: Story) -> Iterator[Finding]:
    """Look for a photograph."""
    if not story.photos:
        yield requirements()["story.no_photo"].unmet("photos")


def of_photo(
    photo: Photo,
    field: str,
    story: Story,
    profile: Profile,
    has_picture: bool,
    now: datetime,
) -> Iterator[Finding]:
    """Look at one photograph; ``field`` is what it is called in the story."""
    yield from _whole(photo, field, has_picture)
    yield from _rights(photo, field)
    yield from of_unread(photo.unread, f"{field}.")
    # A time that has gone by leaves the story to go out now.
    goes_out = max(publication(story) or now, now)
    if photo.embargo and photo.embargo > goes_out:
        until = written_moment(photo.embargo, profile)
        yield requirements()["story.photo_embargo"].unmet(f"{field}.embargo", until=until)


def _whole(photo: Photo, field: str, has_picture: bool) -> Iterator[Finding]:
    asks = requirements()
    if not has_picture:
        rule = asks["story.picture" if photo.file else "story.photo_file"]
        yield rule.unmet(f"{field}.file", file=photo.file)
    for name in ("caption", "credit", "alt"):
        if not getattr(photo, name).strip():
            yield asks[f"story.{name}"].unmet(f"{field}.{name}")


def _rights(photo: Photo, field: str) -> Iterator[Finding]:
    asks, told = requirements(), photo.rights.label
    named = [bool(_COURTESY.fullmatch(one)) for one in _BESIDE.split(photo.credit)]
    if any(named) and photo.rights not in (Rights.UNSAID, Rights.COURTESY):
        yield asks["story.photo_rights"].unmet(f"{field}.rights", rights=told)
    # “Istimewa” says that the picture was given; it does not say by whom.
    given = photo.rights is Rights.COURTESY or (photo.rights is Rights.UNSAID and all(named))
    if given and not photo.source.strip():
        yield asks["story.photo_source"].unmet(f"{field}.source")
    if photo.rights in _OTHERS and not photo.permission.strip():
        yield asks["story.photo_permission"].unmet(f"{field}.permission", rights=told)
