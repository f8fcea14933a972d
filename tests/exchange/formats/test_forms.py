"""What all forms have in common."""

from __future__ import annotations

import pytest

from newsroom.exchange.formats import FORMS, Form
from newsroom.story.story import Story
from tests.exchange.formats.stories import AWKWARD, made

each_form = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)


@each_form
def test_the_same_story_gives_the_same_bytes(form: Form) -> None:
    assert made(form) == made(form)


@each_form
@pytest.mark.parametrize("story", AWKWARD.values(), ids=AWKWARD)
def test_no_story_is_too_awkward(form: Form, story: Story) -> None:
    written = made(form, story)

    if form.name not in ("docx", "md"):  # packed; the newsroom's own, as it is
        assert not set(written.decode()) & set("\0\x0b\x0c\x1b")


def test_no_two_forms_have_one_name_or_one_ending() -> None:
    for told in ("name", "ending", "label"):
        values = [getattr(form, told) for form in FORMS]
        assert len(set(values)) == len(values)
