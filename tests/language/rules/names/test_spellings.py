"""Names spelt two ways in one story."""

from __future__ import annotations

import pytest

from newsroom.language.known_names import KnownNames
from newsroom.language.prose import Prose
from newsroom.language.rules.names.spellings import story_rules
from newsroom.language.rules.rule import StoryRule

WORDS = {
    "kabupaten",
    "bupati",
    "kepala",
    "desa",
    "sarang",
    "serang",
    "barat",
    "menurut",
    "warga",
    "kata",
}
NAMES = {"Hasan", "Hasen", "Serang", "Sarang", "Wibowo", "Slamet", "Siti", "Ardi", "Rian", "Lebak"}
ARCHIVE = {"Andika Hazrumy": 9, "Hazrumy": 9, "Cimarungga": 4, "Dewi Kartasumi": 5, "Kartasumi": 6}
(RULE,) = story_rules(WORDS.__contains__, NAMES.__contains__, KnownNames())
(WITH_ARCHIVE,) = story_rules(
    WORDS.__contains__, NAMES.__contains__, KnownNames(lambda: ARCHIVE, ["Rekanusa", "nyadran"])
)


def marked(*paragraphs: str, rule: StoryRule = RULE) -> list[tuple[int, str, str]]:
    proses = [Prose(text) for text in paragraphs]
    found = rule.find([rule.note(prose) for prose in proses])
    return [
        (at, proses[at].text[match.start : match.end], match.suggestions[0]) for at, match in found
    ]


def test_the_rarer_spelling_is_marked_wherever_it_stands():
    assert marked(
        "Rapat dibuka Endrawati di Serang.",
        "Warga bertemu Endarwati, lalu pulang. Kata Endarwati, rapat lancar.",
        "Rapat ditutup Endrawati. Warga menyalami Endrawati. Mereka memuji Endrawati.",
    ) == [(1, "Endarwati", "Endrawati"), (1, "Endarwati", "Endrawati")]


def test_an_unknown_spelling_is_doubted_before_a_known_one():
    assert marked("Rapat dibuka Wiibowo.", "Kata Wiibowo, aman.", "Ia menyapa Wibowo.") == [
        (0, "Wiibowo", "Wibowo"),
        (1, "Wiibowo", "Wibowo"),
    ]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Ia ke Serang.", "Mereka ke Sarang."),
        ("Ia menyapa Hasan.", "Ia menyapa Hasen."),
        ("Ia menyapa Ahmad Rosyadi.", "Ia menyapa Dewi Rosyida."),
        ("Ia menyapa Rosyadi dan Rosyaddi.",),
        ("Umat Islam hadir.", "Busana Islami dijual."),
        ("Ia menyapa Sumarno.", "Ia menyapa Sumarni."),
        ("Ia menyapa Suryadi.", "Ia menyapa Suryani."),
        ("Ia menyapa Andi.", "Ia menyapa Andy."),
        ("Ia menyapa BARTEMU.", "Ia menyapa BERTEMU."),
        ("Endrawati pulang.", "Endarwati pulang."),
    ],
)
def test_two_names_that_may_both_be_meant_are_left_alone(paragraphs: tuple[str, ...]):
    assert marked(*paragraphs) == []


def test_a_slip_in_a_long_word_of_a_name_is_found():
    found = marked("Di Kabupaten Lebak hujan.", "Di Kabupaten Serang panas.", "Di Kabupatn Lebak.")
    assert found == [(2, "Kabupatn", "Kabupaten")]


def test_a_paragraph_without_names_leaves_no_note():
    assert RULE.note(Prose("Di RT 2 hujan turun sejak pagi.")) is None


