"""What programs that reporters copy from put on the clipboard, with all that does not belong.

All texts are made up; the shapes are real.
"""

from __future__ import annotations

import pytest

from newsroom.exchange.pasted import pasted_markdown


def pasted(html: str, text: str = "") -> str:
    return pasted_markdown(html, text)


# Word, with the changes of an editor and comments in the margin

TRACKED = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm;} --></style>
</head><body lang=IN><!--StartFragment-->
<p class=MsoNormal>Panen di <del cite="mailto:Rina%20Contoh" datetime="2026-05-12T10:23">Desa
Lama</del><ins cite="mailto:Rina%20Contoh" datetime="2026-05-12T10:23">Desa Baru</ins> mencapai
<a style='mso-comment-reference:SR_1;mso-comment-date:20260512T1025'>120 ton</a><span
class=MsoCommentReference><span style='font-size:8.0pt'><![if !supportAnnotations]><a
class=msocomanchor id="_anchor_1" href="#_msocom_1" name="_msoanchor_1">[SR1]</a><![endif]><span
style='mso-special-character:comment'>&nbsp;</span></span></span>.<o:p></o:p></p>
<p class=MsoNormal><span class=msoDel><del cite="mailto:Redaktur"
datetime="2026-05-12T11:00">Kalimat ini dibuang redaktur.<o:p></o:p></del></span></p>
<p class=MsoNormal><span class=msoIns><ins cite="mailto:Redaktur"
datetime="2026-05-12T11:00">Kalimat ini ditambah.</ins></span> Menurut data<a href="#_ftn1"
style='mso-footnote-id:ftn1' name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a>,
hasilnya <s>turun</s> naik.</p><!--EndFragment-->
<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all>
<hr align=left size=1 width="33%"><![endif]><div style='mso-element:footnote' id=ftn1>
<p class=MsoFootnoteText><span class=MsoFootnoteReference>[1]</span> Badan pangan.</p></div></div>
<div style='mso-element:comment-list'><hr class=msocomoff align=left size=1 width="33%">
<div style='mso-element:comment'><div id="_com_1" class=msocomtxt>
<p class=MsoCommentText>[SR1]Cek lagi angkanya<o:p></o:p></p></div></div></div></body></html>"""


def test_of_word_the_text_comes_as_it_would_be_with_all_changes_accepted():
    assert pasted(TRACKED) == (
        "Panen di Desa Baru mencapai 120 ton.\n\n"
        "Kalimat ini ditambah. Menurut data[1], hasilnya <s>turun</s> naik.\n\n"
        "[1] Badan pangan."
    )


def test_a_correction_that_a_web_page_shows_is_no_change_of_word():
    html = '<p>Korban <del datetime="2026-05-12T10:23">tiga</del> dua orang.</p>'
    assert pasted(html) == "Korban <s>tiga</s> dua orang."


# Google Docs


def test_of_google_docs_a_table_a_list_of_tasks_and_no_weight():
    html = (
        '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-0f1e2d3c">'
        '<h2 dir="ltr"><span style="font-size:20pt;font-weight:400">Panen Raya</span></h2>'
        '<ul><li dir="ltr" role="checkbox" aria-checked="false"><img alt="unchecked" '
        'src="data:image/png;base64,iVBORw0KGgo=" aria-roledescription="checkbox"/>'
        '<p dir="ltr" role="presentation"><span>Tanya camat</span></p></li></ul>'
        '<div align="left"><table><colgroup><col width="300"/><col/></colgroup><tbody>'
        '<tr><td><p><span style="font-weight:700">Desa</span></p></td>'
        '<td><p><span style="font-weight:700">Ton</span></p></td></tr>'
        "<tr><td><p><span>Baru</span></p></td><td><p><span>70</span></p></td></tr>"
        "</tbody></table></div></b>"
    )
    assert pasted(html) == (
        "## Panen Raya\n\n- Tanya camat\n\n| Desa | Ton |\n|---|---|\n| Baru | 70 |"
    )


def test_a_comment_in_a_page_of_google_docs_leaves_no_mark():
    html = '<p>Panen raya<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup> tiba.</p>'
    assert pasted(html) == "Panen raya tiba."


# WhatsApp in a browser


def test_of_whatsapp_one_message_has_its_looks_and_its_emoji():
    html = (
        '<div class="copyable-text" data-pre-plain-text="[10.23, 12/5/2026] Rina: ">'
        '<span class="selectable-text" style="white-space: pre-wrap;"><span><strong>PASAR '
        "DIBUKA</strong>\n\nPasar dibuka <em>hari ini</em>. "
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="👍🏽" class="emoji">'
        "\nRamai.</span></span></div>"
    )
    text = "*PASAR DIBUKA*\n\nPasar dibuka _hari ini_. 👍🏽\nRamai."
    markdown = "**PASAR DIBUKA**\n\nPasar dibuka *hari ini*. 👍🏽\n\nRamai."
    assert pasted(html, text) == markdown
    assert pasted_markdown(None, text) == markdown


def test_of_whatsapp_several_messages_come_without_who_wrote_when():
    text = (
        "[10.23, 12/5/2026] Rina Contoh: *PASAR DIBUKA*\n\nPasar dibuka _hari ini_.\n"
        "[10.24, 12/5/2026] +62 812-3456-7890: Ada 120 pedagang: 👍\n"
        "https://contoh.id/a?utm_source=wa&fbclid=1"
    )
    assert pasted_markdown(None, text) == (
        "**PASAR DIBUKA**\n\nPasar dibuka *hari ini*.\n\nAda 120 pedagang: 👍\n\nhttps://contoh.id/a"
    )


# A news site

NEWS = """<h1 class="read__title">Panen Raya Capai 120 Ton</h1>
<div class="read__time">Kabar Rekaan - 12/05/2026, 10:23 WIB</div>
<div class="social--sharing"><span>Bagikan:</span><ul>
<li><a href="https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fa.id">Facebook</a></li>
<li><a href="https://api.whatsapp.com/send?text=https://a.id">WhatsApp</a></li></ul>
<button>Salin Tautan</button></div>
<div class="read__content"><p><strong>LEBAK</strong> – Panen di
<a href="https://contoh.id/tag/lebak?utm_source=artikel&amp;gclid=1&amp;page=2">Lebak</a> baik.</p>
<div class="ads-on-body"><span>ADVERTISEMENT</span><div>SCROLL TO CONTINUE WITH CONTENT</div></div>
<p><strong>Baca juga: <a href="https://a.id/b?fbclid=1" class="inner-link-baca-juga">Sawah di
Lebak Kering</a></strong></p>
<p>“Ini panen terbaik,” kata Karta.</p>
<div class="lihatjg"><strong>Lihat Juga :</strong><ul><li><a href="https://a.id/1">Harga Beras
Turun</a></li><li><a href="https://a.id/2">Pupuk Langka</a></li></ul></div>
<p>Panen kedua tiba pada Oktober.</p></div>
<ul class="tag__article"><li><a href="https://a.id/tag/panen">panen</a></li></ul>
<div class="related-article"><h3>Artikel Terkait</h3><p><a href="https://a.id/9">Lain</a></p></div>
<footer>Hak cipta</footer>"""


def test_of_a_news_site_the_story_comes_and_nothing_around_it():
    assert pasted(NEWS) == (
        "## Panen Raya Capai 120 Ton\n\nKabar Rekaan - 12/05/2026, 10:23 WIB\n\n"
        "**LEBAK** – Panen di [Lebak](https://contoh.id/tag/lebak?page=2) baik.\n\n"
        "“Ini panen terbaik,” kata Karta.\n\nPanen kedua tiba pada Oktober."
    )


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        # What a box is called is not enough: pages call the whole story so.
        (
            '<div class="content with-ads"><p>Warga menanam padi di sawah.</p></div>',
            "Warga menanam padi di sawah.",
        ),
        (
            '<div class="share-wrapper"><h1>Pasar Baru Dibuka</h1><p>Warga datang.</p></div>',
            "## Pasar Baru Dibuka\n\nWarga datang.",
        ),
        ('<div class="share-quote">Kami siap</div>', "Kami siap"),
        (
            '<div class="related"><p>Menurut Karta, <a href="https://a.id/">pasar</a> ramai.</p>'
            "</div>",
            "Menurut Karta, [pasar](https://a.id/) ramai.",
        ),
        ('<ul class="tags"><li>Beras</li></ul>', "- Beras"),
        # A reporter's own, and one of this program's own pages.
        (
            '<p>Baca juga: <a href="https://a.id/">Pasar</a></p>',
            "Baca juga: [Pasar](https://a.id/)",
        ),
        (
            '<p class="baca-juga">Baca juga: <a href="https://a.id/">Pasar</a></p>',
            "Baca juga: [Pasar](https://a.id/)",
        ),
        (
            '<p>Baca juga kisah <a class="baca-juga" href="https://a.id/">Karta</a> di sana.</p>',
            "Baca juga kisah [Karta](https://a.id/) di sana.",
        ),
        # Words like those of buttons, within sentences.
        (
            '<p>Ia membagikannya lewat <a href="https://wa.me/628123?text=Halo">WhatsApp</a>.</p>',
            "Ia membagikannya lewat [WhatsApp](https://wa.me/628123?text=Halo).",
        ),
        (
            '<p>Sebarkan lewat <a href="https://wa.me/?text=Halo">WhatsApp</a> ini.</p>',
            "Sebarkan lewat WhatsApp ini.",
        ),
        ("<p>Advertisement itu dicabut.</p>", "Advertisement itu dicabut."),
    ],
)
def test_what_may_be_of_the_story_stays(html, markdown):
    assert pasted(html) == markdown


def test_of_a_news_site_the_words_alone():
    text = (
        "Panen raya capai 120 ton.\n\nADVERTISEMENT\n\nSCROLL TO CONTINUE WITH CONTENT\n\n"
        "Hasilnya baik.\n\nArtikel ini telah tayang di Kabar Rekaan, klik untuk baca: "
        "https://a.id/b?utm_source=Various&utm_medium=Referral.\n\n"
        "Download aplikasi: https://kabar.contoh.id/app"
    )
    assert pasted_markdown(None, text) == (
        "Panen raya capai 120 ton.\n\nHasilnya baik.\n\n"
        "Artikel ini telah tayang di Kabar Rekaan, klik untuk baca: https://a.id/b."
    )


# Spreadsheets

EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table border=0 width=192>
<!--StartFragment--> <col width=64 span=3><tr height=20><td class=xl65>Kecamatan</td>
<td class=xl65>Sawah (ha)</td><td>Ton</td></tr><tr><td>Cipanas</td><td align=right>1.250</td>
<td align=right>70,5</td></tr><tr><td>Maja</td><td></td><td>50</td></tr>
<tr><td></td><td></td><td></td></tr><!--EndFragment--></table></body></html>"""


