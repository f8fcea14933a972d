"""A name that a story has used twice is no stranger any more."""

from __future__ import annotations

import pytest

from newsroom.language.checker import Checker
from newsroom.story.story import Photo, Story


def unknown(checker: Checker, body: str, **fields: object) -> list[str]:
    found = checker.story(Story(headline="", body=body, **fields))
    return [finding.text for finding in found if finding.family == "spelling"]


def test_a_name_used_twice_is_not_called_no_word(checker: Checker) -> None:
    assert unknown(checker, "Pasarean dibuka pagi tadi.") == ["Pasarean"]
    assert unknown(checker, "Pasarean dibuka pagi tadi.\n\nMenurut Pasarean, warga hadir.") == []


def test_it_is_used_in_any_field(checker: Checker) -> None:
    photo = Photo("a.jpg", caption="Warga membaca di Pasarean, Senin.")
    assert unknown(checker, "Pasarean dibuka pagi tadi.", photos=(photo,)) == []


@pytest.mark.parametrize(
    "body",
    [
        "Pendidkan dibahas camat.\n\nPendidkan itu penting.",  # only where anything has a capital
        "Pasarean dibuka pagi tadi.\n\nMenurut pasarean, warga hadir.",
        "Pasarean dibuka pagi tadi.\n\nMenurut PASAREAN, warga hadir.",
    ],
)
def test_what_is_no_name_stays_marked(checker: Checker, body: str) -> None:
    assert unknown(checker, body)


def test_the_same_word_in_small_letters_stays_marked(checker: Checker) -> None:
    body = "Warga Pasarean hadir.\n\nMenurut Pasarean, warga pasarean hadir."
    assert unknown(checker, body) == ["pasarean"]


def test_near_misses_of_a_name_stay(checker: Checker) -> None:
    body = (
        "Bupati Endrawati Misalwan hadir.\n\nMenurut Endrawati Misalwan, panen naik.\n\n"
        "Endarwati Misalwan pulang, lalu Endarwati Misalwan tidur."
    )
    found = [f for f in checker.story(Story(headline="", body=body)) if f.rule == "fact.name"]
    assert {finding.text for finding in found} == {"Endarwati"}