@pytest.mark.parametrize(
    ("paragraphs", "wrong", "right"),
    [
        # A name beside it is the same: one person.
        (("Ia menyapa Marni Umpama.", "Kata Marnih Umpama, aman."), "Marnih", "Marni"),
        (("Ia menyapa Andi Umpama.", "Kata Andy Umpama, aman."), "Andy", "Andi"),
        (("Ia menyapa Haji Rahmat.", "Kata Haji Rahmad, aman."), "Rahmad", "Rahmat"),
        (("Ia menyapa Rustam Umpama.", "Kata Rustem Umpama, aman."), "Rustem", "Rustam"),
        # A short name comes back after the full one.
        (("Ia menyapa Marnis Umpama.", "Kata Marniis, aman."), "Marniis", "Marnis"),
        (("Ia menyapa Dasuki Umpama.", "Kata Dahsuki, aman."), "Dahsuki", "Dasuki"),
        (("Ia menyapa Slamet.", "Kata Slamet, aman.", "Ia menyapa Slamat."), "Slamat", "Slamet"),
        # One that opens a sentence, too.
        (("Ia menyapa Endrawati.", "Endarwati pulang."), "Endarwati", "Endrawati"),
    ],
)
def test_one_person_by_what_stands_around(paragraphs: tuple[str, ...], wrong: str, right: str):
    assert [found[1:] for found in marked(*paragraphs)] == [(wrong, right)]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Ia menyapa Siti.", "Kata Sinta, aman.", "Ia menyapa Siti."),
        ("Ia menyapa Andi Umpama.", "Kata Ardi Umpama, aman.", "Ia menyapa Ardi Umpama."),
        ("Ia menyapa Rian Umpama.", "Kata Riani Umpama, aman.", "Ia menyapa Rian."),
        ("Ia menyapa Sumarno Umpama.", "Kata Sumarni Umpama, aman."),
        ("Ia menyapa Yani.", "Kata Yanti, aman.", "Ia menyapa Yani."),
        ("Ia menyapa Slamet.", "Kata Slamat, aman."),
        ("Ia menyapa Marnih Umpama dan Marni Umpama.",),
        ("Ia menyapa Marni Misal.", "Kata Marnih Umpama, aman."),
        ("Slamet pulang.", "Slamat datang.", "Slamet tidur."),
    ],
)
def test_two_people_in_one_story_are_left_alone(paragraphs: tuple[str, ...]):
    assert marked(*paragraphs) == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Warga Kabupaten Lebek panen.", "Lebek", "Lebak"),
        ("Warga Kab. Lebek panen.", "Lebek", "Lebak"),
        ("Menurut Polres Sernag, jalan aman.", "Sernag", "Serang"),
        ("Menurut Bupati Pandegelang, jalan aman.", "Pandegelang", "Pandeglang"),
        ("Ia pulang ke Tanggerang.", "Tanggerang", "Tangerang"),
        ("Menurut Dinas Kesehtan, warga pulih.", "Kesehtan", "Kesehatan"),
        ("Di Kabupten Lebak hujan turun.", "Kabupten", "Kabupaten"),
        ("Pasal Undang-Undang Republik Indonsia.", "Indonsia", "Indonesia"),
    ],
)
def test_a_listed_name_nearly_right_is_found(text: str, wrong: str, right: str):
    assert marked(text) == [(0, wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "Warga Kabupaten Lebak dan Kota Serang panen.",
        "Ia lahir di Kota Malaga, lalu ke Bern.",
        "Bupati Rowan hadir.",
        "Ia pulang ke Sernag.",
        "Ia menonton Social Media dan Atletico Nacional.",
        "Menurut Kementerian Kesihatan Malaysia, warga pulih.",
        "Lomba Republica Cup digelar.",
        "Ia makan di Kesehtan.",
    ],
)
def test_other_names_near_a_listed_one_are_left_alone(text: str):
    assert marked(text) == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Ia menyapa Andika Hazrumi.", "Hazrumi", "Hazrumy"),
        ("Ia menyapa Andhika Hazrumy.", "Andhika", "Andika"),
        ("Banjir merendam Kampung Cimarunga.", "Cimarunga", "Cimarungga"),
        ("Ia bekerja di Rekanussa.", "Rekanussa", "Rekanusa"),
        ("Kata Kartasmui, aman.", "Kartasmui", "Kartasumi"),
    ],
)
def test_a_name_of_the_archive_nearly_right_is_found(text: str, wrong: str, right: str):
    assert marked(text, rule=WITH_ARCHIVE) == [(0, wrong, right)]
    assert marked(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ia menyapa Andika Hazrumy di Cimarungga.",
        "Ia menyapa Hazrumi.",
        "Ia menyapa Rudi Kartasmui.",
        "Ia menyapa Andika Harumi.",
        "Ia menyapa Kartasuma. Ia menyapa Kartasumo.",
        "Ia menyapa Kartasmui. Kata Kartasmui, aman. Warga memuji Kartasmui.",
    ],
)
def test_others_than_those_of_the_archive_are_left_alone(text: str):
    assert marked(text, rule=WITH_ARCHIVE) == []


