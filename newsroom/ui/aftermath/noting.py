"""Stories corrected, withdrawn, and linked with what answers them, from the window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Qt

from newsroom.exchange.errors import in_words
from newsroom.story.aftermath import LinkKind, StoryLink
from newsroom.story.noting import WITH_A_NOTE, Note, link_mark
from newsroom.ui.aftermath.sending_again import again, tell_unsent, unlinked

if TYPE_CHECKING:
    from newsroom.app.printed import Behind
    from newsroom.portal.profile import Profile
    from newsroom.store.store import Store
    from newsroom.store.summary import StorySummary
    from newsroom.story.workflow import Status
    from newsroom.ui.main_window import MainWindow

_FOUND = 30  # stories to choose from


def ask_note(
    window: MainWindow,
    status: Status,
    named: str,
    then: Callable[[Note], object],
    until: datetime | None = None,
    *,
    several: bool = False,
) -> None:
    """Ask for the words that a step goes with, and go on with them.

    Those for readers are asked for in the house's form. ``until`` is when a story may be
    printed that is to be held, if that is known; of ``several`` it is not.
    """
    if status not in WITH_A_NOTE:
        from newsroom.ui.standing.step_dialog import StepDialog

        zone = window.profile.zone
        step = StepDialog(window.theme, zone, status, named, until, window, several=several)
        step.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        step.noted.connect(then)
        step.open()
        return
    newsroom = window.desk.newsroom

    def show(profile: Profile) -> None:
        from newsroom.ui.aftermath.note_dialog import NoteDialog

        dialog = NoteDialog(window.theme, window.checks, profile, status, named, window)
        dialog.text.word_added.connect(window.desk.words.add)
        dialog.text.ignored.connect(window.desk.ignoring.leave_out)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.noted.connect(then)
        dialog.open()

    window.desk.in_files(
        lambda _: newsroom.shown_profile(),
        show,
        lambda error: window.banner.say(in_words(error), "error"),
    )


def tell_answered(window: MainWindow, story_id: str) -> None:
    """Tell the story that an answer answers, if it is one, that the answer is printed now."""

    def job(store: Store) -> Behind | None:
        from newsroom.app.answers import behind_answer, tell_printed

        return behind_answer(store, story_id) if tell_printed(store, story_id) else None

    def done(late: Behind | None) -> None:
        if late is not None:
            words = QCoreApplication.translate("Aftermath", "Kirim berita itu…")
            window.banner.say(unlinked(late), "warning", words, again(window, late), lasting=True)

    window.desk.in_store(job, done, lambda error: window.banner.say(in_words(error), "error"))


class Answering(QObject):
    """Links the open story to the one that it answers or corrects, and that one to it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def ask(self, kind: LinkKind | None = None) -> None:
        """Let a person choose the story, once what is open is safe."""
        window = self._window
        window.page.flush()
        window.desk.when_safe(lambda: self._show(kind))

    # Within.

    def _show(self, kind: LinkKind | None) -> None:
        from newsroom.ui.aftermath.answer_dialog import AnswerDialog

        window, story = self._window, self._window.desk.story
        if story is None:
            return
        if not story.revision:
            window.banner.say(self.tr("Naskah ini masih kosong."), "good")
            return
        headline = story.headline.strip() or self.tr("Tanpa judul")
        known = story.answers
        kind = kind or (known.kind if known else LinkKind.ANSWER)
        dialog = AnswerDialog(window.theme, headline, known, kind, window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.sought.connect(lambda query: self._seek(dialog, query, story.id))
        dialog.chosen.connect(lambda id: self._find_address(dialog, id))
        dialog.linked.connect(self._link)
        dialog.open()
        self._seek(dialog, "", story.id)

    def _seek(self, dialog: Any, query: str, own: str) -> None:
        def job(store: Store) -> list[StorySummary]:
            found = store.stories.list(query=query, limit=_FOUND + 1)
            return [one for one in found if one.id != own][:_FOUND]

        def done(found: list[StorySummary]) -> None:
            if _is_there(dialog):
                dialog.show_found(query, found)

        self._window.desk.in_store(job, done, self._refuse)

    def _find_address(self, dialog: Any, story_id: str) -> None:
        def job(store: Store) -> str:
            from newsroom.app.printed import address_of

            return address_of(store, story_id)

        def done(address: str) -> None:
            if address and _is_there(dialog):
                dialog.show_address(story_id, address)

        self._window.desk.in_store(job, done, self._refuse)

    def _link(self, link: StoryLink) -> None:
        desk = self._window.desk
        before = desk.story.answers
        desk.edit({"answers": link}, link_mark(link, link.headline))
        desk.when_safe(lambda: self._link_back(before))

    def _link_back(self, before: StoryLink | None) -> None:
        story = self._window.desk.story
        if story is None or story.answers is None:
            return
        answers = story.answers

        def job(store: Store) -> bool:
            from newsroom.app.answers import link_answer, unlink_answer

            if before is not None and before.id and before.id != answers.id:
                unlink_answer(store, before, story)
            return link_answer(store, story)

        def done(both: bool) -> None:
            told = self.tr("Ditautkan sebagai {0} atas “{1}”.")
            if both:
                told = self.tr("Naskah ini, sebagai {0}, dan “{1}” sudah saling bertaut.")
            said = told.format(answers.kind.label.lower(), answers.headline)
            self._window.banner.say(said, "good")
            tell_unsent(self._window, story.id)
            self._window.desk.refresh_list()
            self._window.desk.step_kept.emit()

        self._window.desk.in_store(job, done, self._refuse)

    def _refuse(self, error: Exception) -> None:
        self._window.banner.say(in_words(error), "error")


def _is_there(dialog: Any) -> bool:
    """Say whether a dialog has not been closed meanwhile."""
    from shiboken6 import isValid

    return isValid(dialog) and dialog.isVisible()
