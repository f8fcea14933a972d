"""What stands in blocks within blocks is in every form too."""

from __future__ import annotations

from newsroom.exchange.formats.form import Material
from newsroom.exchange.formats.text import blocks_of, body_of, plain_text
from newsroom.portal.profile import load_profile
from newsroom.story.story import Story

BODY = "Satu.\n\n>> Kami menunggu.\n>> — Wati **Misal**\n\n> Lagi.\n> — Karta\n\nDua."


def test_whom_a_quotation_is_from_comes_after_a_dash() -> None:
    material = Material(Story(body=BODY, closing="(red)"), load_profile("infobanten"))

    text = plain_text(body_of(material))

    assert text == "Satu.\n\nKami menunggu.\n\n— Wati Misal\n\nLagi.\n\n— Karta\n\nDua. (red)"
    assert [block.quoted for block in blocks_of(body_of(material))] == [
        *(False, True, True, True, True, False)
    ]
