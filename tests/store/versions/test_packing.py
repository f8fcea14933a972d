"""A state that was packed comes back byte for byte, or is known to be damaged."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.store.versions.packing import Unpackable, pack, unpack
from newsroom.story.ends import common_ends

WORDS = ["warga", "desa", "panen", "raya", "sawah", "musim", "jembatan", "sungai", "pasar"]


def prose(words: int, seed: int) -> bytes:
    chance = random.Random(seed)
    return " ".join(f"{chance.choice(WORDS)}{chance.randrange(99)}" for _ in range(words)).encode()


_contents = st.binary(max_size=200) | st.text(alphabet="abc ", max_size=60).map(str.encode)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(content=_contents, base=st.none() | _contents)
def test_any_content_comes_back_by_any_base(content: bytes, base: bytes | None) -> None:
    assert unpack(pack(content, base), base) == content


@settings(max_examples=200, deadline=None, derandomize=True)
@given(one=st.text(alphabet="ab", max_size=12), other=st.text(alphabet="ab", max_size=12))
def test_the_common_ends_are_the_longest_that_do_not_overlap(one: str, other: str) -> None:
    start, end = common_ends(one, other)

    assert start + end <= min(len(one), len(other))
    assert one[:start] == other[:start]
    assert one[len(one) - end :] == other[len(other) - end :]
    rest, other_rest = one[start : len(one) - end], other[start : len(other) - end]
    if rest and other_rest:
        assert rest[0] != other_rest[0]
        assert rest[-1] != other_rest[-1]


@pytest.mark.parametrize("words", [50, 800, 5_000, 20_000])
def test_a_small_change_takes_little_room_in_a_text_of_any_length(words: int) -> None:
    base = prose(words, 1)
    middle = len(base) // 2
    for content in (
        base[:middle] + b" baru" + base[middle:],
        base[:middle] + base[middle + 9 :],
        b"Kata pertama. " + base,
        base + b" Kata terakhir.",
    ):
        packed = pack(content, base)
        assert unpack(packed, base) == content
        assert len(packed) < 40


def test_changes_at_both_ends_of_a_story_take_little_room() -> None:
    base = prose(700, 1)
    content = b"Awal. " + base[:2_000] + b" tengah " + base[2_000:] + b" Akhir."

    assert len(pack(content, base)) < 100


def test_each_flipped_bit_and_each_cut_is_found() -> None:
    base, content = prose(60, 1), prose(60, 1) + b" lagi dan lagi"
    for by in (None, base):
        packed = pack(content, by)
        for place in range(len(packed)):
            flipped = bytearray(packed)
            flipped[place] ^= 1 << place % 8
            # The last bits only say that nothing follows.
            assert _unpacked(bytes(flipped), by) in (None, content)
            assert _unpacked(packed[:place], by) in (None, content)
            assert place > len(packed) - 3 or _unpacked(packed[:place], by) is None


def test_another_base_is_found_out() -> None:
    packed = pack(prose(60, 1) + b" lagi", prose(60, 1))

    assert _unpacked(packed, prose(60, 2)) is None
    assert _unpacked(packed, None) is None


def _unpacked(packed: bytes, base: bytes | None) -> bytes | None:
    try:
        return unpack(packed, base)
    except Unpackable:
        return None
