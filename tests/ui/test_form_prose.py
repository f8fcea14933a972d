"""Every field of prose in the forms is spelt and undone as the body is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from newsroom.story.story import Photo

PROSE = (
    "headline", "kicker", "subheadline", "summary",
    "topic", "search_title", "search_description", "social", "photos[0].caption", "photos[0].alt",
)  # fmt: skip


@pytest.mark.parametrize("name", PROSE)
def test_a_prose_field_is_marked_and_has_an_undo_of_its_own(
    qtbot, eventually, writing, underlined, name: str
) -> None:
    window = writing("Warga membaca.", headline="", photos=(Photo("rekaan.jpg"),))
    inspector = window.inspector
    in_photos = name.startswith("photos")
    inspector.show_tab("photos" if in_photos else "data")
    field = inspector.field(name)
    field.setFocus()
    panel = inspector.photos if in_photos else inspector.data

    def is_seen() -> bool:
        panel.ensureWidgetVisible(field)  # as Tab does, once the group is laid out
        return field.visibleRegion().boundingRect().height() == field.height()

    eventually(is_seen)
    qtbot.keyClicks(field, "Warga efesien membaca")
    eventually(lambda: "efesien" in [word for _, word in underlined(field)])
    assert field.accessibleName()

    while field.text():
        before = field.text()
        qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert len(field.text()) < len(before)
    assert window.page.body.text() == "Warga membaca."


def test_what_is_marked_in_a_topic_is_listed_and_led_to_where_it_is_folded(
    qtbot, eventually, writing
) -> None:
    window = writing("Warga membaca.", topic="Perahu efesien")
    window.show_tab("findings")
    panel = window.inspector.findings
    eventually(lambda: any(card.finding.field == "topic" for card in panel.cards))
    window.page.body.setFocus()
    qtbot.keyClick(window.page.body, Qt.Key.Key_F7)
    field = window.inspector.field("topic")
    assert field.hasFocus()
    assert field.textCursor().selectedText() == "efesien"
    qtbot.keyClick(field, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert window.desk.story.topic == "Perahu efisien"


def test_a_field_that_grows_keeps_its_cursor_in_view(qtbot, eventually, writing) -> None:
    window = writing("Warga membaca.")
    window.resize(1000, 620)
    panel = window.inspector.data
    window.inspector.show_tab("data")
    field = window.inspector.field("social")
    field.setFocus()
    eventually(lambda: panel.verticalScrollBar().maximum() > 0)
    panel.ensureWidgetVisible(field)
    for line in range(12):
        qtbot.keyClicks(field, f"Baris {line}")
        qtbot.keyClick(field, Qt.Key.Key_Return)

    eventually(lambda: field.height() > 200)

    def is_seen() -> bool:
        at = field.viewport().mapTo(panel.viewport(), field.cursorRect().center())
        return panel.viewport().rect().contains(at)

    eventually(is_seen)
