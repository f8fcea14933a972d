from __future__ import annotations

import random
import re

import pytest

from newsroom.story.merge.texts import MergedText, merge_texts

BASE = "Warga panen padi. Hujan turun.\n\nHarga gabah naik. Petani senang."


@pytest.mark.parametrize(
    ("early", "late", "merged"),
    [
        (  # one side alone
            "Warga panen jagung. Hujan turun.\n\nHarga gabah naik. Petani senang.",
            BASE,
            "Warga panen jagung. Hujan turun.\n\nHarga gabah naik. Petani senang.",
        ),
        (  # other words of one sentence
            "Warga panen jagung. Hujan turun.\n\nHarga gabah naik. Petani senang.",
            "Warga menanam padi. Hujan turun.\n\nHarga gabah naik. Petani senang.",
            "Warga menanam jagung. Hujan turun.\n\nHarga gabah naik. Petani senang.",
        ),
        (  # the same on both
            "Warga panen jagung. Hujan turun.\n\nHarga gabah naik. Petani senang.",
            "Warga panen jagung. Hujan reda.\n\nHarga gabah naik. Petani senang.",
            "Warga panen jagung. Hujan reda.\n\nHarga gabah naik. Petani senang.",
        ),
        (  # new sentences at one place, the early one first
            "Warga panen padi. Hujan turun. Angin kencang.\n\nHarga gabah naik. Petani senang.",
            "Warga panen padi. Hujan turun. Sungai naik.\n\nHarga gabah naik. Petani senang.",
            "Warga panen padi. Hujan turun. Angin kencang. Sungai naik.\n\n"
            "Harga gabah naik. Petani senang.",
        ),
        (  # a paragraph at the end, and one taken out
            f"{BASE}\n\nPupuk cukup.",
            "Harga gabah naik. Petani senang.",
            "Harga gabah naik. Petani senang.\n\nPupuk cukup.",
        ),
        (  # a paragraph cut in two, and a word of it changed
            "Warga panen padi.\n\nHujan turun.\n\nHarga gabah naik. Petani senang.",
            "Warga panen padi. Hujan reda.\n\nHarga gabah naik. Petani senang.",
            "Warga panen padi.\n\nHujan reda.\n\nHarga gabah naik. Petani senang.",
        ),
    ],
)
def test_what_does_not_meet_is_all_done(early: str, late: str, merged: str) -> None:
    assert merge_texts(BASE, early, late) == MergedText(merged)


def test_of_the_same_words_one_wording_stands_and_the_other_is_told() -> None:
    early, late = BASE.replace("padi", "jagung manis"), BASE.replace("padi", "kedelai")

    merged = merge_texts(BASE, early, late)

    assert merged.text == late
    (conflict,) = merged.conflicts
    assert (conflict.old, conflict.early, conflict.late) == ("padi", "jagung manis", "kedelai")
    assert merged.text[conflict.start : conflict.end] == "kedelai"


@pytest.mark.parametrize("late_deletes", [True, False])
def test_what_one_side_deleted_and_the_other_changed_stays_as_it_was_changed(
    late_deletes: bool,
) -> None:
    deleted = BASE.replace("Harga gabah naik. ", "")
    changed = BASE.replace("gabah naik", "gabah turun tajam")
    sides = (changed, deleted) if late_deletes else (deleted, changed)

    merged = merge_texts(BASE, *sides)

    assert merged.text == changed
    (conflict,) = merged.conflicts
    assert {conflict.early, conflict.late} == {"Harga gabah turun tajam.", ""}


def test_two_texts_with_nothing_in_common_are_both_kept() -> None:
    merged = merge_texts("", "Warga panen.", "Harga naik.")

    assert merged.text == "Harga naik."
    assert [one.early for one in merged.conflicts] == ["Warga panen."]


def test_changes_of_different_sentences_are_never_at_odds() -> None:
    chance = random.Random(8)
    words = [
        "warga",
        "panen",
        "padi",
        "hujan",
        "harga",
        "pasar",
        "desa",
        "kepala",
        "petani",
        "gabah",
    ]

    def sentence() -> str:
        chosen = " ".join(chance.choice(words) for _ in range(chance.randrange(3, 9)))
        return f"{chosen.capitalize()}{chance.choice('.!?')}"

    def changed(old: str) -> str:
        parts = old[:-1].split()
        parts[chance.randrange(len(parts))] = chance.choice(["lain", "dua kata", "baru sekali"])
        return chance.choice([" ".join(parts) + old[-1], sentence()])

    for _ in range(300):
        old = [sentence() for _ in range(chance.randrange(2, 8))]
        blanks = [chance.choice([" ", "\n\n"]) for _ in old]
        one, other = chance.sample(range(len(old)), 2)
        early, late = list(old), list(old)
        early[one], late[other] = changed(old[one]), changed(old[other])
        both = list(early)
        both[other] = late[other]

        def text(sentences: list[str], blanks: list[str] = blanks) -> str:
            return "".join(a + b for a, b in zip(sentences, blanks, strict=True)).strip()

        assert merge_texts(text(old), text(early), text(late)) == MergedText(text(both))


def test_no_word_that_was_put_in_is_lost() -> None:
    for seed in range(400):
        chance = random.Random(seed)
        base = "".join(chance.choice([" Hujan turun.", "\n\nHarga naik!", " “Baik,” katanya."])
                       for _ in range(chance.randrange(7))).strip()  # fmt: skip
        early, late = (_written_on(base, chance, mark) for mark in "ab")

        merged = merge_texts(base, early, late)

        told = " ".join([merged.text, *(f"{one.early} {one.late}" for one in merged.conflicts)])
        assert {*re.findall(r"[ab]\d+x", early + late)} <= {*re.findall(r"[ab]\d+x", told)}


def _written_on(text: str, chance: random.Random, mark: str) -> str:
    for number in range(chance.randrange(1, 4)):
        parts = re.findall(r"\s+|\w+|[^\w\s]", text)
        at, word = chance.randrange(len(parts) + 1), f"{mark}{number}x"
        new = chance.choice([f" {word}", f" Kata {word}.", f"\n\nAlinea {word}.", ""])
        parts[at : at + chance.randrange(4)] = [new]
        text = "".join(parts)
    return text


@pytest.mark.parametrize("added_first", [True, False])
@pytest.mark.parametrize("added", ["naik tajam", "sempat naik"])
def test_words_put_in_beside_words_that_gave_way_are_at_odds_with_those(
    added: str, added_first: bool
) -> None:
    sides = (BASE.replace("gabah naik", f"gabah {added}"), BASE.replace("naik", "turun sedikit"))

    merged = merge_texts(BASE, *(sides if added_first else sides[::-1]))

    (conflict,) = merged.conflicts
    assert {conflict.early, conflict.late} == {added, "turun sedikit"}


def test_a_new_sentence_beside_words_that_gave_way_is_at_odds_with_nothing() -> None:
    early = BASE.replace("Warga panen", "Petani panen")
    late = f"Pagi itu cerah. {BASE}"

    assert merge_texts(BASE, early, late) == MergedText(f"Pagi itu cerah. {early}")
