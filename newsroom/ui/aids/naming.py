"""What earlier stories know of people, found beside the window's work for the form to offer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from newsroom.app import Newsroom
from newsroom.ui.desk.desk import Desk
from newsroom.ui.inspector.data_form import DataForm
from newsroom.ui.work.lanes import Lane

if TYPE_CHECKING:
    from newsroom.language.known_names import KnownNames
    from newsroom.story.signatures import Signatures


class Naming(QObject):
    """Gives the form the archive's names, once somebody begins to name people there.

    So too the codes that people signed earlier stories with.
    """

    def __init__(self, desk: Desk, form: DataForm) -> None:
        super().__init__(form)
        self._desk = desk
        self._form = form
        self._lane: Lane[KnownNames] | None = None
        self._codes: Lane[Newsroom] | None = None
        self._is_known = False  # how those who are named have signed
        self._is_stale = False  # a story that was just left may not have been saved yet
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
        """Learn the codes once somebody is named."""
        if changes.keys() & {"byline", "editor"} and not self._is_known:
            self._learn()

    def _begin(self, *_: object) -> None:
        self._is_stale = True
        self._learn()

    def _learn_again(self, *_: object) -> None:
        """Stories are saved in their order: the one that was left is there by now."""
        if self._is_stale and self._is_known:
            self._is_stale = False
            self._learn()

    def _learn(self) -> None:
        """Look how earlier stories were signed; the one that lay open before is among them."""
        story = self._desk.story
        if story is None or not (story.byline or story.editor):
            self._is_known = False  # what is learnt when somebody is named is newer
            return
        if self._codes is None:
            newsroom = self._desk.newsroom
            self._codes = Lane("codes", lambda: newsroom, self)
        self._codes.run(lambda newsroom: _signatures(newsroom, story.id), self._use)

    def _use(self, signatures: Signatures) -> None:
        self._is_known = True
        self._form.use_codes(signatures.codes)


def _signatures(newsroom: Newsroom, but: str) -> Signatures:
    """Return how stories were signed, but for the open one, whose names may be half typed."""
    from newsroom.store.archive import archive_signatures

    profile = newsroom.profile()
    return archive_signatures(newsroom.home, (profile.closing, *profile.closings), but)
