"""Puts what was chosen from the site into the story, as a version of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from newsroom.story.version import Mark, StepKind
from newsroom.ui.editor.other_text import show_text
from newsroom.ui.publishing.words import tr
from newsroom.ui.versions.field_names import name

if TYPE_CHECKING:
    from newsroom.store.store import Store
    from newsroom.story.story import Story
    from newsroom.ui.main_window import MainWindow


def take(
    window: MainWindow,
    story_id: str,
    changes: Mapping[str, Any],
    portal: str,
    done: Callable[[], None],
    failed: Callable[[Exception], None],
) -> None:
    """Change fields of a story, be it the open one or not; ``done`` follows once it is safe."""
    if not changes:
        done()
        return
    names = ", ".join(name(field).lower() for field in changes)
    mark = Mark(StepKind.IMPORT, note=tr("dari situs {0}: {1}").format(portal, names))
    desk = window.desk
    if desk.story is not None and desk.story.id == story_id:
        window.page.flush()
        desk.when_safe(lambda: _edit(window, story_id, changes, mark, done))
        return

    def job(store: Store) -> Story:
        return store.stories.save(replace(store.stories.get(story_id), **changes), None, mark)

    def saved(_: Story) -> None:
        desk.refresh_list()
        done()

    desk.in_store(job, saved, failed)


def _edit(
    window: MainWindow,
    story_id: str,
    changes: Mapping[str, Any],
    mark: Mark,
    done: Callable[[], None],
) -> None:
    if window.desk.story is None or window.desk.story.id != story_id:
        return
    window.desk.edit(dict(changes), mark)
    if "body" in changes:
        show_text(window.page.body, str(changes["body"]))
    window.desk.when_safe(done)
