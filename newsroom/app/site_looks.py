"""Stories on the sites of portals, looked at there: an editor publishes a draft, and it shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsroom.app.newsroom import Newsroom
    from newsroom.portal.push.looking import Looked
    from newsroom.store.deliveries.records import Delivery
    from newsroom.store.store import Store


def look_at_posts(
    newsroom: Newsroom, store: Store, known: Sequence[Delivery], password: str
) -> Iterator[Looked]:
    """Look at posts of one portal, and keep how each stands; nothing is changed on the site.

    A story that readers have now is told of in the store. It asks the site: not for the
    window's thread. Raises PortalError, Cancelled, ProfileError, StoreError.
    """
    from newsroom.app.answers import tell_printed
    from newsroom.portal.push.looking import look_at_post

    if not known:
        return
    with newsroom.connect(known[0].portal, password) as client:
        for one in known:
            looked = look_at_post(client, one, store.deliveries, datetime.now(UTC))
            if looked.came_out:
                tell_printed(store, one.story)
            yield looked
