"""The story on the clipboard, for other programs."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

BODY = "Perahu **tiba** di dermaga."


@pytest.fixture
def copy(eventually):
    """Copies the open story by its action and returns what is on the clipboard then."""

    def do(window, name: str, says: str):
        QGuiApplication.clipboard().setText("sebelumnya")
        window.actions_[name].trigger()
        eventually(lambda: says in window.banner.text)
        return QGuiApplication.clipboard().mimeData()

    return do


def test_html_is_pasted_as_its_source(writing, copy):
    data = copy(writing(BODY, section="Pendidikan"), "copy_html", "HTML naskah tersalin")
    assert data.text() == "<p>Perahu <strong>tiba</strong> di dermaga. (*)</p>"
    assert not data.hasHtml()


def test_rich_text_has_looks_and_words(writing, copy):
    data = copy(writing(BODY), "copy_rich", "teks kaya")
    assert "<h1>Warga Rekaan Membaca</h1>" in data.html()
    assert "<strong>tiba</strong>" in data.html()
    assert data.text() == "Warga Rekaan Membaca\n\nPerahu tiba di dermaga. (*)"


def test_messages_are_words_with_whatsapp_s_marks(writing, copy):
    window = writing(BODY, summary="Ringkasan.")
    data = copy(window, "copy_whatsapp", "teks WhatsApp")
    assert data.text() == "*Warga Rekaan Membaca*\n\nPerahu *tiba* di dermaga. (*)"
    data = copy(window, "copy_short", "ringkasan")
    assert data.text() == "*Warga Rekaan Membaca*\n\nRingkasan."


def test_what_was_typed_a_moment_ago_is_copied_too(writing, copy, qtbot):
    window = writing(BODY)
    qtbot.keyClicks(window.page.body, "Pagi itu. ")
    data = copy(window, "copy_whatsapp", "teks WhatsApp")
    assert "Pagi itu. Perahu *tiba*" in data.text()


def test_what_a_template_left_to_be_filled_in_is_not_copied(writing, copy):
    data = copy(writing("Kata ⟨nama⟩."), "copy_whatsapp", "Belum disalin. Isian ⟨nama⟩")
    assert data.text() == "sebelumnya"


def test_without_a_story_there_is_nothing_to_copy(open_window):
    window = open_window()
    for name in ("copy_html", "copy_rich", "copy_whatsapp", "copy_short"):
        assert not window.actions_[name].isEnabled()
