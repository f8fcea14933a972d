"""A story as clean HTML: a whole page that holds its own pictures, or the text alone."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from html import escape

from newsroom.exchange.characters import one_line
from newsroom.exchange.clean import inner_html
from newsroom.exchange.formats.form import Material
from newsroom.exchange.formats.text import body_markup, body_of, figure_of
from newsroom.exchange.page import written_moment
from newsroom.exchange.sent_pictures import SentPicture

_STYLE = """
body { margin: 2rem auto; padding: 0 1rem; max-width: 42rem; color: #1c1e21;
  font: 1.125rem/1.6 "Noto Serif", Georgia, serif; }
h1 { line-height: 1.2; margin: .25rem 0; }
img { max-width: 100%; height: auto; }
figure { margin: 1.5rem 0; }
figcaption, .kicker, .subheadline, .byline, .tags { color: #5f6672; }
figcaption, .byline, .tags { font-size: .875rem; }
.kicker { margin: 0; font-weight: 600; }
blockquote { margin-left: 0; padding-left: 1rem; border-left: 3px solid #c9cdd3; }
table { border-collapse: collapse; }
td, th { border: 1px solid #c9cdd3; padding: .25rem .5rem; text-align: left; }
""".strip()


def write(material: Material) -> bytes:
    """Write a page that can be opened anywhere, without the portal and without a network."""
    story = material.story
    title = escape(one_line(story.headline))
    names = ", ".join(name for name in map(one_line, story.byline) if name)
    head = [
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title>",
        *_meta("description", one_line(story.summary)),
        *_meta("author", names),
        *([f'<link rel="canonical" href="{escape(material.link)}">'] if material.link else []),
        f"<style>\n{_STYLE}\n</style>",
    ]
    when = material.published
    time = f'<time datetime="{when.isoformat()}">{written_moment(when)}</time>'
    lead = material.lead
    article = [
        *_paragraph("kicker", story.kicker),
        f"<h1>{title}</h1>",
        *_paragraph("subheadline", story.subheadline),
        f'<p class="byline">{" – ".join(filter(None, (escape(names), time)))}</p>',
        *([inner_html([figure_of(lead, _within)])] if lead else []),
        inner_html(body_of(material, _within)),
        *_paragraph("tags", " · ".join(filter(None, map(one_line, story.tags)))),
    ]
    lines = [
        "<!DOCTYPE html>",
        '<html lang="id">',
        "<head>",
        *head,
        "</head>",
        "<body>",
        "<article>",
        *article,
        "</article>",
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(lines).encode()


def write_fragment(material: Material) -> bytes:
    """Write the text alone, for a page of somebody else's: its pictures by their addresses."""
    return (body_markup(material) + "\n").encode()


def _within(picture: SentPicture) -> str:
    """Return a picture as an address that holds all of it."""
    made = picture.rendition
    return f"data:{made.mime};base64,{b64encode(made.data).decode()}"


def _meta(name: str, content: str) -> Iterator[str]:
    if content:
        yield f'<meta name="{name}" content="{escape(content)}">'


def _paragraph(kind: str, text: str) -> Iterator[str]:
    if text := one_line(text):
        yield f'<p class="{kind}">{escape(text)}</p>'
