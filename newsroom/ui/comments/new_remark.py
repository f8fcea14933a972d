"""The remark that is being written: on which words, and where the keyboard came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsroom.story.comments.comment import Anchor
    from newsroom.story.story import Story
    from newsroom.ui.comments.panel import CommentsPanel
    from newsroom.ui.main_window import MainWindow


class NewRemark:
    """Keeps it on its words while the text changes around them."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._about: tuple[Anchor | None, Story] | None = None  # its words, and in which text
        self._left_field = "body"

    def begin(self, panel: CommentsPanel, anchor: Anchor | None, story: Story) -> None:
        """Let it be written; the keyboard goes there from the field of its words."""
        self.come_from(anchor.field if anchor else "body")
        self._about = anchor, story
        if self._left_field in self._window.page.fields():
            self._window.bring_page()  # what it is about is to be seen
        panel.write(anchor)

    def come_from(self, field: str) -> None:
        """Know in which field the keyboard was last."""
        self._left_field = field

    def resume(self, panel: CommentsPanel, anchor: Anchor | None, story: Story, text: str) -> None:
        """Show one again that was begun before; the keyboard stays where it is."""
        self._about = anchor, story
        panel.write(anchor, text, focus=False)

    def follow(self, panel: CommentsPanel | None, story: Story) -> None:
        """Go along with what was typed in the story."""
        if self._about is None or panel is None or panel.compose.isHidden():
            return
        from newsroom.story.comments.places import Passage

        anchor, then = self._about
        if anchor is not None and then != story:
            anchor = Passage(then, story).moved(anchor)
            self._about = anchor, story
            panel.compose.show_anchor(anchor)

    def forget(self) -> None:
        """Leave it where it is: another story was opened."""
        self._about = None

    def end(self, panel: CommentsPanel | None) -> None:
        """Write it no more: it is kept."""
        from newsroom.ui.inspector.card_walk import has_focus

        self._about = None
        if panel is not None:
            if has_focus(panel.compose):
                self.go_back()
            panel.compose.end()

    def go_back(self) -> None:
        """Give the keyboard back to the field where it was last; that is brought into sight."""
        window, name, on_page = self._window, self._left_field, self._window.page.fields()
        if name in on_page or not window.sides.whole_inspector().lead_to(name):
            window.bring_page()
            on_page.get(name, window.page.body).setFocus()
