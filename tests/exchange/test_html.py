from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from newsroom.exchange.html import body_html
from newsroom.portal.profile import load_profile
from newsroom.story.dateline import Dateline
from newsroom.story.story import Photo, Story

PROFILE = load_profile("infobanten")


def made(body: str, closing: str = "(red)", **fields: object) -> str:
    return body_html(Story(body=body, closing=closing, **fields), PROFILE)


def text_of(html: str) -> str:
    return lxml_html.fragment_fromstring(html, create_parent="div").text_content()


def test_dateline_opens_and_closing_code_ends_the_text() -> None:
    html = made("Satu.\n\nDua.", closing="(ant/abc)", dateline=Dateline(place="Lebak"))

    assert html == ("<p><strong>LEBAK, infobanten.id</strong> – Satu.</p>\n<p>Dua. (ant/abc)</p>")


@pytest.mark.parametrize(
    ("dateline", "opening"),
    [
        (Dateline(source="infobanten.id"), "<p><strong>infobanten.id</strong> | Satu."),
        (
            Dateline("Jakarta", "antara", pattern="{place} ({SOURCE}) - "),
            "<p><strong>Jakarta (ANTARA)</strong> - Satu.",
        ),
        (Dateline(), "<p>Satu."),
    ],
)
def test_dateline_styles(dateline: Dateline, opening: str) -> None:
    assert made("Satu.", dateline=dateline).startswith(opening)


def test_dateline_before_what_is_no_paragraph_stands_alone() -> None:
    html = made("## Rincian\n\nSatu.", dateline=Dateline(place="Lebak"))

    assert html.startswith("<p><strong>LEBAK, infobanten.id</strong> – </p>\n<h2>Rincian</h2>")


def test_a_story_without_closing_code_gets_the_portals() -> None:
    assert made("Satu.", closing="") == "<p>Satu. (*)</p>"


def test_a_closing_code_in_the_text_is_not_doubled() -> None:
    assert made("Satu. (red)", closing="") == "<p>Satu. (red)</p>"


def test_the_closing_code_ends_prose_not_a_link_to_another_story() -> None:
    html = made("Satu.\n\nBaca juga: [Dua](https://contoh.id/dua)\n\nhttps://youtu.be/abc")

    assert "<p>Satu. (red)</p>" in html
    assert html.count("(red)") == 1


def test_the_closing_code_after_a_list_stands_alone() -> None:
    assert made("- satu\n- dua").endswith("</ul>\n<p>(red)</p>")


def test_no_text_gives_nothing() -> None:
    assert made(" \n\n", dateline=Dateline(place="Lebak")) == ""


def test_links_to_other_stories_are_marked() -> None:
    html = made("Satu.\n\n**Baca juga:** [Dua](https://contoh.id/dua)")

    assert '<p class="baca-juga"><strong>Baca juga:</strong> <a href=' in html


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("Harga < 5 & naik > 3", "<p>Harga &lt; 5 &amp; naik &gt; 3 (red)</p>"),
        ("a<b dan <rekan kerja>", "<p>a&lt;b dan &lt;rekan kerja&gt; (red)</p>"),
        ("1.250 warga", "<p>1.250 warga (red)</p>"),
        ("#SaveLebak", "<p>#SaveLebak (red)</p>"),
        ("Salat Jum`at dan Isra` Mi`raj", "<p>Salat Jum`at dan Isra` Mi`raj (red)</p>"),
        ("    menjorok", "<p>menjorok (red)</p>"),
        ("[Ralat]: diperbaiki", "<p>[Ralat]: diperbaiki (red)</p>"),
        ("Rp5.000* per kilo *) tanpa pajak", "<p>Rp5.000* per kilo *) tanpa pajak (red)</p>"),
        ("baris\nyang sama", "<p>baris yang sama (red)</p>"),
        ("baris  \nberikut", "<p>baris<br/>berikut (red)</p>"),
        ("# Judul\n\nx", "<h2>Judul</h2>\n<p>x (red)</p>"),
        ("garis\n---\nbawah", "<p>garis</p>\n<hr/>\n<p>bawah (red)</p>"),
        ("Ini:\n- a\n- b", "<p>Ini:</p>\n<ul><li>a</li><li>b</li></ul>\n<p>(red)</p>"),
        ("5) lima\n6) enam", '<ol start="5"><li>lima</li><li>enam</li></ol>\n<p>(red)</p>'),
        ("> kata\n\nx", "<blockquote><p>kata</p></blockquote>\n<p>x (red)</p>"),
        ("<div>**di dalam**</div>", "<p><strong>di dalam</strong> (red)</p>"),
        ("<div>Satu.</div><div>Dua.</div>", "<p>Satu.</p>\n<p>Dua. (red)</p>"),
        ("<table><tr><td><div>a</div><div>b</div></td></tr></table>",
         "<table><tbody><tr><td>a<br/>b</td></tr></tbody></table>\n<p>(red)</p>"),
        ("<ul>Kata <li>a</li> lagi</ul>", "<ul><li>Kata</li><li>a lagi</li></ul>\n<p>(red)</p>"),
        ("<p title='x' lang='id'>a <b title='y'>b</b></p>", "<p>a <b>b</b> (red)</p>"),
        ("Awal&#1; &#x0b;&#xfffe; akhir", "<p>Awal akhir (red)</p>"),
        ("[a](https://a.id/b_(c)) [d](<https://a.id/e f>)",
         '<p><a href="https://a.id/b_(c)">a</a> <a href="https://a.id/e f">d</a> (red)</p>'),
        ("belum <!-- selesai", "<p>belum &lt;!-- selesai (red)</p>"),
        ("kata\x0b\x00 \ud800ini", "<p>kata ini (red)</p>"),
    ],
)  # fmt: skip
def test_markdown_as_reporters_write_it(body: str, html: str) -> None:
    assert made(body) == html


