"""The addresses that a story and its pictures have on a portal that they were brought to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.portal.push.package import seen_digest

if TYPE_CHECKING:
    from newsroom.exchange.formats import Material
    from newsroom.exchange.sent_pictures import SentPicture
    from newsroom.store.store import Store

_PUBLIC = "publish"  # a post's status; the address of any other is none for readers


def addressed(material: Material, store: Store) -> Material:
    """Return what a form is made of with the addresses that are known. Raises StoreError.

    A picture that the portal does not have keeps the one that it would have there.
    """
    post = store.deliveries.get(material.story.id, material.profile.name)
    if post is None:
        return material

    def there(picture: SentPicture) -> SentPicture:
        medium = store.deliveries.medium(post.site, seen_digest(picture.rendition.data))
        if medium is None:
            return picture
        return replace(picture, attachment=replace(picture.attachment, url=medium.url))

    link = post.link if post.status == _PUBLIC else material.link
    return replace(material, link=link, pictures=tuple(map(there, material.pictures)))
