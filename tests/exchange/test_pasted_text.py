"""Plain text as chats, PDF readers and mail programs copy it."""

from __future__ import annotations

import re

import pytest

from newsroom.exchange.dialect import dialect_html
from newsroom.exchange.pasted import pasted_line, pasted_markdown
from newsroom.exchange.plain.hyphens import keeps_hyphen


def pasted(text: str) -> str:
    return pasted_markdown(None, text)


# Chats


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("*Tebal* dan _miring_ dan ~coret~", "**Tebal** dan *miring* dan <s>coret</s>"),
        ("*_Keduanya_*: ya", "***Keduanya***: ya"),
        ("2*3*4 dan nama_berkas_baru", r"2\*3*4 dan nama_berkas_baru"),
        ("Usai. (*)", "Usai. (*)"),
        ("* satu\n* dua", "* satu\n* dua"),
        ("https://a.id/_x_/*y*", "https://a.id/_x_/*y*"),
        ("**Markdown** dan *miring*", "**Markdown** dan *miring*"),
        ("[teks](https://a.id) dan *miring*", "[teks](https://a.id) dan *miring*"),
    ],
)
def test_marks_of_chats(text, markdown):
    assert pasted(text) == markdown


@pytest.mark.parametrize(
    "head",
    [
        "[14/05/24 10.42] Rina: ",
        "[14/05/24 10.42.33] Rina Contoh: ",
        "[10.42, 14/5/2024] +62 812-3456-7890: ",
        "\u200e[14/05/2024, 10:42:33 PM] Rina: ",
        "14/05/24 10.42 - Rina: ",
        "[14/5 10.42] Rina: ",
        "[14/5, 10:42 AM] Rina Contoh: ",
    ],
)
def test_who_wrote_when_goes_where_all_messages_say_it(head):
    text = f"{head}Pasar dibuka: ramai.\nLanjut.\n{head}Usai."
    assert pasted(text) == "Pasar dibuka: ramai.\n\nLanjut.\n\nUsai."


# Where nothing else shows whose they are, lone marks are left as they were written.


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("Istilah *whole of government* itu baru.", "Istilah *whole of government* itu baru."),
        ("Ia _antusias_ sekali.", "Ia _antusias_ sekali."),
        ("# Latar\n\nIstilah *online* itu.", "# Latar\n\nIstilah *online* itu."),
        ("**Tebal**, *miring*, _miring_.", "**Tebal**, *miring*, _miring_."),
        ("| a | b |\n|---|---|\n| *c* | d |", "| a | b |\n|---|---|\n| *c* | d |"),
        (r"5\*6 dan *miring*", r"5\*6 dan *miring*"),
    ],
)  # fmt: skip
def test_italics_stay_italics(text, markdown):
    assert pasted(text) == markdown


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("*PASAR DIBUKA*\n\nWarga datang.", "**PASAR DIBUKA**\n\nWarga datang."),
        ("*Pasar Baru Dibuka*\n\nWarga datang.", "**Pasar Baru Dibuka**\n\nWarga datang."),
        ("*Judul:* Pasar Baru", "**Judul:** Pasar Baru"),
        ("*Judul*: Pasar Baru", "**Judul**: Pasar Baru"),
        ("Ini *PENTING* sekali.", "Ini **PENTING** sekali."),
        ("Ini *penting* ya 🙏", "Ini **penting** ya 🙏"),
        ("Assalamualaikum, ini *penting*.", "Assalamualaikum, ini **penting**."),
        ("Ini *penting* dan ~batal~.", "Ini **penting** dan <s>batal</s>."),
        ("[10.42, 14/5/2024] Rina: Ini *penting*.", "Ini **penting**."),
        ("[10.42, 14/5/2024] Rina: Ini _penting_ (*).", "Ini *penting* (*)."),
    ],
)
def test_what_was_written_for_a_chat_is_bold(text, markdown):
    assert pasted(text) == markdown


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("Luas 5*6*7 meter", r"Luas 5\*6*7 meter"),
        ("Luas 5 *6* 7 meter", r"Luas 5 \*6* 7 meter"),
        ("Luas 5 * 6 * 7 meter", "Luas 5 * 6 * 7 meter"),
        ("Harga* naik, kata BPS*.", r"Harga\* naik, kata BPS*."),
        ("*) Data sementara\n\n**) Data lama", "*) Data sementara\n\n**) Data lama"),
        ("(*) Naik (*)", r"(\*) Naik (*)"),
        ("Dasar b*ngs*t dan k*p*r*t", r"Dasar b\*ngs\*t dan k\*p\*r*t"),
        ("*tebal* dan 5*6, *PENTING*", r"**tebal** dan 5\*6, **PENTING**"),
        ("* * *", "* * *"),
        ("***", "***"),
    ],
)
def test_stars_that_mark_nothing_are_stars(text, markdown):
    assert pasted(text) == markdown
    shown = re.sub(r"<[^<>]+>", "", dialect_html(markdown)).split()
    if "tebal" not in text and text.strip("* "):
        assert shown == text.split()


