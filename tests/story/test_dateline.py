from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newsroom.story.dateline import (
    Dateline,
    known_patterns,
    restyled,
    split_dateline,
    write_dateline,
)
from newsroom.story.places import dateline_places

PATTERNS = known_patterns()
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


def test_every_place_that_is_offered_is_read_again():
    for place in dateline_places():
        for pattern in PATTERNS:
            written = write_dateline(Dateline(place, "contoh.id", date(2020, 3, 15), pattern), ())
            dateline, start = split_dateline(written + PROSE, PATTERNS)
            assert (write_dateline(dateline, ()), start) == (written, len(written))


# Names that are made up: Kab. Xyzab, Abc-Def Efg, Ab'cd.
letters = st.text("abcdefghijklmnopqrstuvwxyzéü", min_size=2, max_size=9)
words = st.tuples(letters, st.sampled_from(["", "-", "'", "’"]), letters).map(
    lambda parts: f"{parts[0].title()}{parts[1]}{parts[2].title() if parts[1] else parts[2]}"
)
places = st.tuples(
    st.sampled_from(["", "", "Kab. ", "Kota "]), st.lists(words, min_size=1, max_size=3)
).map(lambda parts: parts[0] + " ".join(parts[1]))
labels = st.text("abcdefghijklmnopqrstuvwxyz0123456789-", min_size=2, max_size=12)
sources = st.one_of(
    st.tuples(labels, st.sampled_from([".id", ".com", ".co.id", ".news"])).map("".join),
    st.sampled_from(["ANTARA", "AFP", "REUTERS"]),
)
days = st.dates(date(1945, 1, 1), date(2999, 12, 31))


@st.composite
def house_patterns(draw):
    """Draw a way of writing it, with one field at least that tells it from a sentence."""
    names = draw(st.permutations(["place", "source"]))
    names = [draw(st.sampled_from([name, name.upper()])) for name in names]
    date_part = draw(st.sampled_from(["", " ({date})", ", {date}"]))
    middle = draw(st.sampled_from([", ", " / ", " | "]))
    end = draw(st.sampled_from([" – ", " - ", " -- ", " — ", " | ", ": "]))
    if draw(st.booleans()):
        return f"{{{names[0]}}}{middle}{{{names[1]}}}{date_part}{end}"
    return f"{{{names[0]}}} ({{{names[1]}}}){date_part}{end}"


def might_be_anything(pattern, place, source):
    """An agency's name alone before a dash, or a short word in capitals, may be any acronym."""
    if "place" not in pattern.lower():
        return "." not in source
    alone = "source" not in pattern.lower() and "{date}" not in pattern
    return alone and not any(len(word) > 3 and set(word) & set("aiueo") for word in place.split())


@given(places, sources, days, st.one_of(st.sampled_from(PATTERNS), house_patterns()))
def test_what_is_written_is_read_again(place, source, day, pattern):
    assume(not might_be_anything(pattern, place, source))
    written = write_dateline(Dateline(place, source, day, pattern), ())
    dateline, start = split_dateline(written + PROSE, (pattern, *PATTERNS))

    assert start == len(written)
    assert write_dateline(dateline, ()) == written
    for name, had, has in (
        ("place", place, dateline.place),
        ("source", source, dateline.source),
    ):
        if f"{{{name}}}" in pattern:
            assert has == had
        elif f"{{{name.upper()}}}" in pattern:
            assert has == had.upper()
    assert dateline.date == (day if "{date}" in pattern else None)


@given(places, sources, days, house_patterns(), house_patterns())
def test_one_houses_way_is_turned_into_anothers_and_back(place, source, day, ours, theirs):
    dateline = Dateline(place, source, day, ours)
    turned = restyled(dateline, [theirs])
    assert write_dateline(turned, [theirs]) == write_dateline(
        Dateline(place, source, day), [theirs]
    )

    back = restyled(turned, [ours])
    assert write_dateline(back, [ours]) == write_dateline(dateline, ())


@given(st.sampled_from(dateline_places()), days, house_patterns(), house_patterns())
def test_what_was_read_in_capitals_is_turned_back_into_the_names(place, day, ours, theirs):
    source = "contoh.id"
    written = write_dateline(Dateline(place, source, day, ours), ())
    read, _ = split_dateline(written + PROSE, [ours])
    read = replace(read, date=day)

    assert write_dateline(restyled(read, [theirs]), [theirs]) == write_dateline(
        Dateline(place, source, day), [theirs]
    )


def test_a_way_that_asks_for_more_than_there_is_leaves_a_dateline_as_it_is():
    dateline = Dateline("SERANG", pattern="{PLACE} – ")
    assert restyled(dateline, ["{place}, {source} – "]) == dateline


@pytest.mark.parametrize(
    ("capitals", "name"),
    [
        ("SERANG", "Serang"),
        ("DKI JAKARTA", "DKI Jakarta"),
        ("KAB. LEBAK", "Kab. Lebak"),
        ("DESA REKA-REKI", "Desa Reka-Reki"),
        ("PORT OF SPAIN", "Port of Spain"),
    ],
)
def test_a_place_in_capitals_is_spelt_as_its_name(capitals, name):
    assert restyled(Dateline(capitals), ["{place} – "]).place == name


@given(st.text(alphabet=st.sampled_from("SERANGserang. ,()–-—|*_/12\u00a0\n"), max_size=80))
def test_any_text_is_taken_without_complaint_and_the_offset_lies_in_it(text):
    found = split_dateline(text, PATTERNS)

    assert found is None or 0 < found[1] <= len(text)
