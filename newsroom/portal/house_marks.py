"""The marks that stand around a text, dateline and closing code, as a portal writes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsroom.portal.profile import Profile
from newsroom.story.closing import names_nobody
from newsroom.story.dateline import Dateline, restyled, write_dateline
from newsroom.story.story import Story


def portal_opening(dateline: Dateline, profile: Profile) -> str:
    """Return what opens the first paragraph on a portal, its separator with it; often empty.

    A dateline is written in its own way, if it has one; else in the portal's.
    """
    if dateline.place and not dateline.source:
        dateline = replace(dateline, source=profile.source)
    return write_dateline(dateline, profile.datelines)


def lacks_for_opening(dateline: Dateline, profile: Profile) -> bool:
    """Say whether a dateline has too little to be written on a portal."""
    is_said = bool(dateline.place or dateline.source or dateline.date)
    return is_said and not portal_opening(dateline, profile)


def carried_over(story: Story, profile: Profile, portals: Sequence[Profile]) -> Story:
    """Return a story of one of the newsroom's portals as it goes to another of them.

    Its dateline is written in that one's way, under that one's name, unless the text was
    another's first (``canonical``); its closing code is that one's, unless it is people's.
    The mark of a medium that is none of the newsroom's stays as it is. ``portals`` are all
    of them, the one that stories are written for first: what was not another's goes there
    as it is.
    """
    source = story.dateline.source.casefold()
    others = [one for one in portals if one.name != profile.name]
    named = [one for one in others if one.source.casefold() == source]
    if profile in portals[:1] and not named:
        return story
    dateline, is_ours = story.dateline, source in ("", profile.source.casefold())
    if is_ours or (named and not story.canonical.strip()):
        dateline = _turned(dateline, profile)
    return replace(story, dateline=dateline, closing=_closing(story, profile, named, others))


def _turned(dateline: Dateline, profile: Profile) -> Dateline:
    """Return a dateline in the portal's way; what has too little for it is not written."""
    named = profile.source if dateline.source or dateline.place else ""
    ours = replace(dateline, source=named)
    if ours.pattern in profile.datelines:
        return ours
    # The portal's own name is spelt as its profile has it, also where that is in capitals.
    return replace(restyled(ours, profile.datelines), source=named, pattern="")


def _closing(
    story: Story, profile: Profile, named: Sequence[Profile], others: Sequence[Profile]
) -> str:
    """Return the code that a story goes with; none where the portal is to put its own.

    The usual code of the portal that it comes from means no more than that it ends there;
    where it is not said which that is, only a code that this portal does not know.
    """
    code = story.closing.strip().casefold()
    ours = {one.casefold() for one in (profile.closing, *profile.closings) if one}
    theirs = {one.closing.casefold() for one in named}
    if code not in ours:
        theirs |= {one.closing.casefold() for one in others}
        if ours and names_nobody(code):
            return ""
    return "" if code in theirs else story.closing
