from __future__ import annotations

import pytest

from newsroom.store.versions.packing import Unpackable, pack
from newsroom.store.versions.unpacking import Link, Unpacker, unpacked

TEXTS = [b"Warga panen padi " + b"raya " * number for number in range(8)]


def link(number: int, base: int | None) -> Link:
    packed = pack(TEXTS[number], None if base is None else TEXTS[base])
    return Link(number, 0, base, packed)


def test_states_come_in_their_order_each_by_one_on_the_way_to_it() -> None:
    unpacker = Unpacker()
    bases = [None, 0, 0, 2, 0, 4, 4, 6]

    assert [unpacker.next(link(number, base)) for number, base in enumerate(bases)] == TEXTS


def test_groups_may_lie_between_one_another() -> None:
    unpacker = Unpacker()
    bases = [None, 0, None, 0, 2, None, 3, 4]

    assert [unpacker.next(link(number, base)) for number, base in enumerate(bases)] == TEXTS


def test_one_that_is_damaged_leaves_those_that_need_it_not() -> None:
    unpacker = Unpacker()
    unpacker.next(link(0, None))
    for broken in (Link(1, 0, 0, b"?"), Link(2, 0, None, b"?"), link(4, 3)):
        with pytest.raises(Unpackable):
            unpacker.next(broken)

    assert unpacker.next(link(5, 0)) == TEXTS[5]


def test_a_chain_without_its_beginning_is_refused() -> None:
    assert unpacked([link(0, None), link(1, 0), link(3, 1)]) == TEXTS[3]
    for chain in ([], [link(1, 0)], [link(0, None), link(3, 1)]):
        with pytest.raises(Unpackable):
            unpacked(chain)
