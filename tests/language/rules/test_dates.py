"""Weekdays and dates in the ways reporters write them."""

from __future__ import annotations

import pytest

from newsroom.language.prose import Prose
from newsroom.language.rules.facts_dates import rules

WEEKDAY, IMPOSSIBLE = rules()


def corrected(text: str) -> str | None:
    found = list(WEEKDAY.find(Prose(text)))
    if not found:
        return None
    (match,) = found
    return text[: match.start] + match.suggestions[0] + text[match.end :]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Rabu (20/6/2019)", "Kamis (20/6/2019)"),
        ("Rabu (20/06/2019)", "Kamis (20/06/2019)"),
        ("Rabu (20/6/19)", "Kamis (20/6/19)"),
        ("Rabu (20-6-2019)", "Kamis (20-6-2019)"),
        ("Rabu (20.6.2019)", "Kamis (20.6.2019)"),
        ("Rabu, 20/6/2019", "Kamis, 20/6/2019"),
        ("Rabu 20/6/2019", "Kamis 20/6/2019"),
        ("Rabu, 20 Juni 2019", "Kamis, 20 Juni 2019"),
        ("Rabu 20 Juni 2019", "Kamis 20 Juni 2019"),
        ("Rabu (20 Juni 2019)", "Kamis (20 Juni 2019)"),
        ("Rabu, 20 Jun. 2019", "Kamis, 20 Jun. 2019"),
        ("hari Rabu tanggal 20 Juni 2019", "hari Kamis tanggal 20 Juni 2019"),
        (
            "hari rabu, tanggal 20 bulan Juni tahun 2019",
            "hari Kamis, tanggal 20 bulan Juni tahun 2019",
        ),
        ("Rabu dini hari (20/6/2019)", "Kamis dini hari (20/6/2019)"),
        ("Rabu sore, 20 Juni 2019", "Kamis sore, 20 Juni 2019"),
        ("Rabu pekan lalu (20/6/2019)", "Kamis pekan lalu (20/6/2019)"),
        ("Minggu (2019-06-20)", "Kamis (2019-06-20)"),
        ("Jum’at (20/6/2019)", "Kamis (20/6/2019)"),
        ("Ahad, 20 Juni 2019", "Kamis, 20 Juni 2019"),
        ("Rabu Pon, 20 Juni 2019", "Kamis Pon, 20 Juni 2019"),
        ("20 Juni 2019 (Rabu)", "20 Juni 2019 (Kamis)"),
        ("20 Juni 2019, hari Rabu", "20 Juni 2019, hari Kamis"),
        ("Selasa, 12 Nopember 2019 dan Rabu", None),
        ("Sabtu, 29 Februari 2021", None),
    ],
)
def test_puts_the_weekday_right(wrong: str, right: str | None):
    assert corrected(f"Acara itu digelar {wrong} di Serang.") == (
        f"Acara itu digelar {right} di Serang." if right else None
    )


@pytest.mark.parametrize(
    "text",
    [
        "Kamis (20/6/2019)", "Kamis malam, 20 Juni 2019", "Senin (20/6)", "minggu 20 Juni 2019",
        "Rabu dan Kamis (20/6/2019)", "Rabu-Kamis (19-20/6/2019)", "Sabtu (22-23/6/2019)",
        "Rabu, 20 orang", "Selasa, 3 November", "Rabu (20/6/1745)", "Rabu, pukul 20.06.2019",
        "edisi Rabu, No. 20/2019", "Jumat Agung, 2 April 2021", "umat 20 Juni 2019",
        "20 Juni 2019, Rabu berikutnya ia pulang",
    ],
)  # fmt: skip
def test_leaves_right_and_open_weekdays_alone(text: str):
    assert corrected(f"Acara itu digelar {text} di Serang.") is None


def test_a_span_is_right_only_if_both_its_days_are():
    wrong = Prose("Pameran berlangsung Sabtu-Senin (22-23/6/2019).")
    assert [match.suggestions for match in WEEKDAY.find(wrong)] == [()]


def test_says_both_ways_to_put_it_right():
    (match,) = WEEKDAY.find(Prose("Rapat digelar Rabu (20/6/2019)."))
    assert "Kamis" in match.message
    assert "19 Juni 2019" in match.message


@pytest.mark.parametrize(
    "text", ["31 April 2020", "31/11/2020", "30 Februari", "29/2/2019", "32 Mei 2020", "0/5/2020",
             "5/13/2020", "Senin (5/14/2020)", "31-31 Juni 2020", "29 Feb 1900"],
)  # fmt: skip
def test_finds_days_that_do_not_exist(text: str):
    assert list(IMPOSSIBLE.find(Prose(f"Kejadian itu pada {text} lalu.")))


@pytest.mark.parametrize(
    "text",
    [
        "31 Mei 2020", "29/2/2020", "29 Februari", "Nomor 31/6/2020", "31-6-2020", "1/2 bagian",
        "1/31/00", "30/6/2020", "31 juniornya", "40 Mei", "SK 99/13/2020", "rasio 31/6",
        "29 Feb 2000",
    ],
)  # fmt: skip
def test_leaves_days_and_numbers_alone(text: str):
    assert not list(IMPOSSIBLE.find(Prose(f"Kejadian itu pada {text} lalu.")))


@pytest.mark.parametrize(
    "unit", ["Senin ", "1/1/", "12/12/2019 ", "Senin (20/6/2019), ", "1 ", "1 mei"]
)
def test_reads_a_huge_paragraph_in_one_go(unit: str):
    prose = Prose(unit * (100_000 // len(unit)))
    for rule in (WEEKDAY, IMPOSSIBLE):
        for _ in rule.find(prose):
            pass
