"""Anchors of comments while the text under them changes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.story.comments.anchors import anchored, edited, found, moved
from newsroom.story.comments.comment import Anchor
from newsroom.story.comments.places import Passage, settled
from newsroom.story.story import Photo, Story

TEXT = (
    "Warga Desa Misal panen raya di sawah, Kamis (20/6/2019).\n\n"
    "Kepala desa hadir 🙂 dan warga senang. Padi yang dipanen itu milik warga, "
    "bukan padi yang dibeli."
)


def on(words: str, text: str = TEXT, nth: int = 1) -> Anchor:
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return anchored("body", text, start, start + len(words))


PIECES = st.sampled_from(["", "x", " kata baru ", "panen", "\n\n", "🙂", " yang ", "Warga "])
EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 25), PIECES), min_size=1, max_size=4)


@settings(max_examples=300, deadline=None)
@given(st.floats(0, 1), st.integers(1, 30), st.lists(EDITS, min_size=1, max_size=4))
def test_an_anchor_stands_on_its_quote_or_says_that_it_is_lost(
    where: float, length: int, saves: list[list[tuple[float, int, str]]]
) -> None:
    start = int(where * (len(TEXT) - 1))
    text, anchor = TEXT, anchored("body", TEXT, start, min(start + length, len(TEXT)))
    for edits in saves:
        new = text
        for place, removed, added in edits:
            at = int(place * len(new))
            new = new[:at] + added + new[at + removed :]
        anchor = moved(anchor, text, new)
        assert anchor.quote
        assert anchor.lost or new[anchor.start : anchor.end] == anchor.quote
        text = new
    back = moved(anchor, text, TEXT)
    assert back.lost or TEXT[back.start : back.end] == back.quote


@pytest.mark.parametrize(
    ("words", "new", "quote"),
    [
        ("panen raya", TEXT.replace("Warga Desa", "Para warga Desa"), "panen raya"),
        ("panen raya", TEXT.replace("panen raya", "panen padi raya"), "panen padi raya"),
        ("panen raya", TEXT.replace("n raya", "n besar"), "panen besar"),
        ("senang", TEXT.replace("senang", "senang sekali"), "senang"),
        # Several edits in one save, one of them within the words.
        (
            "panen raya",
            TEXT.replace("Warga D", "Para warga D").replace("n raya", "n besar") + " Habis.",
            "panen besar",
        ),
        ("hadir", TEXT.replace("Warga Desa", "Orang").replace("dibeli", "dijual"), "hadir"),
    ],
)
def test_an_anchor_stays_on_its_words(words: str, new: str, quote: str) -> None:
    now = moved(on(words), TEXT, new)

    assert (now.quote, now.lost) == (quote, False)
    assert now.start == new.index(quote)


def test_of_words_that_stand_there_twice_it_stays_on_its_own() -> None:
    new = f"Sejak pagi. {TEXT.replace('Kepala desa', 'Lurah')}"

    assert moved(on("yang", nth=2), TEXT, new).start == new.rindex("yang")


def test_a_paragraph_that_is_moved_takes_its_anchors_along() -> None:
    first, second = TEXT.split("\n\n")
    new = f"{second}\n\n{first}"

    for anchor in (on("Desa Misal"), on("Padi yang dipanen")):
        now = moved(anchor, TEXT, new)
        assert not now.lost
        assert new[now.start : now.end] == anchor.quote


def test_words_that_are_gone_are_lost_and_come_back_with_an_undo() -> None:
    anchor = on("yang", nth=2)
    without = TEXT.replace("padi yang dibeli", "padi orang")

    gone = moved(anchor, TEXT, without)
    assert (gone.lost, gone.quote) == (True, "yang")
    assert moved(gone, without, TEXT) == anchor


def test_other_words_in_their_place_are_not_the_words() -> None:
    assert moved(on("senang"), TEXT, TEXT.replace("senang", "kecewa")).lost
    assert moved(on("dibeli"), TEXT, TEXT.replace("dibeli", "dibelikan")).quote == "dibeli"


def test_a_short_word_is_not_found_by_accident() -> None:
    text = "Pasar yang baru dibuka. Jembatan yang lama ditutup."

    assert found(on("yang", nth=1), text).lost
    long = on("Padi yang dipanen itu")
    for anchor in (long, replace(long, lost=True)):
        now = found(anchor, f"Kini padi. Padi yang dipanen itu. {text}")
        assert (now.start, now.lost) == (len("Kini padi. "), False)


def test_a_known_edit_moves_an_anchor_as_far_as_it_is_long() -> None:
    anchor = on("panen raya")

    before = edited(anchor, f"12345{TEXT}", 0, 0, 5)
    assert before.start == anchor.start + 5
    cut = TEXT[: anchor.start + 5] + TEXT[anchor.end :]
    assert edited(anchor, cut, anchor.start + 5, 5, 0).quote == "panen"


def test_an_anchor_on_a_field_as_a_whole_stays_on_it() -> None:
    anchor = Anchor("section", 0, 0, "")

    assert Passage(Story(section="Desa"), Story(section="Kota")).moved(anchor) == anchor
    assert settled(anchor, Story()) == anchor


def test_anchors_follow_a_photo_to_another_place_and_are_lost_with_it() -> None:
    one, two = Photo("satu.jpg", caption="Sawah luas"), Photo("dua.jpg", caption="Warga")
    anchor = anchored("photos[0].caption", one.caption, 0, 5)
    before = Story(photos=(one, two))

    now = Passage(before, Story(photos=(two, one))).moved(anchor)
    assert (now.field, now.quote, now.lost) == ("photos[1].caption", "Sawah", False)
    gone = Passage(before, Story(photos=(two,))).moved(anchor)
    assert gone.lost
    assert Passage(Story(photos=(two,)), before).moved(gone) == anchor  # it was taken back

    of_all = Passage(before, Story(photos=(two,))).moved(Anchor("photos[0]", 0, 0, ""))
    assert of_all == Anchor("photos", 0, 0, "")
