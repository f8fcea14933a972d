"""Marks that move along with their letters: the same as going through each one by hand."""

from __future__ import annotations

import random

import pytest

from newsroom.language.finding import Finding, Severity
from newsroom.ui.editor.carried_marks import CarriedMarks


def marks_in(text: str, word: str = "efesien") -> list[Finding]:
    """Mark a word wherever it stands."""
    found, at = [], text.find(word)
    while at >= 0:
        end = at + len(word)
        found.append(Finding("spelling", Severity.ERROR, "body", at, end, word, ""))
        at = text.find(word, end)
    return found


def told(marks: CarriedMarks, first: int = 0, last: int = 10_000) -> list[tuple[int, str]]:
    return [(mark.start, mark.text) for mark in marks.within(first, last)]


def test_marks_before_a_change_stay_and_those_behind_it_move():
    text = "efesien dan efesien"
    marks = CarriedMarks(text, marks_in(text)).carried_to("efesien dan juga efesien")
    assert told(marks) == [(0, "efesien"), (17, "efesien")]


def test_a_word_that_is_written_in_loses_its_mark_and_has_it_again_when_that_is_undone():
    text = "kerja efesien sekali"
    marks = CarriedMarks(text, marks_in(text))
    changed = marks.carried_to("kerja efexsien sekali")
    assert told(changed) == []
    assert told(changed.carried_to(text)) == [(6, "efesien")]


def test_a_letter_right_before_a_marked_word_moves_it():
    text = "efesien"
    marks = CarriedMarks(text, marks_in(text)).carried_to(" efesien")
    assert told(marks) == [(1, "efesien")]


def test_only_what_reaches_into_a_stretch_is_told():
    text = "efesien efesien efesien"
    marks = CarriedMarks(text, marks_in(text))
    assert told(marks, 7, 8) == []
    assert told(marks, 6, 9) == [(0, "efesien"), (8, "efesien")]
    assert told(marks, 10, 11) == [(8, "efesien")]


@pytest.mark.parametrize("seed", range(20))
def test_after_many_changes_marks_stand_on_the_words_they_stood_on(seed):
    rng = random.Random(seed)
    text = " ".join(rng.choices(["efesien", "🙂", "warga", "buku"], k=60))
    marks = CarriedMarks(text, marks_in(text))
    for _ in range(30):
        at = rng.choice([place for place, letter in enumerate(text) if letter == " "])
        text = text[:at] + rng.choice(["", " ", " membaca", "\u00a0"]) + text[at + 1 :]
        marks = marks.carried_to(text)
        assert told(marks) == [(mark.start, mark.text) for mark in marks_in(text)]
