"""Knows what an editor changed in the open story, and takes back or accepts it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from newsroom.story.workflow import Status
from newsroom.ui.written import number

if TYPE_CHECKING:
    from newsroom.language.finding import Finding
    from newsroom.store.reviews import Review
    from newsroom.store.store import Store
    from newsroom.story.changes.change import StoryChange
    from newsroom.story.person import Person
    from newsroom.story.story import Story
    from newsroom.ui.changes.found import Found, Kept
    from newsroom.ui.changes.part import ChangesPart
    from newsroom.ui.changes.rule_reasons import RuleReasons
    from newsroom.ui.changes.writing_back import WritingBack
    from newsroom.ui.editor.prose_edit import ProseEdit
    from newsroom.ui.inspector.inspector import Inspector
    from newsroom.ui.main_window import MainWindow

_PART = "changes"
_PAUSE = 400  # milliseconds after the last key


@dataclass(frozen=True, slots=True)
class _Deed:
    """How something that was done about changes is undone, and done again."""

    undo: Callable[[], object]
    redo: Callable[[], object]


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
        self._watchers: set[str] = set()
        self._part: ChangesPart | None = None
        self._reasons: RuleReasons | None = None  # comes with the first rule that is applied
        self._undoing: list[_Deed] = []  # what was done, the last at the end
        self._redoing: list[_Deed] = []  # and what of it was undone
        self._told = ""  # what was said of the last of that
        self._writing: WritingBack | None = None  # while it is at work
        self._turn = 0  # grows with each look; only the last is shown
        self._waiting: list[Callable[[], object]] = []
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.look)
        window.desk.opened.connect(lambda *_: self._opened())
        window.desk.edited.connect(lambda _: self._is_watched and self._pause.start())
        window.desk.step_kept.connect(lambda: self._is_watched and self.look())
        window.reviewing.mended.connect(self.note_fixed)
        window.checks.taken.connect(self._note_taken)

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
        """Offer the list of changes beside the text, and note why findings are put right there."""
        self._part = None
        inspector.review.offer(_PART, self.tr("Perubahan"), self._make)
        inspector.review.shown.connect(lambda _: self.look())
        inspector.finding_fixed.connect(lambda finding, new: self.note_fixed([(finding, new)]))

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
        if self._writing is not None:
            return  # it is looked when that is done
        self._window.page.flush()
        desk, story = self._window.desk, self._window.desk.story
        self._turn += 1
        if story is None or not story.revision:
            self._take(None)
            return
        turn = self._turn

        def read(store: Store) -> Kept | None:
            from newsroom.ui.changes.found import Kept

            return Kept.read(store, story.id)

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

    # What is done about changes.

    def accept(self, changes: Collection[StoryChange]) -> None:
        """Let changes stand: the story is reviewed against a text that has them."""
        self._when_known(lambda: self._accept(changes))

    def take_back(self, changes: Collection[StoryChange]) -> None:
        """Have the text again as it was before these changes, as one step that can be undone."""
        self._when_known(lambda: self._take_back(changes))

    def of_sentence(self, change: StoryChange) -> Sequence[StoryChange]:
        """Return the changes in the sentence that one is in."""
        found = self.found
        one = found.pending([change]) if found else []
        return found.changes.of_sentence(one[0]) if found and one else [change]

    def undo(self) -> None:
        """Undo what was done about changes last."""
        if self._undoing:
            self._window.banner.clear()
            self._undoing[-1].undo()

    def redo(self) -> None:
        """Do again what was undone last."""
        if self._redoing:
            self._redoing[-1].redo()

    def give_reason(self, change: StoryChange, text: str) -> None:
        """Say why a change was made."""
        from newsroom.story.comments.comment import CommentKind

        self._say_about(change, text, CommentKind.REASON)

    def ask(self, change: StoryChange, text: str) -> None:
        """Ask about a change, or answer what is asked about it."""
        from newsroom.story.comments.comment import CommentKind

        self._say_about(change, text, CommentKind.QUESTION)

    def note_fixed(self, fixes: Sequence[tuple[Finding, str]]) -> None:
        """Keep the rules as the reasons of what was put right by them."""
        story = self._window.desk.story
        if story is None or story.status in (Status.DRAFT, Status.RETURNED):
            return
        from newsroom.ui.changes.rule_reasons import RuleReasons

        if self._reasons is None:
            self._reasons = RuleReasons(self._window, self)
        self._reasons.note(fixes)

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

    def _note_taken(self, edit: ProseEdit, finding: Finding, new: str) -> None:
        from dataclasses import replace

        if field := self._window.reviewing.fields.by_name().name_of(edit):
            self.note_fixed([(replace(finding, field=field), new)])

    def _opened(self) -> None:
        self._turn += 1
        self.found, self.is_known, self.error = None, False, ""
        self._undoing, self._redoing, self._waiting = [], [], []
        self._window.banner.withdraw(self._told)
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

        self._part = ChangesPart(self._window.theme, self)
        return self._part

    def _when_known(self, then: Callable[[], object]) -> None:
        """Go on with the changes of the text as it is now."""
        if self._writing is not None:
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
        """Return the change that one is at: in another view, in the list, in the text."""
        if (change := self.at_hand_elsewhere()) is not None:
            return change
        if self._part is not None and (change := self._part.at_hand()) is not None:
            return change
        place = self._window.reviewing.fields.place()
        if place is None:
            return None
        return next(
            (
                one
                for one in self.changes
                if one.field == place.field
                and one.new_start <= place.end
                and place.start <= one.new_end
            ),
            None,
        )

    def _accept(self, changes: Collection[StoryChange]) -> None:
        found = self.found
        if found is None or not (some := found.pending(changes)):
            return
        left = found.after(some, back=False)
        before = found.kept.review
        self._turn += 1  # what is being looked for knows nothing of this
        self._take(left.against(_with_base(before, left.changes.base)))
        told = self.tr("{0} perubahan diterima.").format(number(len(some)))

        def undo() -> None:
            self._note_undone(deed)
            self._keep(before, before.base, self.look)

        def redo() -> None:
            self._note_done(deed)
            self._keep(before, left.changes.base, lambda: (self._tell(told), self.look()))

        deed = _Deed(undo, redo)
        self._redoing.clear()
        self._note_done(deed)  # at once, for who undoes it before it is kept
        self._keep(before, left.changes.base, lambda: self._tell(told))

    def _keep(self, review: Review, base: Story, then: Callable[[], object]) -> None:
        def job(store: Store) -> bool:
            return store.reviews.keep(review, base)

        def done(kept: bool) -> None:
            if kept:
                then()
            else:
                self._say(self.tr("Naskah sudah diajukan lagi; tinjauannya mulai dari awal."))
                self.look()

        def failed(error: Exception) -> None:
            self._window.banner.say(str(error), "error")
            self.look()

        self._window.desk.in_store(job, done, failed)

    def _take_back(self, changes: Collection[StoryChange]) -> None:
        from newsroom.ui.changes.writing_back import WritingBack

        found = self.found
        if found is None or not (some := found.pending(changes)):
            return
        left = found.after(some, back=True)
        writing = WritingBack(self._window, left.changes.now, self)
        told = self.tr("{0} perubahan dibatalkan.").format(number(len(some)))

        def finish() -> None:
            story, self._writing = self._window.desk.story, None
            self._turn += 1
            if story is not None and story.id == left.changes.now.id:
                self._redoing.clear()
                done()
            if story is not None and left.is_of(story):
                self._take(left)
            else:
                self.look()

        def done() -> None:
            self._note_done(deed)
            self._tell(told)

        def undone() -> None:
            self._note_undone(deed)
            self._window.banner.withdraw(told)
            self.look()

        def redone() -> None:
            done()
            self.look()

        deed = _Deed(writing.undo, writing.redo)
        writing.finished.connect(finish)
        writing.undone.connect(undone)
        writing.redone.connect(redone)
        self._writing = writing
        writing.start()

    def _note_done(self, deed: _Deed) -> None:
        if deed in self._redoing:
            self._redoing.remove(deed)
        self._undoing.append(deed)

    def _note_undone(self, deed: _Deed) -> None:
        if deed in self._undoing:
            self._undoing.remove(deed)
            self._redoing.append(deed)

    def _tell(self, told: str) -> None:
        self._told = told
        self._window.banner.say(told, "good", self.tr("Urungkan"), self.undo)

    def _say_about(self, change: StoryChange, text: str, kind: str) -> None:
        from newsroom.story.changes.fields import text_of
        from newsroom.story.changes.reasons import about
        from newsroom.story.comments.comment import Comment, CommentKind
        from newsroom.story.comments.mentions import mentions

        desk, found = self._window.desk, self.found
        if found is None or desk.story is None or not text.strip():
            return
        change = next(iter(found.pending([change])), change)
        story_id, now = desk.story.id, found.changes.now
        question = found.question(change) if kind == CommentKind.QUESTION else None

        def keep(person: Person) -> None:
            anchor, subject = about(change, text_of(now, change.field), found.who(change))
            named = mentions(text, found.people(person.name))

            def job(store: Store) -> None:
                if question is not None:
                    store.comments.answer(question.id, person.name, text, named)
                    return
                told = Comment.new(
                    person.name,
                    text,
                    datetime.now(UTC),
                    kind=CommentKind(kind),
                    anchor=anchor,
                    subject=subject,
                    mentions=named,
                )
                store.comments.add(story_id, told)

            def done(_: None) -> None:
                self.look()
                self._window.copy_desk.commenting.look_again()

            def failed(error: Exception) -> None:
                self._window.banner.say(str(error), "error")

            desk.when_safe(lambda: desk.in_store(job, done, failed), patient=True)

        why = self.tr("Alasan dan pertanyaan diberi nama penulisnya. Siapa Anda?")
        self._window.standing.when_named(keep, why)

    def _ask_reason(self, change: StoryChange) -> None:
        """Let a reason be written beside the change in the list."""
        self._window.show_tab("review")
        inspector = self._window.inspector
        if inspector is not None:
            inspector.review.show_part(_PART)
        if self._part is not None:
            self._part.write_reason(change)

    def _say(self, text: str) -> None:
        self._window.banner.say(text, "good")


def _with_base(review: Review, base: Story) -> Review:
    from dataclasses import replace

    return replace(review, base=base)
