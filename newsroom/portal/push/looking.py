"""What became of a post since it was sent: looked at, and nothing changed on the site."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from newsroom.portal.push.fields import COMPARED, unlike
from newsroom.portal.wordpress.client import Client
from newsroom.portal.wordpress.errors import Gone, Redirected
from newsroom.portal.wordpress.posts import RemotePost, read_post
from newsroom.store.deliveries.deliveries import Deliveries
from newsroom.store.deliveries.records import DELETED, Delivery

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


def look_at_post(client: Client, known: Delivery, deliveries: Deliveries, now: datetime) -> Looked:
    """Look at the post of a story, and keep how it stands. Raises PortalError, StoreError."""
    site = client.root.site
    if known.site != site:
        raise Redirected(
            f"Naskah ini dikirim ke {known.site}, sedangkan profil portal kini menunjuk {site}. "
            "Kirim naskahnya lagi; di sana ditanyakan mana yang benar.",
            target=known.site,
        )
    changed: tuple[str, ...] = ()
    try:
        post = read_post(client, known.remote_id)
    except Gone:
        seen = replace(known, status=DELETED, looked=now)
    else:
        seen = replace(known, status=post.status, link=post.link, date=post.out, looked=now)
        changed = _changed(known, post)
    deliveries.keep_look(seen)
    return Looked(seen, changed, came_out=seen.status == _OUT and known.status != _OUT)


def _changed(known: Delivery, post: RemotePost) -> tuple[str, ...]:
    if not post.is_raw:
        return ()
    names = [name for name in COMPARED if known.slug or name != "slug"]
    names += [name for name in known.seen if name.startswith("meta.")]
    return tuple(unlike(known.seen, post, names))
