"""People of a form, spelt as earlier stories have them."""

from __future__ import annotations

import pytest

from newsroom.language.known_names import KnownNames
from newsroom.language.people import People

ARCHIVE = {
    "Endrawati": 5, "Umpamaputra": 4, "Badu Umpamaputra": 4, "Badu": 9, "Sari Endrawati": 5,
    "Sari": 8,
}  # fmt: skip
PEOPLE = People(("Irwan Rekaan",), KnownNames(lambda: ARCHIVE))


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Badu Umpamaputera", "Badu Umpamaputra"),
        ("Sari Endarwati SH", "Sari Endrawati, S.H."),
        ("drs. Badu Umpamaputera, MSi", "Drs. Badu Umpamaputra, M.Si."),
    ],
)
def test_a_name_one_slip_away_is_spelt_as_in_the_archive(typed: str, written: str):
    assert PEOPLE.name(typed) == written


@pytest.mark.parametrize(
    "typed",
    ["", "Badu Umpamaputra", "Endrawati", "Tono Endarwati", "badu umpamaputera", "Warga Lain"],
)
def test_another_name_stays(typed: str):
    assert PEOPLE.name(typed) == typed


def test_a_byline_is_completed_and_spelt():
    assert PEOPLE.names("wan, Badu Umpamaputera") == "Irwan Rekaan, Badu Umpamaputra"