@pytest.mark.parametrize(
    ("body", "html"),
    [
        (
            "> Kami menunggu.\n> — **Wati** Misal, petani",
            "<blockquote><p>Kami menunggu.</p><cite><strong>Wati</strong> Misal, petani</cite>"
            "</blockquote>",
        ),
        ("> Satu.\n>\n> -- Karta", "<blockquote><p>Satu.</p><cite>Karta</cite></blockquote>"),
        (
            "> Satu.\n> — Karta\n\n> Dua.\n> – Wati",
            "<blockquote><p>Satu.</p><cite>Karta</cite></blockquote>\n"
            "<blockquote><p>Dua.</p><cite>Wati</cite></blockquote>",
        ),
        ("> Satu.\n\n> Dua.", "<blockquote><p>Satu.</p><p>Dua.</p></blockquote>"),
        ("> Satu\n> — kata —\n> dua.", "<blockquote><p>Satu — kata — dua.</p></blockquote>"),
        ("> — Apa?\n> — Padi.", "<blockquote><p>— Apa?</p><p>— Padi.</p></blockquote>"),
        ("> — Padi.", "<blockquote><p>— Padi.</p></blockquote>"),
        (">> Besar.", '<blockquote class="kutipan-besar"><p>Besar.</p></blockquote>'),
        (
            ">> Besar\n>> sekali.\n>> — Karta",
            '<blockquote class="kutipan-besar"><p>Besar sekali.</p><cite>Karta</cite></blockquote>',
        ),
        (
            "> Satu.\n\n>> Besar.\n> — Karta",
            '<blockquote><p>Satu.</p></blockquote>\n<blockquote class="kutipan-besar">'
            "<p>Besar.</p><cite>Karta</cite></blockquote>",
        ),
        (
            "> Satu.\n>> Di dalamnya.",
            "<blockquote><p>Satu.</p><blockquote><p>Di dalamnya.</p></blockquote></blockquote>",
        ),
    ],
)  # fmt: skip
def test_quotations_with_their_source_and_pull_quotes(body: str, html: str) -> None:
    assert made(f"{body}\n\nAkhir.") == f"{html}\n<p>Akhir. (red)</p>"


def test_columns_of_a_table_keep_how_they_are_aligned_and_all_its_rows() -> None:
    table = "| a | b |\n|:-:|--:|\n| 1 | 2 |"
    with_foot = (
        "<table><tr><td align='justify'>a</td></tr><tfoot><tr><td>b</td></tr></tfoot></table>"
    )

    assert '<th align="center">a</th><th align="right">b</th>' in made(table)
    assert '<td align="center">1</td><td align="right">2</td>' in made(table)
    assert made(with_foot).startswith(
        "<table><tbody><tr><td>a</td></tr><tr><td>b</td></tr></tbody></table>\n"
    )


