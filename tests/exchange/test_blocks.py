from __future__ import annotations

import json
import re

import pytest

from newsroom.exchange.blocks import to_blocks
from newsroom.exchange.html import body_html
from newsroom.exchange.on_site import OnSite
from newsroom.portal.profile import load_profile
from newsroom.story.story import Photo, Story

PROFILE = load_profile("infobanten")
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
    "table whose columns are aligned": (
        '<table><tbody><tr><th align="left">A</th><td align="right">1</td></tr></tbody></table>',
        '<!-- wp:table -->\n<figure class="wp-block-table"><table><tbody><tr>'
        '<th class="has-text-align-left" data-align="left">A</th>'
        '<td class="has-text-align-right" data-align="right">1</td>'
        "</tr></tbody></table></figure>\n<!-- /wp:table -->",
    ),
    "quote with its source": (
        "<blockquote><p>Kata.</p><cite>Karta, <em>petani</em></cite></blockquote>",
        '<!-- wp:quote -->\n<blockquote class="wp-block-quote"><!-- wp:paragraph -->\n'
        "<p>Kata.</p>\n<!-- /wp:paragraph --><cite>Karta, <em>petani</em></cite></blockquote>\n"
        "<!-- /wp:quote -->",
    ),
    "pull quote": (
        '<blockquote class="kutipan-besar"><p>Kata.</p><p>Lagi.</p><cite>Karta</cite></blockquote>',
        '<!-- wp:pullquote -->\n<figure class="wp-block-pullquote"><blockquote>'
        "<p>Kata.<br/>Lagi.</p><cite>Karta</cite></blockquote></figure>\n<!-- /wp:pullquote -->",
    ),
    "gallery": (
        '<div class="galeri"><figure><img src="a.jpg" alt="A"/></figure>'
        '<figure><img src="b.jpg" alt=""/><figcaption>B.</figcaption></figure></div>',
        '<!-- wp:gallery {"linkTo":"none"} -->\n'
        '<figure class="wp-block-gallery has-nested-images columns-default is-cropped">'
        '<!-- wp:image {"sizeSlug":"full","linkDestination":"none"} -->\n'
        '<figure class="wp-block-image size-full"><img src="a.jpg" alt="A"/></figure>\n'
        "<!-- /wp:image -->\n\n"
        '<!-- wp:image {"sizeSlug":"full","linkDestination":"none"} -->\n'
        '<figure class="wp-block-image size-full"><img src="b.jpg" alt=""/>'
        '<figcaption class="wp-element-caption">B.</figcaption></figure>\n'
        "<!-- /wp:image --></figure>\n<!-- /wp:gallery -->",
    ),
    "more": (
        "<p>Satu.</p>\n<!--more-->\n<p>Dua.</p>",
        "<!-- wp:paragraph -->\n<p>Satu.</p>\n<!-- /wp:paragraph -->\n\n"
        "<!-- wp:more -->\n<!--more-->\n<!-- /wp:more -->\n\n"
        "<!-- wp:paragraph -->\n<p>Dua.</p>\n<!-- /wp:paragraph -->",
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


FILM = "wp-embed-aspect-16-9 wp-has-aspect-ratio"


@pytest.mark.parametrize(
    ("address", "provider", "kind", "url", "style"),
    [
        ("https://www.youtube.com/watch?v=a_b--c", "youtube", "video", "", FILM),
        ("https://m.youtube.com/watch?app=x&v=a_b--c", "youtube", "video",
         "https://www.youtube.com/watch?v=a_b--c", FILM),
        ("https://www.youtube.com/watch?v=a_b--c&t=90s", "youtube", "video",
         "https://youtu.be/a_b--c?t=90s", FILM),
        ("https://youtu.be/a_b-c?si=xyz", "youtube", "video",
         "https://www.youtube.com/watch?v=a_b-c", FILM),
        ("https://www.youtube.com/live/a_b-c?feature=share", "youtube", "video",
         "https://www.youtube.com/watch?v=a_b-c", FILM),
        ("https://youtube.com/shorts/a_b-c?si=x", "youtube", "video",
         "https://www.youtube.com/shorts/a_b-c", "wp-embed-aspect-9-16 wp-has-aspect-ratio"),
        ("https://www.instagram.com/reel/Cabc_d/", "instagram", "rich", "", ""),
        ("https://www.instagram.com/p/Cabc_d/?igsh=a&b=c", "instagram", "rich",
         "https://www.instagram.com/p/Cabc_d/", ""),
        ("https://www.tiktok.com/@warga.lebak/video/123?lang=id&q=x", "tiktok", "video",
         "https://www.tiktok.com/@warga.lebak/video/123", ""),
        ("https://www.facebook.com/warga.lebak/posts/123", "facebook", "rich", "", ""),
        ("https://twitter.com/warga/status/12", "twitter", "rich", "", ""),
        ("https://x.com/warga/status/12?s=20&t=abc", "twitter", "rich",
         "https://twitter.com/warga/status/12", ""),
    ],
)  # fmt: skip
def test_an_address_alone_on_its_line_is_embedded(
    address: str, provider: str, kind: str, url: str, style: str
) -> None:
    story = Story(body=f"Satu.\n{address}\nDua.")

    blocks = to_blocks(body_html(story, PROFILE))

    (head,) = re.findall(r"<!-- wp:embed (.*?) -->", blocks)
    told = {
        "url": url or address,
        "type": kind,
        "providerNameSlug": provider,
        "responsive": True,
    }
    assert json.loads(head) == told | ({"className": style} if style else {})
    assert "--" not in head
    assert f">\n{url or address}\n</div>" in blocks
    assert blocks.count("<!-- wp:paragraph -->") == 2


@pytest.mark.parametrize(
    "address",
    [
        "https://contoh.id/berita",
        "https://www.youtube.com/@kanal-contoh",
        "https://www.youtube.com/watch?list=PLabc",
        "https://x.com/warga",
        "https://www.facebook.com/permalink.php?story_fbid=1&id=2",
        "https://[::1/watch?v=abc",
    ],
)
def test_other_addresses_stay_links(address: str) -> None:
    assert "wp:embed" not in to_blocks(body_html(Story(body=address), PROFILE))


def test_other_addresses_stay_paragraphs() -> None:
    story = Story(body="https://contoh.id/berita\n\nLihat https://youtu.be/abc di sini.")

    assert "wp:embed" not in to_blocks(body_html(story, PROFILE))


def test_no_text_opens_a_block() -> None:
    story = Story(
        body="Awal <!-- wp:html --> &lt;!-- wp:shortcode --&gt; akhir.",
        photos=(Photo("a.jpg"), Photo("b.jpg", caption="<!-- wp:html -->", alt="--> <!-- wp:x")),
    )

    blocks = to_blocks(body_html(story, PROFILE))

    assert re.findall(r"<!-- (/?wp:\w+)", blocks) == [
        *("wp:paragraph", "/wp:paragraph", "wp:image", "/wp:image")
    ]


def test_a_picture_has_the_number_that_the_site_gave_it() -> None:
    html = '<figure><img src="https://a.id/a.jpg" alt="A"/></figure>'

    assert to_blocks(html, {"https://a.id/a.jpg": OnSite(12, 1600, 900)}) == (
        '<!-- wp:image {"id":12,"sizeSlug":"full","linkDestination":"none"} -->\n'
        '<figure class="wp-block-image size-full">'
        '<img src="https://a.id/a.jpg" alt="A" class="wp-image-12"/></figure>\n'
        "<!-- /wp:image -->"
    )


def test_no_text_is_a_shortcode() -> None:
    html = (
        '<p>[gallery] [/caption] [Ralat] [galleryku]</p><hr/><figure><img alt="[audio]"/></figure>'
    )

    blocks = to_blocks(html)

    assert "<p>&#091;gallery] &#091;/caption] [Ralat] [galleryku]</p>" in blocks
    assert 'alt="&#091;audio]"' in blocks


def test_no_text_gives_no_block() -> None:
    assert to_blocks("") == ""
