"""Opens the review of the open story, has done what a person wants there, and goes back."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from newsroom.story.changes.change import StoryChange
from newsroom.ui.changes.deeds import Deed
from newsroom.ui.changes.found import Found
from newsroom.ui.changes_view.bases import Base, against, noted, offered
from newsroom.ui.changes_view.changes_view import ChangesView
from newsroom.ui.changes_view.review import Review
from newsroom.ui.changes_view.reviewed import Reviewed

if TYPE_CHECKING:
    from newsroom.ui.main_window import MainWindow

_LOOK = "changes_view"  # the workspace's key for how changes were looked at last
_DECIDING = (
    "accept_change", "take_back_change", "accept_all_changes", "take_back_all_changes",
)  # fmt: skip


class ShowingChanges(QObject):
    """Shows the changes of the story that lies open, until the page or another thing is wanted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._changing = window.copy_desk.changing
        self._staging = window.versioning.staging
        self.view: ChangesView | None = None  # comes when it is first asked for
        self.is_open = False
        self._story_id = ""
        self._turn = 0  # grows with each comparison; only the last is shown
        self._reviewed: Reviewed | None = None
        self._base: Base | None = None  # with what the story is compared, once that is known
        self._is_undoing = self._has_gone = False
        window.columns.stack.currentChanged.connect(lambda _: self._follow_stack())
        window.actions_["focus"].toggled.connect(lambda on: on and self.leave())
        self._changing.changed.connect(self._compare)

    def show(self, on: bool) -> None:
        """Show the changes of the open story, or go back to it."""
        if not on:
            self.leave()
        elif not self.is_open:
            self._open()

    def leave(self) -> bool:
        """Go back to the text, to the change that was gone to; False if none are shown."""
        if not self.is_open:
            return False
        change = self.at_hand() if self._has_gone else None
        self._staging.back()
        self._staging.focus_page()
        page = self._window.page
        if change is not None and (field := page.fields().get(change.field)) is not None:
            field.select(change.new_start, change.new_start)
            field.setFocus()
            page.view.follow(field)
        return True

    def at_hand(self) -> StoryChange | None:
        """Return the change that is set off while changes are shown."""
        if not self.is_open or self._reviewed is None or self.view.sheet.current < 0:
            return None
        return self._reviewed.all[self.view.sheet.current]

    # Opening and closing.

    def _open(self) -> None:
        window = self._window
        window.page.flush()
        story = window.desk.story
        if story is None:
            window.actions_["changes"].setChecked(False)
            return
        if self.view is None:
            self._make()
        self._story_id = story.id
        self._reviewed, self._base, self._has_gone = None, None, False
        self.view.show_loading()
        self._staging.enter(self.view)
        self.is_open = True
        window.actions_["changes"].setChecked(True)
        self.view.sheet.setFocus()
        self._changing.at_hand_elsewhere = self.at_hand
        self._changing.show_elsewhere = self._show_change
        self._changing.write_elsewhere = self._write_reason
        window.desk.in_store(
            lambda store: store.workspace.get(_LOOK) or {}, self._use_look, self._refuse
        )
        self._changing.watch("view", True)

    def _make(self) -> None:
        window = self._window
        self.view = view = ChangesView(window.theme)
        view.closed.connect(self.leave)
        view.wanted.connect(self._do)
        view.said.connect(self._say)
        view.undo_wanted.connect(self._undo)
        view.redo_wanted.connect(self._changing.redo)
        view.base_chosen.connect(self._choose_base)
        view.columns_chosen.connect(lambda _: self._keep_look())
        view.went_to.connect(self._note_going)
        view.sheet.zoom_wanted.connect(window.viewing.zoom_by)
        view.sheet.set_look(*self._staging.look)
        self._staging.look_changed.connect(view.sheet.set_look)
        window.columns.stack.addWidget(view)

    def _follow_stack(self) -> None:
        """Put all away once something else has come in the place of the changes."""
        if self.is_open and self._window.columns.stack.currentWidget() is not self.view:
            self.is_open = False
            self._turn += 1
            self._window.actions_["changes"].setChecked(False)
            self._changing.watch("view", False)
            self._changing.at_hand_elsewhere = lambda: None
            self._changing.show_elsewhere = lambda _: False
            self._changing.write_elsewhere = lambda _: False
            self._staging.leave()

    # What is shown.

    def _compare(self) -> None:
        """Show the changes as they are known now, or compare with what the reporter wrote."""
        changing, window = self._changing, self._window
        if not self.is_open or not self._base or not changing.is_known:
            return
        now = window.desk.story
        if now is None or now.id != self._story_id:  # changed elsewhere, and one of its own now
            self.leave()
            return
        self._turn += 1
        turn, found = self._turn, changing.found
        if found is None:
            self._reviewed = None
            if changing.error:
                self.view.show_error(changing.error)
            else:
                self.view.show_no_base()
            return
        profile = window.profile
        if self._base is Base.ACCEPTED:
            self._set_out(Reviewed.of(found, found, profile))
            return
        before = self._reviewed.found if self._reviewed else None
        kept, pending = against(found.kept, self._base), found if self._base.decides else None

        def job(_: object) -> Reviewed:
            return Reviewed.of(Found.of(kept, found.changes.now, before), pending, profile)

        def done(reviewed: Reviewed) -> None:
            if turn == self._turn:
                self._set_out(reviewed)

        window.desk.in_files(job, done, self._refuse)

    def _set_out(self, reviewed: Reviewed) -> None:
        before, self._reviewed = self._reviewed, reviewed
        pending, now = reviewed.pending, datetime.now(self._window.profile.zone)
        known, actions = reviewed.found.kept.review, self._window.actions_
        key = actions["versions"].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        review = Review(
            reviewed.reading((self._base.head, self.tr("Naskah sekarang"))),
            len(reviewed.all),
            None if pending is None else len(pending.all),
            reviewed.told,
            lambda number: reviewed.card(number, now),
            offered(known),
            self._base,
            noted(known, self._base, any_changed=bool(reviewed.all), versions=key),
        )
        for name in _DECIDING:
            actions[name].setEnabled(pending is not None)
        at = self._begin_at(before)
        is_other = (
            before is None or before.all[self.view.sheet.current :][:1] != reviewed.all[at:][:1]
        )
        self.view.show_review(review, at)
        if is_other:
            self.view.tell()
        self._is_undoing = False

    def _begin_at(self, before: Reviewed | None) -> int:
        """Return the number of the change that is at hand now.

        It is the one that was, or the one behind it; what was undone comes to hand again.
        """
        changes, last = self._reviewed.all, len(self._reviewed.all) - 1
        if before is not None:
            number = max(self.view.sheet.current, 0)
            known = set(before.all)
            back = (n for n, one in enumerate(changes) if one not in known)
            if self._is_undoing and (at := next(back, None)) is not None:
                return at
            if (was := before.all[number:][:1]) and was[0] in changes:
                return changes.index(was[0])
            left = set(changes)
            return min(sum(one in left for one in before.all[:number]), last)
        place = self._window.page.body.cursor_offset()
        ahead = (n for n, one in enumerate(changes) if one.field == "body" and one.new_end >= place)
        return next(ahead, 0) if place else min(0, last)

    def _refuse(self, error: Exception) -> None:
        if self.is_open:
            self.view.show_error(str(error))

    # What is done.

    def _do(self, deed: str, number: int) -> None:
        of: dict[str, tuple[Callable[[Collection[StoryChange]], None], Collection[StoryChange]]]
        changing, changes = self._changing, self._reviewed.all
        one = changes[number : number + 1] if number >= 0 else ()
        sentence = self._reviewed.found.changes.of_sentence(one[0]) if one else ()
        of = {
            Deed.ACCEPT: (changing.accept, one),
            Deed.TAKE_BACK: (changing.take_back, one),
            Deed.ACCEPT_SENTENCE: (changing.accept, sentence),
            Deed.TAKE_BACK_SENTENCE: (changing.take_back, sentence),
            Deed.ACCEPT_ALL: (changing.accept, changing.changes),
            Deed.TAKE_BACK_ALL: (changing.take_back, changing.changes),
        }
        do, some = of[deed]
        self._has_gone, self._is_undoing = True, False
        do(some)

    def _say(self, deed: str, number: int, text: str) -> None:
        say = self._changing.ask if deed == Deed.ASK else self._changing.give_reason
        say(self._reviewed.all[number], text, self._reviewed.found)

    def _undo(self) -> None:
        self._is_undoing = True
        self._changing.undo()

    def _show_change(self, change: StoryChange) -> bool:
        """Show a change that was chosen in another place; False if it is not shown here."""
        there = self._reviewed.found.pending([change]) if self._reviewed else []
        if there:
            self.view.go_to(self._reviewed.all.index(there[0]))
        return bool(there)

    def _write_reason(self, change: StoryChange) -> bool:
        """Let a reason be written in the card; False if that is of another change."""
        is_here = change == self.at_hand()
        if is_here:
            self.view.card.do(Deed.REASON)
        return is_here

    def _note_going(self) -> None:
        self._has_gone = True

    # How it is looked at.

    def _use_look(self, look: dict[str, str | bool]) -> None:
        is_whole = look.get("base") == Base.REPORTERS
        self._base = Base.REPORTERS if is_whole else Base.ACCEPTED
        self.view.show_look(bool(look.get("columns")))
        self._compare()

    def _choose_base(self, base: str) -> None:
        self._base = Base(base)
        self._keep_look()
        self._compare()

    def _keep_look(self) -> None:
        look = {"base": self._base, "columns": self.view.wants_columns}
        if self._base is Base.RETURNED:  # of this story only
            look["base"] = Base.ACCEPTED
        self._window.desk.in_store(lambda store: store.workspace.set(_LOOK, look))
