"""The story as a portal takes it: text in blocks, terms, author, time, pictures by address."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from newsroom.exchange.blocks import to_blocks
from newsroom.exchange.characters import one_line
from newsroom.exchange.classic import to_classic
from newsroom.exchange.custom_fields import custom_fields
from newsroom.exchange.html import body_html
from newsroom.exchange.on_site import OnSite
from newsroom.exchange.slug import make_slug
from newsroom.portal.profile import Profile, Section
from newsroom.portal.publication import publication
from newsroom.story.caption import full_caption
from newsroom.story.notes import announced
from newsroom.story.story import Photo, Story
from newsroom.story.workflow import Status

_LONGEST_SLUG = 200  # WordPress' own limit
_LONGEST_LOGIN = 60


@dataclass(frozen=True, slots=True)
class Attachment:
    """A picture that goes with an article; ``file_name`` is its name on the portal.

    ``on_site`` is what is known of it there: its size, and its number once it has one.
    """

    photo: Photo
    file_name: str
    url: str
    on_site: OnSite = field(default_factory=OnSite)

    @property
    def caption(self) -> str:
        """Caption and credit, as readers see them."""
        return one_line(full_caption(self.photo))

    @property
    def alt(self) -> str:
        """What a reader who can't see the picture is told."""
        return one_line(self.photo.alt)


@dataclass(frozen=True, slots=True)
class Term:
    """A tag: its name and its part of an address."""

    name: str
    slug: str


@dataclass(frozen=True, slots=True)
class Article:
    """What is sent of a story. All texts are free of control characters.

    ``sections`` are the rubrics that it stands under, the primary one first; those
    that the portal lacks are left out. ``section_tree`` holds them and those above
    them, each after the one above it. ``published`` is aware and in the
    portal's zone; ``is_timed`` says that a person has set it. ``attachments`` starts
    with the lead picture, if there is one (``has_lead``). ``fields`` are the custom
    fields.
    """

    uid: str
    revision: int
    title: str
    slug: str
    status: str
    login: str
    author: str
    published: datetime
    is_timed: bool
    sections: tuple[Section, ...]
    section_tree: tuple[Section, ...]
    tags: tuple[Term, ...]
    excerpt: str
    content: str
    attachments: tuple[Attachment, ...]
    has_lead: bool
    fields: tuple[tuple[str, str], ...]


def make_article(
    story: Story,
    profile: Profile,
    attachments: Sequence[Attachment] = (),
    moment: datetime | None = None,
) -> Article:
    """Make of a story what a portal is sent.

    Photographs without attachment are left out. The time is the one set for its
    publication, or the embargo's if that is later; else ``moment`` (aware), else that
    of the last change, else now. The first name of the byline is the author; the
    others, the editor, kicker, subheadline and what search engines are told go as
    custom fields. The topic is a tag too, because a tag has a page that lists its
    stories, and the first, because it is the one that was chosen. Of a withdrawn story the
    announcement goes, and no picture.
    """
    story = announced(story, profile.notes)
    if story.status is Status.WITHDRAWN:
        attachments = ()
    attachments = _lead_first(story, attachments)
    content = _content(story, profile, attachments)
    set_for = publication(story)
    published = set_for or moment or story.updated or datetime.now(UTC)
    sections = _sections(story, profile)
    byline = [name for name in map(one_line, story.byline) if name]
    author = byline[0] if byline else ""
    return Article(
        uid=story.id,
        revision=story.revision,
        title=one_line(story.headline),
        slug=story_slug(story),
        status=profile.default_status,
        login=_login(author, profile),
        author=author or profile.title,
        published=published.astimezone(profile.zone).replace(microsecond=0),
        is_timed=set_for is not None,
        sections=sections,
        section_tree=_once(above for one in sections for above in profile.lineage(one)),
        tags=_tags((story.topic, *story.tags)),
        excerpt=one_line(story.summary),
        content=content,
        attachments=_each_once(attachments),
        has_lead=any(one.photo == story.lead_photo for one in attachments),
        fields=custom_fields(story, byline[1:], profile.zone),
    )


def told_apart(articles: Sequence[Article]) -> list[Article]:
    """Return articles of which no two have one time or one address.

    Two of one headline and one time are the same to the importer of WordPress, whatever else
    is in them, and the second would be lost; so the later one of two comes a second later.
    """
    apart: list[Article] = []
    for article in articles:
        times = {one.published for one in apart}
        slugs = {one.slug for one in apart}
        published, slug, number = article.published, article.slug, 2
        while published in times:
            published += timedelta(seconds=1)
        while slug and slug in slugs:
            ending = f"-{number}"
            slug = f"{article.slug[: _LONGEST_SLUG - len(ending)]}{ending}"
            number += 1
        apart.append(replace(article, published=published, slug=slug))
    return apart


def story_slug(story: Story) -> str:
    """Return the story's own slug made safe, else one made from its headline."""
    if story.slug.strip():
        return make_slug(story.slug, _LONGEST_SLUG)
    return make_slug(story.headline)


def _content(story: Story, profile: Profile, attachments: Sequence[Attachment]) -> str:
    """Return the text in the markup of the portal's editor."""
    urls = {one.photo: one.url for one in attachments}
    html = body_html(story, profile, lambda photo: urls.get(photo, ""), keep_more=True)
    write = to_classic if profile.editor == "classic" else to_blocks
    return write(html, {one.url: one.on_site for one in attachments})


def _lead_first(story: Story, attachments: Sequence[Attachment]) -> list[Attachment]:
    return sorted(attachments, key=lambda one: one.photo != story.lead_photo)


def _each_once(attachments: Sequence[Attachment]) -> tuple[Attachment, ...]:
    """One picture used twice is one attachment, with the first caption."""
    by_name: dict[str, Attachment] = {}
    for one in attachments:
        by_name.setdefault(one.file_name, one)
    return tuple(by_name.values())


def _login(author: str, profile: Profile) -> str:
    if not author:
        return profile.default_author
    return profile.login(author) or make_slug(author, _LONGEST_LOGIN)


def _sections(story: Story, profile: Profile) -> tuple[Section, ...]:
    found = map(profile.section, (story.section, *story.other_sections))
    return _once(section for section in found if section)


def _once(sections: Iterable[Section]) -> tuple[Section, ...]:
    return tuple(dict.fromkeys(sections))


def _tags(names: Sequence[str]) -> tuple[Term, ...]:
    terms: dict[str, Term] = {}
    for name in map(one_line, names):
        if name:
            slug = make_slug(name, _LONGEST_SLUG)
            terms.setdefault(slug, Term(name, slug))
    return tuple(terms.values())
