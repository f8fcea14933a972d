"""What is known of a story's way to a portal before anything is sent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.app import DEFAULT_PORTAL
from newsroom.app.publishing import why_not_publishing

if TYPE_CHECKING:
    from newsroom.app import Newsroom
    from newsroom.portal.accounts import SiteAccount
    from newsroom.portal.preflight import Clearance
    from newsroom.portal.profile import Profile
    from newsroom.store.deliveries.records import Delivery, Push
    from newsroom.store.store import Store
    from newsroom.story.story import Story

LAST = "upload-portal"  # the workspace's key for where a story was sent last


@dataclass(frozen=True, slots=True)
class Look:
    """A portal as a story meets it: who is logged in, what is there, what stands in the way.

    ``portals`` are all that there are, their titles by their names. ``not_public`` is why
    whoever sits here has readers see nothing; empty where they publish.
    """

    portals: Mapping[str, str]
    profile: Profile
    account: SiteAccount | None
    has_password: bool
    delivery: Delivery | None
    waiting: Push | None
    clearance: Clearance
    not_public: str = ""


def look(newsroom: Newsroom, store: Store, story: Story, portal: str = "") -> Look:
    """Return it for a portal; for the likeliest one where none is named.

    It may ask the system's keyring, and looks into pictures: not for the window's thread.
    """
    titles = newsroom.profile_titles()
    deliveries = store.deliveries.of_story(story.id)
    portal = portal or _likeliest(newsroom, titles, [one.portal for one in deliveries], store)
    profile = newsroom.profile(portal)
    account = newsroom.site_account(portal)
    return Look(
        portals=titles,
        profile=profile,
        account=account,
        has_password=account is not None and newsroom.site_password(portal) is not None,
        delivery=next((one for one in deliveries if one.portal == portal), None),
        waiting=next(
            (one for one in store.pushes.list(open_only=True, story=story.id)
             if one.portal == portal),
            None,
        ),
        clearance=newsroom.clearance(story, profile, store.media),
        not_public=why_not_publishing(store.people.me().role),
    )  # fmt: skip


def _likeliest(newsroom: Newsroom, names: Iterable[str], delivered: list[str], store: Store) -> str:
    """Return where the story is, or the last one went, or the first portal with a login."""
    usual_first = sorted(names, key=lambda name: name != DEFAULT_PORTAL)
    for name in (*delivered, store.workspace.get(LAST)):
        if name in usual_first:
            return str(name)
    known = (name for name in usual_first if newsroom.site_account(name) is not None)
    return next(known, DEFAULT_PORTAL)