def test_of_excel_a_table_with_its_empty_cells():
    assert pasted(EXCEL, "Kecamatan\tSawah (ha)\tTon\r\n") == (
        "| Kecamatan | Sawah (ha) | Ton |\n|---|---|---|\n"
        "| Cipanas | 1.250 | 70,5 |\n| Maja |  | 50 |"
    )


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        (
            "<table><tr><td><b>Kota</b></td><td><b>Jumlah</b></td></tr>"
            '<tr><td>Serang | Lama</td><td sdval="120">120</td></tr></table>',
            "| Kota | Jumlah |\n|---|---|\n| Serang \\| Lama | 120 |",
        ),
        (
            "<table><tr><td colspan=2>Kota</td><td>Jumlah</td></tr>"
            "<tr><td>1</td><td>Serang</td><td>120</td></tr></table>",
            "Kota | Jumlah\n\n1 | Serang | 120",  # a head without words is none
        ),
        ("<table><tr><td>Serang</td><td>120</td></tr></table>", "Serang | 120"),
        ("<table><tr><td>Serang</td></tr><tr><td>Cilegon</td></tr></table>", "Serang\n\nCilegon"),
        (
            "<table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></table>"
            "<table><tr><td>c</td><td>d</td></tr><tr><td>3</td><td>4</td></tr></table>",
            "| a | b |\n|---|---|\n| 1 | 2 |\n\n| c | d |\n|---|---|\n| 3 | 4 |",
        ),
        (
            "<table><tr><td><h2>Judul</h2><p>Isi</p></td><td>Kanan</td></tr>"
            "<tr><td>Kiri</td><td>Kanan</td></tr></table>",
            "## Judul\n\nIsi\n\nKanan\n\nKiri | Kanan",
        ),
    ],
    ids=["calc", "wide", "row", "column", "two", "layout"],
)
def test_other_tables(html, markdown):
    assert pasted(html) == markdown


