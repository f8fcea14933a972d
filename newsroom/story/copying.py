"""A story copied, to write another one from it."""

from __future__ import annotations

from dataclasses import replace

from newsroom.story.story import Story, new_id
from newsroom.story.workflow import Status

_SIGN = "(salinan)"
_TIMES = ("publish", "deadline")


def copy_of(story: Story) -> Story:
    """Return a new draft with all that is in a story, but its address and its times.

    Nor does it take along what happened to that one since it was printed, or what was made
    sure of before. The headline says
    that it is a copy. An embargo is no time of the story's own but what somebody was
    promised: it stays.

    >>> copy = copy_of(Story(headline="Panen Raya", slug="panen-raya", status=Status.PUBLISHED))
    >>> copy.headline, copy.slug, str(copy.status), copy_of(copy).headline
    ('Panen Raya (salinan)', '', 'draft', 'Panen Raya (salinan)')
    """
    headline = story.headline.removesuffix(_SIGN).strip()
    return replace(
        story,
        headline=f"{headline} {_SIGN}" if headline else "",
        slug="",
        status=Status.DRAFT,
        publish=None,
        deadline=None,
        corrections=(),
        answers=None,
        answered_by=(),
        withdrawal=None,
        checklist=(),
        unread=tuple(one for one in story.unread if one[0] not in _TIMES),
        id=new_id(),
        revision=0,
        created=None,
        updated=None,
    )
