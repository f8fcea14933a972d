"""What somebody changed on a site, set out so that a person can take it into the story."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from newsroom.app.styles import DEFAULT_HOUSE
from newsroom.story.story import Story

if TYPE_CHECKING:
    from newsroom.app.newsroom import Newsroom
    from newsroom.portal.profile import Profile
    from newsroom.portal.push.questions import Conflict
    from newsroom.portal.wordpress.posts import RemotePost
    from newsroom.store.deliveries.records import Push
    from newsroom.store.store import Store

_META = {
    "kicker": "kicker",
    "subjudul": "subheadline",
    "editor": "editor",
    "topik": "topic",
    "teks_medsos": "social",
}
"""Custom fields that are one field of a story, a text."""


@dataclass(frozen=True, slots=True)
class SiteConflict:
    """A story, and the same with what is on the site; ``fields`` differ, of the story.

    ``others`` are what was changed on the site that a story can't take, in words.
    ``post`` and ``modified`` say which state of the post was looked at.
    """

    ours: Story
    theirs: Story
    fields: tuple[str, ...]
    others: tuple[str, ...]
    post: int
    modified: str


def site_conflict(
    newsroom: Newsroom,
    store: Store,
    push: Push,
    conflict: Conflict,
    password: str,
    house: str = DEFAULT_HOUSE,
) -> SiteConflict:
    """Set out a conflict. It asks the site for the names of tags, but can do without."""
    profile = newsroom.profile(push.portal)
    ours = store.stories.get(push.story)
    names = _TermNames(newsroom, push.portal, password)
    theirs, others = ours, []
    for field in conflict.fields:
        changed, told = _taken(newsroom, ours, theirs, profile, field, conflict, names, house)
        theirs = replace(theirs, **changed)
        others += told
    names_of = [name for name in _FIELDS if getattr(ours, name) != getattr(theirs, name)]
    return SiteConflict(
        ours,
        theirs,
        tuple(names_of),
        tuple(dict.fromkeys(others)),
        conflict.theirs.id,
        str(push.question.get("modified", "")),
    )


_FIELDS = ("kicker", "headline", "subheadline", "body", "photos", "summary", "section",
           "other_sections", "tags", "slug", "editor", "topic", "social")  # fmt: skip


def _taken(
    newsroom: Newsroom,
    ours: Story,
    theirs: Story,
    profile: Profile,
    field: str,
    conflict: Conflict,
    names: _TermNames,
    house: str,
) -> tuple[dict[str, Any], list[str]]:
    """Return what changes in the story with one field of the post, and what can't be taken."""
    post = conflict.theirs
    match field:
        case "title":
            return {"headline": post.title.strip()}, []
        case "excerpt":
            from newsroom.exchange.wxr_reading.content import plain_text

            return {"summary": plain_text(post.excerpt)}, []
        case "slug":
            return ({"slug": post.slug}, []) if post.slug else ({}, [_OTHERS["slug"]])
        case "content":
            return _content(newsroom, ours, theirs, profile, conflict, house)
        case "tags":
            return _tags(ours, post, conflict, names)
        case "categories":
            return _sections(ours, post, profile, names)
        case _ if field.removeprefix("meta.") in _META:
            key = field.removeprefix("meta.")
            return {_META[key]: str(post.meta.get(key) or "")}, []
        case _:
            told = _OTHERS.get(field)
            return {}, [told] if told else []


_OTHERS = {
    "slug": "Alamat (slug) di situs dikosongkan.",
    "featured_media": "Foto utama di situs diganti; mengirim naskah ini memasang lagi foto utama "
    "naskah.",
    "author": "Penulis di situs diganti; penulis di naskah tidak ikut berubah.",
}


def _content(
    newsroom: Newsroom,
    ours: Story,
    theirs: Story,
    profile: Profile,
    conflict: Conflict,
    house: str,
) -> tuple[dict[str, Any], list[str]]:
    from newsroom.exchange.from_site import taken_back

    carried, dressed = newsroom.carried(ours, profile, house), newsroom.dressed(profile, house)
    back = taken_back(
        replace(carried, body=ours.body),
        dressed,
        str(conflict.ours.get("content", "")),
        conflict.theirs.content,
    )
    told = [
        f"Foto {address.rpartition('/')[2]} hanya ada di situs. Unduh dan tambahkan ke naskah "
        "bila dipakai; mengirim naskah ini menghapusnya dari tulisan."
        for address in back.unknown
    ]
    return {"body": back.body, "photos": back.photos}, told


def _tags(
    ours: Story, post: RemotePost, conflict: Conflict, names: _TermNames
) -> tuple[dict[str, Any], list[str]]:
    added = [number for number in post.tags if number not in conflict.ours.get("tags", ())]
    gone = [number for number in conflict.ours.get("tags", ()) if number not in post.tags]
    known = names.of("tags", [*added, *gone])
    lost = {known[number][0].casefold() for number in gone if number in known}
    kept = tuple(tag for tag in ours.tags if tag.casefold() not in lost)
    came = tuple(known[number][0] for number in added if number in known)
    nameless = [number for number in (*added, *gone) if number not in known]
    told = ["Tag di situs diubah, tetapi namanya tidak dapat dibaca."] if nameless else []
    topic = {"topic": ""} if ours.topic.casefold() in lost else {}
    return {"tags": (*kept, *came), **topic}, told


def _sections(
    ours: Story, post: RemotePost, profile: Profile, names: _TermNames
) -> tuple[dict[str, Any], list[str]]:
    known = names.of("categories", list(post.categories))
    slugs = {slug for _, slug in known.values()}
    sections = [one for one in profile.sections if one.slug in slugs]
    told = []
    if len(sections) < len(post.categories):
        told = ["Sebagian rubrik di situs tidak ada dalam profil portal."]
    if not sections:
        return {}, told
    mine = profile.section(ours.section)
    sections.sort(key=lambda one: mine is None or one.slug != mine.slug)
    return {
        "section": ours.section if sections[0] == mine else sections[0].name,
        "other_sections": tuple(one.name for one in sections[1:]),
    }, told


class _TermNames:
    """Names of terms by their numbers: as they are known, else asked of the site."""

    def __init__(self, newsroom: Newsroom, portal: str, password: str) -> None:
        self._newsroom, self._portal, self._password = newsroom, portal, password

    def of(self, kind: str, numbers: list[int]) -> Mapping[int, tuple[str, str]]:
        """Return name and slug of those that can be known."""
        account = self._newsroom.site_account(self._portal)
        terms = getattr(account.facts, kind) if account else ()
        known = {one.id: (one.name, one.slug) for one in terms if one.id in numbers}
        missing = [number for number in numbers if number not in known]
        return known | (self._asked(kind, missing) if missing else {})

    def _asked(self, kind: str, numbers: list[int]) -> dict[int, tuple[str, str]]:
        from newsroom.portal.wordpress.answers import rows
        from newsroom.portal.wordpress.errors import PortalError
        from newsroom.portal.wordpress.terms import read_term

        try:
            with self._newsroom.connect(self._portal, self._password) as client:
                listed = ",".join(map(str, numbers))
                answer = client.get(f"wp/v2/{kind}", include=listed, per_page=100)
                found = [read_term(one) for one in rows(answer.body)]
        except PortalError:
            return {}
        return {one.id: (one.name, one.slug) for one in found}
