"""What became of a post since it was sent: looked at, and nothing changed on the site."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from newsroom.portal.push.fields import COMPARED, unlike
from newsroom.portal.push.run import Records
from newsroom.portal.push.settled import unsettled
from newsroom.portal.wordpress.client import Client
from newsroom.portal.wordpress.errors import Gone, Redirected
from newsroom.portal.wordpress.posts import RemotePost, is_page, read_post
from newsroom.store.deliveries.records import DELETED, PAGE, Delivery

_OUT = "publish"


@dataclass(frozen=True, slots=True)
class Looked:
    """A story's post as it is on the site now.

    ``changed`` are the fields that people changed there since it was sent, as far as the
    account may see that. ``came_out`` says that readers have it, which was not known before.
    """

    delivery: Delivery
    changed: tuple[str, ...] = ()
    came_out: bool = False


def look_at_post(
    client: Client, known: Delivery, records: Records, keys: Collection[str], now: datetime
) -> Looked:
    """Look at the post of a story, and keep how it stands; ``keys`` are a story's custom fields.

    Raises PortalError, StoreError.
    """
    site = client.root.site
    if known.site != site:
        raise Redirected(
            f"Naskah ini dikirim ke {known.site}, sedangkan profil portal kini menunjuk {site}. "
            "Kirim naskahnya lagi; Anda akan ditanya mana yang benar.",
            target=known.site,
        )
    changed: tuple[str, ...] = ()
    try:
        post = read_post(client, known.remote_id)
    except Gone:
        status = PAGE if is_page(client, known.remote_id) else DELETED
        seen = replace(known, status=status, looked=now)
    else:
        seen = replace(known, status=post.status, link=post.link, date=post.out, looked=now)
        changed = _changed(known, post, records, keys)
    records.deliveries.keep_look(seen)
    return Looked(seen, changed, came_out=seen.status == _OUT and known.status != _OUT)


def _changed(
    known: Delivery, post: RemotePost, records: Records, keys: Collection[str]
) -> tuple[str, ...]:
    """Return what people changed: neither an update whose answer got lost, nor plugins' own."""
    if not post.is_raw:
        return ()
    names = [name for name in COMPARED if known.slug or name != "slug"]
    names += [f"meta.{key}" for key in keys]
    steps = records.journal.of_story(known.story, known.portal, "post")
    asked = [step.asked.get("fields", {}) for step in unsettled(steps)]
    told = [unlike({**known.seen, **fields}, post, names) for fields in ({}, *asked)]
    changed = min(told, key=len)
    return tuple(changed)
