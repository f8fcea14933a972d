"""Lets a person choose between what two desks wrote, and puts that into the open story."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from newsroom.exchange.errors import in_words
from newsroom.story.story import Story
from newsroom.ui.handover.words import tr
from newsroom.ui.written import number

if TYPE_CHECKING:
    from newsroom.store.store import Store
    from newsroom.story.conflicts.choosing import Choice, Chosen
    from newsroom.story.conflicts.conflict import Conflict
    from newsroom.story.person import Person
    from newsroom.ui.changes.writing_back import WritingBack
    from newsroom.ui.main_window import MainWindow

T = TypeVar("T")

_COUNTED = frozenset({"id", "revision", "created", "updated"})


class Choosing(QObject):
    """What is chosen is one step that can be undone; undoing it takes the threads up again.

    Doing it again settles them again.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._is_asking = False
        self._told = ""

    def tell(
        self, told: str, story_id: str, also: tuple[str, Callable[[], None]] | None = None
    ) -> None:
        """Say, until something is chosen, that something is to be chosen in a story.

        ``also`` is what else may be done, and its words.
        """
        self._told = told
        choose = partial(self.open, story_id)
        self._window.banner.refuse(told, tr("Pilih…"), choose, also=also)

    def open(self, story_id: str = "", thread: str = "") -> None:
        """Show what is to be chosen in the open story; nothing if another one is meant."""
        window, desk = self._window, self._window.desk
        window.page.flush()
        story = desk.story
        if story is None or self._is_asking or (story_id and story.id != story_id):
            return
        id = story.id

        def job(store: Store) -> tuple[Story, list[Conflict]]:
            there = store.stories.get(id)
            return there, store.conflicts.of(there)

        def done(answer: tuple[Story, list[Conflict]]) -> None:
            self._is_asking = False
            if desk.story is not None and desk.story.id == id:
                self._ask(*answer, thread)

        def failed(error: Exception) -> None:
            self._is_asking = False
            window.banner.say(in_words(error), "error")

        self._is_asking = True
        desk.when_safe(lambda: desk.in_store(job, done, failed), patient=True)

    # Within.

    def _ask(self, story: Story, conflicts: Sequence[Conflict], thread: str) -> None:
        from newsroom.ui.dialogs.conflicts.choice_dialog import ChoiceDialog

        window = self._window
        if not conflicts:
            window.banner.say(tr("Tidak ada perbedaan yang perlu dipilih."), "good")
            return
        role, zone = window.desk.person.role, window.profile.zone
        dialog = ChoiceDialog(window.theme, story, conflicts, role, zone, thread, window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.decided.connect(lambda choices: self._name(story, choices))
        dialog.open()

    def _name(self, story: Story, choices: Sequence[Choice]) -> None:
        """Go on under the name of who chose."""
        why = tr("Yang memilih tercatat di naskah. Siapa Anda?")
        self._window.standing.when_named(lambda person: self._put(story, choices, person), why)

    def _put(self, story: Story, choices: Sequence[Choice], person: Person) -> None:
        from newsroom.story.conflicts.choosing import choose
        from newsroom.ui.changes.writing_back import WritingBack

        window, now = self._window, self._window.desk.story
        if now is None or now.id != story.id:
            return
        if _content(now) != _content(story):  # it was written in meanwhile, from elsewhere
            self.open(story.id)
            return
        chosen = choose(now, choices)
        window.show_page()
        writing = WritingBack(window, chosen.story, self)
        writing.finished.connect(lambda: self._put_rest(now, chosen, person, writing))
        writing.redone.connect(lambda: self._put_rest(now, chosen, person, writing))
        writing.undone.connect(lambda: self._take_back(now, chosen))
        writing.start()

    def _put_rest(
        self, before: Story, chosen: Chosen, person: Person, writing: WritingBack
    ) -> None:
        """Put in what is no text, and settle the threads once all is safe."""
        window = self._window
        if not self._put_values(before, chosen.story):
            return

        def job(store: Store) -> int:
            for thread, told in chosen.told.items():
                store.comments.resolve(thread, person.name, told)
            return len(store.comments.unchosen(before.id))

        def done(left: int) -> None:
            window.banner.withdraw(self._told)
            told = tr("{0} perbedaan dipilih.").format(number(len(chosen.told)))
            if left:
                told = tr("{0} {1} masih menunggu.").format(told, number(left))
            window.banner.say(told, "good", tr("Urungkan"), lambda: self._undo(writing))

        self._keep(job, done)

    def _undo(self, writing: WritingBack) -> None:
        self._window.banner.clear()
        writing.undo()

    def _take_back(self, before: Story, chosen: Chosen) -> None:
        """Have the threads wait again, and what is no text be as it was."""
        if not self._put_values(chosen.story, before):
            return

        def job(store: Store) -> None:
            for thread in chosen.told:
                store.comments.reopen(thread)

        self._keep(job, lambda _: None)

    def _put_values(self, before: Story, after: Story) -> bool:
        """Put in what is another after than before; False if the story lies open no more.

        What was made something else since is left as it is.
        """
        from newsroom.story.changes.in_place import in_place_of

        now = self._window.desk.story
        if now is None or now.id != before.id:
            return False
        self._window.desk.edit(in_place_of(before, after, now, _content(now)))
        return True

    def _keep(self, job: Callable[[Store], T], then: Callable[[T], object]) -> None:
        window, desk = self._window, self._window.desk

        def done(answer: T) -> None:
            window.copy_desk.commenting.look_again()
            then(answer)

        def failed(error: Exception) -> None:
            window.banner.say(in_words(error), "error")

        desk.when_safe(lambda: desk.in_store(job, done, failed), patient=True)


def _content(story: Story) -> dict[str, object]:
    return {
        field.name: getattr(story, field.name)
        for field in fields(Story)
        if field.name not in _COUNTED
    }
