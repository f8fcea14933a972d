"""What is left where hunspell is missing: the whole program, with fewer words."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from newsroom.language.checker import Checker
from newsroom.language.speller import HunspellSpeller

BENCHMARK = Path(__file__).with_name("benchmarks") / "good_news.txt"
Command = Callable[..., CompletedProcess[str]]


def without_library(folder: Path) -> dict[str, str]:
    return {"PYENCHANT_LIBRARY_PATH": str(folder / "tidak-ada.so")}


def with_empty_dictionary(folder: Path) -> dict[str, str]:
    """Give enchant a dictionary of the user's own, which it takes before the machine's."""
    own = folder / "enchant" / "hunspell"
    own.mkdir(parents=True)
    (own / "id_ID.aff").write_text("SET UTF-8\n", encoding="utf-8")
    (own / "id_ID.dic").write_text("0\n", encoding="utf-8")
    return {"ENCHANT_CONFIG_DIR": str(own.parent)}


@pytest.fixture(params=[without_library, with_empty_dictionary])
def command(request: pytest.FixtureRequest, tmp_path: Path) -> Command:
    env = os.environ | {"NEWSROOM_HOME": str(tmp_path / "home")} | request.param(tmp_path)

    def call(*arguments: object, stdin: str = "") -> CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "newsroom", *map(str, arguments)],
            input=stdin,
            env=env,
            capture_output=True,
            encoding="utf-8",
        )

    return call


def test_check_goes_on_and_says_on_stderr_what_to_install(command: Command) -> None:
    done = command("check", "-", "--format", "json", stdin="Warga menilai kerja efesien di kota.")
    assert done.returncode == 0
    (found,) = json.loads(done.stdout)["findings"]
    assert (found["rule"], found["text"]) == ("spelling", "efesien")
    assert (found["severity"], found["suggestions"][0]) == ("warning", "efisien")
    assert done.stderr.count("\n") == 1
    assert "Pasang paket" in done.stderr
    assert "Pemeriksaan jalan terus" in done.stderr


def test_what_is_certain_without_a_dictionary_is_still_an_error(command: Command) -> None:
    done = command("check", "-", stdin="Warga menunggu dirumah sejak pagi.")
    assert done.returncode == 1
    assert "di rumah" in done.stdout


def test_spell_goes_on(command: Command) -> None:
    done = command("spell", stdin="menyelidiki\nmenyeldiki\n")
    first, second = map(json.loads, done.stdout.splitlines())
    assert first["ok"]
    assert second["suggestions"][0] == "menyelidiki"
    assert "Pasang paket" in done.stderr


def test_good_words_are_not_marked_in_heaps() -> None:
    lines = BENCHMARK.read_text(encoding="utf-8").splitlines()
    marked = {}
    for speller in (HunspellSpeller(), None):
        checker = Checker(speller)
        marked[speller] = [f for line in lines for f in checker.text(line) if f.rule == "spelling"]
    words = sum(len(line.split()) for line in lines)
    with_hunspell, without = marked.values()
    assert 1_000 * (len(without) - len(with_hunspell)) / words < 4


def test_names_are_doubted_no_more_than_with_hunspell() -> None:
    text = (
        "Rapat Dewan Pertimbangan Daerah dibuka.\n\nBeri Perhatian Khusus, kata Dewan Perwakilan."
    )
    assert not [f for f in Checker(None).text(text) if f.rule == "fact.name"]
