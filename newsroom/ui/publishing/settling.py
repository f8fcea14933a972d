"""Settles a conflict: what a person chose goes into the story, and then to the site."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsroom.store.deliveries.records import PushState
from newsroom.ui.dialogs.publish.outcome_page import Outcome
from newsroom.ui.publishing.taking import take
from newsroom.ui.publishing.words import tr

if TYPE_CHECKING:
    from newsroom.app.site_conflicts import SiteConflict
    from newsroom.portal.push.questions import Conflict
    from newsroom.portal.push.runner import Result
    from newsroom.store.deliveries.records import Push
    from newsroom.store.store import Store
    from newsroom.ui.main_window import MainWindow
    from newsroom.ui.publishing.talk import Talk

_LIVE = ("publish", "private")


class Settling(QObject):
    """Asks once: what a person has seen is not asked again while the post stays as it was."""

    def __init__(self, window: MainWindow, talk: Talk) -> None:
        super().__init__(talk)
        self._window = window
        self._talk = talk
        self._decided: tuple[str, int, str] | None = None  # push, post, its last change
        self._is_deciding = False

    @property
    def is_busy(self) -> bool:
        """Say whether a person is deciding, or what they decided is on its way."""
        return self._is_deciding or self._decided is not None

    def set_out(self, push: Push, conflict: Conflict) -> None:
        """Compare what is on the site with the story, and let a person decide."""
        from newsroom.app.site_conflicts import site_conflict

        newsroom, talk = self._window.desk.newsroom, self._talk
        talk.say(Outcome("hint", tr("Diubah di situs"), tr("Membandingkan kedua teks…")))
        is_live = conflict.theirs.status in _LIVE

        def job(store: Store, password: str) -> SiteConflict:
            return site_conflict(newsroom, store, push, conflict, password)

        def failed(error: Exception) -> None:
            talk.say(Outcome("error", tr("Kedua teks tidak dapat dibandingkan"), str(error)))

        self._window.uploads.sender.with_password(
            push.portal, job, lambda found: self._ask(push, found, is_live), failed
        )

    def takes(self, result: Result) -> bool:
        """Answer a question that was decided already; False if it was not.

        The story has changed since, so the question is asked anew: about the same state of
        the post, which the person has seen.
        """
        push, decided = result.push, self._decided
        self._decided = None
        if push.state is not PushState.PERSON or decided is None:
            return False
        asked = (push.id, push.question.get("id"), push.question.get("modified"))
        if push.question.get("kind") != "conflict" or asked != decided:
            return False
        self._talk.send_changed(lambda store: store.pushes.answer(push.id, "timpa"))
        return True

    # Within.

    def _ask(self, push: Push, found: SiteConflict, is_live: bool) -> None:
        from newsroom.ui.dialogs.publish.conflict_dialog import ConflictDialog

        self._is_deciding = True
        self._talk.leave()
        window = self._window
        dialog = ConflictDialog(window.theme, found, is_live=is_live, parent=window)
        dialog.decided.connect(
            lambda changes, send: self._decide(push, found, changes, is_live, send=send)
        )
        dialog.finished.connect(self._closed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _closed(self) -> None:
        self._is_deciding = False

    def _decide(
        self,
        push: Push,
        found: SiteConflict,
        changes: dict[str, object],
        is_live: bool,
        *,
        send: bool,
    ) -> None:
        wish = replace(push.wish, confirmed=push.wish.confirmed or is_live)

        def done() -> None:
            if send:
                self._decided = (push.id, found.post, found.modified)
                self._talk.queue_again(push, wish)
            else:
                self._window.uploads.cancel(push.id)
                told = tr("Yang dipilih dari situs masuk ke naskah; unggahannya dibatalkan.")
                self._window.banner.say(told, "good")

        def failed(error: Exception) -> None:
            self._window.banner.say(str(error), "warning")

        take(self._window, push.story, changes, push.portal, done, failed)
