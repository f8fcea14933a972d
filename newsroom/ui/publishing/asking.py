"""The first page of the talk: the portal is looked at, and what is chosen goes into the queue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsroom.portal.publication import publication
from newsroom.portal.wordpress.errors import LoginRefused
from newsroom.ui.publishing.looking import LAST, look
from newsroom.ui.publishing.sender import PasswordNeeded
from newsroom.ui.publishing.words import said, tr
from newsroom.ui.review.announcing import announce

if TYPE_CHECKING:
    from datetime import tzinfo

    from newsroom.portal.push.looking import Looked
    from newsroom.store.deliveries.records import Push, Wish
    from newsroom.store.store import Store
    from newsroom.story.story import Story
    from newsroom.ui.main_window import MainWindow
    from newsroom.ui.publishing.looking import Look
    from newsroom.ui.publishing.talk import Talk


@dataclass(frozen=True, slots=True)
class Again:
    """Why a person is asked again: what they wished, what is wrong, whether it is the password.

    ``changed`` are fields that people changed on the site, where that was looked at.
    """

    wish: Wish | None
    message: str = ""
    wants_password: bool = False
    changed: Sequence[str] = ()


class Asking:
    """Looks at one portal at a time; what was asked for last is shown."""

    def __init__(self, window: MainWindow, talk: Talk) -> None:
        self._newsroom = window.desk.newsroom
        self._uploads = window.uploads
        self._talk = talk
        self._turn = 0  # grows with each look; only the last is shown
        self._zones: dict[str, tzinfo] = {}  # of the portals that were looked at
        self.story: Story | None = None

    def begin(self, story: Story, portal: str = "", again: Again | None = None) -> None:
        """Ask how a story is to go."""
        self.story = story
        dialog = self._talk.shown(story.headline)
        dialog.show_asking()
        dialog.ask.show_loading(portal)
        self.look(portal, again)

    def look(self, portal: str, again: Again | None = None) -> None:
        """Look at a portal; at the likeliest one where none is named."""
        story, newsroom = self.story, self._newsroom
        if story is None:
            return
        self._turn += 1
        turn = self._turn

        def done(found: Look) -> None:
            if turn == self._turn:
                self._show(found, story, again, is_first=not portal)

        def failed(error: Exception) -> None:
            if turn == self._turn and self._talk.dialog is not None:
                self._talk.dialog.ask.show_error(said(error))

        self._uploads.in_look(lambda store: look(newsroom, store, story, portal), done, failed)

    def look_there(self, password: str) -> None:
        """Look at the site how the story stands there now."""
        dialog, story = self._talk.dialog, self.story
        if dialog is None or story is None:
            return
        portal = dialog.ask.form.portals.portal
        if password:
            self._uploads.remember(portal, password)
        self._turn += 1
        turn = self._turn

        def done(looked: Looked) -> None:
            if turn == self._turn:
                self.look(portal, Again(dialog.ask.wish, changed=looked.changed))

        def failed(error: Exception) -> None:
            if turn == self._turn:
                needs_password = isinstance(error, LoginRefused | PasswordNeeded)
                if needs_password:
                    self._uploads.forget(portal)
                why = said(error) or tr("Tulis sandi aplikasi situs ini.")
                self.look(portal, Again(dialog.ask.wish, why, needs_password))

        self._uploads.watching.look_at(story.id, portal, done, failed)

    def queue(self, portal: str, wish: Wish, password: str) -> None:
        """Put the story into the queue, and send it."""
        story, newsroom = self.story, self._newsroom
        if story is None:
            return
        if password:
            self._uploads.remember(portal, password)

        def job(store: Store) -> Push:
            push = newsroom.queue_story(store, story.id, portal, wish)
            store.workspace.set(LAST, portal)
            return push

        self._talk.send_changed(job)

    def leave(self) -> None:
        """Show nothing any more of what is still looked at."""
        self._turn += 1
        self.story = None

    def zone(self, portal: str) -> tzinfo | None:
        """Return a portal's zone; None, which is the computer's, where it is not known yet."""
        return self._zones.get(portal)

    # Within.

    def _show(self, found: Look, story: Story, again: Again | None, *, is_first: bool) -> None:
        dialog = self._talk.dialog
        if dialog is None:
            return
        self._zones[found.profile.name] = found.profile.zone
        if found.waiting is not None and self._uploads.waits(found.waiting.id):
            self._talk.follow(found.waiting)
            return
        told = found.profile.name in self._uploads.sender.portals
        known = (found.has_password or told) and not (again and again.wants_password)
        changed = again.changed if again else ()
        dialog.ask.show_look(replace(found, has_password=known), publication(story), changed)
        if again is not None and again.wish is not None:
            dialog.ask.show_wish(again.wish)
        if again is not None and again.message:
            dialog.ask.show_error(again.message)
        elif again is not None and found.delivery is not None:
            announce(dialog.ask, dialog.ask.form.there.text())
        if found.account is not None and not known and (is_first or again is not None):
            dialog.ask.form.password.setFocus()
