"""The talk with a person about one upload, from the first question to the last."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from newsroom.portal.push.runner import Result
from newsroom.portal.wordpress.errors import LoginRefused
from newsroom.store.deliveries.records import PushState
from newsroom.story.workflow import Status
from newsroom.ui.aftermath.sending_again import again, when_answered
from newsroom.ui.dialogs.publish.outcome_page import Outcome
from newsroom.ui.dialogs.publish.publish_dialog import PublishDialog
from newsroom.ui.publishing.asking import Again, Asking
from newsroom.ui.publishing.outcomes import Outcomes, asked, ended, waiting
from newsroom.ui.publishing.sender import PasswordNeeded
from newsroom.ui.publishing.settling import Settling
from newsroom.ui.publishing.telling import tell_of
from newsroom.ui.publishing.words import in_window, said, tr

if TYPE_CHECKING:
    from datetime import tzinfo

    from newsroom.app.printed import Behind
    from newsroom.language.finding import Finding
    from newsroom.portal.push.run import Progress
    from newsroom.store.deliveries.records import Push, Wish
    from newsroom.store.store import Store
    from newsroom.story.story import Story
    from newsroom.ui.main_window import MainWindow


class Talk(QObject):
    """Has one dialog at a time, and one upload that it is about."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._uploads = window.uploads
        self._push: Push | None = None  # as it was when it was last heard of
        self._asking = Asking(window, self)
        self._settling = Settling(window, self)
        self.dialog: PublishDialog | None = None
        sender = self._uploads.sender
        sender.progressed.connect(self._progressed)
        sender.ended.connect(self._ended)
        sender.failed.connect(self._failed)
        window.commands.of_sites.logged_in.connect(self._logged_in)

    def is_about(self, push: str) -> bool:
        """Say whether a person is being told of an upload here."""
        is_open = self.dialog is not None or self._settling.is_busy
        return is_open and self._push is not None and push == self._push.id

    # How it begins.

    def ask(self, story: Story, portal: str = "") -> None:
        """Ask where a story is to go, if no portal is named, and how."""
        self._push = None
        self._asking.begin(story, portal)

    def follow(self, push: Push) -> None:
        """Go on with an upload of the queue: as far as it is, or with what it asks."""
        self._push = push
        if self._uploads.waits(push.id):
            self.shown(push.headline).show_sending()
        elif push.state is PushState.PERSON and push.question.get("kind") != "conflict":
            self.shown(push.headline).show_outcome(asked(Outcomes(self), push))
        else:
            self.try_again(push)

    def show(self, result: Result) -> None:
        """Show how an upload went that nobody was looking at."""
        self._push = result.push
        self._show_result(result)

    # What is done about it.

    def try_again(self, push: Push) -> None:
        """Send it now, from the first try."""
        self._send(push, lambda store: store.pushes.resume(push.id))

    def answer(self, push: Push, answer: str) -> None:
        """Answer what it asks, and go on with it."""
        self._send(push, lambda store: store.pushes.answer(push.id, answer))

    def queue_again(self, push: Push, wish: Wish) -> None:
        """Put it into the queue with another wish, for the story as it is now, and send it."""
        newsroom = self._window.desk.newsroom
        self._send(push, lambda store: newsroom.queue_story(store, push.story, push.portal, wish))

    def send_changed(self, job: Callable[[Store], Push]) -> None:
        """Change a push off the window's thread, then send it."""

        def done(push: Push) -> None:
            self._push = push
            if self.dialog is not None and not self.dialog.is_sending:
                self.dialog.show_sending()
            self._uploads.send(push)

        self._uploads.in_look(job, done, self._not_queued)

    def choose_anew(self, push: Push, message: str = "", *, wants_password: bool = False) -> None:
        """Let a person choose again how the story is to go; the password too, if it is to be."""
        again = Again(push.wish, message, wants_password)

        def read(story: Story) -> None:
            self._asking.begin(story, push.portal, again)

        self._uploads.in_look(lambda store: store.stories.get(push.story), read, self._not_queued)

    def call_off(self, push: Push) -> None:
        """End an upload that waits."""
        self._uploads.cancel(push.id)
        self.leave()

    def leave(self) -> None:
        """Close the dialog; what waits goes on waiting."""
        if self.dialog is not None:
            self.dialog.accept()

    # Once it is there.

    def may_mark_published(self, push: Push) -> bool:
        """Say whether the story lies open, and has still to be called published."""
        story = self._window.desk.story
        if story is None or story.id != push.story:
            return False
        return not story.status.is_public and story.status is not Status.WITHDRAWN

    def mark_published(self, push: Push) -> None:
        """Give the story the status that it has for readers."""
        self.leave()
        if self.may_mark_published(push):
            self._window.commands.of_story.note_published()

    def send_again(self, late: Behind) -> None:
        """Go on with another story, which is to be sent again."""
        again(self._window, late)()

    def open_address(self, address: str) -> None:
        """Show a page in the browser."""
        QDesktopServices.openUrl(QUrl(address))

    def copy_address(self, address: str) -> None:
        """Put an address on the clipboard."""
        QGuiApplication.clipboard().setText(address)

    def zone(self, portal: str) -> tzinfo | None:
        """Return a portal's zone; None, which is the computer's, where its profile is at fault."""
        from newsroom.portal.profile_table import ProfileError

        with suppress(ProfileError):
            return self._asking.zone(portal) or self._window.desk.newsroom.profile(portal).zone
        return None

    # The dialog.

    def say(self, outcome: Outcome) -> None:
        """Show words in place of a page."""
        self.shown(self._push.headline if self._push else "").show_outcome(outcome)

    def shown(self, headline: str) -> PublishDialog:
        """Return the dialog, in sight."""
        if self.dialog is not None:
            self.dialog.name(headline)
            return self.dialog
        self.dialog = dialog = PublishDialog(self._window.theme, headline, self._window)
        dialog.ask.portal_chosen.connect(self._asking.look)
        dialog.ask.form.login_wanted.connect(
            lambda portal: self._window.commands.of_sites.log_in(portal)
        )
        dialog.ask.form.open_wanted.connect(self.open_address)
        dialog.ask.finding_chosen.connect(self._go_to)
        dialog.ask.send_wanted.connect(self._asking.queue)
        dialog.ask.look_wanted.connect(self._asking.look_there)
        dialog.sending.stop_wanted.connect(self._stop)
        dialog.finished.connect(self._closed)
        dialog.open()
        return dialog

    # Within.

    def _send(self, push: Push, job: Callable[[Store], Push]) -> None:
        self._push = push
        self.shown(push.headline).show_sending()
        self.send_changed(job)

    def _stop(self) -> None:
        """Call off what is being sent, or waits for its turn."""

        def called_off(push: Push) -> None:
            if self.is_about(push.id) and self.dialog is not None:
                self.dialog.show_outcome(ended(Outcomes(self), Result(push)))

        if self._push is not None:
            self._uploads.cancel(self._push.id, called_off)

    def _not_queued(self, error: Exception) -> None:
        dialog = self.dialog
        if dialog is None:
            self._window.banner.say(said(error), "warning")
        elif self._asking.story is not None and not dialog.is_sending:
            dialog.show_asking()
            dialog.ask.show_error(said(error))
        else:
            close = (Outcomes(self).close(),)
            dialog.show_outcome(Outcome("error", tr("Belum dikirim"), said(error), choices=close))

    def _progressed(self, push: str, told: Progress) -> None:
        if self.is_about(push) and self.dialog is not None and self.dialog.is_sending:
            self.dialog.sending.show_progress(told)

    def _ended(self, push: str, result: Result) -> None:
        if self._push is None or push != self._push.id:
            return
        self._push = result.push
        was_decided = self._settling.is_busy
        if self._settling.takes(result):
            return
        if self.dialog is not None:
            self._show_result(result)
        elif was_decided:  # the banner had left it to this talk
            tell_of(self._window, result)

    def _failed(self, push: str, error: Exception) -> None:
        if not self.is_about(push) or self.dialog is None or self._push is None:
            return
        if isinstance(error, PasswordNeeded):
            told = tr("Tulis sandi aplikasi situs ini.")
            self.choose_anew(self._push, told, wants_password=True)
        else:
            told = tr("{0} Naskah menunggu dalam antrean.").format(said(error))
            self.dialog.show_outcome(waiting(Outcomes(self), self._push, told))

    def _show_result(self, result: Result) -> None:
        push = result.push
        if push.state is PushState.PERSON and result.conflict is not None:
            self._settling.set_out(push, result.conflict)
        elif push.state is PushState.PERSON:
            self.shown(push.headline).show_outcome(asked(Outcomes(self), push))
        elif isinstance(result.fault, LoginRefused):
            self._uploads.forget(push.portal)
            self.choose_anew(push, in_window(str(result.fault)), wants_password=True)
        else:
            when_answered(self._window, result, lambda late: self._show_ended(result, late))

    def _show_ended(self, result: Result, late: Behind | None) -> None:
        """Show how it ended, unless a person has gone on to something else meanwhile."""
        push = result.push
        if self._push == push:
            self.shown(push.headline).show_outcome(ended(Outcomes(self), result, late))

    def _logged_in(self, portal: str) -> None:
        if self.dialog is not None and self._asking.story and not self.dialog.is_sending:
            self.dialog.show_asking()
            self._asking.look(portal)

    def _go_to(self, finding: Finding) -> None:
        from newsroom.ui.jumping import go_to_story

        story = self._asking.story
        self.leave()
        if story is not None:
            go_to_story(self._window, story.id, finding)

    def _closed(self) -> None:
        self._asking.leave()
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
