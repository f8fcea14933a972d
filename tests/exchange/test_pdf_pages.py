"""Text of a PDF with all that stands on its pages; the texts are made up, the shapes are real."""

from __future__ import annotations

import re
import textwrap

import pytest

from newsroom.exchange.pasted import pasted_markdown

PARAGRAPHS = (
    "Pemerintah Kabupaten Rekaan menyalurkan bantuan pupuk kepada kelompok tani di lima "
    "kecamatan yang sawahnya kering sejak awal tahun. Bantuan diserahkan di balai desa dan "
    "disaksikan para penyuluh.",
    "“Kami ingin petani menanam tepat waktu,” kata Kepala Dinas Pertanian Karta Wijaya di "
    "hadapan warga yang memadati balai desa sejak pagi. Ia mengatakan bantuan tahap kedua akan "
    "dikirim setelah data penerima diperiksa kembali oleh petugas lapangan yang baru.",
    "Sebagian petani berharap benih padi juga dibagikan sebelum musim hujan tiba. Mereka sudah "
    "menyiapkan lahan persemaian di dekat saluran irigasi yang diperbaiki tahun lalu dengan "
    "dana desa dan kerja bakti warga dari tiga kampung.",
    "Ketua kelompok tani setempat mengajak anggotanya mencatat pemakaian pupuk pada setiap petak "
    "sawah. Catatan itu nanti dipakai untuk menghitung kebutuhan pada musim tanam berikutnya, "
    "sehingga tidak ada lagi desa yang kekurangan.",
)
TITLE = "Petani Rekaan Terima Pupuk"
STORY = "\n\n".join([TITLE, *PARAGRAPHS])


def pages(width: int = 72, lines: int = 8) -> list[list[str]]:
    """Return the story's lines, page by page."""
    broken = [TITLE]
    for paragraph in PARAGRAPHS:
        broken += textwrap.wrap(paragraph, width)
    return [broken[at : at + lines] for at in range(0, len(broken), lines)]


def pasted(text: str) -> str:
    return pasted_markdown(None, text)


def words(text: str) -> str:
    return re.sub(r"\s+", "", text)


HEADS_AND_FEET = [
    ("", "{n}"),
    ("", "- {n} -"),
    ("", "Halaman {n} dari {m}"),
    ("", "hlm. {n}"),
    ("", "Siaran Pers | {n}"),
    ("", "www.rekaan.contoh.id {n}"),
    ("{n} | Humas Pemkab Rekaan", ""),
    ("Buletin Rekaan {n}", "Humas Pemkab Rekaan – humas@contoh.id"),
    ("12/05/26, 10.23 Petani Rekaan - Kabar", "https://contoh.id/petani-rekaan {n}/{m}"),
]


@pytest.mark.parametrize("broken_at", ["\n\f", "\f", "\n\n\f"])
@pytest.mark.parametrize(("head", "foot"), HEADS_AND_FEET)
def test_what_every_page_has_goes_with_the_pages(head, foot, broken_at):
    parts, written = pages(), []
    for n, part in enumerate(parts, 1):
        above, below = (edge.format(n=n, m=len(parts)) for edge in (head, foot))
        written.append("\n".join(filter(None, [above, *part, below])))
    text = broken_at.join(written)
    assert pasted(text) == STORY


@pytest.mark.parametrize(("head", "foot"), HEADS_AND_FEET[:5])
@pytest.mark.parametrize("at_top", [True, False])
def test_pages_that_nothing_parts_are_known_by_their_numbers(head, foot, at_top):
    parts = pages()
    lines: list[str] = []
    for n, part in enumerate(parts, 1):
        edge = [foot.format(n=n, m=len(parts))]
        lines += edge + part if at_top else part + edge
    assert words(pasted("\n".join(lines))) == words(STORY)


def test_left_and_right_pages_differ():
    parts = pages(lines=4)
    heads = ["{n} Kabar Rekaan", "Edisi Panen {n}"]
    text = "\n\f".join(
        "\n".join([heads[n % 2].format(n=n), *part]) for n, part in enumerate(parts, 1)
    )
    assert words(pasted(text)) == words(STORY)


def test_a_head_of_words_alone_stays_once_it_may_be_the_title():
    text = "\n\f".join("\n".join(["Siaran Pers Rekaan", *part]) for part in pages())
    assert pasted(text) == f"Siaran Pers Rekaan\n\n{STORY}"


def test_the_title_of_the_story_that_runs_above_its_pages_stays():
    first, *others = pages()
    text = "\n\f".join("\n".join(part) for part in [first, *([TITLE, *part] for part in others)])
    assert pasted(text) == STORY


def test_a_short_line_within_sentences_is_no_part_of_them():
    lines = [line for part in pages(lines=5) for line in (*part, "Humas Pemkab Rekaan")]
    assert "Humas" not in pasted("\n".join(lines))


def test_heads_and_feet_together_with_no_page_break():
    parts = pages(lines=8)
    lines = []
    for n, part in enumerate(parts, 1):
        lines += ["Kabupaten Rekaan", f"Halaman {n} dari {len(parts)}", *part]
    markdown = pasted("\n".join(lines))
    assert markdown.count("Kabupaten Rekaan") == STORY.count("Kabupaten Rekaan") + 1
    assert "Halaman" not in markdown


# What stays


