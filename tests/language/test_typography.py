"""What becomes of the keys of a typewriter: quotation marks, dashes, amounts, bound blanks.

Texts are typed key by key; ~ stands for a blank that no line breaks at.
"""

from __future__ import annotations

import pytest

from newsroom.language.typography import USUAL, Style, change_after


def typed(text: str, style: Style = USUAL) -> str:
    """Return what stands there once a text has been typed."""
    line = ""
    for key in text:
        change = change_after(line, key, style)
        line += key
        if change:
            end = change.start + len(change.old)
            assert line[change.start : end] == change.old
            line = line[: change.start] + change.new + line[end:]
    return line.replace("\u00a0", "~")


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ('"Kami siap," kata Karta.', "“Kami siap,” kata Karta."),
        ('Kata Karta, "Kami siap."', "Kata Karta, “Kami siap.”"),
        ('("Kami siap")', "(“Kami siap”)"),
        ("\"Ia berkata 'siap' kemarin,\" ujarnya.", "“Ia berkata ‘siap’ kemarin,” ujarnya."),
        ('**"Kami siap,"** kata Karta.', "**“Kami siap,”** kata Karta."),
        ('> "Kami siap."', "> “Kami siap.”"),
        ('"Saya tidak--" katanya', "“Saya tidak–” katanya"),
        ("Alat ukur Qur'an dan Ma'ruf", "Alat ukur Qur’an dan Ma’ruf"),
        ('Katanya,"Ayo!" lalu', "Katanya,“Ayo!” lalu"),
        ('Tahun "2024"', "Tahun “2024”"),
        ('"" kosong', "“” kosong"),
        ('Akun "@pemkot" itu', "Akun “@pemkot” itu"),
        ('"Buka https://contoh.id" katanya', "“Buka https://contoh.id” katanya"),
    ],
)
def test_quotation_marks_are_curled_by_what_stands_before_them(keys, text):
    assert typed(keys) == text


@pytest.mark.parametrize(
    "keys",
    [
        'Layar 14" itu',
        'kata"Kami',
        "`kode \"ini\" dan 'itu'`",
        '[laman](https://contoh.id "judul")',
        '<a href="https://contoh.id">',
        'https://contoh.id/?q="kata',
        '[1]: https://contoh.id "judul"',
        '| "sel" | -- |',
        '```teks "ini"',
        '\\"bukan kutipan',
    ],
)
def test_what_is_no_prose_is_left_as_typed(keys):
    assert typed(keys) == keys


def test_a_quotation_opened_straight_is_closed_straight():
    assert change_after('Kata "siap', '"') is None
    assert change_after('Layar 14" dan kata “siap', '"').new == "”"


def test_a_house_may_want_straight_quotes_and_still_gets_the_rest():
    straight = Style(curly_quotes=False)
    assert typed('"Biayanya Rp 1500000," kata Qur\'an -- ', straight) == (
        '"Biayanya Rp1.500.000," kata Qur\'an – '
    )


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("Lebak -- Pandeglang", "Lebak – Pandeglang"),
        ("Lebak--Pandeglang", "Lebak–Pandeglang"),
        ("Lebak - Pandeglang", "Lebak – Pandeglang"),
        ("Lebak---Pandeglang", "Lebak—Pandeglang"),
        ("- Lebak - Pandeglang", "- Lebak – Pandeglang"),
    ],
)
def test_hyphens_between_words_become_a_dash(keys, text):
    assert typed(keys) == text


@pytest.mark.parametrize(
    "keys",
    [
        "- butir pertama",
        "---",
        "sayur-mayur",
        "skor 2-1 lalu 2 - 1",
        "telepon 0812-3456-7890",
        "<!-- catatan -->",
        "https://contoh.id/a--b",
        "2023-2024",
    ],
)
def test_hyphens_that_mean_themselves_stay(keys):
    assert typed(keys) == keys


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("Rp 1000000 untuk", "Rp1.000.000 untuk"),
        ("Rp1000000, lalu", "Rp1.000.000, lalu"),
        ("Rp. 500.000 untuk", "Rp500.000 untuk"),
        ("Rp. 500.000.", "Rp500.000."),
        ("(Rp 25000)", "(Rp25.000)"),
        ("Rp 1500,50 per", "Rp1.500,50 per"),
        ("Rp 750 per", "Rp750 per"),
        ("Rp 1,5 miliar dan", "Rp1,5~miliar dan"),
        ("Rp 20 juta.", "Rp20~juta."),
        ('"Rp 2000" katanya', "“Rp2.000” katanya"),
    ],
)
def test_an_amount_is_written_as_the_spelling_has_it(keys, text):
    assert typed(keys) == text


@pytest.mark.parametrize(
    "keys",
    [
        "tahun 2024 lalu",
        "telepon 081234567890 itu",
        "1000000 orang",
        "nomor 1234567 itu",
        "Rp1,000,000 itu",
        "Rp0812345 itu",
        "`Rp 1000000 `",
        "https://contoh.id/Rp1000000 ",
        "CRp 5000 itu",
    ],
)
def test_other_figures_stay_as_typed(keys):
    assert typed(keys) == keys


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("Rp1 juta untuk", "Rp1~juta untuk"),
        ("sebanyak 2,5 juta orang", "sebanyak 2,5~juta orang"),
        ("pada 20 Juni 2024", "pada 20~Juni 2024"),
        ("(20 Juni)", "(20~Juni)"),
        ("Pasal 5 ayat (2), lalu", "Pasal~5 ayat~(2), lalu"),
        ("pukul 10.42 WIB.", "pukul~10.42~WIB."),
        ("pukul 10 pagi", "pukul~10 pagi"),
        ("Bupati H. Karta Wijaya", "Bupati H.~Karta Wijaya"),
        ("oleh Dr. Ma'ruf, kata", "oleh Dr.~Ma’ruf, kata"),
    ],
)
def test_a_line_will_not_break_where_it_must_not(keys, text):
    assert typed(keys) == text


@pytest.mark.parametrize(
    "keys",
    [
        "sebanyak 20 orang hadir",
        "tahun 2024 Juni lalu",
        "32 Juni itu",
        "skor 3.20 Juni itu",
        "vitamin C. Warga lalu",
        "Menteri Dr. itu",
        "juta 20 orang",
        "Maret 2024 itu",
        "menurut pasal itu",
    ],
)
def test_lines_may_break_elsewhere(keys):
    assert typed(keys) == keys


def test_a_long_paragraph_is_looked_at_from_near_its_end():
    before = "“" + "kata " * 200_000
    assert change_after(before, '"').new == "“"
    assert change_after(before + "Rp 1000", ".").new == "1."
