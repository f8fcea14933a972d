"""Keeps what a person says in the cards, under that person's name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from newsroom.store.store import Store
    from newsroom.story.comments.comment import Anchor
    from newsroom.story.person import Person
    from newsroom.ui.comments.said import Said
    from newsroom.ui.main_window import MainWindow


class Saying(QObject):
    """Whoever sits here is asked for a name first, and the text is made safe."""

    added = Signal()  # the new remark is kept
    answered = Signal(str)  # the answer in this thread is
    kept = Signal()  # whatever it was, there is something new to be seen

    def __init__(self, window: MainWindow, said: Said, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._said = said

    def add(self, anchor: Anchor | None, text: str) -> None:
        """Begin a thread about some words, or about the story."""
        from newsroom.story.comments.comment import Comment

        story = self._window.desk.story
        if story is None:
            return

        named = self._named(text)

        def keep(store: Store, who: str) -> object:
            new = Comment.new(who, text, datetime.now(UTC), anchor=anchor, mentions=named(who))
            return store.comments.add(story.id, new)

        self._keep(keep, self.added.emit)

    def answer(self, thread: str, text: str) -> None:
        """Say something in a thread."""
        named = self._named(text)

        def answer(store: Store, who: str) -> object:
            return store.comments.answer(thread, who, text, named(who))

        self._keep(answer, lambda: self.answered.emit(thread))

    def edit(self, id: str, text: str) -> None:
        """Have one's own remark say something else."""
        named = self._named(text)
        self._keep(lambda store, who: store.comments.edit(id, who, text, named(who)))

    def ask_removal(self, id: str) -> None:
        """Remove one's own remark, if that is meant."""
        from newsroom.ui.dialogs.asking import ask

        ask(
            self._window,
            self.tr("Hapus komentar ini?"),
            self.tr("Isinya hilang; yang tersisa hanya tanda bahwa pernah ada komentar."),
            self.tr("Hapus"),
            lambda: self._keep(lambda store, who: store.comments.remove(id, who)),
        )

    def resolve(self, thread: str, settled: bool) -> None:
        """Settle a thread, or take it up again."""
        stands = self._said.standing(thread)

        def resolve(store: Store, who: str) -> object:
            comments = store.comments
            return comments.resolve(thread, who, stands) if settled else comments.reopen(thread)

        self._keep(resolve)

    # Within.

    def _named(self, text: str) -> Callable[[str], tuple[str, ...]]:
        """Return what says whom a text names, once it is known who writes it: on a worker."""
        from newsroom.story.comments.mentions import mentions

        people = self._said.people(self._window.desk.story)
        return lambda who: mentions(text, (*people, who))

    def _keep(
        self, work: Callable[[Store, str], object], kept: Callable[[], object] = lambda: None
    ) -> None:
        """Do something under the name of who sits here, once the text is safe, and show it."""
        desk = self._window.desk
        self._window.page.flush()

        def done(_: object) -> None:
            kept()
            self.kept.emit()

        def failed(error: Exception) -> None:
            self._window.banner.say(str(error), "error")

        def named(person: Person) -> None:
            def job(store: Store) -> object:
                return work(store, person.name)

            desk.when_safe(lambda: desk.in_store(job, done, failed), patient=True)

        why = self.tr("Komentar diberi nama penulisnya. Siapa Anda?")
        self._window.standing.when_named(named, why)
