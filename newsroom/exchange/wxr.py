"""WordPress' own import format, WXR 1.2, in the one way that Tools > Import takes unharmed.

What the importer trips over, and what is done about it here: a control
character, an entity or a ``]]>`` loses the story (texts are CDATA, split where
they must be); two items with one title and one date are taken for the same
(every item has a second of its own, see ``told_apart``); a picture's address that opens another's
is rewritten into it (names are hashes, and the guid is the address); large
numbers push the site's own up (1, 2, 3 …); a term without nicename is ignored.
Titles, excerpts, captions and custom fields are HTML to a theme, which prints
them as they are: what is text here is escaped, and what is an address is none else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape

from newsroom.exchange.article import Article, Attachment, Term
from newsroom.exchange.characters import printable
from newsroom.exchange.custom_fields import ADDRESSES
from newsroom.portal.profile import Profile

_NAMESPACES = {
    "excerpt": "http://wordpress.org/export/1.2/excerpt/",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "wfw": "http://wellformedweb.org/CommentAPI/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "wp": "http://wordpress.org/export/1.2/",
}


def write_wxr(article: Article, profile: Profile) -> bytes:
    """Write an article with its attachments as a WXR file for the site of the profile.

    The pictures themselves are fetched from their addresses during the import.
    """
    return write_joint_wxr((article,), profile)


def write_joint_wxr(articles: Sequence[Article], profile: Profile) -> bytes:
    """Write several articles, told apart, as one WXR file; each picture is in it once."""
    numbers = _Numbers(articles)
    names = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in _NAMESPACES.items())
    lines = [
        '<?xml version="1.0" encoding="UTF-8" ?>',
        f'<rss version="2.0" {names}>',
        "<channel>",
        _tag("title", profile.title),
        _tag("link", profile.site),
        _tag("pubDate", format_datetime(max(one.published for one in articles))),
        _tag("language", "id"),
        "<wp:wxr_version>1.2</wp:wxr_version>",
        _tag("wp:base_site_url", profile.site),
        _tag("wp:base_blog_url", profile.site),
        *_authors(articles),
        *_terms(articles),
    ]
    for attachment, article in numbers.pictures:
        lines += _attachment(article, attachment, numbers)
    for article in articles:
        lines += _post(article, profile, numbers)
    return "\n".join([*lines, "</channel>", "</rss>", ""]).encode()


class _Numbers:
    """The numbers of all items: pictures from 1 on, each once, then the stories."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.pictures: list[tuple[Attachment, Article]] = []
        self._by_name: dict[str, int] = {}
        for article in articles:
            for one in article.attachments:
                if one.file_name not in self._by_name:
                    self.pictures.append((one, article))
                    self._by_name[one.file_name] = len(self.pictures)
        self._stories = {one.uid: n for n, one in enumerate(articles, len(self.pictures) + 1)}

    def picture(self, attachment: Attachment) -> int:
        return self._by_name[attachment.file_name]

    def story(self, article: Article) -> int:
        return self._stories[article.uid]


def _authors(articles: Iterable[Article]) -> list[str]:
    names: dict[str, str] = {}
    for article in articles:
        names.setdefault(article.login, article.author)
    lines = []
    for number, (login, name) in enumerate(names.items(), 1):
        lines += [
            "<wp:author>",
            f"<wp:author_id>{number}</wp:author_id>",
            _tag("wp:author_login", login),
            _tag("wp:author_email", ""),
            _tag("wp:author_display_name", name),
            "</wp:author>",
        ]
    return lines


def _terms(articles: Sequence[Article]) -> list[str]:
    sections = dict.fromkeys(one for article in articles for one in article.section_tree)
    tags: dict[str, Term] = {}
    for article in articles:
        for tag in article.tags:
            tags.setdefault(tag.slug, tag)
    lines = []
    for section in sections:
        lines += [
            "<wp:category>",
            _tag("wp:category_nicename", section.slug),
            _tag("wp:category_parent", section.parent),
            _tag("wp:cat_name", section.name),
            "</wp:category>",
        ]
    for tag in tags.values():
        lines += [
            "<wp:tag>",
            _tag("wp:tag_slug", tag.slug),
            _tag("wp:tag_name", tag.name),
            "</wp:tag>",
        ]
    return lines


def _attachment(article: Article, attachment: Attachment, numbers: _Numbers) -> list[str]:
    name = attachment.file_name.rpartition(".")[0]
    return _item(
        article,
        numbers.picture(attachment),
        title=f"{article.title} ({name})",
        name=name,
        guid=attachment.url,
        kind="attachment",
        status="inherit",
        parent=numbers.story(article),
        excerpt=attachment.caption,
        more=[
            _tag("wp:attachment_url", attachment.url),
            *(_meta("_wp_attachment_image_alt", attachment.alt) if attachment.alt else ()),
        ],
    )


def _post(article: Article, profile: Profile, numbers: _Numbers) -> list[str]:
    lines = [_term("category", own.slug, own.name) for own in article.sections]
    lines += [_term("post_tag", tag.slug, tag.name) for tag in article.tags]
    if article.has_lead:
        lines += _meta("_thumbnail_id", str(numbers.picture(article.attachments[0])))
    for key, value in article.fields:
        lines += _meta(key, value if key in ADDRESSES else escape(value, quote=False))
    return _item(
        article,
        numbers.story(article),
        title=article.title,
        name=article.slug,
        guid=f"{profile.site}/?newsroom={article.uid}",
        kind="post",
        status=article.status,
        excerpt=article.excerpt,
        content=article.content,
        more=lines,
    )


def _item(
    article: Article,
    number: int,
    *,
    title: str,
    name: str,
    guid: str,
    kind: str,
    status: str,
    more: list[str],
    parent: int = 0,
    excerpt: str = "",
    content: str = "",
) -> list[str]:
    # The story keeps its own second; each picture comes some seconds later.
    late = number if kind == "attachment" else 0
    moment = article.published + timedelta(seconds=late)
    return [
        "<item>",
        _tag("title", escape(title, quote=False)),
        _tag("dc:creator", article.login),
        f'<guid isPermaLink="false">{_cdata(guid)}</guid>',
        _tag("content:encoded", content),
        _tag("excerpt:encoded", escape(excerpt, quote=False)),
        f"<wp:post_id>{number}</wp:post_id>",
        _tag("wp:post_date", _written(moment)),
        _tag("wp:post_date_gmt", _written(moment.astimezone(UTC))),
        "<wp:comment_status>closed</wp:comment_status>",
        "<wp:ping_status>closed</wp:ping_status>",
        _tag("wp:post_name", name),
        f"<wp:status>{status}</wp:status>",
        f"<wp:post_parent>{parent}</wp:post_parent>",
        "<wp:menu_order>0</wp:menu_order>",
        f"<wp:post_type>{kind}</wp:post_type>",
        "<wp:post_password></wp:post_password>",
        "<wp:is_sticky>0</wp:is_sticky>",
        *more,
        "</item>",
    ]


def _term(taxonomy: str, slug: str, name: str) -> str:
    return f'<category domain="{taxonomy}" nicename="{slug}">{_cdata(name)}</category>'


def _meta(key: str, value: str) -> list[str]:
    return [
        "<wp:postmeta>",
        _tag("wp:meta_key", key),
        _tag("wp:meta_value", value),
        "</wp:postmeta>",
    ]


def _tag(name: str, text: str) -> str:
    return f"<{name}>{_cdata(text)}</{name}>"


def _cdata(text: str) -> str:
    return f"<![CDATA[{printable(text).replace(']]>', ']]]]><![CDATA[>')}]]>"


def _written(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S}"
