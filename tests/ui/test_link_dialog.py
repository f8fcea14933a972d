"""Asking for a link's address."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel

from newsroom.ui.dialogs.link_dialog import LinkDialog, web_address


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://contoh.id/berita?a=1#b", "https://contoh.id/berita?a=1#b"),
        ("HTTP://contoh.id", "HTTP://contoh.id"),
        ("contoh.id", "https://contoh.id"),
        ("//contoh.id/a", "https://contoh.id/a"),
        ("contoh.id:8080/a", "https://contoh.id:8080/a"),
        ("kantor berita.id", None),
        ("mailto:redaksi@contoh.id", "mailto:redaksi@contoh.id"),
        ("redaksi@contoh.id", "mailto:redaksi@contoh.id"),
        ("", None),
        ("https://", None),
        ("https:///contoh", None),
        ("https://[", None),
        ("javascript:alert(1)", None),
        (" JavaScript:alert(1)", None),
        ("java\u200bscript:alert(1)", None),
        ("javascript://contoh.id/%0aalert(1)", None),
        ("data:text/html,<b>", None),
        ("file:///etc/hosts", None),
        ("https://nama@contoh.id", None),
    ],
)
def test_only_pages_and_mail_are_links(typed, address):
    assert web_address(typed) == address


def test_a_bad_address_is_refused_with_the_reason_and_can_be_mended(theme, qtbot):
    dialog = LinkDialog(theme)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClicks(dialog.field, "javascript:alert(1)")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert any(label.text().startswith("Ini bukan alamat") for label in dialog.findChildren(QLabel))
    qtbot.keyClicks(dialog.field, "contoh.id")  # the refused text was selected
    assert not any(
        label.text().startswith("Ini bukan alamat") for label in dialog.findChildren(QLabel)
    )
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.address() == "https://contoh.id"


def test_an_address_is_taken_without_what_follows_the_reader(theme, qtbot):
    dialog = LinkDialog(theme)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.remove.isVisible()
    qtbot.keyClicks(dialog.field, "contoh.id/a?id=7&utm_source=wa&fbclid=Iw")
    assert dialog.address() == "https://contoh.id/a?id=7"
