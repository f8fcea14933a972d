"""Qt's own menus and dialogs speak Indonesian too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLabel, QLineEdit, QPushButton

from newsroom.resources import resource

SOURCE = resource("translations", "qtbase_id.ts")


def messages() -> Iterator[tuple[str, str, str]]:
    """Yield each text's context, its words in English and in Indonesian."""
    for context in ElementTree.parse(SOURCE).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            yield name, message.findtext("source", ""), message.findtext("translation", "")


def loaded(name: str, folder: str) -> QTranslator:
    translator = QTranslator()
    assert translator.load(name, folder)
    return translator


@pytest.fixture
def indonesian(qapp) -> Iterator[None]:
    translator = loaded("qtbase_id", str(SOURCE.parent))
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_what_is_compiled_says_what_is_written_and_only_what_qt_asks_for(qapp):
    compiled = loaded("qtbase_id", str(SOURCE.parent))
    # German is complete: what it lacks, Qt does not say.
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    german = loaded("qtbase_de", folder)
    for context, english, words in messages():
        assert compiled.translate(context, english) == words
        assert german.translate(context, english), (context, english)


def test_no_two_words_of_a_menu_have_the_same_key():
    for menu in ("QLineEdit", "QWidgetTextControl"):
        keys = [
            words[words.index("&") + 1].casefold()
            for context, _, words in messages()
            if context == menu and "&" in words
        ]
        assert len(keys) == len({*keys})


def test_the_menu_of_a_line(qtbot, indonesian):
    line = QLineEdit("Warga")
    qtbot.addWidget(line)
    menu = line.createStandardContextMenu()
    said = [
        action.text().partition("\t")[0].replace("&", "")
        for action in menu.actions()
        if action.text()
    ]
    menu.deleteLater()
    assert said == ["Urungkan", "Ulangi", "Potong", "Salin", "Tempel", "Hapus", "Pilih semua"]


def test_the_dialog_that_asks_for_a_file(qtbot, indonesian, tmp_path: Path):
    dialog = QFileDialog(None, "Buka berkas", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    labels = {label.text().replace("&", "") for label in dialog.findChildren(QLabel)}
    assert {"Lihat di:", "Nama berkas:", "Jenis berkas:"} <= labels
    box = dialog.findChild(QDialogButtonBox)
    assert {button.text().replace("&", "") for button in box.findChildren(QPushButton)} == {
        "Buka",
        "Batal",
    }