def test_pictures_of_one_paragraph_are_a_gallery() -> None:
    photos = tuple(Photo(f"{name}.jpg") for name in "abc")
    a, b, c = (f'<figure><img src="{photo.file}" alt=""/></figure>' for photo in photos)

    def shown(body: str, url: object = None) -> str:
        story = Story(body=body, closing="(red)", photos=photos)
        return body_html(story, PROFILE, lambda photo: "" if photo == url else photo.file)

    together = "Satu.\n\n![](a.jpg) ![](b.jpg)\n![](c.jpg)"
    assert shown(together).endswith(f'<div class="galeri">{a}{b}{c}</div>')
    assert shown(together, photos[0]).endswith(f'<div class="galeri">{b}{c}</div>')
    assert shown("Satu.\n\n![](a.jpg) ![](x.jpg)\n\n![](b.jpg)").endswith(f"{a}\n{b}\n{c}")
    assert "galeri" not in shown("Satu.\n\n![](a.jpg)\n\n![](b.jpg)\n\n![](c.jpg)")
    assert "galeri" not in shown("Lihat ![](a.jpg) dan ![](b.jpg).")
    assert shown(together).startswith("<p>Satu. (red)</p>")


def test_the_mark_of_the_front_page_is_kept_where_it_is_asked_for() -> None:
    def shown(body: str, *, keep_more: bool = True) -> str:
        return body_html(Story(body=body, closing="(red)"), PROFILE, keep_more=keep_more)

    body = "Satu.\n<!-- more -->\nDua.\n\n<!--more-->\n\nTiga."
    assert shown(body) == "<p>Satu.</p>\n<!--more-->\n<p>Dua.</p>\n<p>Tiga. (red)</p>"
    assert "<!--" not in shown(body, keep_more=False)
    assert "<!--" not in shown("<!--more-->\nSatu.\n<!--more-->")
    assert shown("Satu. <!--more--> Dua.") == "<p>Satu. Dua. (red)</p>"
    assert shown("<!--more-->") == ""


def test_an_address_in_the_text_is_a_link_with_its_underscores() -> None:
    assert made("Lihat https://contoh.id/_a_b_?x=1&y=2.") == (
        '<p>Lihat <a href="https://contoh.id/_a_b_?x=1&amp;y=2">'
        "https://contoh.id/_a_b_?x=1&amp;y=2</a>. (red)</p>"
    )


HOSTILE = [
    "<script>alert('x')</script>",
    "<SCRIPT src='https://jahat.example/x.js'></SCRIPT >",
    "<scr<script>alert('x')</script>ipt>alert('x')</script>",
    "<script>alert('x')",
    "<img src=x onerror=alert('x')>",
    "<svg onload=alert('x')>",
    "<svg><style><img src=x onerror=alert('x')></style></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=x>'>",
    "<b onmouseover=alert('x')>tebal</b>",
    "<p style='background:url(javascript:alert(1))'>gaya</p>",
    "<iframe src='https://jahat.example'></iframe>",
    "<a href='javascript:alert(1)'>a</a>",
    "[a](javascript:alert(1)) [b](JaVaScRiPt&#58;alert(1)) [c](java&#10;script:alert(1))",
    "[a](data:text/html;base64,PHNjcmlwdD4=) [b](vbscript:x) [c](<javascript:alert(1)>)",
    "![x](javascript:alert(1)) ![x](https://jahat.example/pelacak.gif)",
    "<javascript:alert(1)>",
    "<form action='https://jahat.example'><input name=sandi><button>Kirim</button></form>",
    "<object data=x></object><embed src=x><base href='https://jahat.example'><meta name=x>",
    "<!-- wp:html --><script>alert(1)</script><!-- /wp:html -->",
    "<style>body{display:none}</style>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
]  # fmt: skip


def dangers(html: str) -> list[str]:
    found = []
    for element in lxml_html.fragment_fromstring(html, create_parent="div").iter():
        if not isinstance(element.tag, str) or element.tag in (
            *("script", "style", "iframe", "svg", "math", "object", "embed", "form", "input"),
            *("button", "base", "meta", "link", "img"),
        ):
            found.append(str(element.tag))
        for name, value in element.attrib.items():
            scheme = "".join(value.split()).casefold()
            if name not in ("href", "class", "start") or scheme.startswith(
                ("javascript:", "data:", "vbscript:")
            ):
                found.append(f"{name}={value}")
    return found


