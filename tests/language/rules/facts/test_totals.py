"""Totals that come after their parts, or stand in another paragraph; records of matches."""

from __future__ import annotations

import pytest

from newsroom.language.prose import Prose
from newsroom.language.rules.facts import changes, records, sums_across, totals_last

(AFTER,) = totals_last.story_rules()
(ACROSS,) = sums_across.story_rules()
RULES = [*records.rules(), *changes.rules()]


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("Andai 40 rumah, Misal 30 rumah, dan Umpama 20 rumah. Totalnya 80 rumah.", "80"),
        ("Andai (40 kasus), Misal 30 kasus, dan Umpama 20 kasus. Totalnya 80 kasus.", None),
        ("Warga Andai menerima Rp40 juta dan Misal Rp30 juta. Jumlahnya Rp80 juta.", "Rp80 juta"),
        (
            "Ada 40 warga dari Andai, 30 warga dari Misal, dan 20 warga dari Umpama, sehingga "
            "totalnya 95 warga.",
            "95",
        ),
        ("Biaya bahan Rp4 juta dan biaya tenaga Rp3 juta. Total biaya Rp8 juta.", "Rp8 juta"),
        ("Biaya bahan Rp4 juta dan biaya tenaga Rp3 juta. Total biaya Rp7 juta.", None),
        ("Biaya bahan Rp4,25 juta dan biaya tenaga Rp3 juta. Total biaya Rp7,3 juta.", None),
        ("Biaya bahan Rp4 juta dan upah Rp3 juta. Total biaya Rp8 juta.", None),
        ("Andai 40 rumah, Misal 30 rumah, dan Umpama 20 rumah. Total ada 80 desa.", None),
        ("Andai 40 rumah, Misal 30 rumah, dan Umpama 20 rumah. Total 800 rumah.", None),
        ("Andai 40 rumah, Misal 30 rumah, dan Umpama 20 rumah. Total sekitar 80 rumah.", None),
        ("Andai 40 rumah, Misal 30 rumah, dan Umpama 20 rumah. Total 95 rumah dari 9 desa.", None),
        ("Andai 40 rumah, Misal 30 rumah, serta sisanya 20 rumah. Totalnya 80 rumah.", None),
        ("Andai naik 40 persen, Misal 30 persen, dan Umpama 20 persen. Totalnya 80 persen.", None),
        ("Target Andai Rp40 juta, Misal Rp30 juta, dan Umpama Rp20 juta. Total Rp80 juta.", None),
        ("Andai 40 rumah, Misal 30 rumah, Umpama 20 rumah. Totalnya 80 rumah.", None),
        ("Pada 2022 ada 40 rumah di Andai dan 30 rumah di Misal. Totalnya 70 rumah.", None),
        ("Andai 40 rumah dan Misal 30 rumah. Hujan turun. Totalnya 80 rumah.", None),
        ("Skor Andai 40 dan Misal 30. Total penonton 80 orang.", None),
    ],
)
def test_a_total_after_its_parts(marked, text: str, total: str | None):
    assert marked(AFTER, text) == ([total] if total else [])


def test_a_total_may_open_the_next_paragraph_of_a_field(marked):
    parts = "Andai 40 rumah, Misal 30 rumah, dan Umpama 20 rumah."
    assert marked(AFTER, parts, "Totalnya 80 rumah.") == ["80"]
    assert marked(AFTER, parts, "Hujan turun.", "Totalnya 80 rumah.") == []
    notes = [AFTER.note(Prose(parts, "summary")), AFTER.note(Prose("Totalnya 80 rumah."))]
    assert list(AFTER.find(notes)) == []


