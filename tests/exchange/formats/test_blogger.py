"""The file for Blogger, read back by feedparser and by lxml."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import feedparser
import pytest
from lxml import etree, html

from newsroom.exchange.formats import form_named
from newsroom.story.story import Story
from tests.exchange.formats.stories import AWKWARD, SIGNS, STORY, made

BLOGGER = form_named("blogger")
ATOM = "{http://www.w3.org/2005/Atom}"
LABEL, KIND = "http://www.blogger.com/atom/ns#", "http://schemas.google.com/g/2005#kind"


def feed(story: Story = STORY) -> Any:
    read = feedparser.parse(made(BLOGGER, story), sanitize_html=False)
    assert not read.bozo, read.bozo_exception
    assert read.version == "atom10"
    return read


def labels(story: Story) -> list[str]:
    (entry,) = feed(story).entries
    return [tag.term for tag in entry.tags if tag.scheme == LABEL]


@pytest.mark.parametrize("story", [STORY, *AWKWARD.values()], ids=["usual", *AWKWARD])
def test_one_post_is_in_it(story: Story) -> None:
    (entry,) = feed(story).entries

    assert [tag.term for tag in entry.tags if tag.scheme == KIND] == [
        "http://schemas.google.com/blogger/2008/kind#post"
    ]
    assert entry.author


def test_the_post_tells_of_the_story() -> None:
    (entry,) = feed().entries

    assert entry.title == STORY.headline
    assert entry.author == "Ratna Andaian, Wati Misal"
    assert (entry.published, entry.updated) == ("2024-05-17T08:02:03+07:00",) * 2
    assert labels(STORY) == ["Pendidikan", "Buku", "Nelayan"]
    root = html.fragment_fromstring(entry.content[0].value, create_parent="div")
    assert [one.tag for one in root] == [
        *("figure", "p", "p", "h2", "ul", "blockquote", "table", "figure", "p"),
    ]
    addresses = root.xpath(".//@src | .//@href")
    assert len(addresses) == 4
    assert all(address.startswith("https://") for address in addresses)


def test_it_is_a_draft() -> None:
    root = etree.fromstring(made(BLOGGER))

    (entry,) = root.findall(f"{ATOM}entry")
    (draft,) = entry.iter("{http://purl.org/atom/app#}draft")
    assert draft.text == "yes"
    assert root.findtext(f"{ATOM}generator") == "Blogger"
    assert entry.findtext(f"{ATOM}id").startswith("tag:blogger.com,1999:blog-1.post-")


def test_signs_stay_text() -> None:
    (entry,) = feed(AWKWARD["signs in every field"]).entries
    assert etree.fromstring(made(BLOGGER, AWKWARD["signs in every field"])) is not None
    told = " ".join(SIGNS.replace("\x0b", "").replace("\x00", "").split())
    root = html.fragment_fromstring(entry.content[0].value, create_parent="div")
    assert told in " ".join(root.text_content().split())


def test_labels_are_as_many_as_blogger_takes_and_none_is_parted() -> None:
    many = replace(STORY, tags=("satu, dua", "Satu Dua", *(f"tag {n}" for n in range(40))))

    told = labels(many)

    assert told[:3] == ["Pendidikan", "satu dua", "tag 0"]
    assert len(told) == 20
    assert (
        len(",".join(labels(replace(STORY, tags=tuple("x" * 30 + str(n) for n in range(9))))))
        <= 200
    )


def test_two_stories_are_two_posts() -> None:
    ids = {feed(replace(STORY, id=id)).entries[0].id for id in ("0a" * 16, "0b" * 16)}
    assert len(ids) == 2
