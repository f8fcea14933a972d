"""Going to a place in another story than the one that lies open."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsroom.language.finding import Finding
    from newsroom.story.story import Story
    from newsroom.ui.main_window import MainWindow


def go_to_story(window: MainWindow, story_id: str, finding: Finding | None = None) -> None:
    """Open a story, and in it what a finding is about."""
    desk = window.desk

    def show() -> None:
        if finding is None:
            window.page.body.setFocus()
        else:
            window.go_to(finding)

    def opened(story: Story | None, _: object) -> None:
        desk.opened.disconnect(opened)
        if story is not None and story.id == story_id:
            show()

    if desk.story is not None and desk.story.id == story_id:
        show()
        return
    desk.opened.connect(opened)
    window.leaving(lambda: desk.open(story_id))
