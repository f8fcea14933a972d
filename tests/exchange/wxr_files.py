"""Exports as WordPress writes them, made by hand for tests."""

from __future__ import annotations

from collections.abc import Iterable

HEAD = """<?xml version="1.0" encoding="{encoding}" ?>
<!-- This is a WordPress eXtended RSS file -->
<!-- It contains information about your site's posts, pages, comments, categories -->
<rss version="2.0"
    xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
    xmlns:content="http://purl.org/rss/1.0/modules/content/"
    xmlns:wfw="http://wellformedweb.org/CommentAPI/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:wp="http://wordpress.org/export/1.2/"
>
<channel>
    <title>Kabar Rekaan</title>
    <link>https://kabar-rekaan.example</link>
    <wp:wxr_version>1.2</wp:wxr_version>
    <wp:base_site_url>https://kabar-rekaan.example</wp:base_site_url>
    <wp:base_blog_url>https://kabar-rekaan.example</wp:base_blog_url>
    <wp:author><wp:author_id>2</wp:author_id>
    <wp:author_login><![CDATA[melati]]></wp:author_login>
    <wp:author_display_name><![CDATA[Melati Umpama]]></wp:author_display_name></wp:author>
    <wp:category><wp:term_id>7</wp:term_id>
    <wp:category_nicename><![CDATA[daerah]]></wp:category_nicename>
    <wp:cat_name><![CDATA[Daerah]]></wp:cat_name></wp:category>
"""
TAIL = "\n</channel>\n</rss>\n"


def export(items: Iterable[str], encoding: str = "UTF-8", tail: str = TAIL) -> bytes:
    """Return an export with these items."""
    return (HEAD.format(encoding=encoding) + "\n".join(items) + tail).encode(encoding)


def item(
    number: int,
    title: str = "Warga Kampung Rekaan Panen Padi",
    content: str = "<p>Warga memanen padi.</p>",
    *,
    kind: str = "post",
    status: str = "publish",
    excerpt: str = "",
    date: str = "2019-06-20 09:30:00",
    gmt: str = "2019-06-20 02:30:00",
    modified: str = "2019-06-21 01:00:00",
    name: str = "",
    guid: str = "",
    more: str = "",
) -> str:
    """Return an item; all its times are those of one day in June 2019, if not said otherwise."""
    guid = guid or f"https://kabar-rekaan.example/?p={number}"
    return f"""<item>
    <title><![CDATA[{title}]]></title>
    <link>https://kabar-rekaan.example/{number}/</link>
    <dc:creator><![CDATA[melati]]></dc:creator>
    <guid isPermaLink="false">{guid}</guid>
    <description></description>
    <content:encoded><![CDATA[{content}]]></content:encoded>
    <excerpt:encoded><![CDATA[{excerpt}]]></excerpt:encoded>
    <wp:post_id>{number}</wp:post_id>
    <wp:post_date><![CDATA[{date}]]></wp:post_date>
    <wp:post_date_gmt><![CDATA[{gmt}]]></wp:post_date_gmt>
    <wp:post_modified_gmt><![CDATA[{modified}]]></wp:post_modified_gmt>
    <wp:post_name><![CDATA[{name}]]></wp:post_name>
    <wp:status><![CDATA[{status}]]></wp:status>
    <wp:post_type><![CDATA[{kind}]]></wp:post_type>
    {more}
</item>"""


def term(domain: str, slug: str, name: str) -> str:
    """Return a category or a tag of an item."""
    return f'<category domain="{domain}" nicename="{slug}"><![CDATA[{name}]]></category>'


def meta(key: str, value: str) -> str:
    """Return a custom field of an item."""
    return (
        f"<wp:postmeta><wp:meta_key><![CDATA[{key}]]></wp:meta_key>"
        f"<wp:meta_value><![CDATA[{value}]]></wp:meta_value></wp:postmeta>"
    )


def picture(number: int, address: str, caption: str = "", alt: str = "") -> str:
    """Return an attachment."""
    more = f"<wp:attachment_url><![CDATA[{address}]]></wp:attachment_url>"
    more += meta("_wp_attachment_image_alt", alt)
    return item(
        number, "panen", "", kind="attachment", status="inherit", excerpt=caption, more=more
    )