@pytest.mark.parametrize(
    "text",
    [
        # Headings that count are not pages.
        "\n".join(
            f"Tahap {n}\nPetugas memeriksa data penerima bantuan pupuk di semua desa yang\n"
            "mengajukan permohonan sejak bulan lalu.\nBantuan dikirim ke balai desa.\nUsai."
            for n in (1, 2, 3)
        ),
        # Nor are answers that come again.
        "\n".join(
            ["Bantuan itu dibagikan kepada warga di lima kecamatan yang sawahnya", "kering."]
            + ["Ya.", "Petugas memeriksa data penerima bantuan pupuk di semua desa.", "Baik."] * 4
        ),
        # Nor lines of a table.
        "\n\f".join(
            "\n".join([*part, f"Desa {total} keluarga", "Jumlah seluruhnya"])
            for part, total in zip(pages(lines=6), (12, 40, 7), strict=False)
        ).replace("\f", ""),
        # Nor a list with numbers.
        "Syaratnya sebagai berikut dan wajib dipenuhi oleh semua kelompok tani yang\nmendaftar:\n"
        + "\n".join(f"{n}. Fotokopi kartu anggota" for n in (1, 2, 3)),
    ],
)
def test_no_word_of_a_story_is_dropped(text):
    assert words(pasted(text)) == words(text)


@pytest.mark.parametrize("width", [34, 45, 60, 80, 110])
def test_a_story_broken_at_any_width_loses_nothing(width):
    text = "\n".join(line for part in pages(width) for line in part)
    assert words(pasted(text)) == words(STORY)


@pytest.mark.parametrize("broken_at", ["\n\f", "\n1\n\f", "\n", "\n1\n"])
@pytest.mark.parametrize("lines", [8, 60])
def test_the_same_text_twice_stays_twice(broken_at, lines):
    text = "\n".join("\n".join([*part, str(n)]) for n, part in enumerate(pages(lines=lines), 1))
    text = re.sub(r"\n\d+(?=\n|\Z)", "", text) if "1" not in broken_at else text
    twice = words(pasted(f"{text}{broken_at}{text}"))
    assert re.sub(r"\d", "", twice) == words(STORY) * 2


def test_numbers_at_the_edges_that_are_not_those_of_pages_stay():
    parts = pages()
    text = "\n\f".join(
        "\n".join([*part, f"Kecamatan Rekaan {n}"])
        for part, n in zip(parts, (40, 7, 12, 3), strict=False)
    )
    assert pasted(text).count("Kecamatan Rekaan") == len(parts)


# How lines end


@pytest.mark.parametrize("hyphen", ["-\n", "\u00ad\n", "\u2010\n", "\ufffe", "-\r\n"])
def test_the_hyphen_of_a_line_in_whatever_sign_a_reader_writes_it(hyphen):
    text = (
        f"Bantuan itu diserahkan kepada kelom{hyphen}pok tani di lima kecamatan dan anak"
        f"{hyphen}anak petani yang membawa sendiri KTP{hyphen}nya dari rumah pagi tadi."
    )
    assert pasted(text) == (
        "Bantuan itu diserahkan kepada kelompok tani di lima kecamatan dan anak-anak petani "
        "yang membawa sendiri KTP-nya dari rumah pagi tadi."
    )


def test_lines_set_in_block_lose_their_wide_blanks():
    text = (
        "Bantuan  pupuk   itu diserahkan kepada  semua  kelompok tani\n"
        "di  lima  kecamatan yang   sawahnya  kering sejak awal tahun\n"
        "dan belum pernah mendapat bantuan."
    )
    assert "  " not in pasted(text)


# Columns

LEFT = textwrap.wrap(PARAGRAPHS[0] + " " + PARAGRAPHS[2], 36)
RIGHT = textwrap.wrap(PARAGRAPHS[1] + " " + PARAGRAPHS[3], 36)
BOTH = " ".join([PARAGRAPHS[0], PARAGRAPHS[2], PARAGRAPHS[1], PARAGRAPHS[3]])


def side_by_side(left: list[str], right: list[str]) -> str:
    rows = max(len(left), len(right))
    left, right = left + [""] * (rows - len(left)), right + [""] * (rows - len(right))
    return "\n".join(f"{one:<40}{other}".rstrip() for one, other in zip(left, right, strict=True))


def test_columns_side_by_side_are_read_one_after_the_other():
    title = "          Petani di Kabupaten Rekaan Menerima Bantuan Pupuk Tahap Pertama"
    markdown = pasted(f"{title}\n\n{side_by_side(LEFT, RIGHT)}")
    assert " ".join(markdown.split()) == f"{title.strip()} {BOTH}"


def test_columns_of_each_page_come_before_those_of_the_next():
    half, other = len(LEFT) // 2, len(RIGHT) // 2
    text = (
        side_by_side(LEFT[:half], LEFT[half:]) + "\n\f" + side_by_side(RIGHT[:other], RIGHT[other:])
    )
    assert " ".join(pasted(text).split()) == BOTH


def test_columns_that_come_one_below_the_other_are_joined():
    assert " ".join(pasted("\n".join(LEFT + RIGHT)).split()) == BOTH


def test_a_table_of_short_cells_is_not_read_by_columns():
    text = "\n".join(f"{f'Desa {name}':<40}{count} orang" for count, name in enumerate("ABCDEFG"))
    lines = [" ".join(line.split()) for line in pasted(text).split("\n") if line]
    assert lines == [" ".join(line.split()) for line in text.split("\n")]


def test_the_narrow_columns_of_a_newspaper_are_joined_where_words_are_parted():
    text = (
        "Bantuan pupuk itu diser-\nahkan kepada kelompok\ntani di lima kecama-\n"
        "tan yang sawahnya ke-\nring sejak awal tahun."
    )
    assert pasted(text) == (
        "Bantuan pupuk itu diserahkan kepada kelompok tani di lima kecamatan yang sawahnya "
        "kering sejak awal tahun."
    )
    verses = "pagi di desa rekaan\nembun belum turun juga\nsawah sudah ramai\norang bekerja"
    assert pasted(verses).split("\n\n") == verses.split("\n")
