"""A second start on the same data: its files open in the first window, and it leaves."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication, QDialog

from newsroom import __main__
from newsroom.ui import one_window, start
from newsroom.ui.one_window import OneWindow, handed_over


@pytest.fixture
def first(window, newsroom, eventually):
    """The window that has the data folder, ready for others to speak to it."""
    made = OneWindow(newsroom.home, window, window.commands.take_files)
    eventually(lambda: made._server is not None and made._server.isListening())
    return window


HANDING = """
import sys
from pathlib import Path
from newsroom.ui import one_window
one_window._PATIENCE = float(sys.argv[1])
sys.exit(not one_window.handed_over(Path(sys.argv[2]), [Path(name) for name in sys.argv[3:]]))
"""


@pytest.fixture
def hand_over(newsroom, eventually):
    """Hands files over from another process, and says whether they were taken."""

    def hand(*files: Path, patience: float = 10) -> bool:
        named = [str(patience), str(newsroom.home), *map(str, files)]
        other = subprocess.Popen([sys.executable, "-B", "-c", HANDING, *named])
        eventually(lambda: other.poll() is not None)
        return other.returncode == 0

    return hand


def story_file(folder: Path, headline: str) -> Path:
    path = folder / f"{headline.replace(' ', '-')} é.md"
    path.write_text(f"---\nheadline: {headline}\n---\nIsi berita.\n", "utf-8")
    return path


def test_its_file_opens_in_the_first_window(first, hand_over, tmp_path, eventually):
    assert hand_over(story_file(tmp_path, "Perahu Pustaka"))
    eventually(lambda: first.desk.story and first.desk.story.headline == "Perahu Pustaka")


def test_all_of_its_files_are_taken(first, hand_over, store, tmp_path, eventually):
    assert hand_over(story_file(tmp_path, "Pertama"), story_file(tmp_path, "Kedua"))
    both = {"Pertama", "Kedua"}
    eventually(lambda: {story.headline for story in store.stories.list()} == both)


def test_without_files_the_first_window_comes_forward(first, hand_over, eventually):
    first.showMinimized()
    assert hand_over()
    eventually(lambda: not first.isMinimized())
    assert first.desk.story is None


def test_files_wait_while_a_dialog_asks_for_an_answer(
    first, hand_over, tmp_path, eventually, qtbot
):
    dialog = QDialog(first)
    dialog.open()
    eventually(lambda: QApplication.activeModalWidget() is dialog)
    assert hand_over(story_file(tmp_path, "Perahu Pustaka"))
    qtbot.wait(1)
    assert first.desk.story is None
    dialog.reject()
    eventually(lambda: first.desk.story is not None)


def test_a_window_that_has_been_closed_takes_nothing(first, hand_over, tmp_path):
    first.hide()
    assert not hand_over(story_file(tmp_path, "Perahu Pustaka"), patience=0.3)
    assert first.desk.story is None


def test_what_is_no_list_of_files_is_not_listened_to(first, newsroom, eventually):
    for said in (b"{}[\n", b"7\n", b"[7]\n", b"x" * 3_000_000):
        socket = QLocalSocket()
        socket.connectToServer(one_window._name(newsroom.home))
        assert socket.waitForConnected(1_000)
        socket.write(said)
        eventually(
            lambda socket=socket: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState
        )
    assert first.isVisible()
    assert first.desk.story is None


def test_the_leavings_of_a_killed_program_do_not_stand_in_the_way(window, newsroom, eventually):
    left = QLocalServer()
    left.listen(one_window._name(newsroom.home))
    made = OneWindow(newsroom.home, window, window.commands.take_files)
    eventually(lambda: made._server is not None and made._server.isListening())


def test_nobody_answers_where_no_window_is(newsroom, monkeypatch):
    monkeypatch.setattr(one_window, "_PATIENCE", 0.1)
    assert not handed_over(newsroom.home, [])


def test_the_folder_is_the_same_however_it_is_written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    name = one_window._name(tmp_path / "data")
    assert one_window._name(Path("data")) == name
    assert one_window._name(tmp_path / "lain") != name


def test_the_second_program_leaves_and_the_first_goes_on(
    newsroom, start_driven, drive, store, tmp_path, eventually
):
    child = start_driven("type", newsroom.home)
    assert json.loads(child.stdout.readline())
    assert drive("second", newsroom.home, "", story_file(tmp_path, "Perahu Pustaka")) == []
    eventually(lambda: "Perahu Pustaka" in {story.headline for story in store.stories.list()})
    assert child.poll() is None


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="SIGSTOP is POSIX's")
def test_a_first_window_that_does_not_answer_is_told_of(newsroom, start_driven, drive):
    child = start_driven("type", newsroom.home)
    assert child.stdout.readline()
    child.send_signal(signal.SIGSTOP)
    said = drive("refused", newsroom.home)
    assert [what["message"] for what in said] == [
        "Newsroom sudah terbuka dengan folder data ini. Pakai jendela yang itu."
    ]


def test_files_named_on_the_command_line_open_in_the_window(monkeypatch, tmp_path):
    taken: list[list[Path]] = []
    monkeypatch.setattr(start, "run", lambda home, files: taken.append(files) or 0)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    file = story_file(tmp_path, "Perahu Pustaka")
    for arguments in ([], [str(file)]):
        monkeypatch.setattr(sys, "argv", ["newsroom", *arguments])
        assert __main__.main() == 0
    assert taken == [[], [file]]


def test_a_command_is_no_file_even_where_a_file_has_its_name(monkeypatch, tmp_path, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NEWSROOM_HOME", str(tmp_path / "data"))
    Path("list").write_text("bukan perintah")
    monkeypatch.setattr(sys, "argv", ["newsroom", "list"])
    assert __main__.main() == 0
    assert "bukan" not in capsys.readouterr().out
