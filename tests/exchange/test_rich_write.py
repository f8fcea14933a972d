"""What is written is read again as it was: the same words, looking the same."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml.html import HtmlElement

from newsroom.exchange.clean import clean_blocks
from newsroom.exchange.dialect import dialect_html
from newsroom.exchange.rich.text import Block, Kind, Run
from newsroom.exchange.rich.write import write_markdown

WORDS = st.text("ab*_[]()<>&#\\-+.1!`|~:;/ “”", min_size=1, max_size=12)
RUNS = st.builds(Run, WORDS, st.booleans(), st.booleans(), st.just(False), st.just(""))


def shown(block: HtmlElement) -> str:
    return " ".join(block.text_content().split())


def read(markdown: str) -> HtmlElement:
    return clean_blocks(dialect_html(markdown))


@settings(max_examples=400, deadline=None)
@given(st.lists(RUNS, min_size=1, max_size=5))
@example([Run("(*) dan "), Run("tebal", True), Run(" (*)")])
@example([Run("a", True), Run("b", False, True)])
@example([Run("2*3*4 _x_ <b>x</b> &lt; [a](b) \\*")])
def test_no_sign_of_a_text_is_taken_for_markup(runs):
    text = "".join(run.text for run in runs)
    opened = Run("Kata ")  # what opens a block is another matter
    lines = ((opened, *runs, Run(" akhir")),)

    block = read(write_markdown([Block(lines)]))

    assert shown(block) == " ".join(f"Kata {text} akhir".split())


@pytest.mark.parametrize(
    ("runs", "markdown"),
    [
        ([Run("Warga "), Run("Lebak", True), Run(" datang")], "Warga **Lebak** datang"),
        ([Run("Warga"), Run(" Lebak ", True), Run("datang")], "Warga **Lebak** datang"),
        ([Run("Judul", True, True)], "***Judul***"),
        ([Run("lama", struck=True), Run(" baru")], "<s>lama</s> baru"),
        (
            [Run("Baca ", address="https://a.id"), Run("ini", True, address="https://a.id")],
            "[Baca **ini**](https://a.id)",
        ),
        ([Run("a"), Run(" b ", address="https://a.id"), Run("c")], "a [b](https://a.id) c"),
        ([Run("https://a.id/?utm_source=x", address="https://a.id/")], "https://a.id/"),
        ([Run("humas@a.id", address="mailto:humas@a.id")], "humas@a.id"),
        ([Run("Selesai. (*)")], "Selesai. (*)"),
        ([Run("https://a.id/_x_*y dan _z_")], r"https://a.id/_x_*y dan \_z\_"),
    ],
)
def test_how_a_line_is_written(runs, markdown):
    assert write_markdown([Block((tuple(runs),))]) == markdown


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("# bukan judul", r"\# bukan judul"),
        ("#SaveLebak", "#SaveLebak"),
        ("> lebih besar", r"\> lebih besar"),
        ("2024. Tahun itu", r"2024\. Tahun itu"),
        ("+ dan", r"\+ dan"),
        ("-5 derajat", "-5 derajat"),
    ],
)
def test_a_sign_that_opens_a_line_is_no_mark_of_a_block(text, markdown):
    written = write_markdown([Block(((Run(text),),))])

    assert written == markdown
    assert [(block.tag, shown(block)) for block in read(written)] == [("p", text)]


def test_blocks_are_parted_and_lists_are_tight():
    def block(text: str, kind: Kind = Kind.PARAGRAPH, **more: object) -> Block:
        return Block(((Run(text),),), kind, **more)

    markdown = write_markdown(
        [
            block("Judul", Kind.HEADING, level=1),
            block("Rincian #", Kind.HEADING, level=3),
            block("Satu", Kind.ITEM),
            block("Dalam", Kind.ITEM, level=5),
            block("Dua", Kind.ITEM),
            block("Tiga", Kind.ITEM, number=3),
            block("Kata", quoted=True),
            Block(kind=Kind.RULE),
            Block(((Run("baris"),), (Run("lagi"),))),
        ]
    )

    assert markdown == (
        "## Judul\n\n### Rincian \\#\n\n- Satu\n    - Dalam\n- Dua\n\n3. Tiga\n\n> Kata\n\n"
        "---\n\nbaris  \nlagi"
    )
    assert [block.tag for block in read(markdown)] == [
        *("h2", "h3", "ul", "ol", "blockquote", "hr", "p")
    ]