def test_a_name_is_found_among_thousands_that_are_alike():
    names = [f"B{''.join(chr(97 + int(d)) for d in f'{at:05}')}" for at in range(2_800)]
    assert marked(
        "Rapat dibuka Endrawati.",
        "Ia menyapa " + ", ".join(names) + ".",
        "Warga bertemu Endarwati. Rapat ditutup Endrawati. Warga menyalami Endrawati.",
    ) == [(2, "Endarwati", "Endrawati")]


def test_who_was_named_in_full_and_speaks_later_is_one():
    full = "Warga bernama Poniran Ngatmaji tiba di balai desa."
    assert marked(full, "Menurut Poniren, bantuan belum tiba.") == [(1, "Poniren", "Poniran")]
    assert marked(full, "Di sana Poniren menunggu.") == []
    assert marked("Di sana Poniren menunggu.", full) == []


@pytest.mark.parametrize(
    ("first", "later", "fix"),
    [
        # Both may be known; behind one given name they are one person's all the same.
        ("Kepala dinas Slamet Wibowo hadir.", "Stok aman, ujar Slamet Wibawo.", "Wibowo"),
        ("Camat Ardi Gunawardi hadir.", "Menurut Ardi Gunardi, warga aman.", "Gunawardi"),
        ("Camat Ardi Hasanudin hadir.", "Kata Ardi Hasanuddin, warga aman.", "Hasanudin"),
    ],
)
def test_a_full_name_is_one_persons(first: str, later: str, fix: str):
    ((at, _, found),) = marked(first, later)
    assert (at, found) == (1, fix)


def test_a_known_name_behind_a_known_given_name_may_be_a_slip():
    (rule,) = story_rules(
        WORDS.__contains__, (NAMES | {"Nuraini", "Nurani"}).__contains__, KnownNames()
    )
    first = "Kepala dinas Siska Nuraini hadir."
    assert marked(first, "Kata Siska Nurani, aman.", rule=rule) == []  # who knows what Siska is
    first = first.replace("Siska", "Rian")
    assert marked(first, "Kata Rian Nurani, aman.", rule=rule) == [(1, "Nurani", "Nuraini")]


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("Juara pertama Muhammad Hasan hadir.", "Juara kedua Muhammad Hasen hadir."),
        ("Kapolsek Serang hadir.", "Menurut Kapolsek Sarang, aman."),
        ("Juara pertama Ardi Gunawardi dan juara kedua Ardi Gunardi.", "Acara itu selesai."),
        ("Juara pertama Ardi Suryadi hadir.", "Juara kedua Ardi Suryani hadir."),
    ],
)
def test_full_names_of_two_are_left_alone(first: str, later: str):
    assert marked(first, later) == []


def test_names_near_by_chance_in_a_list_of_hundreds_are_left_alone():
    many = ", ".join(f"Kar{a}{b}mun" for a in "abcdefghijklmnop" for b in "aeioubdgklmnprst")
    first, later = "Dibuka oleh Wartosugi.", "Ditutup oleh Wartasugi."
    assert marked(first, first, later) == [(2, "Wartasugi", "Wartosugi")]
    assert "Wartasugi" not in {word for _, word, _ in marked(first, first, later, f"Hadir {many}.")}
