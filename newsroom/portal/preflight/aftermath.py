"""What is asked of a story that readers have had: notes with words, links, a reason.

The points are those of the Pedoman Pemberitaan Media Siber (Dewan Pers, 2012).
"""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.language.finding import Finding
from newsroom.language.requirements import requirements
from newsroom.portal.web_address import is_page_address
from newsroom.story.aftermath import LinkKind
from newsroom.story.story import Story
from newsroom.story.workflow import Status


def of_aftermath(story: Story) -> Iterator[Finding]:
    """Look for corrections with words (4c) and links to the other side of an answer (4b)."""
    asks = requirements()
    if any(not one.text.strip() for one in story.corrections):
        yield asks["story.correction_text"].unmet("corrections")
    elif story.status is Status.CORRECTED and not _is_corrected(story):
        yield asks["story.correction_missing"].unmet("corrections")
    if story.answers is not None and not is_page_address(story.answers.address):
        is_answer = story.answers.kind is LinkKind.ANSWER
        done, name = "dijawab" if is_answer else "diralat", _named(story.answers.headline)
        yield asks["story.answers_unlinked"].unmet("answers", done=done, name=name)
    for link in story.answered_by:
        if not is_page_address(link.address):
            kind, name = link.kind.label, _named(link.headline)
            yield asks["story.answer_unlinked"].unmet("answered_by", kind=kind, name=name)


def of_withdrawal(story: Story) -> Iterator[Finding]:
    """Look for the reason that the public is told (5c)."""
    if story.withdrawal is None or not story.withdrawal.reason.strip():
        yield requirements()["story.withdrawn_reason"].unmet("withdrawal")


def _is_corrected(story: Story) -> bool:
    """Say whether readers are told of a correction, in the story or in one of its own."""
    links = (link.kind is LinkKind.CORRECTION for link in story.answered_by)
    return bool(story.corrections) or any(links)


def _named(headline: str) -> str:
    return " ".join(headline.split()) or "tanpa judul"
