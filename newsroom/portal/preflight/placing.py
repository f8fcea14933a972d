"""What is asked of a story's place on the portal: dateline, rubrics, tags, first address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsroom.language.finding import Finding
from newsroom.language.requirements import requirements
from newsroom.portal.house_marks import lacks_for_opening
from newsroom.portal.profile import Profile
from newsroom.portal.web_address import is_web_address
from newsroom.story.story import Story

_FIELD = re.compile(r"\{(\w+)\}")
_SHOWN = {
    "place": "Tempat",
    "PLACE": "TEMPAT",
    "source": "sumber",
    "SOURCE": "SUMBER",
    "date": "tanggal",
}


def of_dateline(story: Story, profile: Profile) -> Iterator[Finding]:
    """Look whether the dateline has all that the portal writes in one, if one is written at all."""
    written = story.dateline
    if profile.datelines and not (written.place or written.source or written.date):
        yield requirements()["story.no_dateline"].unmet("dateline")
    if lacks_for_opening(written, profile):
        asks = _FIELD.sub(lambda field: _SHOWN[field[1]], profile.datelines[0])
        yield requirements()["story.dateline"].unmet(
            "dateline", portal=profile.title, way=f"“{asks.strip()}”"
        )


def of_writers(story: Story) -> Iterator[Finding]:
    """Look for whoever wrote it."""
    if not any(name.strip() for name in story.byline):
        yield requirements()["story.byline"].unmet("byline")


def of_sections(story: Story, profile: Profile) -> Iterator[Finding]:
    """Look for rubrics that the portal has."""
    asks, section, portal = requirements(), story.section, profile.title
    if not section.strip():
        yield asks["story.section"].unmet("section")
    elif not profile.section(section):
        yield asks["story.section_unknown"].unmet(
            "section", 0, section, name=section, portal=portal
        )
    start = 0
    for name in story.other_sections:
        if name.strip() and not profile.section(name):
            yield asks["story.other_section_unknown"].unmet(
                "other_sections", start, name, name=name, portal=portal
            )
        start += len(f"{name}, ")


def of_tags(story: Story) -> Iterator[Finding]:
    """Look for tags."""
    if not any(tag.strip() for tag in story.tags):
        yield requirements()["story.tags"].unmet("tags")


def of_address(story: Story) -> Iterator[Finding]:
    """Look whether the address of a text that another portal had first can be gone to."""
    address = story.canonical
    if address.strip() and not is_web_address(address):
        yield requirements()["story.canonical"].unmet("canonical", 0, address)
