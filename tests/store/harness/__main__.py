"""Runs the whole harness: ``.venv/bin/python -m tests.store.harness --kills 300 --faults``.

The kills take about three quarters of an hour, the faults some minutes. Prints its figures,
also when stopped by Ctrl+C; ends with 1 if anything was lost but the last second's typing.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from tests.store.harness.faults import TRIALS, Impossible
from tests.store.harness.kills import Figures, Kills
from tests.store.harness.problem import Problem

LAST = 1_000  # milliseconds of typing that a kill may take
SHARES = {"writing": 50, "starting": 10, "migrating": 15, "exporting": 10, "backing up": 15}


def shared_out(kills: int, ways: dict[str, int]) -> Iterator[str]:
    """Return which way each kill goes: each time the one that is most behind its share."""
    whole = sum(ways.values())
    given = dict.fromkeys(ways, 0)
    for number in range(1, kills + 1):
        way = max(ways, key=lambda name: ways[name] * number / whole - given[name])
        given[way] += 1
        yield way


def _line(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def tell(figures: Figures) -> None:
    """Print the figures."""
    kills = ", ".join(f"{way} {count}" for way, count in figures.kills.items())
    done = ", ".join(f"{way} {count}" for way, count in figures.did.most_common())
    _line(f"kills: {figures.kills.total()} ({kills})")
    _line(f"done in between: {figures.keys} keys, {figures.saves} saves told ({done})")
    if figures.losses:
        median = statistics.median(figures.losses)
        _line(f"typing lost: median {median:.0f} ms, longest {figures.loss.milliseconds:.0f} ms")
        _line(f"most keys lost: {figures.loss.keys}")
        _line(f"kills that lost more than {LAST} ms: {sum(n > LAST for n in figures.losses)}")
    _line(f"problems: {len(figures.problems)}")
    for problem in figures.problems:
        _line(f"- {problem}")


def go_through_faults(folder: Path) -> bool:
    """Have one fault after the other, and say how each was borne; False if one was not."""
    borne = {}
    for number, (name, trial) in enumerate(TRIALS.items()):
        try:
            trial(folder / str(number))
            borne[name] = "borne"
        except Impossible as reason:
            borne[name] = f"not tried: {reason}"
        except Problem as problem:
            borne[name] = f"PROBLEM: {problem}"
        _line(f"fault: {name}: {borne[name]}")
    _line(f"faults: {sum(how == 'borne' for how in borne.values())} of {len(borne)} borne")
    return not any(how.startswith("PROBLEM") for how in borne.values())


def main() -> int:
    """Read what is asked for, do it, and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--ways", default=",".join(SHARES), help="which kinds of kills")
    parser.add_argument("--faults", action="store_true", help="all faults too, after the kills")
    parser.add_argument("--folder", type=Path, help="a new folder for all of the data")
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder = asked.folder or Path(tempfile.mkdtemp(prefix="newsroom-kills-"))
    kills, began = Kills(folder, asked.seed), time.monotonic()
    ways = {way: SHARES[way] for way in asked.ways.split(",")}
    with suppress(KeyboardInterrupt):
        for number, way in enumerate(shared_out(asked.kills, ways), 1):
            figures, known = kills.figures, len(kills.figures.problems)
            kills.go(way)
            after, loss = time.monotonic() - began, figures.loss.milliseconds
            sys.stderr.write(f"{number} {way}, {after:.0f} s, longest typing lost {loss:.0f} ms\n")
            for problem in figures.problems[known:]:
                sys.stderr.write(f"{problem}\n")
    tell(kills.figures)
    if asked.faults and not go_through_faults(folder / "faults"):
        return 1
    _line(f"in {time.monotonic() - began:.0f} s; the data folder is {folder / 'home'}")
    return int(bool(kills.figures.problems) or kills.figures.loss.milliseconds > LAST)


if __name__ == "__main__":
    sys.exit(main())
