"""Knows what an editor changed in the open story, and takes back or accepts it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from newsroom.ui.changes.deciding import Deciding
from newsroom.ui.changes.noting import NotingRules

if TYPE_CHECKING:
    from newsroom.store.store import Store
    from newsroom.story.changes.change import StoryChange
    from newsroom.story.comments.comment import CommentKind
    from newsroom.ui.changes.found import Found, Kept
    from newsroom.ui.changes.part import ChangesPart
    from newsroom.ui.inspector.inspector import Inspector
    from newsroom.ui.main_window import MainWindow

_PART = "changes"
_PAUSE = 400  # milliseconds after the last key


class Changing(QObject):
    """Looks for changes only while somebody looks at them, and again when typing pauses.

    ``changed`` tells that they are others now, or that it is known now whether there are any.
    """

    changed = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.found: Found | None = None
        self.is_known = False  # False while it is still looked for
        self.error = ""
        self.at_hand_elsewhere: Callable[[], StoryChange | None] = lambda: None
        self.show_elsewhere: Callable[[StoryChange], bool] = lambda _: False
        self.write_elsewhere: Callable[[StoryChange], bool] = lambda _: False
        self._watchers: set[str] = set()
        self._part: ChangesPart | None = None
        self._deciding = Deciding(window, self)
        self._noting = NotingRules(window, self)
        self._turn = 0  # grows with each look; only the last is shown
        self._waiting: list[Callable[[], object]] = []
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.look)
        window.desk.opened.connect(lambda *_: self._opened())
        window.desk.edited.connect(lambda _: self._is_watched and self._pause.start())
        window.desk.step_kept.connect(lambda: self._is_watched and self.look())

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what each of the actions about changes does."""
        return {
            "accept_change": lambda: self._with_one(lambda one: self.accept([one])),
            "take_back_change": lambda: self._with_one(lambda one: self.take_back([one])),
            "accept_all_changes": lambda: self._when_known(lambda: self.accept(self.changes)),
            "take_back_all_changes": lambda: self._when_known(lambda: self.take_back(self.changes)),
            "give_reason": lambda: self._with_one(self._ask_reason),
        }

    def join(self, inspector: Inspector) -> None:
        """Offer the list of changes beside the text, and note what is put right there."""
        self._part = None
        inspector.review.offer(_PART, self.tr("Perubahan"), self._make)
        inspector.review.shown.connect(lambda _: self.look())
        self._noting.join(inspector)

    @property
    def changes(self) -> Sequence[StoryChange]:
        """The changes since the reporter's version that nobody has accepted, in reading order."""
        return self.found.all if self.found else ()

    def watch(self, who: str, on: bool) -> None:
        """Go on looking for changes while somebody looks at them elsewhere; or no more."""
        (self._watchers.add if on else self._watchers.discard)(who)
        if on:
            self.look()

    def look(self, then: Callable[[], object] | None = None) -> None:
        """Read what is known and compare, beside the window; then go on."""
        self._pause.stop()
        if then is not None:
            self._waiting.append(then)
        if self._deciding.is_writing:
            return  # it is looked when that is done
        self._window.page.flush()
        desk, story = self._window.desk, self._window.desk.story
        self._turn += 1
        if story is None or not story.revision:
            self._take(None)
            return
        turn, is_stored = self._turn, desk.is_stored

        def read(store: Store) -> Kept | None:
            from newsroom.ui.changes.found import Kept

            return Kept.read(store, story, is_stored=is_stored)

        def compare(kept: Kept | None) -> None:
            now = desk.story
            if turn != self._turn or now is None or now.id != story.id:
                return
            if kept is None:
                self._take(None)
                return
            before = self.found

            def job(_: object) -> Found:
                from newsroom.ui.changes.found import Found

                return Found.of(kept, now, before)

            desk.in_files(job, done, failed)

        def done(found: Found) -> None:
            if turn == self._turn:
                self._take(found)

        def failed(error: Exception) -> None:
            if turn == self._turn:
                self._take(None, str(error))

        desk.in_store(read, compare, failed)

    def use(self, found: Found) -> None:
        """Go on with these changes; what is being looked for knows nothing of them."""
        self._turn += 1
        self._take(found)

    # What is done about changes.

    def accept(self, changes: Collection[StoryChange]) -> None:
        """Let changes stand: the story is reviewed against a text that has them."""
        self._when_known(lambda: self._deciding.accept(changes))

    def take_back(self, changes: Collection[StoryChange]) -> None:
        """Have the text again as it was before these changes, as one step that can be undone."""
        self._when_known(lambda: self._deciding.take_back(changes))

    def of_sentence(self, change: StoryChange) -> Sequence[StoryChange]:
        """Return the changes in the sentence that one is in."""
        found = self.found
        one = found.pending([change]) if found else []
        return found.changes.of_sentence(one[0]) if found and one else [change]

    def undo(self) -> None:
        """Undo what was done about changes last."""
        self._deciding.undo()

    def redo(self) -> None:
        """Do again what was undone last."""
        self._deciding.redo()

    def give_reason(self, change: StoryChange, text: str, of: Found | None = None) -> None:
        """Say why a change was made: one of those that nobody has accepted, or ``of`` others."""
        from newsroom.story.comments.comment import CommentKind

        self._say_about(change, text, CommentKind.REASON, of)

    def ask(self, change: StoryChange, text: str, of: Found | None = None) -> None:
        """Ask about a change, or answer what is asked about it."""
        from newsroom.story.comments.comment import CommentKind

        self._say_about(change, text, CommentKind.QUESTION, of)

    def go_to(self, change: StoryChange) -> None:
        """Show where a change is, on the page or in the inspector."""
        if self.show_elsewhere(change):
            return
        from newsroom.language.finding import Finding, Severity

        start, end = change.new_start, change.new_end
        self._window.go_to(
            Finding("change", Severity.HINT, change.field, start, end, change.new, "")
        )

    def open_view(self) -> None:
        """Show the whole story with its changes."""
        self._window.actions_["changes"].trigger()

    def leave(self) -> None:
        """Give the keyboard back to the text, or to what is shown in its place."""
        shown = self._window.columns.stack.currentWidget()
        (self._window.field() if shown is self._window.page else shown).setFocus()

    # Within.

    @property
    def _is_watched(self) -> bool:
        inspector = self._window.inspector
        return bool(self._watchers) or (inspector is not None and inspector.review.isVisible())

    def _opened(self) -> None:
        self._turn += 1
        self.found, self.is_known, self.error = None, False, ""
        self._waiting = []
        self._deciding.forget()
        self.changed.emit()
        self._show_count()
        if self._is_watched:
            self.look()

    def _take(self, found: Found | None, error: str = "") -> None:
        self.found, self.error, self.is_known = found, error, True
        self._show_count()
        self.changed.emit()
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then()

    def _show_count(self) -> None:
        if (inspector := self._window.inspector) is not None:
            inspector.review.show_count(_PART, len(self.changes))

    def _make(self) -> ChangesPart:
        from newsroom.ui.changes.part import ChangesPart

        self._part = ChangesPart(self._window.theme, self, self._window.profile.zone)
        return self._part

    def _when_known(self, then: Callable[[], object]) -> None:
        """Go on with the changes of the text as it is now."""
        if self._deciding.is_writing:
            self.look(lambda: self._go_on(then))
            return
        self._window.page.flush()
        story, found = self._window.desk.story, self.found
        if story is None:
            return
        if found is not None and found.is_of(story):
            then()
        else:
            self.look(lambda: self._go_on(then))

    def _go_on(self, then: Callable[[], object]) -> None:
        if self.found is not None:
            then()
        elif self.error:
            self._window.banner.say(self.error, "error")
        else:
            self._say(self.tr("Belum ada versi wartawan untuk dibandingkan."))

    def _with_one(self, then: Callable[[StoryChange], object]) -> None:
        def go_on() -> None:
            change = self._at_hand()
            if change is None:
                self._say(self.tr("Tidak ada perubahan di sini."))
            else:
                then(change)

        self._when_known(go_on)

    def _at_hand(self) -> StoryChange | None:
        """Return the change that one is at: in the list, in another view, in the text."""
        if self._part is not None and (change := self._part.at_hand()) is not None:
            return change
        if (change := self.at_hand_elsewhere()) is not None:
            return change
        place = self._window.reviewing.fields.place()
        return self.found.at(place) if place and self.found else None

    def _say_about(
        self, change: StoryChange, text: str, kind: CommentKind, of: Found | None
    ) -> None:
        from newsroom.ui.changes.saying import say_about

        def kept() -> None:
            self.look()
            self._window.copy_desk.commenting.look_again()

        if (found := of or self.found) is not None:
            say_about(self._window, found, change, text, kind, kept)

    def _ask_reason(self, change: StoryChange) -> None:
        """Let a reason be written beside the change, in another view or in the list."""
        if self.write_elsewhere(change):
            return
        self._window.show_tab("review")
        inspector = self._window.inspector
        if inspector is not None:
            inspector.review.show_part(_PART)
        if self._part is not None:
            self._part.write_reason(change)

    def _say(self, text: str) -> None:
        self._window.banner.say(text, "good")
