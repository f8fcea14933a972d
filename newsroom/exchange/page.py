"""The story as the portal's page would show it, in the HTML that Qt's rich text knows."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from html import escape
from string import Template

from newsroom.exchange.characters import one_line
from newsroom.exchange.html import body_html
from newsroom.portal.profile import Profile
from newsroom.story.caption import full_caption
from newsroom.story.notes import announced
from newsroom.story.story import Photo, Story

_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli"),
    *("Agustus", "September", "Oktober", "November", "Desember"),
)

_GALLERY = re.compile(
    r'<div class="galeri">((?>(?:<figure>(?>(?:(?!</?div|</figure>).)*)</figure>\s*)+))</div>',
    re.DOTALL,
)
_PICTURE = re.compile(r'(<figure><img src="[^"]*)(")')
_SOURCE = re.compile(r"<cite>((?>(?:(?!</cite>|<cite>).)*))</cite>(?=</blockquote>)")

# Text takes its colour from the window.
_STYLE = """
p, li, td, th { font-size: 12pt; line-height: 150%; }
p.picture { line-height: 100%; margin-bottom: 0; }
blockquote { font-style: italic; }
blockquote.kutipan-besar p, blockquote.kutipan-besar strong { font-size: 17pt; }
blockquote.kutipan-besar em { font-size: 17pt; }
blockquote p.source { color: $muted; font-size: 11pt; font-style: normal; }
p.kicker { color: $kicker; font-weight: 600; margin-bottom: 0; }
h1 { font-size: 26pt; margin-top: 4px; margin-bottom: 6px; }
p.subheadline { font-size: 14pt; color: $muted; margin-top: 0; }
p.signature { color: $muted; font-size: 10pt; margin-bottom: 16px; }
p.signature b { font-size: 10pt; }
p.caption { color: $muted; font-size: 10pt; margin-top: 4px; margin-bottom: 16px; }
p.tags { color: $muted; font-size: 10pt; margin-top: 20px; }
table { border-collapse: collapse; border: 1px solid $muted; margin-bottom: 12px; }
td, th { padding: 4px 8px; border: 1px solid $muted; }
table.gallery, table.gallery td { border: none; padding: 0; }
"""

_PHONE = """
h1 { font-size: 19pt; margin-top: 2px; }
p.subheadline { font-size: 12pt; }
"""


def page_html(
    story: Story,
    profile: Profile,
    photo_url: Callable[[Photo], str],
    moment: datetime | None = None,
    *,
    narrow: bool = False,
    colours: tuple[str, str] = ("#c62828", "#5f6672"),
) -> str:
    """Return a complete page for a preview; ``narrow``: as a phone shows it.

    ``colours`` are the kicker's and that of the side notes, for the ground it is shown on.

    ``photo_url`` gives a photograph's address, or ``""`` when there is none: the
    lead then shows its caption alone, the others are left out. The pictures of a gallery stand
    side by side, with how many to a row behind their addresses (``…#2``). The time shown
    is the embargo's, else ``moment`` (aware), else that of the last change,
    else now.
    """
    story = announced(story, profile.notes)
    when = story.embargo or moment or story.updated or datetime.now(UTC)
    parts = [
        _element("p", story.kicker, "kicker"),
        _element("h1", story.headline),
        _element("p", story.subheadline, "subheadline"),
        _signature(story, when.astimezone(profile.zone)),
        _lead(story, photo_url),
        _plain_figures(_galleries(body_html(story, profile, photo_url), 2 if narrow else 3)),
        _element("p", " · ".join(f"#{tag}" for tag in story.tags if tag.strip()), "tags"),
    ]
    body = "\n".join(part for part in parts if part)
    title = escape(one_line(story.headline))
    kicker, muted = colours
    style = Template(_STYLE + (_PHONE if narrow else "")).substitute(kicker=kicker, muted=muted)
    return (
        f'<!DOCTYPE html>\n<html lang="id"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{style}</style></head>\n<body>\n{body}\n</body></html>\n"
    )


def written_moment(moment: datetime) -> str:
    """Return a moment as Indonesian readers read it, in its own zone.

    >>> from zoneinfo import ZoneInfo
    >>> written_moment(datetime(2019, 6, 20, 10, 42, tzinfo=ZoneInfo("Asia/Jakarta")))
    'Kamis, 20 Juni 2019 10.42 WIB'
    """
    day, month = _DAYS[moment.weekday()], _MONTHS[moment.month - 1]
    return f"{day}, {moment.day} {month} {moment.year} {moment:%H.%M} {moment.tzname()}"


def _element(tag: str, text: str, style: str = "") -> str:
    text = one_line(text)
    kind = f' class="{style}"' if style else ""
    return f"<{tag}{kind}>{escape(text)}</{tag}>" if text else ""


def _signature(story: Story, when: datetime) -> str:
    names = ", ".join(name for name in story.byline if name.strip())
    parts = [f"<b>{escape(one_line(names))}</b>" if names else "", written_moment(when)]
    return f'<p class="signature">{" – ".join(part for part in parts if part)}</p>'


def _lead(story: Story, photo_url: Callable[[Photo], str]) -> str:
    photo = story.lead_photo
    if photo is None:
        return ""
    url = photo_url(photo)
    alt = escape(one_line(photo.alt))
    image = f'<p class="picture"><img src="{escape(url)}" alt="{alt}"></p>' if url else ""
    return image + _element("p", full_caption(photo), "caption")


def _galleries(html: str, most: int) -> str:
    """Write galleries as tables of so many pictures to a row, as WordPress has them by default."""

    def table(gallery: re.Match[str]) -> str:
        columns = min(gallery[1].count("<figure>"), most)
        pictures = _PICTURE.sub(rf"\g<1>#{columns}\2", gallery[1]).split("<figure>")[1:]
        cells = [f'<td width="{100 // columns}%"><figure>{one}</td>' for one in pictures]
        rows = (cells[at : at + columns] for at in range(0, len(cells), columns))
        inside = "".join(f"<tr>{''.join(row)}</tr>" for row in rows)
        return f'<table class="gallery" width="100%" cellspacing="0">{inside}</table>'

    return _GALLERY.sub(table, html)


def _plain_figures(html: str) -> str:
    """Write figures, and whom a quotation is from, as paragraphs: Qt's rich text knows neither."""
    html = _SOURCE.sub(r'<p class="source">\1</p>', html)
    for html5, html4 in (
        ("<figure>", '<p class="picture">'),
        ("<figcaption>", '</p><p class="caption">'),
        ("</figcaption>", ""),
        ("</figure>", "</p>"),
        ("<table>", '<table width="100%">'),
    ):
        html = html.replace(html5, html4)
    return html
