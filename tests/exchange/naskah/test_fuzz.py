from __future__ import annotations

import os

from tests.exchange.naskah.fuzz import fuzz

COUNT = int(os.environ.get("NEWSROOM_FUZZ", "1500"))


def test_no_file_does_harm(tmp_path, capsys):
    figures = fuzz(range(COUNT), tmp_path)

    # Among so many are files that are still good, and the inside of others is reached.
    known = " ".join(figures.outcomes)
    for outcome in ("read, alone", "read, with its past", "FaultyValue", "FrontMatterError"):
        assert outcome in known
    assert figures.worst[0] < 30, figures
    assert figures.grown < 300_000, figures
    with capsys.disabled():
        if "NEWSROOM_FUZZ" in os.environ:
            print(f"\n{figures}")  # noqa: T201
