"""The page of the portal as the window shows it."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QTextBrowser

from newsroom.ui.preview.preview import Preview

PICTURE = QTextDocument.ResourceType.ImageResource


def test_the_pictures_of_a_gallery_share_the_width_of_the_page(theme, qtbot):
    preview = Preview(theme)
    qtbot.addWidget(preview)
    preview.resize(900, 600)
    preview.show()
    wide = QImage(2000, 1000, QImage.Format.Format_RGB32)
    html = '<table><tr><td><img src="photo:1#2"></td><td><img src="photo:2#2"></td></tr></table>'

    preview.show_page(html, {"photo:1": wide, "photo:2": wide, "photo:3": wide})

    page = preview.findChild(QTextBrowser)
    alone, shared = (
        page.loadResource(PICTURE.value, QUrl(name)).width() for name in ("photo:3", "photo:1#2")
    )
    assert alone / 3 < shared < alone / 2
    assert page.document().idealWidth() <= page.viewport().width()
    assert page.horizontalScrollBar().maximum() == 0
