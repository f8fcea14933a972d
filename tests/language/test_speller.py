from __future__ import annotations

import os
import subprocess
import sys
import threading

import pytest

from newsroom.language import speller as speller_module
from newsroom.language.speller import HunspellSpeller, SpellerUnavailable


@pytest.mark.parametrize(
    "word",
    ["buku", "Buku", "BUKU", "efisien", "sayur-mayur"],
)
def test_knows_words(speller: HunspellSpeller, word: str) -> None:
    assert speller.knows(word)


@pytest.mark.parametrize("word", ["efesien", "mentoleransi", "jakarta", "buku-bukku"])
def test_does_not_know_what_is_no_word(speller: HunspellSpeller, word: str) -> None:
    assert not speller.knows(word)


def test_reads_through_what_pasted_text_brings(speller: HunspellSpeller) -> None:
    assert speller.knows("pem\u00adbangunan")
    assert speller.knows("sayur‑mayur")


@pytest.mark.parametrize(
    "word", ["efe\x00sien", "efe\ud800sien", "a\tb", "\n", "e" * 5_000, "-" * 50]
)
def test_what_is_no_word_at_all_is_not_known_and_makes_no_noise(
    speller: HunspellSpeller, word: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert not speller.knows(word)
    assert capfd.readouterr() == ("", "")


def test_each_thread_has_its_own(speller: HunspellSpeller) -> None:
    answers: list[bool] = []

    def work() -> None:
        own = HunspellSpeller()
        answers.extend(own.knows("efisien") and not own.knows("efesien") for _ in range(500))

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [True] * 1_500


def test_says_what_to_install_without_a_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speller_module, "LANGUAGE", "xq_XQ")
    with pytest.raises(SpellerUnavailable, match="hunspell-id"):
        HunspellSpeller()


@pytest.mark.parametrize("library", [os.devnull, "tidak-ada.so"])
def test_says_what_to_install_without_the_library(library: str) -> None:
    code = (
        "from newsroom.language.speller import HunspellSpeller, SpellerUnavailable\n"
        "try:\n    HunspellSpeller()\n"
        "except SpellerUnavailable as error:\n    print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PYENCHANT_LIBRARY_PATH": library},
        capture_output=True,
        encoding="utf-8",
    )
    assert "libenchant-2-2" in done.stdout
    assert done.stderr == ""
