"""What earlier stories know of people, found beside the window's work for the form to offer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from newsroom.app import Newsroom
from newsroom.story.initials import closing_code
from newsroom.ui.desk.desk import Desk
from newsroom.ui.inspector.combo_boxes import ClosingBox
from newsroom.ui.inspector.data_form import DataForm
from newsroom.ui.work.lanes import Lane

if TYPE_CHECKING:
    from newsroom.language.known_names import KnownNames
    from newsroom.story.signatures import Signatures


class Naming(QObject):
    """Gives the form the archive's names, once somebody begins to name people there.

    The code that these people signed with before is put among the closing codes.
    """

    def __init__(self, desk: Desk, form: DataForm) -> None:
        super().__init__(form)
        self._desk = desk
        self._form = form
        self._lane: Lane[KnownNames] | None = None
        self._codes: Lane[Newsroom] | None = None
        self._signatures: Signatures | None = None
        self._is_stale = False  # a story that was just left may not have been saved yet
        self._offered = ""  # the code among the closings that was put there from here
        form.names_wanted.connect(self._look)
        form.edited.connect(self._follow)
        desk.opened.connect(self._begin)
        desk.saved.connect(self._learn_again)

    def _look(self) -> None:
        home = self._desk.newsroom

        def make() -> KnownNames:
            from newsroom.language.known_names import KnownNames

            known = KnownNames(home.archive_names)
            known.gather()
            return known

        self._lane = Lane("people", make, self)
        open_now = self._desk.story.id if self._desk.story else ""
        self._lane.run(
            lambda known: (known, _signatures(home, open_now)),
            lambda found: self._form.use_names(*found),
        )

    def _follow(self, changes: dict[str, Any]) -> None:
        """Offer the code of those who are named now."""
        if changes.keys() & {"byline", "editor"}:
            if self._signatures is None:
                self._learn()
            else:
                self._offer()

    def _begin(self, *_: object) -> None:
        self._is_stale = True
        self._learn()

    def _learn_again(self, *_: object) -> None:
        """Stories are saved in their order: the one that was left is there by now."""
        if self._is_stale and self._signatures is not None:
            self._is_stale = False
            self._learn()

    def _learn(self) -> None:
        """Look how earlier stories were signed; the one that lay open before is among them."""
        story = self._desk.story
        if story is None or not (story.byline or story.editor):
            self._signatures = None  # what is learnt when somebody is named is newer
            self._offer()
            return
        if self._codes is None:
            newsroom = self._desk.newsroom
            self._codes = Lane("codes", lambda: newsroom, self)
        self._codes.run(lambda newsroom: _signatures(newsroom, story.id), self._use)

    def _use(self, signatures: Signatures) -> None:
        self._signatures = signatures
        self._offer()

    def _offer(self) -> None:
        """Have the code that these people sign with among the closings; what is chosen stays."""
        box, story, known = self._form.field("closing"), self._desk.story, self._signatures
        if not isinstance(box, ClosingBox):
            return
        chosen, before = box.currentText(), self._offered
        if before and (at := box.findText(before)) >= 0:
            box.removeItem(at)
        code = closing_code(story.byline, story.editor, known.codes) if story and known else ""
        is_new = bool(code) and box.findText(code) < 0
        if is_new:
            box.addItem(code)
        self._offered = code if is_new else ""
        if box.currentText() != chosen:
            box.setEditText(chosen)


def _signatures(newsroom: Newsroom, but: str) -> Signatures:
    """Return how stories were signed, but for the open one, whose names may be half typed."""
    from newsroom.store.archive import archive_signatures

    profile = newsroom.profile()
    return archive_signatures(newsroom.home, (profile.closing, *profile.closings), but)
