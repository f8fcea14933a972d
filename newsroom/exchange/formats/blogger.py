"""A story as the Atom file that Blogger's *Impor konten* takes.

The form is that of Blogger's own export: an entry of kind *post*, labels in a scheme of
their own, a draft as ``app:draft`` in the namespace that it has used since before the
standard. It takes files of no other generator. It copies no pictures: they are shown from
the address that they have.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from urllib.parse import urlsplit

from newsroom.exchange.article import Article, make_article
from newsroom.exchange.characters import one_line, printable
from newsroom.exchange.formats.form import Material
from newsroom.exchange.formats.text import body_markup

_KIND = "http://schemas.google.com/g/2005#kind"
_POST = "http://schemas.google.com/blogger/2008/kind#post"
_LABEL = "http://www.blogger.com/atom/ns#"
_MOST_LABELS, _LONGEST_LABELS = 20, 200  # of a post, as many, and as many signs in all


def write(material: Material) -> bytes:
    """Write a feed of one post, a draft: publishing is a person's step."""
    article = make_article(material.story, material.profile, moment=material.moment)
    profile = material.profile
    host = urlsplit(profile.site).hostname or profile.source
    updated = material.modified.isoformat()
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id">',
        _tag("id", f"tag:{host},2008:newsroom"),
        _tag("updated", updated),
        _tag("title", profile.title, 'type="text"'),
        _link(profile.site),
        _author(profile.title),
        '<generator version="7.00" uri="https://www.blogger.com">Blogger</generator>',
        "<entry>",
        _tag("id", f"tag:blogger.com,1999:blog-1.post-{_number(article)}"),
        _tag("published", article.published.isoformat()),
        _tag("updated", updated),
        f'<category scheme="{_KIND}" term="{_POST}"/>',
        *(f'<category scheme="{_LABEL}" term="{_text(one)}"/>' for one in _labels(article)),
        _tag("title", article.title, 'type="text"'),
        _tag("content", body_markup(material, with_lead=True), 'type="html"'),
        *([_link(material.link)] if material.link else []),
        _author(", ".join(filter(None, map(one_line, material.story.byline))) or article.author),
        '<app:control xmlns:app="http://purl.org/atom/app#"><app:draft>yes</app:draft>'
        "</app:control>",
        "</entry>",
        "</feed>",
        "",
    ]
    return "\n".join(lines).encode()


def _labels(article: Article) -> Iterator[str]:
    """Yield rubrics, then tags, as many as Blogger takes; a comma would part one in two."""
    names = [section.name for section in article.sections] + [tag.name for tag in article.tags]
    known: set[str] = set()
    left = _LONGEST_LABELS
    for name in names:
        label = " ".join(name.replace(",", " ").split())
        if label.casefold() not in known and len(label) <= left and len(known) < _MOST_LABELS:
            known.add(label.casefold())
            left -= len(label) + 1
            yield label


def _number(article: Article) -> int:
    """Return a number for the post: Blogger's own are such, and it gives it another."""
    return int(article.uid[:15], 16) if _is_hex(article.uid[:15]) else 1


def _is_hex(text: str) -> bool:
    return bool(text) and all(sign in "0123456789abcdef" for sign in text)


def _author(name: str) -> str:
    return f"<author>{_tag('name', name)}</author>"


def _link(address: str) -> str:
    return f'<link rel="alternate" type="text/html" href="{_text(address)}"/>'


def _tag(name: str, text: str, attributes: str = "") -> str:
    opening = f"{name} {attributes}" if attributes else name
    return f"<{opening}>{_text(text)}</{name}>"


def _text(text: str) -> str:
    return escape(printable(text))
