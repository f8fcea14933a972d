"""A story that goes out although something stands in its way."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newsroom.language.requirements import requirements
from newsroom.portal.preflight import cleared, may_be_overridden, preflight
from newsroom.portal.profile import load_profile
from newsroom.story.story import Story
from newsroom.story.workflow import Status

PROFILE = load_profile("infobanten")
NOW = datetime(2024, 5, 17, tzinfo=UTC)
SECTION = requirements()["story.section"].unmet("section")
FIELD = requirements()["story.field"].unmet("body", 0, "⟨nama⟩", left="⟨nama⟩")
TAGS = requirements()["story.tags"].unmet("tags")


def test_what_is_complete_needs_no_reason() -> None:
    verdict = cleared([TAGS])
    assert (verdict.errors, verdict.in_the_way, verdict.is_overridden) == ((), (), False)
    assert cleared([TAGS], "Mendesak").note == ""


@pytest.mark.parametrize("reason", ["", "  "])
def test_an_error_stands_in_the_way_until_a_reason_is_said(reason: str) -> None:
    assert cleared([SECTION, TAGS], reason).in_the_way == (SECTION,)
    verdict = cleared([SECTION, TAGS], "Rubrik dipilih\ndi situs")
    assert verdict.in_the_way == ()
    assert verdict.note == (
        "tetap diekspor: Rubrik dipilih di situs (dilewati: Rubrik belum dipilih.)"
    )


def test_no_reason_helps_against_what_would_be_printed_unfilled() -> None:
    verdict = cleared([SECTION, FIELD], "Mendesak")
    assert verdict.in_the_way == (FIELD,)
    assert (verdict.is_overridden, verdict.note) == (False, "")


@pytest.mark.parametrize(
    "story",
    [
        Story(headline="Panen ⟨apa⟩", body="Warga.", section="Pendidikan"),
        Story(headline="Panen", body="W.", section="Pendidikan", unread=(("publish", "besok"),)),
        Story(headline="Panen", body="W.", section="Pendidikan", status=Status.WITHDRAWN),
        Story(
            headline="Panen",
            body="W.",
            section="Pendidikan",
            publish=NOW.replace(hour=1),
            embargo=NOW.replace(hour=2),
        ),
    ],
)
def test_what_is_never_passed_over(story: Story) -> None:
    found = preflight(story, PROFILE, lambda _: True, NOW)
    assert cleared(found, "Mendesak").in_the_way
    assert not all(map(may_be_overridden, found))
