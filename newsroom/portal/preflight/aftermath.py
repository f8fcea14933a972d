"""What is asked of a story that readers have had: notes with words, links, a reason.

The points are those of the Pedoman Pemberitaan Media Siber (Dewan Pers, 2012).
"""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.language.finding import Finding
from newsroom.language.requirements import requirements
from newsroom.portal.web_address import is_web_address
from newsroom.story.story import Story
from newsroom.story.workflow import Status


def of_aftermath(story: Story) -> Iterator[Finding]:
    """Look for corrections with words (4c) and links to the other side of an answer (4b)."""
    asks = requirements()
    if any(not one.text.strip() for one in story.corrections):
        yield asks["story.correction_text"].unmet("corrections")
    elif story.status is Status.CORRECTED and not story.corrections:
        yield asks["story.correction_missing"].unmet("corrections")
    if story.answers is not None and not is_web_address(story.answers.address):
        yield asks["story.answers_unlinked"].unmet("answers", name=_named(story.answers.headline))
    for link in story.answered_by:
        if not is_web_address(link.address):
            yield asks["story.answer_unlinked"].unmet("answered_by", name=_named(link.headline))


def of_withdrawal(story: Story) -> Iterator[Finding]:
    """Look for the reason that the public is told (5c)."""
    if story.withdrawal is None or not story.withdrawal.reason.strip():
        yield requirements()["story.withdrawn_reason"].unmet("withdrawal")


def _named(headline: str) -> str:
    return " ".join(headline.split()) or "tanpa judul"
