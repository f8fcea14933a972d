from __future__ import annotations

import tomllib
from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.exchange.settings.toml_text import with_values
from newsroom.resources import resource

FILES = ("portals", "house")


def shipped(folder: str) -> str:
    return resource(folder, "infobanten.toml").read_text(encoding="utf-8")


def comments(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("#")]


@pytest.mark.parametrize("folder", FILES)
def test_what_is_not_changed_stays_as_it_is_written(folder):
    text = shipped(folder)
    assert with_values(text, tomllib.loads(text)) == text


def test_comments_and_order_stay_around_what_changes():
    text = shipped("house")
    values = tomllib.loads(text)
    values |= {
        "off": ["wordiness", *values["off"]],
        "words": ["nyadran"],
        "phrases": {"HP": "ponsel", "warga desa": {"write": "warga", "reason": "Cukup."}},
        "headline": {"words": 12},
    }
    written = with_values(text, values)
    assert tomllib.loads(written) == values
    assert comments(written) == comments(text)
    assert "# “Karta menjelaskan, harga naik.” lazim di Info Banten" in written
    # A new entry stands in its own table, above the words that introduce the next one.
    assert written.index("HP =") < written.index("# Judul paling panjang")


def test_rubrics_are_moved_named_anew_added_and_taken_out():
    text = shipped("portals")
    values = tomllib.loads(text)
    rows = values["sections"]
    rows[0], rows[1] = rows[1], rows[0]
    rows[2]["name"] = "Hukum"
    del rows[4]["parent"], rows[6]
    rows.append({"name": "Cuaca", "slug": "cuaca"})
    written = with_values(text, values)
    assert tomllib.loads(written) == values
    assert comments(written) == comments(text)
    assert "\n\n\n" not in written
    assert written.endswith('slug = "cuaca"\n')


def test_a_value_keeps_the_comment_in_its_line():
    text = 'closing = "(*)"  # disepakati\n[limits]\nheadline = 70  # huruf\n'
    written = with_values(text, {"closing": "(red)", "limits": {"headline": 80}})
    assert written == 'closing = "(red)"  # disepakati\n[limits]\nheadline = 80  # huruf\n'


def test_a_file_without_a_table_is_given_it():
    values = {"title": "A", "limits": {"summary": 9}, "sections": [{"name": "B", "slug": "b"}]}
    assert tomllib.loads(with_values('title = "A"\n', values)) == values


def test_an_empty_text_is_given_everything():
    values = {"off": ["wordiness"], "phrases": {"a": "b"}}
    assert tomllib.loads(with_values("", values)) == values


WORDS = st.text(st.characters(blacklist_categories=("Cs",)), max_size=8)
TEXTS = st.lists(WORDS, max_size=4)
VALUES = st.fixed_dictionaries(
    {},
    optional={
        "off": TEXTS,
        "words": TEXTS,
        "quotes": WORDS,
        "phrases": st.dictionaries(
            WORDS, WORDS | st.dictionaries(st.sampled_from(["write", "reason"]), WORDS), max_size=3
        ),
        "headline": st.dictionaries(st.sampled_from(["words", "longest"]), st.integers(1, 99)),
    },
)


@given(VALUES, VALUES)
def test_any_values_come_to_stand_in_any_text(first, then):
    text = with_values(shipped("house"), first)
    assert tomllib.loads(text) == first
    assert tomllib.loads(with_values(text, then)) == then


@given(st.permutations(range(6)), st.integers(0, 6))
def test_any_order_of_rubrics_can_be_written(order, kept):
    text = shipped("portals")
    values = deepcopy(tomllib.loads(text))
    values["sections"] = [values["sections"][at] for at in order[:kept]]
    assert tomllib.loads(with_values(text, values)) == values
