"""The rubrics and tags of a story, as the site numbers them."""

from __future__ import annotations

from newsroom.portal.push.differences import Difference
from newsroom.portal.push.run import Run
from newsroom.portal.wordpress.errors import NotAllowed
from newsroom.portal.wordpress.terms import find_category, find_or_make_tag


def categories(run: Run) -> dict[int, str]:
    """Return the story's rubrics by number; one that the site lacks is told of."""
    found: dict[int, str] = {}
    for rubric in run.package.rubrics:
        with run.step("terms", rubric.slug) as came:
            category = find_category(run.client, rubric.slug, rubric.name)
            came.update(id=category.id if category else 0)
        if category:
            found[category.id] = category.name
        else:
            run.differences.append(_no_rubric(rubric.name))
    return found


def tags(run: Run) -> dict[int, str]:
    """Return the story's tags by number, made where there were none; what can't be is told of."""
    found: dict[int, str] = {}
    for name in run.package.tags:
        try:
            with run.step("terms", name) as came:
                tag = find_or_make_tag(run.client, name)
                came.update(id=tag.id)
        except NotAllowed:
            run.differences.append(_no_tag(name))
        else:
            found[tag.id] = tag.name
    return found


def _no_rubric(name: str) -> Difference:
    return Difference(
        "categories",
        name,
        "",
        f"Rubrik “{name}” tidak ada di situs.",
        "Minta pengelola situs membuat kategorinya, atau pilih rubrik lain lalu kirim lagi.",
    )


def _no_tag(name: str) -> Difference:
    return Difference(
        "tags",
        name,
        "",
        f"Tag “{name}” belum ada di situs, dan akun ini tidak berhak membuatnya.",
        "Minta redaktur situs menambahkannya.",
    )
