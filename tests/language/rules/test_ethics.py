"""What press law asks of a whole story."""

from __future__ import annotations

import pytest

from newsroom.language.prose import Prose
from newsroom.language.rules.ethics import story_rules

RULES = {rule.about.id: rule for rule in story_rules()}


def marked(name: str, *paragraphs: str) -> list[str]:
    proses = [Prose(text) for text in paragraphs]
    rule = RULES[f"ethics.{name}"]
    found = rule.find([rule.note(prose) for prose in proses])
    return [proses[at].text[match.start : match.end] for at, match in found]


def test_a_child_in_a_criminal_case_is_not_named():
    crime = "Polisi menangani kasus penganiayaan itu."
    assert marked("child", crime, "Korban Rudi Sasmita (14) dirawat.") == ["Rudi Sasmita"]
    assert marked("child", crime, "Korban RS (14) dirawat.") == []
    assert marked("child", crime, "Korban Rudi Sasmita (41) dirawat.") == []
    assert marked("child", "Rudi Sasmita (14) menjuarai lomba.") == []


def test_a_victim_of_sexual_crime_is_not_named_nor_the_address_given():
    crime = "Polisi menyidik dugaan pelecehan seksual."
    assert marked("sexual_victim", crime, "Korban bernama Sinta Maharani.") == ["Sinta Maharani"]
    assert marked("sexual_victim", crime, "Rumahnya di Jalan Melati Nomor 5.") == [
        "Jalan Melati Nomor 5"
    ]
    assert marked("sexual_victim", "Korban bernama Sinta Maharani.") == []


def test_a_story_of_suicide_names_help_and_no_method():
    story = ("Seorang pria diduga bunuh diri.", "Ia ditemukan dengan seutas tali.")
    assert marked("suicide_help", *story) == ["bunuh diri"]
    assert marked("suicide_method", *story) == ["dengan seutas tali"]
    assert marked("suicide_help", *story, "Hubungi layanan konseling di nomor 119.") == []


@pytest.mark.parametrize(
    "text",
    ["Bom bunuh diri meledak.", "Gol bunuh diri itu memalukan.", "Itu bunuh diri politik."],
)
def test_suicide_in_another_sense_is_left_alone(text: str):
    assert marked("suicide_help", text) == []
    assert marked("suicide_method", text) == []


def test_guilt_before_a_verdict():
    assert marked("guilt", "Polisi meringkus pelaku.") == ["pelaku"]
    assert marked("guilt", "Polisi meringkus pelaku.", "Hakim memvonis dua tahun.") == []
    assert marked("guilt", "Polisi meringkus terduga pelaku.") == []
    assert marked("guilt", "Pelaku usaha ditangkap pembeli.") == []


def test_an_accusation_without_an_answer():
    charge = "Warga menuding lurah memotong bantuan."
    assert marked("reply", charge) == ["menuding"]
    assert marked("reply", charge, "Lurah membantah tudingan itu.") == []
    assert marked("reply", charge, "Lurah belum bersedia menjawab.") == []


def test_a_correction_has_its_date():
    assert marked("correction", "Ralat: ketuanya Karta.") == ["Ralat:"]
    assert marked("correction", "Ralat (20/6/2019): ketuanya Karta.") == []


def test_selling_words_are_hinted_at_once_there_are_two():
    assert marked("advertorial", "Jangan lewatkan!") == []
    assert marked("advertorial", "Jangan lewatkan!", "Segera pesan.") == ["Jangan lewatkan"]
    assert marked("advertorial", "Jangan lewatkan! Segera pesan.", "(Advertorial)") == []


def test_all_are_hints_with_the_article():
    for rule in RULES.values():
        assert str(rule.about.severity) == "hint"
        assert any(code in rule.about.source for code in ("Pedoman", "Kode Etik", "UU"))


@pytest.mark.parametrize(
    "unit", ["pelaku ", "Andi (14) ", "korban, A", "Jalan A", "dengan tali a "]
)
def test_reads_a_huge_paragraph_in_one_go(unit: str):
    for name in RULES:
        marked(name.removeprefix("ethics."), unit * (100_000 // len(unit)))
