"""What a person leaves unmarked: how far it reaches, and when it is marked again."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from newsroom.language.finding import Finding, Severity
from newsroom.language.ignored import Ignored, IgnoredMarks, may_be_ignored

TEXT = "Kerja efesien.\nWarga desa bekerja lebih efesien daripada tahun yang lalu."


def mark(text: str, start: int, what: str = "efesien", rule: str = "spelling") -> Finding:
    assert text[start:].startswith(what)
    end = start + len(what)
    return Finding(rule, Severity.ERROR, "body", start, end, what, "Tidak ada di kamus.")


FIRST, SECOND = mark(TEXT, 6), mark(TEXT, TEXT.rindex("efesien"))


def test_left_out_everywhere_is_one_text_of_one_rule_in_any_case() -> None:
    marks = IgnoredMarks([Ignored.of(FIRST)])
    assert marks.cover(FIRST)
    assert marks.cover(SECOND, TEXT)
    assert marks.cover(replace(FIRST, text="Efesien", field="headline"))
    assert not marks.cover(replace(FIRST, rule="wordiness.adverb"))
    assert not marks.cover(replace(FIRST, text="efesiensi"))


def test_left_out_once_is_one_place() -> None:
    marks = IgnoredMarks([Ignored.at(SECOND, TEXT)])
    assert marks.cover(SECOND, TEXT)
    assert not marks.cover(FIRST, TEXT)
    assert not marks.cover(SECOND)
    assert not marks.cover(replace(SECOND, field="summary"), TEXT)


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        (TEXT.partition("\n")[2], True),  # its paragraph alone
        ("Sisipan di atas.\n" + TEXT + "\nSisipan di bawah.", True),
        (TEXT.replace("Warga desa", "Para petani"), True),
        (TEXT.replace("yang lalu", "silam"), True),
        (TEXT.replace("lebih efesien", "kurang efesien"), False),
        (TEXT.replace("efesien daripada", "efesien, daripada"), False),
    ],
)
def test_once_holds_until_the_words_around_change(text: str, covered: bool) -> None:
    marks = IgnoredMarks([Ignored.at(SECOND, TEXT)])
    assert marks.cover(mark(text, text.rindex("efesien")), text) is covered


def test_a_place_in_its_paragraph_is_the_same_as_in_its_field() -> None:
    line = TEXT.partition("\n")[2]
    assert Ignored.at(SECOND, TEXT) == Ignored.at(mark(line, line.index("efesien")), line)
    caption = replace(FIRST, field="photos[2].caption")
    assert Ignored.at(caption, TEXT) == Ignored.at(replace(FIRST, field="caption"), TEXT)


@pytest.mark.parametrize("kept", [Ignored.of(SECOND), Ignored.at(SECOND, TEXT)])
def test_it_is_kept_as_json(kept: Ignored) -> None:
    assert Ignored.from_json(json.loads(json.dumps(kept.as_json()))) == kept


def test_a_text_kept_alone_is_left_out_whatever_the_rule() -> None:
    marks = IgnoredMarks([Ignored.from_json("efesien")])
    assert marks.cover(FIRST)
    assert marks.cover(replace(FIRST, rule="fact.name"))


def test_what_a_story_lacks_to_be_sent_is_never_left_out() -> None:
    lacking = replace(FIRST, rule="story.section")
    assert not may_be_ignored(lacking)
    assert not IgnoredMarks([Ignored.of(lacking)]).cover(lacking)
    assert may_be_ignored(replace(lacking, severity=Severity.HINT))
    assert not may_be_ignored(replace(lacking, severity=Severity.HINT, text="", end=6))