def test_a_time_in_a_text_is_no_head_of_a_message():
    for head in ("[14/05/24 10.42] Rina:", "[14/5 10.42] Rina:"):
        assert f"{head} Pasar dibuka." in pasted(f"Catatan:\n{head} Pasar dibuka.")


def test_notices_of_a_chat_and_pictures_that_did_not_come_are_no_messages():
    text = (
        "12/05/26 10.20 - Pesan dan panggilan terenkripsi secara end-to-end. Pelajari.\n"
        "12/05/26 10.20 - Rina membuat grup “Liputan”\n"
        "12/05/26 10.23 - Rina: *PASAR BARU DIBUKA*\n\nPasar itu ramai.\n"
        "12/05/26 10.24 - Rina: IMG-20260512-WA0003.jpg (file terlampir)\nWarga antre.\n"
        "12/05/26 10.25 - Dodi: Pesan ini dihapus\n"
        "12/05/26 10.25 - Dodi: <Media tidak disertakan>\n"
        "12/05/26 10.26 - Dodi: Ada 120 pedagang. <Pesan ini diedit>\n"
    )
    assert pasted(text) == (
        "**PASAR BARU DIBUKA**\n\nPasar itu ramai.\n\nWarga antre.\n\nAda 120 pedagang."
    )


def test_marks_of_direction_hide_no_notice():
    text = (
        "\u200e[12/05/26 10.24.33] Rina: \u200e<terlampir: 0012-PHOTO.jpg>\n"
        "[12/05/26 10.25.33] Rina: Pasar dibuka.\n"
        "\u200e[12/05/26 10.26.33] Rina: \u200egambar tidak disertakan"
    )
    assert pasted(text) == "Pasar dibuka."


def test_words_like_those_of_a_notice_stay_in_a_text():
    text = "Media tidak disertakan\n\nPesan ini dihapus, kata Karta."
    assert pasted(text) == text


# PDF

PAGES = """PEMERINTAH PROVINSI CONTOH
Siaran Pers

Serang, 14 Mei 2024. Pemerintah Provinsi Contoh menyalurkan bantuan pupuk kepada kelom-
pok tani di Kabupaten Lebak. Bantuan itu diserahkan kepada anak-
anak petani dan para pekerja yang selama ini menanam padi di lahan kering mi-
lik desa.
Kepala dinas menyatakan bantuan akan terus disalurkan sampai musim tanam
berikutnya. Bantuan tahap pertama sudah diterima semua kelompok tani di dua
1
\x0ckecamatan, dan tahap kedua dijadwalkan pada bulan depan di lima kecamatan yang ter-
sebar di seluruh kabupaten.
- Pupuk urea sebanyak dua ratus ton
- Benih padi
2
\x0c"""


def test_from_a_pdf_the_lines_are_paragraphs_again():
    assert pasted(PAGES) == (
        "PEMERINTAH PROVINSI CONTOH\n\nSiaran Pers\n\n"
        "Serang, 14 Mei 2024. Pemerintah Provinsi Contoh menyalurkan bantuan pupuk kepada "
        "kelompok tani di Kabupaten Lebak. Bantuan itu diserahkan kepada anak-anak petani dan "
        "para pekerja yang selama ini menanam padi di lahan kering milik desa.\n\n"
        "Kepala dinas menyatakan bantuan akan terus disalurkan sampai musim tanam berikutnya. "
        "Bantuan tahap pertama sudah diterima semua kelompok tani di dua kecamatan, dan tahap "
        "kedua dijadwalkan pada bulan depan di lima kecamatan yang tersebar di seluruh "
        "kabupaten.\n\n- Pupuk urea sebanyak dua ratus ton\n- Benih padi"
    )


def test_pages_without_form_feeds_count_on():
    lines = PAGES.replace("\x0c", "")
    assert "\n1\n" not in pasted(lines)
    assert "di dua kecamatan, dan" in pasted(lines)


def test_lone_numbers_that_do_not_count_stay():
    text = PAGES.replace("\x0c", "").replace("\n2\n", "\n40\n")
    assert {"1", "40"} <= set(pasted(text).split())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("anak-", "anak"), ("anak-", "anaknya"), ("sayur-", "mayur"), ("tarik-", "menarik"),
        ("tolong-", "menolong"), ("bolak-", "balik"), ("berlari-", "larian"), ("non-", "Islam"),
        ("KTP-", "nya"), ("ke-", "2"), ("lauk-", "pauk"),
    ],
)  # fmt: skip
def test_hyphens_that_belong_to_a_word(before, after):
    assert keeps_hyphen(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("kesejah-", "teraan"), ("ke-", "lompok"), ("mi-", "lik"), ("ter-", "sebar"),
        ("pemerin-", "tah"), ("ber-", "tanggung"), ("PEMERIN-", "TAH"), ("undang-un-", "dang"),
    ],
)  # fmt: skip
def test_hyphens_that_belong_to_a_line(before, after):
    assert not keeps_hyphen(before, after)


