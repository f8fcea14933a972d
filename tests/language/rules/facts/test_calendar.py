"""Weekdays and dates in the ways reporters write them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from newsroom.language.prose import Prose
from newsroom.language.rules.dates import MONTHS, WEEKDAYS, written_dates
from newsroom.language.rules.facts.calendar import rules

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


FORMS = (
    "{hari} ({h}/{b}/{t})", "{hari} ({h:02}/{b:02}/{t})", "{hari} ({h}-{b}-{t})",
    "{hari} {h}.{b}.{t}", "{hari}, {h}/{b}/{t}", "{hari},{h} {bulan} {t}",
    "{hari} ({h}/{b:02}/{tt:02})", "{hari}/{h}/{b}/{t}",
    "{hari}, {h} {bulan} {t}", "{hari} {h} {bulan} {t}", "{hari} ({h} {bulan} {t})",
    "{hari} tanggal {h} {bulan} {t}", "{hari}, tgl. {h} bulan {bulan} tahun {t}",
    "{hari} ({t}-{b:02}-{h:02})", "{hari}, {h}-{bulan}-{t}", "{hari} {h} {bulan}, {t}",
    "{hari} | {h} {bulan} {t}", "{hari} – {h}/{b}/{t}", "{hari} - {h} {bulan} {t}",
    "{hari} malam ({h}/{b}/{t})", "{hari} pagi tadi, {h} {bulan} {t}", "{hari} lusa ({h}/{b}/{t})",
    "{hari} pukul 09.30 WIB ({h}/{b}/{t})", "{hari} sore sekitar pukul 15.00, {h} {bulan} {t}",
    "{hari} Pahing ({h}/{b}/{t})", "{h} {bulan} {t} ({hari})", "{h}/{b}/{t}, hari {hari}",
)  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("change", [str, str.upper])
def test_knows_every_weekday_and_month_in_every_form(form: str, change) -> None:
    for number in range(0, 365, 5):
        day = date(2024, 1, 3) + timedelta(days=number)
        values = {"h": day.day, "b": day.month, "t": day.year, "tt": day.year % 100}
        for month in (MONTHS[day.month - 1], MONTHS[day.month - 1][:3]):
            for weekday, hari in enumerate(WEEKDAYS):
                text = change(form.format(hari=hari, bulan=month, **values))
                (found,) = written_dates(f"Lomba itu digelar {text} di alun-alun.")
                assert (found.as_date(), found.weekday) == (day, weekday), text
                is_wrong = weekday != day.weekday()
                assert bool(list(WEEKDAY.find(Prose(f"Lomba {text} itu.")))) == is_wrong, text


def test_knows_other_names_of_days_and_months() -> None:
    for weekday, names in ((4, ("Jum'at", "Jum’at", "jumat")), (6, ("Ahad", "hari minggu"))):
        for name in names:
            (found,) = written_dates(f"Lomba digelar {name} (20/6/2019).")
            assert found.weekday == weekday
    for month, name in ((2, "Pebruari"), (8, "Agt."), (8, "Ags"), (9, "Sept."), (11, "Nopember")):
        (found,) = written_dates(f"Lomba digelar 20 {name} 2019.")
        assert found.as_date() == date(2019, month, 20)


@pytest.mark.parametrize("name", WEEKDAYS)
@pytest.mark.parametrize("other", WEEKDAYS)
def test_knows_every_weekday_of_a_span(name: str, other: str) -> None:
    for first, last in ((17, 19), (22, 23)):
        for form in (
            "{}-{} ({}-{}/6/2019)", "{} dan {}, {} dan {} Juni 2019",
            "{} hingga {} ({} hingga {}/6/2019)", "{} sampai {}, {} sampai dengan {} Juni 2019",
            "{} s.d. {} ({} s.d. {} Juni 2019)", "{} s/d {}, {} s/d {} Juni 2019",
        ):  # fmt: skip
            text = form.format(name, other, first, last)
            days = [date(2019, 6, day).weekday() for day in (first, last)]
            is_right = [WEEKDAYS.index(name), WEEKDAYS.index(other)] == days
            assert bool(list(WEEKDAY.find(Prose(f"Pameran {text} itu.")))) != is_right, text


def test_a_span_is_right_only_if_both_its_days_are():
    wrong = Prose("Pameran berlangsung Sabtu-Senin (22-23/6/2019).")
    assert [match.suggestions for match in WEEKDAY.find(wrong)] == [()]


def test_says_both_ways_to_put_it_right():
    (match,) = WEEKDAY.find(Prose("Rapat digelar Rabu (20/6/2019)."))
    assert "Kamis" in match.message
    assert "19 Juni 2019" in match.message


@pytest.mark.parametrize(
    "text", ["31 April 2020", "31/11/2020", "30 Februari", "29/2/2019", "32 Mei 2020", "0/5/2020",
             "5/13/2020", "Senin (5/14/2020)", "31-31 Juni 2020", "29 Feb 1900", "32/12/2024",
             "tanggal 31-6-2020", "Senin (31/4)", "Sabtu malam (32/5/2024)", "35 Mei 2024",
             "Rabu (5/14)", "31-Juni-2020", "31 JUNI 2020"],
)  # fmt: skip
def test_finds_days_that_do_not_exist(text: str):
    assert list(IMPOSSIBLE.find(Prose(f"Kejadian itu pada {text} lalu.")))


@pytest.mark.parametrize(
    "text",
    [
        "31 Mei 2020", "29/2/2020", "29 Februari", "Nomor 31/6/2020", "31-6-2020", "1/2 bagian",
        "1/31/00", "30/6/2020", "31 juniornya", "40 Mei", "SK 99/13/2020", "rasio 31/6",
        "29 Feb 2000", "45/12/2024", "berkas 32/12/2024", "nilai (3/40)", "Rabu (30/6)",
        "nilai Senin 31/40", "bagian (31/4)", "tanggal 30-6-2020",
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
