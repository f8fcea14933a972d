"""By what `sh packaging/desktop.sh` has a desktop open the program."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGING = Path(__file__).parents[1] / "packaging"
AWKWARD = r'Meja é & "redaksi" $x `y |a\b'


@pytest.mark.skipif(sys.platform == "win32", reason="desktops of this kind are Linux's")
@pytest.mark.parametrize("folder", ["newsroom", AWKWARD])
def test_the_program_is_found_wherever_its_folder_is(tmp_path: Path, folder: str) -> None:
    root, data = tmp_path / folder, tmp_path / "data"
    (root / ".venv" / "bin").mkdir(parents=True)
    program = root / ".venv" / "bin" / "newsroom"
    program.symlink_to(sys.executable)
    shutil.copytree(PACKAGING / "desktop", root / "packaging" / "desktop")
    script = shutil.copy(PACKAGING / "desktop.sh", root / "packaging")

    subprocess.run(["sh", script], check=True, env=os.environ | {"XDG_DATA_HOME": str(data)})

    entry = (data / "applications" / "newsroom.desktop").read_text(encoding="utf-8")
    values = dict(line.split("=", 1) for line in entry.splitlines()[1:])
    icon, command = (values[key].replace("\\\\", "\\") for key in ("Icon", "Exec"))
    assert Path(icon) == root / "resources" / "icons" / "newsroom.svg"
    path, files = command.rsplit(" ", 1)
    assert files == "%F"
    # The xdg-open of a bare window manager takes quotes for a part of the path.
    if folder == AWKWARD:
        quoted = re.fullmatch(r'"((?:[^"`$\\]|\\.)*)"', path)
        assert quoted
        path = re.sub(r"\\(.)", r"\1", quoted[1])
    assert path == str(program)
