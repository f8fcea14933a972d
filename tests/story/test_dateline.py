from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.story.dateline import Dateline, split_dateline, write_dateline

PATTERNS = (
    "{place}, {source} ({date}) – ",
    "{PLACE}, {source} – ",
    "{SOURCE}, {PLACE} -- ",
    "{place} ({SOURCE}) - ",
    "{SOURCE}, {place} - ",
    "{PLACE}, {source} - ",
    "{source}, {place} - ",
    "{source} | ",
    "{source} - ",
    "{PLACE} – ",
)
HOUSE = "{PLACE}, {source} – "
PROSE = "Warga menanam bakau di pesisir."


@pytest.mark.parametrize(
    ("written", "place", "source", "day"),
    [
        ("infobanten.id | ", "", "infobanten.id", None),
        ("SERANG, infobanten.id – ", "SERANG", "infobanten.id", None),
        ("Jakarta (ANTARA) - ", "Jakarta", "ANTARA", None),
        ("TEMPO.CO, Jakarta - ", "Jakarta", "TEMPO.CO", None),
        ("JAKARTA, KOMPAS.com - ", "JAKARTA", "KOMPAS.com", None),
        ("tirto.id - ", "", "tirto.id", None),
        (
            "Serang, fesbukbantennews.com (15/3/2020) – ",
            "Serang",
            "fesbukbantennews.com",
            date(2020, 3, 15),
        ),
        ("SERANG – ", "SERANG", "", None),
        ("Liputan6.com, Jakarta - ", "Jakarta", "Liputan6.com", None),
        ("REPUBLIKA.CO.ID, JAKARTA -- ", "JAKARTA", "REPUBLIKA.CO.ID", None),
    ],
)
def test_the_ten_styles_are_read_and_written_back_to_the_letter(written, place, source, day):
    dateline, start = split_dateline(written + PROSE, PATTERNS)

    assert (dateline.place, dateline.source, dateline.date) == (place, source, day)
    assert start == len(written)
    assert write_dateline(dateline, ()) == written


@pytest.mark.parametrize(
    "typed",
    [
        "SERANG, infobanten.id - ",
        "SERANG, infobanten.id — ",
        "SERANG, infobanten.id -- ",
        "SERANG,infobanten.id–",
        "SERANG , infobanten.id  –  ",
        "SERANG,\u00a0infobanten.id\u00a0–\u00a0",
        "\u200eSERANG, infobanten.id – ",
        "  \tSERANG, infobanten.id – ",
        "**SERANG, infobanten.id** – ",
        "**SERANG, infobanten.id –** ",
        "**SERANG, infobanten.id – **",
        "*SERANG, infobanten.id* – ",
        "__SERANG__, infobanten.id – ",
        "Serang, infobanten.id – ",
        "SERANG, infobanten.id –\n",
    ],
)
def test_it_is_read_as_reporters_type_it_and_written_as_the_house_does(typed):
    dateline, start = split_dateline(typed + PROSE, [HOUSE])

    assert (typed + PROSE)[start:] == PROSE
    assert write_dateline(dateline, ()) == "SERANG, infobanten.id – "


@pytest.mark.parametrize(
    "typed",
    [
        "infobanten.id|Warga",
        "SERANG - Warga",
        "KAB. PANDEGLANG – Warga",
        "TANGERANG SELATAN – “Kami siap,” kata lurah.",
        "SERANG – **Warga** menanam 20–25 pohon.",
        "DKI JAKARTA – 120 warga pindah.",
        "Labuan Bajo (Antara) - Warga",
        "Serang, contoh.id (15/03/2020)–Warga",
        "SERANG–Warga",
    ],
)
def test_other_datelines(typed):
    assert split_dateline(typed, PATTERNS)


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "Serang – kota tua – ramai.",
        "SERANG – Kota tua – ramai.",
        "Jakarta (ibu kota) - macet lagi.",
        "Serang-Panimbang dibuka untuk umum.",
        "SERANG-JAKARTA macet.",
        "SERANG–JAKARTA macet.",
        "Serang - Warga datang.",
        "KPK - Polri bertemu.",
        "HUT RI - Warga berlomba.",
        "DPRD – Warga berdebat.",
        "COVID-19 - Warga diminta sabar.",
        "RALAT – Warga yang disebut bukan pelaku.",
        "Wakil Gubernur Banten, Andika - yang hadir - pulang.",
        "warga, contoh.id – datang",
        "Warga Kampung Baru Sekali Di Hulu, contoh.id – datang.",
        "Drs.Ahmad - Warga menyebutnya guru.",
        "contoh.id - situs berita - tutup.",
        "Serang, contoh.id (31/2/2020) – Warga datang.",
        "**SERANG – Warga datang** pagi ini.",
        "| Warga",
        " – Warga",
    ],
)
def test_a_sentence_is_no_dateline(sentence):
    assert split_dateline(sentence, PATTERNS) is None


def test_the_longest_dash_that_fits_is_taken_whole():
    dateline, start = split_dateline("REPUBLIKA.CO.ID, JAKARTA --Warga", PATTERNS)

    assert dateline.pattern == "{SOURCE}, {PLACE} -- "
    assert start == len("REPUBLIKA.CO.ID, JAKARTA --")


def test_a_new_dateline_is_written_the_first_way_that_has_all_it_needs():
    assert write_dateline(Dateline("Serang"), PATTERNS) == "SERANG – "
    assert write_dateline(Dateline("Serang", "contoh.id"), PATTERNS) == "SERANG, contoh.id – "
    assert write_dateline(Dateline(source="contoh.id"), PATTERNS) == "contoh.id | "
    assert write_dateline(Dateline(), PATTERNS) == ""
    assert write_dateline(Dateline("Serang"), ["", "tanpa bidang – "]) == ""


def test_its_own_way_goes_before_the_portals_while_its_fields_last():
    dateline = Dateline("Serang", "contoh.id", pattern="{source} | ")

    assert write_dateline(dateline, [HOUSE]) == "contoh.id | "
    assert write_dateline(Dateline("Serang", pattern="{source} | "), PATTERNS) == "SERANG – "


places = st.sampled_from(["Serang", "Kab. Lebak", "Tangerang Selatan", "Toli-Toli", "Labuan Bajo"])
sources = st.sampled_from(["contoh.id", "warta-contoh.com", "Kabar7.co.id", "ANTARA"])


@given(places, sources, st.dates(date(1945, 1, 1)), st.sampled_from(PATTERNS))
def test_what_is_written_is_read_again(place, source, day, pattern):
    if pattern in ("{source} | ", "{source} - ") and source == "ANTARA":
        source = "antara.co.id"
    written = write_dateline(Dateline(place, source, day, pattern), ())
    dateline, start = split_dateline(written + PROSE, PATTERNS)

    assert start == len(written)
    assert write_dateline(dateline, ()) == written


@given(st.text(alphabet=st.sampled_from("SERANGserang. ,()–-—|*_/12\u00a0\n"), max_size=80))
def test_any_text_is_taken_without_complaint_and_the_offset_lies_in_it(text):
    found = split_dateline(text, PATTERNS)

    assert found is None or 0 < found[1] <= len(text)