@pytest.mark.parametrize("hostile", HOSTILE)
def test_nothing_that_runs_comes_through(hostile: str) -> None:
    for body in (f"Awal {hostile} akhir.\n\nPenutup.", f"Awal.\n\n{hostile}\n\nPenutup."):
        html = made(body)
        assert dangers(html) == []
        assert "Awal" in html
        assert "Penutup." in html


def test_the_text_of_a_script_goes_with_it() -> None:
    html = made("Awal <script>alert('x')</script><style>p{}</style> akhir.")

    assert html == "<p>Awal akhir. (red)</p>"


@given(
    st.lists(
        st.one_of(
            st.sampled_from(HOSTILE),
            st.sampled_from(["\n\n", "\n- ", "> ", "**", "<b>", "</p>", "<table><tr><td>", "`"]),
            st.text(max_size=12),
        ),
        max_size=8,
    ).map("".join)
)
@settings(max_examples=150, deadline=None)
def test_no_text_is_dangerous_or_ends_in_an_error(body: str) -> None:
    assert dangers(made(body)) == []


@given(st.lists(st.text("abcde 0159.,:;()\"'-#*_~`>|+!?\\/[]", max_size=40), max_size=4))
@settings(max_examples=200, deadline=None)
def test_no_letter_is_lost(parts: list[str]) -> None:
    """Marks may become markup, and figures a list's numbers; letters all come through."""
    body = "\n\n".join(parts).replace("](", "] (")
    if html := made(body, closing="(red)"):
        assert letters(text_of(html)).removesuffix("red") == letters(body)


def letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalpha())


ENDLESS = [
    *("<!-- ", "<script ", "<script>", "<style><svg>", "<img src=x>", "< ", "&lt;", "<" + "a" * 99),
    *("[", "[a](", "![a](", "![", "https://a.id ", "a\n\n", "<p>", "<b>", "<ul><li>", "**a "),
]  # fmt: skip


@pytest.mark.parametrize("piece", ENDLESS)
def test_what_is_opened_thousands_of_times_does_not_hold_the_desk_up(piece: str) -> None:
    html = made(f"{piece * 10_000}\n\nSatu dua.")  # some once took a quarter of an hour
    assert html.endswith("<p>Satu dua. (red)</p>")


@pytest.mark.parametrize("depth", [50, 250, 500])
@pytest.mark.parametrize(
    "piece",
    [
        *("> ", "- ", "1. ", "<blockquote>", "<blockquote>x ", "<b>x ", "<ul><li>x "),
        "<table><tr><td>x ",
    ],
)
def test_no_word_is_lost_however_deep_it_lies(piece: str, depth: int) -> None:
    html = made(f"Awal.\n\n{piece * depth}Kata.\n\nAkhir.")

    assert dangers(html) == []
    for word in ("Awal.", "Kata.", "Akhir."):
        assert word in html


def photos() -> tuple[Photo, ...]:
    return (
        Photo("utama.jpg", caption="Utama."),
        Photo("/a/Pasar Raya.JPG", caption="Pasar <ramai> & padat.", credit="Rina", alt='Pa"sar'),
        Photo("sawah.jpg"),
    )


def test_photos_stand_where_the_text_places_them_and_the_rest_follow() -> None:
    html = made("Satu.\n\n![](pasar%20raya.jpg)\n\nDua.", photos=photos())

    assert html == (
        "<p>Satu.</p>\n"
        '<figure><img src="Pasar Raya.JPG" alt="Pa&quot;sar"/>'
        "<figcaption>Pasar &lt;ramai&gt; &amp; padat. (Foto: Rina)</figcaption></figure>\n"
        "<p>Dua. (red)</p>\n"
        '<figure><img src="sawah.jpg" alt=""/></figure>'
    )


def test_the_lead_photo_is_only_where_the_text_places_it() -> None:
    assert "utama.jpg" not in made("Satu.", photos=photos())
    assert made("Satu.\n\n![](utama.jpg)", photos=photos()).count("utama.jpg") == 1


def test_pictures_that_are_no_photos_of_the_story_stay_out() -> None:
    html = made("Satu ![pihak lain](https://lain.example/a.jpg) dua.", photos=photos()[:1])

    assert html == "<p>Satu dua. (red)</p>"


def test_photos_without_address_stay_out() -> None:
    story = Story(body="Satu.\n\n![](sawah.jpg)", photos=photos())

    assert body_html(story, PROFILE, lambda photo: "") == "<p>Satu. (*)</p>"
