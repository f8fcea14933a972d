"""The mark of a story in its post, judged by the block editor and by what an author may write."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from newsroom.exchange.blocks import to_blocks
from newsroom.exchange.classic import to_classic
from newsroom.exchange.html import body_html
from newsroom.exchange.on_site import OnSite
from newsroom.portal.push.marker import marked, uid_in
from newsroom.story.story import Story
from tests.portal.bodies import BODIES, PHOTOS
from tests.portal.test_blocks_by_wordpress import (
    KNOWN,
    PROFILE,
    Ask,
    as_saved,
    author,
    editor,
    faults,
)

__all__ = ["author", "editor"]

UID = "0123456789abcdef" * 2
FIRST = {
    "paragraph": "Satu.",
    "heading": "## Satu",
    "image": "![](panen.jpg)",
    "list": "- satu\n- dua",
    "ordered list": "3. satu\n4. dua",
    "quote": "> Satu.",
    "pullquote": ">> Satu.",
    "table": "| a | b |\n|---|---|\n| 1 | 2 |",
    "embed": "https://www.youtube.com/watch?v=abc",
    "gallery": "![](panen.jpg) ![](pasar.jpg)",
    "separator": "---",
    "more": "<!--more-->",
    "read also": "Baca juga: [Judul](https://a.example/)",
}


def plain(body: str) -> str:
    """Return the HTML of a text that begins as it does, not with a dateline."""
    story = Story(body=body, photos=PHOTOS)
    return body_html(
        story, PROFILE, lambda photo: f"https://a.example/{photo.file}", keep_more=True
    )


@pytest.mark.parametrize("known", [{}, KNOWN], ids=["without numbers", "with numbers"])
@pytest.mark.parametrize("name", [*FIRST, *BODIES])
def test_the_editor_keeps_the_mark(editor: Ask, name: str, known: dict[str, OnSite]) -> None:
    body = f"{FIRST[name]}\n\nDua." if name in FIRST else BODIES[name]
    content = marked(to_blocks(plain(body), known), UID)

    judgement = editor(content)

    assert faults(judgement) == []
    assert uid_in(judgement["saved"]) == UID
    saved = judgement["saved"].replace('"className":"wp-block-heading ', '"className":"')
    assert as_saved(saved) == as_saved(content)


@pytest.mark.parametrize("write", [to_blocks, to_classic])
@pytest.mark.parametrize("name", FIRST)
def test_an_author_may_write_the_mark(author: Ask, name: str, write: Callable[..., str]) -> None:
    content = marked(write(plain(FIRST[name]), KNOWN), UID)

    saved = author(content)["saved"]

    assert saved == re.sub(r"(?<! )/>", " />", content)
    assert uid_in(saved) == UID


def test_the_name_of_a_picture_is_no_mark() -> None:
    assert uid_in(f'<img src="https://a.example/nr-{UID[:24]}.jpg" class="nr-{UID}"/>') == ""
    assert uid_in(f"newsroom-{UID}0") == ""
    assert uid_in(f"<p>A</p>\n<!-- newsroom:{UID} -->") == UID