# Mail


def test_of_a_reply_by_mail_what_was_asked_stays_quoted():
    text = (
        "Bantuan cair pekan depan.\n\nPada Sel, 12 Mei 2026 pukul 10.23 Redaksi Info Rekaan\n"
        "<redaksi@contoh.id> menulis:\n\n> Yth. Bapak Karta,\n> kapan bantuan pupuk untuk "
        "kelompok tani di Kecamatan Cipanas akan\n> dicairkan?\n>\n> > Sudah disetujui.\n"
    )
    assert pasted_markdown(None, text) == (
        "Bantuan cair pekan depan.\n\nPada Sel, 12 Mei 2026 pukul 10.23 Redaksi Info Rekaan "
        "<redaksi@contoh.id> menulis:\n\n> Yth. Bapak Karta,\n\n> kapan bantuan pupuk untuk "
        "kelompok tani di Kecamatan Cipanas akan dicairkan?\n\n> Sudah disetujui."
    )


# Instagram

CAPTION = (
    "Panen raya di Lebak! 🌾🌾\n\nBupati hadir bersama @pemkablebak ✨\n\n👉 120 ton{}👉 5 desa\n\n"
    "#SaveLebak #banten"
)


def test_of_instagram_a_caption_without_dots_and_decorated_letters():
    text = (
        "Panen raya di Lebak! 🌾🌾\n.\n.\n𝗕𝘂𝗽𝗮𝘁𝗶 hadir bersama @pemkablebak ✨\n\u2800\n"
        "👉 120 ton\n👉 5 desa\n.\n#SaveLebak #banten"
    )
    assert pasted_markdown(None, text) == CAPTION.format("\n\n")


def test_of_instagram_in_a_browser_a_caption_is_no_heading():
    html = (
        '<h1 class="_ap3a" dir="auto">Panen raya di Lebak! 🌾🌾<br>.<br>.<br>Bupati hadir bersama '
        '<a href="https://www.instagram.com/pemkablebak/">@pemkablebak</a> ✨<br><br>👉 120 ton'
        '<br>👉 5 desa<br>.<br><a href="https://www.instagram.com/explore/tags/savelebak/">'
        '#SaveLebak</a> <a href="https://www.instagram.com/explore/tags/banten/">#banten</a></h1>'
    )
    assert pasted(html) == CAPTION.format("  \n")
