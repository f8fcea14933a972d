"""Stories on the sites of portals, looked at there: an editor publishes a draft, and it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsroom.app.newsroom import Newsroom
    from newsroom.portal.push.looking import Looked
    from newsroom.portal.wordpress.client import Client
    from newsroom.store.deliveries.records import Delivery
    from newsroom.store.store import Store


def look_at_posts(
    newsroom: Newsroom,
    store: Store,
    known: Sequence[Delivery],
    password: str,
    begun: Callable[[Client], object] | None = None,
) -> Iterator[Looked]:
    """Look at posts of one portal, and keep how each stands; nothing is changed on the site.

    A story that readers have now is told of in the store. Those that were sent to another
    address of the portal come last: they can't be looked at. ``begun`` is given the client,
    whose ``cancel`` may be called from any thread. It asks the site: not for the window's
    thread. Raises PortalError, Cancelled, ProfileError, StoreError.
    """
    from newsroom.app.answers import tell_printed
    from newsroom.exchange.custom_fields import ALL_KEYS
    from newsroom.portal.push.looking import look_at_post
    from newsroom.portal.push.run import Records

    if not known:
        return
    records = Records(store.deliveries, store.journal, store.pushes)
    with newsroom.connect(known[0].portal, password) as client:
        if begun:
            begun(client)
        for one in sorted(known, key=lambda one: one.site != client.root.site):
            looked = look_at_post(client, one, records, ALL_KEYS, datetime.now(UTC))
            if looked.came_out:
                tell_printed(store, one.story)
            yield looked
