"""What is said of words that a key has gone to, under them."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from newsroom.ui.comments.words import about, short
from newsroom.ui.editor.finding_note import FindingNote
from newsroom.ui.editor.finding_tips import selected

if TYPE_CHECKING:
    from newsroom.story.comments.threads import Thread
    from newsroom.ui.editor.prose_edit import ProseEdit


class ThreadNote(FindingNote):
    """Tells of a thread where its card is out of sight, until one goes on."""

    def show_thread(self, thread: Thread, edit: ProseEdit) -> None:
        """Show it under the words, which are selected in their field."""
        self.show_at("<br>".join(_told(thread)), selected(edit))
        edit.selectionChanged.connect(self.leave, Qt.ConnectionType.SingleShotConnection)


def _told(thread: Thread) -> Iterator[str]:
    """Yield what it is about, if about a change; how it begins; and what was said last."""
    if subject := about(thread.first.subject):
        yield escape(subject).replace("\n", "<br>")
    said = [one for one in thread.remarks if one.text]
    for one in said[:1] + said[1:][-1:]:
        yield f"<b>{escape(one.who)}</b> {escape(short(one.text))}"