@pytest.mark.parametrize(
    "text",
    [
        "Satu.\n\nDua.\n\n\n\nTiga.\nEmpat.",
        "Pagi di Lebak\nEmbun belum turun\nSawah sudah ramai",
        "- Satu\n    - Dalam\n- Dua",
        "Baris yang panjang sekali dan tidak berakhir dengan titik\nJudul Lain Berhuruf Besar",
    ],
)
def test_lines_that_a_person_ended_stay(text):
    assert pasted(text).split() == text.split()
    assert [line for line in pasted(text).split("\n") if line] == [
        line for line in text.split("\n") if line
    ]


# Mail

QUOTED = (
    "> Pemerintah daerah menyalurkan bantuan kepada warga yang terdampak\n"
    "> banjir di tiga desa sejak pekan lalu dan akan terus berlangsung\n"
    ">> hingga akhir bulan.\n>\n> Warga menyambut baik.\n"
)
JOINED = (
    "Pemerintah daerah menyalurkan bantuan kepada warga yang terdampak banjir di tiga desa "
    "sejak pekan lalu dan akan terus berlangsung hingga akhir bulan."
)


def test_a_release_that_was_forwarded_is_no_quotation():
    head = "Pada Sen, 14 Mei 2024 pukul 10.00 Humas <humas@contoh.id> menulis:"
    assert pasted(QUOTED) == f"{JOINED}\n\nWarga menyambut baik."
    assert pasted(f"{head}\n\n{QUOTED}") == f"{head}\n\n{JOINED}\n\nWarga menyambut baik."


def test_who_wrote_when_may_take_two_lines():
    head = "Pada Sen, 14 Mei 2024 pukul 10.00 Humas Pemkab\n<humas@contoh.id> menulis:"
    joined = " ".join(head.split())
    assert pasted(f"{head}\n\n{QUOTED}") == f"{joined}\n\n{JOINED}\n\nWarga menyambut baik."
    answer = pasted(f"Ini jawabannya.\n\n{head}\n\n{QUOTED}")
    assert answer.startswith(f"Ini jawabannya.\n\n{joined}\n\n> {JOINED}")


def test_what_is_quoted_among_other_words_stays_quoted():
    markdown = pasted(f"Ini jawabannya.\n\n{QUOTED}\nSalam.")
    assert markdown == f"Ini jawabannya.\n\n> {JOINED}\n\n> Warga menyambut baik.\n\nSalam."


# All


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("Satu.\r\n\r\nDua.\r\n", "Satu.\n\nDua."),
        ("Satu.\rDua.\u2028Tiga.", "Satu.\n\nDua.\n\nTiga."),
        ("kata ", "kata "),
        (" kata", " kata"),
        ("Rp5\xa0juta “ya” 🙂", "Rp5\xa0juta “ya” 🙂"),
        ("Pan\u200bdeglang\ufeff\x00", "Pandeglang"),
        ("• Satu\n• Dua", "- Satu\n- Dua"),
        ("Isi:\n- Satu\n- Dua\nUsai.", "Isi:\n- Satu\n- Dua\n\nUsai."),
        ("Satu.\nDua.\n\nTiga.", "Satu.\n\nDua.\n\nTiga."),
        ("Satu.\n\n\n\nDua.", "Satu.\n\nDua."),
        ("## Satu\nDua\nTiga", "## Satu\nDua\nTiga"),
        ("Kota\tJumlah\nSerang\t120\n", "| Kota | Jumlah |\n|---|---|\n| Serang | 120 |"),
        ("Kota\tSerang\nSatu baris saja", "Kota\tSerang\n\nSatu baris saja"),
        ("https://a.id/?utm_source=wa", "https://a.id/"),
        ("", ""),
        ("\n\n", ""),
    ],
)
def test_any_text(text, markdown):
    assert pasted(text) == markdown


@pytest.mark.parametrize(
    "unit",
    [
        *("kata-\n", "*kata ", "> kata\n", "_kata", "\fkata\n", "https://kata ", "*kata* "),
        *("~kata~ ", "![kata", "Kata 1\n\f", "kata  kata\n", "|kata", "1/1/24 1.1 - kata"),
        *("kata\t", "*_kata_* ", "Kata Kata\n"),
    ],
)
def test_a_megabyte_is_read_whole(unit):
    count = 1_000_000 // len(unit)
    assert pasted(unit * count).lower().count("kata") == count * unit.lower().count("kata")


def test_a_field_of_one_line_takes_one_line():
    assert pasted_line(" Pasar\u200b Baru\r\n  Rp1\xa0juta\x00 ") == "Pasar Baru Rp1\xa0juta"
