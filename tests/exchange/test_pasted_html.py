"""HTML as programs put it on the clipboard; all texts are made up, all shapes are real."""

from __future__ import annotations

import pytest

from newsroom.exchange.pasted import pasted_markdown


def pasted(html: str, text: str = "") -> str:
    return pasted_markdown(html, text)


# Word

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"><head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- /* List Definitions */ @list l0:level1 {{mso-level-text:"%1\\."}} --></style></head>
<body lang=IN style='tab-interval:36.0pt'><!--StartFragment-->{}<!--EndFragment--></body></html>"""


def word_item(mark: str, text: str, level: int = 1, list_: int = 0) -> str:
    return (
        f"<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l{list_} level{level} "
        "lfo1'><![if !supportLists]><span style='font-family:Symbol'><span "
        f"style='mso-list:Ignore'>{mark}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; "
        f"</span></span></span><![endif]>{text}<o:p></o:p></p>\n"
    )


@pytest.mark.parametrize(
    ("body", "markdown"),
    [
        (
            "<p class=MsoNormal><b style='mso-bidi-font-weight:normal'>SERANG</b> &#8211; Warga\n"
            "<i>antusias</i>, kata <st1:place w:st=\"on\">Banten</st1:place>.<o:p></o:p></p>\n"
            "<p class=MsoNormal><o:p>&nbsp;</o:p></p>\n"
            "<p class=MsoNormal>Harganya Rp1&nbsp;juta<span style='mso-spacerun:yes'>&nbsp;\n"
            "</span>saja.<o:p></o:p></p>",
            "**SERANG** – Warga *antusias*, kata Banten.\n\nHarganya Rp1\xa0juta saja.",
        ),
        (
            "<p class=MsoNormal><span style='font-weight:bold;mso-bidi-font-style:italic'>Tebal"
            "</span> dan <b><span style='font-weight:normal'>biasa</span></b></p>",
            "**Tebal** dan biasa",
        ),
        (
            "<p class=MsoTitle>Pasar Baru</p><h1 style='mso-list:l1 level1 lfo2'><span "
            "style='mso-list:Ignore'>1.2<span>&nbsp;</span></span><b>Latar</b></h1>"
            "<p class=MsoQuote>Kami siap.</p>",
            "## Pasar Baru\n\n## 1.2 Latar\n\n> Kami siap.",
        ),
        (
            word_item("·", "Beras") + word_item("o", "Merah", 2) + word_item("§", "Gula"),
            "- Beras\n    - Merah\n- Gula",
        ),
        (
            word_item("1.", "Satu", 1, 3) + word_item("a)", "Dalam", 2, 3)
            + word_item("b)", "Lagi", 2, 3) + word_item("2.", "Dua", 1, 3),
            "1. Satu\n    1. Dalam\n    2. Lagi\n2. Dua",
        ),
        (
            "<p class=MsoNormal>Luas 5 m<sup>2</sup>, CO<sub>2</sub>"
            '<a style="mso-footnote-id:ftn1" href="#_ftn1"><sup>[1]</sup></a>'
            "<span class=MsoCommentReference><a>[R1]</a></span> <s>lama</s></p>"
            "<div style='mso-element:comment-list'><p>Catatan redaktur</p></div>",
            "Luas 5 m², CO₂[1] <s>lama</s>",
        ),
        (
            "<table class=MsoTableGrid><tr><td><p class=MsoNormal><b>Kota</b></p></td>"
            "<td><p class=MsoNormal>Jumlah</p></td></tr><tr><td><p>Serang</p></td>"
            "<td><p>120</p></td></tr></table><p class=MsoNormal>Usai.</p>",
            "| **Kota** | Jumlah |\n|---|---|\n| Serang | 120 |\n\nUsai.",
        ),
        (
            "<p>Satu<br clear=all style='page-break-before:always'>Dua</p>",
            "Satu\n\nDua",
        ),
    ],
    ids=["prose", "weights", "headings", "bullets", "numbers", "notes", "table", "page"],
)  # fmt: skip
def test_from_word(body, markdown):
    assert pasted(WORD.format(body)) == markdown


def test_the_head_that_windows_puts_before_html_is_no_text():
    head = "Version:1.0\r\nStartHTML:0000000105\r\nEndHTML:0000000200\r\n"
    assert pasted(head + WORD.format("<p>Warga datang.</p>")) == "Warga datang."


def test_word_on_the_web_makes_a_list_of_each_item():
    html = "".join(
        f'<div class="OutlineElement"><ul><li aria-level="{level}"><p>{text}</p></li></ul></div>'
        for level, text in ((1, "Satu"), (2, "Dalam"), (1, "Dua"))
    )
    heading = '<p role="heading" aria-level="2"><span>Bagian</span></p>'
    assert pasted(heading + html) == "## Bagian\n\n- Satu\n    - Dalam\n- Dua"


# Google Docs

DOCS = (
    '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1a2b">{}</b>'
    '<br class="Apple-interchange-newline">'
)


@pytest.mark.parametrize(
    ("body", "markdown"),
    [
        (
            '<p dir="ltr" style="line-height:1.38"><span style="font-weight:400">Warga </span>'
            '<span style="font-weight:700">Le</span><span style="font-weight:700">bak</span>'
            '<span style="font-weight:400;font-style:italic"> menanam</span></p><br />'
            '<p dir="ltr"><span style="white-space:pre-wrap">Satu&nbsp; dua</span></p>',
            "Warga **Lebak** *menanam*\n\nSatu dua",
        ),
        (
            '<h2 dir="ltr"><span style="font-size:16pt;font-weight:400">Bagian</span></h2>'
            '<ol><li aria-level="1"><p role="presentation"><span>Satu</span></p></li>'
            '<ol><li aria-level="2"><p><span>Dalam</span></p></li></ol>'
            '<li aria-level="1"><p><span>Dua</span></p></li></ol>',
            "## Bagian\n\n1. Satu\n    1. Dalam\n2. Dua",
        ),
        (
            '<p><a href="https://www.google.com/url?q=https://contoh.id/a?utm_source%3Dx%26id%3D3'
            '&amp;sa=D"><span style="text-decoration:underline">padi</span></a></p>',
            "[padi](https://contoh.id/a?id=3)",
        ),
        (
            '<p><span style="vertical-align:super;font-size:0.6em">2</span> <span '
            'style="text-decoration:line-through">lama</span></p>',
            "² <s>lama</s>",
        ),
    ],
    ids=["prose", "lists", "link", "signs"],
)
def test_from_google_docs(body, markdown):
    assert pasted(DOCS.format(body)) == markdown


# Web pages


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        (
            "<nav><a href=/>Beranda</a></nav><script>var a='<p>x</p>'</script><style>p{}</style>"
            "<div role=navigation>Menu</div><article><header><h1>Judul</h1></header><p>Isi.</p>"
            "<footer>Editor: Sari</footer></article><footer>Hak cipta</footer>",
            "## Judul\n\nIsi.\n\nEditor: Sari",
        ),
        ("<form><p>Isi</p><button>Bagikan</button></form>", "Isi"),
        ("Teks lepas<br>baris dua<br><br>alinea", "Teks lepas  \nbaris dua\n\nalinea"),
        ("<div>Satu</div><div>Dua<p>Tiga</p>Empat</div>", "Satu\n\nDua\n\nTiga\n\nEmpat"),
        ("<p>Satu <img src='https://a.id/x.gif' alt='Foto'> dua</p>", "Satu dua"),
        ("<p>Bagus <img class=emoji src='https://s.w.org/1.svg' alt='👍🏽'></p>", "Bagus 👍🏽"),
        ("<p>Pan\u00adde\u200bglang 👩\u200d🌾</p>", "Pandeglang 👩\u200d🌾"),
        ("<p>Kata “itu” ‘ini’ Rp1&nbsp;juta</p>", "Kata “itu” ‘ini’ Rp1\xa0juta"),
        ("<p style='display:none'>jebakan</p><p>Isi</p>", "Isi"),
        ("<blockquote><p>Satu</p><p>Dua</p></blockquote>Tiga", "> Satu\n\n> Dua\n\nTiga"),
        (
            '<blockquote style="margin:0 0 0 40px;border:none;padding:0">Menjorok</blockquote>',
            "Menjorok",
        ),
        ("<ul><li>Satu<ul><li>Dalam</li></ul></li><li><p>Dua</p></li></ul>",
         "- Satu\n    - Dalam\n- Dua"),
        ("<p>• Satu</p><p>•&nbsp;Dua</p><p>- Tiga</p>", "- Satu\n- Dua\n- Tiga"),
        ("<ol start=4><li>Empat</li><li value=9>Sembilan</li></ol>", "4. Empat\n9. Sembilan"),
        (
            '<span style="white-space: pre-wrap">Satu\n\nDua <strong>tebal</strong>\nTiga</span>',
            "Satu\n\nDua **tebal**\n\nTiga",
        ),
        ("<pre>baris satu\nbaris dua</pre>", "baris satu  \nbaris dua"),
        ("<table><tr><td><h2>Judul</h2><p>Isi</p></td><td><ul><li>Satu</li></ul></td></tr></table>",
         "## Judul\n\nIsi\n\n- Satu"),
        ("<p>a <b>b <i>c</i></b></p>", "a **b** ***c***"),
        ("<custom-card>Satu</custom-card> <x:y>dua</x:y>", "Satu dua"),
        ("<p>5 <6 desa & 3 > 2</p>", "5 <6 desa & 3 > 2"),
        ("<p>Satu<p>Dua<b>tebal", "Satu\n\nDua**tebal**"),
    ],
)  # fmt: skip
def test_from_a_web_page(html, markdown):
    assert pasted(html) == markdown


@pytest.mark.parametrize(
    ("href", "markdown"),
    [
        ("javascript:alert(1)", "kata"),
        (" java&#10;script:alert(1)", "kata"),
        ("data:text/html,x", "kata"),
        ("file:///etc/passwd", "kata"),
        ("#atas", "kata"),
        ("/lokal", "kata"),
        ("//contoh.id/a", "[kata](https://contoh.id/a)"),
        ("https://contoh.id/a_(b)?fbclid=1", "[kata](https://contoh.id/a_%28b%29)"),
        ("mailto:humas@contoh.id", "[kata](mailto:humas@contoh.id)"),
        ("http://[rusak", "[kata](http://[rusak)"),
    ],
)
def test_links_lead_where_readers_may_go(href, markdown):
    assert pasted(f'<p><a href="{href}">kata</a></p>') == markdown


# Which of the two is believed


def test_without_html_or_words_in_it_the_text_is_taken():
    assert pasted_markdown(None, "Warga") == "Warga"
    assert pasted_markdown("", "Warga") == "Warga"
    assert pasted_markdown("<img src=x>", "Warga") == "Warga"
    assert pasted_markdown("<!-- -->", "Warga") == "Warga"


def test_no_word_is_lost_to_html_that_says_next_to_nothing():
    text = "Warga desa menanam padi di sawah."
    assert (
        pasted_markdown("<svg><text>Warga desa menanam padi</text></svg><p>sawah</p>", text) == text
    )


def test_from_a_field_of_this_program_markdown_comes_as_it_was():
    html = '<html><head><meta name="qrichtext" content="1" /></head><body><p>**a** *b*</p></body>'
    assert pasted_markdown(html, "**a** *b*  \nc\u2029d") == "**a** *b*  \nc\nd"


def test_of_a_pdf_in_a_browser_the_lines_are_joined():
    html = (
        '<span role="presentation">Pemerintah kelom-</span><br role="presentation"><span>pok</span>'
    )
    text = "Pemerintah menyalurkan pupuk kepada para kelom-\npok tani di lahan kering."
    assert "kelompok tani" in pasted_markdown(html, text)


def test_a_blank_copied_with_a_word_stays():
    assert pasted_markdown("<b>kata</b> ", "kata ") == "**kata** "
    assert pasted_markdown("<i>kata</i>", " kata") == " *kata*"


# Hostile and huge


@pytest.mark.parametrize(
    "unit", ["<div>kata", "<p><b>kata ", "<table><tr><td>kata", "<ul><li>kata"]
)
def test_thousands_of_tags_that_never_end_lose_no_word(unit):
    assert pasted(unit * 20_000).count("kata") == 20_000


def test_a_long_page_is_read_whole():
    row = "<p style='margin:0'><b>Warga</b> menanam <a href='https://a.id/?utm_x=1'>padi</a></p>"
    markdown = pasted(row * 10_000)
    assert markdown.count("\n\n") == 9_999
    assert markdown.endswith("**Warga** menanam [padi](https://a.id/)")


@pytest.mark.parametrize("html", ["<", "<a", "<!--", "<![CDATA[", "\0", "\ud800", "&#0;", "</p>"])
def test_scraps_of_html_are_no_trouble(html):
    assert pasted(html, "kata") == "kata"