@pytest.mark.parametrize(
    ("paragraphs", "found"),
    [
        (
            ["Ada 200 peserta.", "Mereka terdiri atas 120 putra dan 90 putri."],
            ["Mereka terdiri atas 120 putra dan 90"],
        ),
        (["Ada 210 peserta.", "Mereka terdiri atas 120 putra dan 90 putri."], []),
        (["Ada 200 peserta.", "Acara usai.", "Mereka terdiri atas 120 putra dan 90 putri."], []),
        (
            ["Ada 200 peserta.", "Acara usai.", "Peserta terdiri atas 120 guru dan 90 dosen."],
            ["Peserta terdiri atas 120 guru dan 90"],
        ),
        (
            [
                "Ada 200 peserta. Tahun lalu 150 peserta.",
                "Peserta terdiri atas 120 guru dan 90 dosen.",
            ],
            [],
        ),
        (["Targetnya 200 peserta.", "Peserta terdiri atas 120 guru dan 90 dosen."], []),
        (["Ada 200 dari 900 peserta.", "Peserta terdiri atas 120 guru dan 90 dosen."], []),
        (["Ada 40 kelas.", "Kelas itu terdiri atas 12 putra dan 20 putri."], []),
        (["Ada 200 peserta.", "Peserta terdiri atas 20 regu dan 9 tim."], []),
        (["Ada 200 peserta.", "Peserta terdiri atas guru, dosen, dan 90 murid."], []),
        (
            [
                "Gempa merusak 320 rumah.",
                "Dari jumlah itu, 200 rumah roboh, sisanya 100 rumah retak.",
            ],
            ["Dari jumlah itu, 200 rumah roboh, sisanya 100"],
        ),
        (
            [
                "Gempa merusak 320 rumah dan 12 masjid.",
                "Dari jumlah itu, 200 roboh dan sisanya 100 retak.",
            ],
            [],
        ),
    ],
)
def test_a_total_in_another_paragraph(marked, paragraphs: list[str], found: list[str]):
    assert marked(ACROSS, *paragraphs) == found


@pytest.mark.parametrize(
    "text",
    [
        "Andai FC meraih 7 poin dari tiga laga, hasil dua kali menang dan dua kali seri.",
        "Andai FC meraih 8 poin dari tiga laga, hasil dua kali menang dan satu kali seri.",
        "Dari enam laga, Andai FC meraih tiga kemenangan, satu hasil imbang, dan satu kekalahan.",
        "Harga naik Rp5.000, dari Rp20.000 menjadi Rp30.000 per ikat.",
        "Harga turun dari Rp30.000 menjadi Rp20.000 atau turun Rp5.000.",
        "Jumlah siswa naik dari 40 siswa menjadi 60 siswa atau bertambah 30 siswa.",
    ],
)
def test_results_and_differences_that_contradict_are_marked(marks, text: str):
    assert len(marks(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Andai FC meraih 7 poin dari tiga laga, hasil dua kali menang dan satu kali seri.",
        "Andai FC meraih 7 poin dari enam laga, hasil dua kali menang dan satu kali seri.",
        "Dari lima laga, Andai FC meraih tiga kemenangan, satu hasil imbang, dan satu kekalahan.",
        "Dari dua laga, Andai FC menang 3-0 dan seri 1-1.",
        "Harga naik Rp10.000, dari Rp20.000 menjadi Rp30.000 per ikat.",
        "Harga naik dari Rp20.000 menjadi Rp30.000 atau naik dua kali.",
        "Jumlah siswa naik dari 40 siswa menjadi 60 siswa atau bertambah 3 kelas.",
        "Jumlah siswa naik dari 40 menjadi 60 atau bertambah dua puluh siswa.",
        "Posisinya naik dari 12 menjadi 8 atau naik empat tingkat.",
        "Suku bunga naik dari 5 persen menjadi 5,5 persen atau naik 50 basis poin.",
    ],
)
def test_results_and_differences_that_agree_are_left_alone(marks, text: str):
    assert marks(text) == []


@pytest.mark.parametrize(
    "unit",
    [
        "Andai 9 rumah, ", "biaya bahan Rp9 juta, ", "9 rumah di Andai, ", "total ", "dan ",
        "Totalnya 9 rumah. ", "9 peserta. Peserta terdiri atas 4 guru dan 3 dosen. ",
        "dari 9 laga, 3 menang, ", "dari 9 menjadi 8 atau turun 2, ",
    ],
)  # fmt: skip
def test_odd_text_is_read_to_its_end(marked, unit: str):
    odd = unit * (50_000 // len(unit))
    parts = "Andai 40 rumah, Misal 30 rumah, dan Umpama 20 rumah. Totalnya 80 rumah."
    assert marked(AFTER, odd, parts)[-1:] == ["80"]
    assert marked(ACROSS, odd, "Ada 200 bibit.", "Rinciannya, 90 bibit cabai dan 90 bibit padi.")
