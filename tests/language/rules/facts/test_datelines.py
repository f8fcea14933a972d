"""Datelines against what their stories tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from newsroom.language.checker import Checker
from newsroom.language.prose import Prose
from newsroom.language.rules.facts import dateline_dates, dateline_places
from newsroom.story.dateline import Dateline
from newsroom.story.story import Story

RULES = [*dateline_places.story_rules(), *dateline_dates.story_rules()]


def found(*paragraphs: str, dateline: Dateline | None = None) -> list[tuple[str, int, str]]:
    proses = [Prose(text) for text in paragraphs]
    marks = []
    for rule in RULES:
        notes = [rule.note(prose) for prose in proses]
        before = 0 if dateline is None else 1
        if dateline is not None:
            notes.insert(0, rule.note_dateline(dateline))
        for index, match in rule.find(notes):
            text = proses[index - before].text
            marks.append((rule.about.id, index - before, text[match.start : match.end]))
    return marks


@pytest.mark.parametrize("where", ["Kota Cilegon", "Cilegon", "Kab. Lebak", "Kabupaten Lebak"])
def test_an_event_in_another_regency_is_shown_where_the_lead_tells_it(where):
    marks = found(f"SERANG – Pasar murah digelar di Alun-Alun, {where}, Banten, Kamis (20/6/2019).")
    assert marks == [("fact.dateline_place", 0, where)]


@pytest.mark.parametrize(
    ("place", "where"),
    [
        ("SERANG", "Kabupaten Serang"),
        ("Kab. Serang", "Kota Serang"),
        ("CIRUAS", "Kabupaten Serang"),
        ("SERANG", "Kecamatan Ciruas"),
        ("RANGKASBITUNG", "Kabupaten Lebak"),
        ("TANGERANG SELATAN", "Tangerang"),
        ("YOGYAKARTA", "Kabupaten Sleman"),
        ("DENPASAR", "Kabupaten Badung"),
        ("BANDUNG", "Kota Cimahi"),
        ("CIBINONG", "Kabupaten Bogor"),
        ("PURWAKARTA", "Kota Cilegon"),
        ("SERANG", "Banten"),
        ("LONDON", "Kota Cilegon"),
    ],
)
def test_a_place_that_may_hold_the_event_is_right(place, where):
    assert found(f"{place} – Pasar murah digelar di {where}, Kamis (20/6/2019).") == []


@pytest.mark.parametrize(
    "told",
    [
        "Wali Kota Cilegon menyapa warga, Kamis (20/6/2019).",
        "Warga yang lahir di Kabupaten Lebak, Kamis (20/6/1985), itu menang.",
        "Tim itu akan bertanding di Kota Cilegon, Kamis (20/6/2019).",
        "“Kami bertemu di Kota Cilegon, Kamis (20/6/2019),” kata Karta.",
        "Rapat itu membahas sawah di Kabupaten Lebak.",
    ],
)
def test_a_place_that_is_not_that_of_the_event_says_nothing(told):
    assert found(f"SERANG – {told}") == []


def test_in_a_raw_text_the_lead_is_the_paragraph_with_the_dateline():
    marks = found(
        "Pasar Murah di Alun-Alun",
        "SERANG – Pasar murah digelar di Kota Cilegon, Kamis (20/6/2019).",
    )
    assert marks == [("fact.dateline_place", 1, "Kota Cilegon")]


def test_a_dateline_that_stands_apart_is_held_against_the_body_too():
    marks = found(
        "Pasar murah yang telah dibuka Jumat (21/6/2019) di Alun-Alun itu ramai.",
        "“Alhamdulillah,” kata Karta di Kota Cilegon, Jumat (21/6/2019).",
        dateline=Dateline("Cilegon", "contoh.id", date(2019, 6, 20)),
    )
    assert marks == [("fact.dateline_date", 0, "21/6/2019"), ("fact.dateline_date", 1, "21/6/2019")]


def test_nothing_is_held_against_an_empty_dateline():
    text = "Jalan itu telah dibuka hari ini, Jumat (21/6/2019), kata Karta di Lebak, Rabu (20/6)."
    assert found(text, dateline=Dateline()) == []


@pytest.mark.parametrize(
    ("seen", "right"),
    [("hari ini", "20/6"), ("kemarin", "19/6"), ("besok", "21/6"), ("lusa", "22/6")],
)
def test_today_is_the_day_of_the_dateline(seen, right):
    opening = "Serang, contoh.id (20/6/2019) – Jalan itu diperiksa"
    for day in ("18/6", "19/6", "20/6", "21/6", "22/6"):
        wrong = [] if day == right else [("fact.dateline_today", 0, f"{seen} ({day}/2019")]
        marks = found(f"{opening} {seen} ({day}/2019).")
        assert [mark for mark in marks if mark[0] == "fact.dateline_today"] == wrong


def test_a_day_without_its_year_far_from_the_dateline_is_left_alone():
    assert found("Serang, contoh.id (21/6/2019) – Jalan itu dibuka Rabu (20/12).") == []
    assert found("Serang, contoh.id (21/6/2019) – Jalan itu dibuka Rabu (31/6).") == []


def test_the_checker_holds_a_storys_own_dateline_against_its_body():
    checker = Checker(None)
    body = "Pasar murah digelar di Kota Cilegon, Kamis (20/6/2019)."
    story = Story(headline="Pasar Murah", body=body, dateline=Dateline("SERANG"))
    assert [(one.rule, one.field, one.text) for one in checker.story(story)] == [
        ("fact.dateline_place", "body", "Kota Cilegon")
    ]
    assert not checker.story(replace(story, dateline=Dateline("CILEGON")))
