"""How stories stand on the portals' sites, asked from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsroom.app import Newsroom
from newsroom.app.site_looks import look_at_posts
from newsroom.cli.portal import portal_password
from newsroom.cli.streams import BadInput, emit, emit_json, say
from newsroom.exchange.characters import one_line
from newsroom.portal.moments import written_moment

if TYPE_CHECKING:
    from newsroom.portal.push.looking import Looked
    from newsroom.store.store import Store

_REFUSED = 1
_LOST = ("trash", "deleted", "page")


def check(
    newsroom: Newsroom, store: Store, story: str | None, portal: str | None, *, is_json: bool
) -> int:
    """Say how a story stands on its sites, or all that readers do not have yet.

    Raises BadInput for a story that was never sent.
    """
    from newsroom.portal.profile_table import ProfileError
    from newsroom.portal.wordpress.errors import PortalError

    known = store.deliveries.awaited() if story is None else store.deliveries.of_story(story)
    known = [one for one in known if portal in (None, one.portal)]
    if story is not None and not known:
        raise BadInput("naskah ini belum pernah dikirim ke portal")
    told, code = [], 0
    for name in dict.fromkeys(one.portal for one in known):
        try:
            password = portal_password(newsroom, name, is_named=portal is not None)
            here = [one for one in known if one.portal == name]
            for looked in look_at_posts(newsroom, store, here, password):
                told.append(_json(store, looked))
                if not is_json:
                    emit(_line(newsroom, store, looked))
                if looked.delivery.status in _LOST:
                    code = _REFUSED
        except (PortalError, BadInput, ProfileError) as error:
            say(f"{name}: {error}")
            code = _REFUSED
    if is_json:
        emit_json(told)
    elif not known:
        say("tidak ada naskah di situs yang belum tayang")
    return code


def _json(store: Store, looked: Looked) -> dict[str, Any]:
    post = looked.delivery
    return {
        "story": post.story,
        "headline": store.stories.get(post.story).headline,
        "portal": post.portal,
        "id": post.remote_id,
        "link": post.link,
        "status": post.status,
        "date": post.date.isoformat() if post.date else None,
        "changed": list(looked.changed),
    }


def _line(newsroom: Newsroom, store: Store, looked: Looked) -> str:
    from newsroom.portal.push.words import field_words, status_words

    post = looked.delivery
    when = f" {written_moment(post.date, newsroom.profile(post.portal))}" if post.date else ""
    changed = ", ".join(field_words(name) for name in looked.changed)
    note = f"  (diubah di situs: {changed})" if changed else ""
    headline = store.stories.get(post.story).headline
    return one_line(
        f"{post.story[:8]}  {post.portal}  {status_words(post.status)}{when}  {headline}  "
        f"{post.link}{note}"
    )
