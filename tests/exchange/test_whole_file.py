"""Files that are there whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from newsroom.exchange.errors import ExchangeError
from newsroom.exchange.whole_file import written_whole


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders")
def test_a_pipe_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    pipe = tmp_path / "pipa.redaksi"
    os.mkfifo(pipe)
    with pytest.raises(ExchangeError, match="bukan berkas biasa"), written_whole(pipe, "Berkas"):
        pass
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert list(tmp_path.iterdir()) == [pipe]


def test_what_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "berkas.txt"
    path.write_text("lama")
    fails = written_whole(path, "Berkas")
    fails.__enter__().write_text("baru")
    stopped = KeyboardInterrupt()
    assert not fails.__exit__(KeyboardInterrupt, stopped, None)
    assert path.read_text() == "lama"
    assert list(tmp_path.iterdir()) == [path]
