from __future__ import annotations

import json
import re

import pytest

from newsroom.exchange.blocks import to_blocks
from newsroom.exchange.html import body_html
from newsroom.portal.profile import load_profile
from newsroom.story.story import Photo, Story

# The forms below were accepted by the block validation of WordPress 6.1.
FORMS = {
    "paragraph": (
        "<p>Satu &amp; dua<br/>tiga.</p>",
        "<!-- wp:paragraph -->\n<p>Satu &amp; dua<br/>tiga.</p>\n<!-- /wp:paragraph -->",
    ),
    "read also": (
        '<p class="baca-juga">Baca juga: <a href="https://a.id">A</a></p>',
        '<!-- wp:paragraph {"className":"baca-juga"} -->\n'
        '<p class="baca-juga">Baca juga: <a href="https://a.id">A</a></p>\n'
        "<!-- /wp:paragraph -->",
    ),
    "heading": (
        "<h2>Dua</h2>\n<h3>Tiga</h3>",
        '<!-- wp:heading -->\n<h2 class="wp-block-heading">Dua</h2>\n<!-- /wp:heading -->\n\n'
        '<!-- wp:heading {"level":3} -->\n<h3 class="wp-block-heading">Tiga</h3>\n'
        "<!-- /wp:heading -->",
    ),
    "list": (
        '<ol start="3"><li>tiga<ul><li>anak</li></ul></li></ol>',
        '<!-- wp:list {"ordered":true,"start":3} -->\n<ol start="3"><!-- wp:list-item -->\n'
        "<li>tiga<!-- wp:list -->\n<ul><!-- wp:list-item -->\n<li>anak</li>\n"
        "<!-- /wp:list-item --></ul>\n<!-- /wp:list --></li>\n<!-- /wp:list-item --></ol>\n"
        "<!-- /wp:list -->",
    ),
    "quote": (
        "<blockquote><p>Kata.</p></blockquote>",
        '<!-- wp:quote -->\n<blockquote class="wp-block-quote"><!-- wp:paragraph -->\n'
        "<p>Kata.</p>\n<!-- /wp:paragraph --></blockquote>\n<!-- /wp:quote -->",
    ),
    "image": (
        '<figure><img src="https://a.id/a.jpg" alt="A"/><figcaption>Ini A.</figcaption></figure>',
        '<!-- wp:image {"sizeSlug":"full","linkDestination":"none"} -->\n'
        '<figure class="wp-block-image size-full"><img src="https://a.id/a.jpg" alt="A"/>'
        '<figcaption class="wp-element-caption">Ini A.</figcaption></figure>\n'
        "<!-- /wp:image -->",
    ),
    "table": (
        "<table><thead><tr><th>A</th></tr></thead><tbody><tr><td></td></tr></tbody></table>",
        '<!-- wp:table -->\n<figure class="wp-block-table"><table><thead><tr><th>A</th></tr>'
        "</thead><tbody><tr><td></td></tr></tbody></table></figure>\n<!-- /wp:table -->",
    ),
    "separator": (
        "<hr/>",
        '<!-- wp:separator -->\n<hr class="wp-block-separator has-alpha-channel-opacity"/>\n'
        "<!-- /wp:separator -->",
    ),
}


@pytest.mark.parametrize("name", FORMS)
def test_the_form_of_each_block(name: str) -> None:
    html, blocks = FORMS[name]

    assert to_blocks(html) == blocks


@pytest.mark.parametrize(
    ("address", "provider", "kind", "url"),
    [
        ("https://www.youtube.com/watch?v=a_b--c&t=1", "youtube", "video", None),
        ("https://youtu.be/a_b-c", "youtube", "video", None),
        ("https://www.instagram.com/reel/Cabc_d/", "instagram", "rich", None),
        ("https://www.tiktok.com/@warga.lebak/video/123", "tiktok", "video", None),
        ("https://twitter.com/warga/status/12", "twitter", "rich", None),
        ("https://x.com/warga/status/12", "twitter", "rich", "https://twitter.com/warga/status/12"),
    ],
)
def test_an_address_alone_on_its_line_is_embedded(
    address: str, provider: str, kind: str, url: str | None
) -> None:
    story = Story(body=f"Satu.\n{address}\nDua.")

    blocks = to_blocks(body_html(story, load_profile("infobanten")))

    (head,) = re.findall(r"<!-- wp:embed (.*?) -->", blocks)
    assert json.loads(head) == {
        "url": url or address,
        "type": kind,
        "providerNameSlug": provider,
        "responsive": True,
    }
    assert "--" not in head
    assert "&" not in head
    assert f">\n{(url or address).replace('&', '&amp;')}\n</div>" in blocks
    assert blocks.count("<!-- wp:paragraph -->") == 2


def test_other_addresses_stay_paragraphs() -> None:
    story = Story(body="https://contoh.id/berita\n\nLihat https://youtu.be/abc di sini.")

    assert "wp:embed" not in to_blocks(body_html(story, load_profile("infobanten")))


def test_no_text_opens_a_block() -> None:
    story = Story(
        body="Awal <!-- wp:html --> &lt;!-- wp:shortcode --&gt; akhir.",
        photos=(Photo("a.jpg"), Photo("b.jpg", caption="<!-- wp:html -->", alt="--> <!-- wp:x")),
    )

    blocks = to_blocks(body_html(story, load_profile("infobanten")))

    assert re.findall(r"<!-- (/?wp:\w+)", blocks) == [
        *("wp:paragraph", "/wp:paragraph", "wp:image", "/wp:image")
    ]


def test_no_text_gives_no_block() -> None:
    assert to_blocks("") == ""
