from __future__ import annotations

import pytest

from newsroom.exchange.classic import to_classic
from newsroom.exchange.on_site import OnSite

KNOWN = {"a.jpg": OnSite(12, 1600, 900), "b.jpg": OnSite(13, 800, 600)}
A = (
    '<figure><img src="a.jpg" alt="A"/>'
    "<figcaption>Ini &amp; itu. (Foto: Rina)</figcaption></figure>"
)
B = '<figure><img src="b.jpg" alt=""/></figure>'


def test_text_is_the_same_html_with_blank_lines_between() -> None:
    html = (
        "<p>Satu &amp;<br/>dua.</p>\n<h2>Dua</h2>\n<!--more-->\n<hr/>\n"
        '<p class="baca-juga">Baca juga: <a href="https://a.id/?a=1&amp;b=2">A</a></p>'
    )

    assert to_classic(html) == (
        "<p>Satu &amp;<br />dua.</p>\n\n<h2>Dua</h2>\n\n<!--more-->\n\n<hr />\n\n"
        '<p class="baca-juga">Baca juga: <a href="https://a.id/?a=1&amp;b=2">A</a></p>'
    )


def test_a_photo_stands_in_its_shortcode() -> None:
    assert to_classic(A, KNOWN) == (
        '[caption id="attachment_12" align="aligncenter" width="1600"]'
        '<img src="a.jpg" alt="A" class="size-full wp-image-12" width="1600" height="900" />'
        " Ini &amp; itu. (Foto: Rina)[/caption]"
    )
    assert to_classic(A, {"a.jpg": OnSite(width=1600, height=900)}) == (
        '[caption align="aligncenter" width="1600"]'
        '<img src="a.jpg" alt="A" class="size-full" width="1600" height="900" />'
        " Ini &amp; itu. (Foto: Rina)[/caption]"
    )


def test_a_photo_without_caption_or_size_loses_nothing() -> None:
    assert to_classic(B, KNOWN) == (
        '<img src="b.jpg" alt="" class="aligncenter size-full wp-image-13"'
        ' width="800" height="600" />'
    )
    assert "<figcaption>Ini &amp; itu. (Foto: Rina)</figcaption>" in to_classic(A)
    assert "[caption" not in to_classic(f"<blockquote>{A}</blockquote>", KNOWN)


def test_photos_in_a_row_are_a_gallery_once_they_have_numbers() -> None:
    html = f'<div class="galeri">{A}{B}</div>'

    assert to_classic(html, KNOWN) == '[gallery link="none" size="large" ids="12,13"]'
    assert to_classic(html, {}) == f"{to_classic(A)}\n\n{to_classic(B)}"


@pytest.mark.parametrize(
    ("address", "line"),
    [
        ("https://youtu.be/abc?si=x", "https://www.youtube.com/watch?v=abc"),
        ("https://a.id/b", '<p><a href="https://a.id/b">https://a.id/b</a></p>'),
    ],
)
def test_what_is_embedded_is_its_address_on_a_line(address: str, line: str) -> None:
    assert to_classic(f'<p><a href="{address}">{address}</a></p>') == line


def test_no_caption_ends_its_shortcode() -> None:
    words = "[/caption] [gallery] [x]"
    html = f'<figure><img src="a.jpg" alt="]"/><figcaption>{words}</figcaption></figure>'

    assert to_classic(html, KNOWN).endswith("&#091;/caption] &#091;gallery] [x][/caption]")
