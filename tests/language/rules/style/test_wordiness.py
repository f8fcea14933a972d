"""Words that can go, and how their corrections are made."""

from __future__ import annotations

import pytest

from newsroom.language.rules.style.plain_verbs import noun_of, rules
from newsroom.language.rules.tables import read_rules
from newsroom.language.rules.word_lists import read_list
from newsroom.resources import resource

RULES = [*read_rules(resource("rules", "wordiness.toml")), *rules()]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Sejak dari pagi hujan turun.", "Sejak pagi hujan turun."),
        ("Agar supaya aman, warga berjaga.", "Agar aman, warga berjaga."),
        ("Buah seperti misalnya salak.", "Buah misalnya salak."),
        ("Banyak rumah-rumah rusak.", "Banyak rumah rusak."),
        ("Banyak jalan-jalan rusak.", "Banyak jalan rusak."),
        ("Harga sangat mahal sekali.", "Harga sangat mahal."),
        ("Itu hanya salah paham saja.", "Itu hanya salah paham."),
        ("Banjir disebabkan karena hujan.", "Banjir disebabkan oleh hujan."),
        ("Polisi melakukan penangkapan terhadap AB.", "Polisi menangkap AB."),
        ("Panitia mengadakan pembahasan anggaran.", "Panitia membahas anggaran."),
        ("Mereka saling pukul-memukul.", "Mereka pukul-memukul."),
    ],
)
def test_corrects(corrected, wrong: str, right: str):
    assert corrected(wrong) == right


@pytest.mark.parametrize(
    "text",
    [
        "Hujan turun sekali sangat deras sekalipun.",
        "Ia hanya tahu siapa saja yang hadir.",
        "Ia bisa saja hanya lupa.",
        "Turun ke bawah tanah, mereka naik ke atas kapal.",
        "Kuda itu melakukan pemeriksaan rutin.",
        "Mengatakan, menurut Karta, tidak mudah.",
        "Beberapa laki-laki membawa oleh-oleh.",
        "Agar warga supaya tenang.",
    ],
)
def test_leaves_alone(corrected, text: str):
    assert corrected(text) == text


def test_every_rule_is_a_hint_that_keeps_out_of_quotations():
    for rule in RULES:
        assert (str(rule.about.severity), rule.about.quotes) == ("hint", False), rule.about.id


def test_nouns_are_made_as_all_are():
    lists = read_list("plain_verbs")
    nouns = {noun_of(verb, verb in lists["whole"]) for verb in lists["verbs"]}
    assert {"penelitian", "pengkajian", "penilaian", "penggantian", "pengumuman"} <= nouns
    assert set(lists["whole"]) <= set(lists["verbs"])
