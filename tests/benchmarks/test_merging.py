"""What it costs to make one of two versions that were written on at two desks."""

from __future__ import annotations

import random

import pytest

from newsroom.story.compare.prose import compare_prose
from newsroom.story.merge.texts import merge_texts
from tests.benchmarks.timing import in_turn
from tests.store.versions.typist import NEWS

AIM = 300  # milliseconds


@pytest.mark.benchmark
@pytest.mark.parametrize("changed", [10, 500, 2_500])
def test_merging_two_versions_of_five_thousand_words(report, changed):
    chance = random.Random(changed)
    words = NEWS.read_text(encoding="utf-8").split()
    base = [chance.choice(words) + ("\n\n" if n % 60 == 59 else " ") for n in range(5_000)]
    sides = []
    for side in ("kiri", "kanan"):
        new = list(base)
        for number in range(changed):
            new[chance.randrange(len(new))] = f"{side}{number} "
        sides.append("".join(new))
    old, (early, late) = "".join(base), sides

    merging, comparing = in_turn(
        lambda: merge_texts(old, early, late),
        lambda: (compare_prose(old, early), compare_prose(old, late)),
    )
    report(
        f"merging 5,000 words, {changed:,} changed on both sides: {min(merging.clock):.0f} ms "
        f"(aim {AIM}), {min(merging.worked) / min(comparing.worked):.2f} of comparing both"
    )
    merged = merge_texts(old, early, late)
    assert bool(merged.conflicts) == (changed > 10)
    assert min(merging.worked) < 3 * min(comparing.worked)
