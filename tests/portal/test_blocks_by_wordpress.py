"""The markup of stories judged by WordPress: its block editor, its filter, what readers get."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import HtmlElement, fragment_fromstring

from newsroom.exchange.blocks import to_blocks
from newsroom.exchange.classic import to_classic
from newsroom.exchange.html import body_html
from newsroom.exchange.on_site import OnSite
from newsroom.portal.profile import load_profile
from newsroom.story.dateline import Dateline
from newsroom.story.story import Photo, Story
from tests.portal.bodies import BODIES, PHOTOS

SCRIPTS = Path(__file__).parent / "wordpress"
PROFILE = load_profile("infobanten")
KNOWN = {f"https://a.example/{one.file}": OnSite(n, 1600, 900) for n, one in enumerate(PHOTOS, 11)}
Ask = Callable[[str], Any]


@contextmanager
def asked(*command: str | Path, **environment: str) -> Iterator[Ask]:
    """Run a program that answers a line of JSON with a line of JSON."""
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env=os.environ | environment,
    ) as program:

        def ask(text: str) -> Any:
            assert program.stdin
            assert program.stdout
            program.stdin.write(json.dumps(text) + "\n")
            program.stdin.flush()
            return json.loads(program.stdout.readline())

        yield ask


@pytest.fixture(scope="module")
def editor() -> Iterator[Ask]:
    """The block editor: which blocks it reads in a text, and how it would save them."""
    if not shutil.which("node"):
        pytest.fail("This needs node and its jsdom, see tests/portal/packages.txt", pytrace=False)
    script = SCRIPTS / "judge_blocks.cjs"
    with asked("node", script, NODE_PATH="/usr/share/nodejs") as ask:
        yield ask


@pytest.fixture(scope="module")
def author(wordpress: Any) -> Iterator[Ask]:
    """The site: what it keeps of a text that an author saves, and what readers get of it."""
    with asked("php", SCRIPTS / "contents.php", wordpress.folder, "penulis") as ask:
        yield ask


def html_of(body: str, **fields: Any) -> str:
    story = Story(
        body=body,
        dateline=Dateline(place="Rekaan"),
        closing="(red)",
        **{"photos": PHOTOS, **fields},
    )
    return body_html(
        story, PROFILE, lambda photo: f"https://a.example/{photo.file}", keep_more=True
    )


def faults(judgement: Any) -> list[str]:
    return [f"{one['name']}: {one['fault']}" for one in judgement["blocks"] if one["fault"]]


def names(judgement: Any) -> list[str]:
    return [one["name"].removeprefix("core/") for one in judgement["blocks"]]


def as_saved(markup: str) -> str:
    """Return markup without what WordPress 6.1 writes otherwise and means the same by."""
    markup = re.sub(r',?"className":"wp-block-heading"', "", markup).replace(" {} -->", " -->")
    same = {"<br>": "<br/>", "&#091;": "[", "&lt;": "<", "&gt;": ">", "&nbsp;": "\xa0"}
    return re.sub("|".join(same), lambda found: same[found.group()], markup)


@pytest.mark.parametrize("known", [{}, KNOWN], ids=["without numbers", "with numbers"])
@pytest.mark.parametrize("name", BODIES)
def test_the_editor_finds_all_blocks_valid_and_saves_them_as_they_are(
    editor: Ask, name: str, known: dict[str, OnSite]
) -> None:
    markup = to_blocks(html_of(BODIES[name]), known)

    judgement = editor(markup)

    assert faults(judgement) == []
    assert as_saved(judgement["saved"]) == as_saved(markup)


@pytest.mark.parametrize("write", [to_blocks, to_classic])
@pytest.mark.parametrize("name", BODIES)
def test_an_author_loses_nothing(
    author: Ask, editor: Ask, name: str, write: Callable[..., str]
) -> None:
    markup = write(html_of(BODIES[name]), KNOWN)

    saved = author(markup)["saved"]

    assert saved == re.sub(r"(?<! )/>", " />", markup)
    if write is to_blocks:
        assert faults(editor(saved)) == []


WHAT = {
    "headings": {"heading": 5, "paragraph": 4},
    "pull quotes": {"pullquote": 2, "quote": 1},
    "tables": {"table": 3},
    "galleries": {"gallery": 1, "image": 6},
    "pictures at the end": {"image": 4, "gallery": 0},
    "embeds": {"embed": 7},
    "separators and more": {"separator": 2, "more": 1},
}


@pytest.mark.parametrize("name", WHAT)
def test_what_the_editor_takes_it_for(editor: Ask, name: str) -> None:
    found = names(editor(to_blocks(html_of(BODIES[name]))))

    assert {kind: found.count(kind) for kind in WHAT[name]} == WHAT[name]


def test_the_editor_reads_captions_alternative_texts_and_numbers(editor: Ask) -> None:
    blocks = editor(to_blocks(html_of("![](panen.jpg)", photos=PHOTOS[:1]), KNOWN))["blocks"]
    (image,) = (one["attributes"] for one in blocks if one["name"] == "core/image")

    assert (image["id"], image["url"]) == (11, "https://a.example/panen.jpg")
    assert image["alt"] == PHOTOS[0].alt
    assert image["caption"] == (
        "Petani “Sri Rekaan” memanen padi &amp; jagung, Jumat (17/5/2024). (Foto: Rina Contoh)"
    )
    assert (image["sizeSlug"], image["linkDestination"]) == ("full", "none")


def test_the_editor_reads_whom_a_quotation_is_from(editor: Ask) -> None:
    blocks = editor(to_blocks(html_of(BODIES["pull quotes"])))["blocks"]
    quotes = [one["attributes"] for one in blocks if one["name"] == "core/pullquote"]

    assert [(one["value"], one["citation"]) for one in quotes] == [
        ("Laut adalah sawah kami &amp; “ladang” kami.", ""),
        ("Satu <strong>dua</strong>.<br>Tiga<br>empat.", "Karta Andaian, nelayan"),
    ]


@pytest.mark.parametrize("name", BODIES)
def test_readers_get_the_same_of_both_editors(author: Ask, name: str) -> None:
    html = html_of(BODIES[name])
    blocks, classic = (
        fragment_fromstring(author(write(html, KNOWN))["shown"], create_parent="div")
        for write in (without_numbers(to_blocks), without_numbers(to_classic))
    )

    assert words_of(classic) == words_of(blocks)
    assert pictures_of(classic) == pictures_of(blocks)
    assert links_of(classic) == links_of(blocks)
    for tag in ("h2", "h3", "h4", "h6", "li", "blockquote", "td", "th", "cite", "hr", "p/br"):
        outside = f"{tag}[not(ancestor::blockquote)]"  # of two paragraphs a pull quote makes one
        path = f".//{outside if tag == 'p/br' else tag}"
        assert len(classic.xpath(path)) == len(blocks.xpath(path)), tag
    assert not [one for one in classic.iter("p") if not len(one) and not one.text_content().strip()]


def without_numbers(write: Callable[..., str]) -> Callable[..., str]:
    """The site has no such pictures: a gallery of them by their numbers would be empty."""
    sizes = {url: OnSite(0, one.width, one.height) for url, one in KNOWN.items()}
    return lambda html, known: write(html, sizes)


def words_of(shown: HtmlElement) -> list[str]:
    for part in shown.iter():  # what stands in blocks of its own is parted from its neighbours
        part.tail = f" {part.tail or ''}" if part.tag not in ("strong", "em", "a") else part.tail
    return str(shown.text_content()).split()


def pictures_of(shown: HtmlElement) -> list[tuple[str, str]]:
    return [(one.get("src", ""), one.get("alt", "")) for one in shown.iter("img")]


def links_of(shown: HtmlElement) -> list[str]:
    return [one.get("href", "") for one in shown.iter("a")]


PIECES = st.sampled_from(
    [
        *(
            "> ",
            ">> ",
            "- ",
            "1. ",
            "3) ",
            "## ",
            "#### ",
            "| a | b |\n|---|--:|\n",
            "| c |",
            "---",
        ),
        *(
            "**",
            "*",
            "`",
            "[",
            "](https://a.example/?a=1&b=2)",
            "![](panen.jpg)",
            " ",
            "  \n",
            "\n",
        ),
        *(
            "\n\n",
            "\n\n",
            "    ",
            "<",
            ">",
            "&",
            "&amp;",
            "--",
            "]]>",
            "-->",
            "<!--",
            "<!--more-->",
        ),
        *("<table>", "<td>", "<tr>", "<ul>", "<li>", "<blockquote>", "<p>", "<br>", "<img src=x>"),
        *("</table>", "</li>", "</p>", "<sup>", "https://youtu.be/abc", "\nBaca juga: ", "— Wati"),
        *("kata", "dua kata", "“kutip”", '"', "'", "🙂", "[gallery]", "\x0b", "\ufdd0", "é"),
    ]
)


@given(st.lists(PIECES, max_size=25).map("".join), st.text(max_size=20))
@settings(max_examples=60, deadline=None)
def test_any_body_gives_valid_blocks_that_an_author_keeps(
    editor: Ask, author: Ask, body: str, said: str
) -> None:
    html = html_of(body, photos=(Photo("panen.jpg", caption=said, alt=said),))
    markup = to_blocks(html, KNOWN)

    judgement = editor(markup)

    assert faults(judgement) == []
    assert author(markup)["saved"] == markup.replace("/>", " />")
