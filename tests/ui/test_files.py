"""Where the dialogs that ask for files begin."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from newsroom.ui.dialogs import files


@pytest.fixture
def window(qtbot, monkeypatch, tmp_path) -> QWidget:
    monkeypatch.setattr(files, "_been", {})
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    made = QWidget()
    qtbot.addWidget(made)
    return made


def answer(ask: Callable[[], object], name: str = "") -> tuple[str, object]:
    """Type a name into the dialog, or close it; return where it began, and what came of it."""
    began: list[str] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog) or not dialog.isVisible():
            QTimer.singleShot(10, act)
            return
        began.append(dialog.directory().absolutePath())
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        if name:
            line.setText(name)
        QTest.keyClick(line if name else dialog, Qt.Key.Key_Return if name else Qt.Key.Key_Escape)

    QTimer.singleShot(0, act)
    result = ask()
    return began[0], result


def test_it_begins_with_the_documents_wherever_the_program_was_started(window):
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    began, chosen = answer(lambda: files.ask_story(window))
    assert Path(began) in (Path(documents), Path.home())
    assert chosen is None


def test_it_begins_at_home_where_there_are_no_documents(window, tmp_path: Path, monkeypatch):
    home = tmp_path / "rumah"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    began, _ = answer(lambda: files.ask_story(window))
    assert Path(began) == home


def test_it_begins_where_one_was_last(window, tmp_path: Path):
    story = tmp_path / "naskah.txt"
    story.write_text("Warga membaca.", encoding="utf-8")
    assert answer(lambda: files.ask_story(window), str(story))[1] == story
    assert answer(lambda: files.ask_story(window))[0] == str(tmp_path)
    assert answer(lambda: files.ask_copy(window, "salinan"))[0] == str(tmp_path)
    assert answer(lambda: files.ask_photos(window)) != (str(tmp_path), [])
