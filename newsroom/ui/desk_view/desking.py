"""Joins the page of the desk to the window and the store, and goes from story to story."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer

from newsroom.app import DEFAULT_HOUSE
from newsroom.app.house_key import house_key
from newsroom.exchange.errors import in_words
from newsroom.store.desk.line import DeskLine
from newsroom.store.desk.views import AT_DESK, DeskView
from newsroom.story.person import Person
from newsroom.story.workflow import Status, usual_step
from newsroom.ui.desk_view import choice
from newsroom.ui.desk_view.assigning import Assigning
from newsroom.ui.desk_view.desk_page import DeskPage
from newsroom.ui.desk_view.finding_counts import FindingCounts
from newsroom.ui.desk_view.place import Place
from newsroom.ui.desk_view.views import Views
from newsroom.ui.jumping import go_to_story
from newsroom.ui.review.announcing import announce
from newsroom.ui.review.tally import Tally
from newsroom.ui.written import number

if TYPE_CHECKING:
    from newsroom.store.store import Store
    from newsroom.store.stories import StatusChange
    from newsroom.story.story import Story
    from newsroom.ui.main_window import MainWindow

_LATER = 30_000  # milliseconds, in which ages and deadlines go on
_LOOKED_AT = 120  # before the text of a story is read that one may only pass
_DECIDED = 50  # between two looks whether a step is taken
_REMEMBER = 1_000  # before a view is kept that may soon be another


@dataclass(frozen=True, slots=True)
class _Known:
    """What was read last of the desk; ``statuses`` are those whose stories were read."""

    lines: Sequence[DeskLine]
    counts: Mapping[Status, int]
    view: DeskView
    views: Sequence[DeskView]
    me: Person
    statuses: frozenset[Status]


class Desking(QObject):
    """Shows the desk in the page's place; by its order goes who opens the next story."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._place = Place(window)
        self.page = page = DeskPage(window.theme, window.profile.zone)
        self.counts = FindingCounts(window)
        self.counts.counted.connect(self._counted)
        self._assigning = Assigning(window, page, self.refresh)
        self._views = Views(window, page)
        self._known: _Known | None = None
        self._view: DeskView | None = None  # as it is set here; before that, as it was kept
        self._order: list[str] = []
        self._is_other_view = False  # than was shown: it is looked at from the top
        self._turn = 0  # grows with each question; only the last answer is shown
        page.closed.connect(self.leave)
        page.log_wanted.connect(lambda: window.actions_["daily_log"].trigger())
        page.again_wanted.connect(self.refresh)
        page.chips.chosen.connect(lambda asked: page.filters.set_statuses(asked))
        page.filters.changed.connect(self._look_so)
        page.table.open_wanted.connect(self._open_at_hand)
        page.table.assigning_wanted.connect(self._assign)
        page.table.moved.connect(self._follow_choice)
        page.table.customContextMenuRequested.connect(self._open_menu)
        self._clock = QTimer(self, interval=_LATER)
        self._clock.timeout.connect(self._arrange)
        self._look = QTimer(self, singleShot=True, interval=_LOOKED_AT)
        self._look.timeout.connect(self._read_text)
        self._keep = QTimer(self, singleShot=True, interval=_REMEMBER)
        self._keep.timeout.connect(self._remember)
        for name in ("next_story", "previous_story"):
            window.actions_[name].setAutoRepeat(False)  # one press, one story
        window.columns.stack.addWidget(page)
        window.columns.stack.currentChanged.connect(lambda _: self._follow_stack())
        window.desk.listed.connect(lambda _: self.is_open and self.refresh())
        window.desk.person_known.connect(lambda _: self.is_open and self.refresh())
        window.desk.leaving.connect(self.counts.note_open)

    @property
    def is_open(self) -> bool:
        """True while the desk is shown."""
        return self._place.is_taken

    @property
    def is_in_front(self) -> bool:
        """True while the page is seen, whatever is being brought back around it."""
        return self._window.columns.stack.currentWidget() is self.page

    def show(self, on: bool) -> None:
        """Show the desk, or go back to what was there."""
        if not on:
            self.leave()
        elif not self.is_open:
            self._window.page.flush()
            self._place.take(self.page)
            self.counts.note_open()
            self._clock.start()
            self.page.table.setFocus()
            if self._known is not None:
                self._arrange()
            self._window.desk.when_safe(self.refresh)

    def leave(self) -> None:
        """Go back to the text that was there."""
        self._place.leave()

    def refresh(self) -> None:
        """Read the stories anew."""
        self._fetch(self._show_known)

    def go(self, step: int) -> None:
        """Open the next story that waits (1), or the one before (-1), once all is saved.

        A step that is being taken is taken first; where it is refused, one stays to see why.
        What is pressed meanwhile is meant for the story to come.
        """
        window = self._window
        window.commands.keys.hold()
        window.page.flush()
        checklist = window.copy_desk.checklisting
        if checklist.is_deciding:

            def decided() -> None:
                now = window.desk.story
                if checklist.is_deciding or (now and now.status is Status.READY):
                    self.go(step)
                else:
                    window.commands.keys.let_go()

            QTimer.singleShot(_DECIDED, self, decided)
            return
        self.counts.note_open()
        self._window.desk.when_safe(lambda: self._fetch(lambda: self._go(step)))

    def move_on(self, status: Status) -> bool:
        """Give what is chosen another status; False while the desk is not shown."""
        if not self.is_open:
            return False
        if ids := [line.id for line in self.page.table.chosen()]:
            self._window.commands.of_list.move_on(ids, status)
        return True

    # What is shown.

    def _fetch(self, then: Callable[[], None]) -> None:
        self._turn += 1
        turn, view, home = self._turn, self._view, self._window.desk.newsroom.home

        def job(store: Store) -> _Known:
            asked = view or store.desk_views.last()
            statuses = frozenset((*AT_DESK, *asked.statuses))
            return _Known(
                lines=store.desk_list.list(statuses, house_key(home, DEFAULT_HOUSE)),
                counts=store.stories.counts(),
                view=asked,
                views=store.desk_views.list(),
                me=store.people.me(),
                statuses=statuses,
            )

        def done(known: _Known) -> None:
            if turn == self._turn or self._known is None:
                self._known, self._view = known, self._view or known.view
                self.page.model.zone = self._window.profile.zone
                self.page.filters.show_view(self._view)
                self.page.filters.show_views(known.views)
                self.page.filters.offer(known.lines)
            then()

        def failed(error: Exception) -> None:
            if turn != self._turn:
                return
            self._window.commands.keys.let_go()
            if self.is_open and self._known is None:
                self.page.say_error(in_words(error))
            else:
                self._window.banner.say(in_words(error), "error")

        self._window.desk.in_store(job, done, failed)

    def _look_so(self, view: DeskView) -> None:
        """Show the desk by another view; at once, where all that it shows is known."""
        self._view, self._is_other_view = view, True
        self._keep.start()
        if self._known is None or not self._known.statuses.issuperset(view.statuses):
            self.refresh()
        else:
            self._arrange()
            count = self.page.model.rowCount()
            announce(self.page, self.tr("{0} naskah").format(count))

    def _show_known(self) -> None:
        if self.is_open:
            self._arrange()

    def _arrange(self) -> list[DeskLine]:
        """Show what is known by the view at hand, and return it in its order."""
        known, view = self._known, self._view
        if known is None or view is None:
            return []
        now = datetime.now(UTC)
        lines = choice.shown(known.lines, view, known.me, now)
        self._order = [line.id for line in lines]
        done = {
            line.id
            for line in lines
            if self._has_moved(line) and not choice.waits(line, view, known.me, now)
        }
        self.page.show_view(view)
        self.page.show_lines(lines, known.counts, now, known.me.name, done)
        if self._is_other_view:
            self._is_other_view = False
            self.page.table.go_to_top()
        if self.is_open:
            self.counts.want(line for line in lines if line.status in AT_DESK)
        return lines

    def _has_moved(self, line: DeskLine) -> bool:
        """Say whether a story has taken a step since it was shown."""
        row = self.page.model.row_of(line.id)
        was = self.page.model.line(row) if row is not None else None
        return was is not None and was.status is not line.status

    def _counted(self, story_id: str, revision: int, found: Tally) -> None:
        """Take over what was counted, where the story is still the same."""
        known = self._known
        if known is None:
            return

        def with_count(line: DeskLine) -> DeskLine:
            same = line.id == story_id and line.revision == revision
            return replace(line, found=tuple(found)) if same else line

        self._known = replace(known, lines=[with_count(line) for line in known.lines])
        for line in self._known.lines:
            if line.id == story_id:
                self.page.model.put(line)
        if self._view is not None and self._view.with_findings and not any(found):
            self._arrange()

    def _remember(self) -> None:
        if (view := self._view) is not None:
            self._window.desk.in_store(lambda store: store.desk_views.remember(view))

    def _follow_stack(self) -> None:
        """Put all away once something else has come in the place of the desk."""
        if self.is_open and not self.is_in_front:
            self._place.put_away()
            self._clock.stop()
            self._look.stop()

    # The story at hand.

    def _follow_choice(self) -> None:
        """Offer the steps of the story at hand, and show what it says if that is wanted."""
        if self.is_open:
            line = self.page.table.at_hand
            self._window.top_bar.show_status(line.status if line else None)
        if self.page.is_previewing:
            self._look.start()

    def _read_text(self) -> None:
        line = self.page.table.at_hand
        if line is None:
            self.page.text.clear()
            return

        def job(store: Store) -> Story:
            return store.stories.get(line.id)

        def done(story: Story) -> None:
            at_hand = self.page.table.at_hand
            if at_hand is not None and at_hand.id == story.id:
                parts = (story.headline, story.subheadline, story.body)
                self.page.say_text("\n\n".join(filter(None, map(str.strip, parts))))

        self._window.desk.in_store(job, done, lambda error: self._refuse(error))

    # Going to a story.

    def _go(self, step: int) -> None:
        known, view = self._known, self._view
        if known is None or view is None:
            return
        story = self._window.desk.story
        at, before = story.id if story else None, self._order
        lines, now = self._arrange(), datetime.now(UTC)
        if at in before and at not in self._order:
            self._order = before
        waiting = [line.id for line in lines if choice.waits(line, view, known.me, now)]
        wanted = choice.following(self._order, waiting, at, step)
        if wanted is None:
            self._window.commands.keys.let_go()
            self._tell_none(at, known, now)
            return
        self.page.table.go_to(wanted)
        self._open(wanted)

    def _tell_none(self, at: str | None, known: _Known, now: datetime) -> None:
        """Say that nothing waits; or where something does, if this view leaves it out."""
        banner, whole = self._window.banner, DeskView()
        left = sum(
            line.id != at and choice.waits(line, whole, known.me, now) for line in known.lines
        )
        if left:
            told = self.tr(
                "Di tampilan ini tidak ada lagi yang menunggu; di luarnya masih {0} naskah."
            )
            show_all = self.tr("Tampilkan semua di meja")
            banner.say(told.format(number(left)), "good", show_all, self._show_whole)
            return
        told = self.tr("Tidak ada naskah lain yang menunggu.")
        if self.is_open:
            banner.say(told, "good")
        else:
            act = self._window.actions_["desk_view"]
            banner.say(told, "good", act.text(), lambda: self.show(True))

    def _show_whole(self) -> None:
        self.page.filters.use(DeskView())
        self.show(True)

    def _open_at_hand(self, take: bool) -> None:
        line, known = self.page.table.at_hand, self._known
        if line is None or known is None:
            return
        is_next = usual_step(line.status, known.me.role) is Status.EDITING
        if take and is_next:
            self._window.standing.when_signed(lambda: self._take(line))
        else:
            self._open(line.id)

    def _take(self, line: DeskLine) -> None:
        """Note that the story is being edited from now on, and open it."""
        window = self._window
        if window.desk.story is not None and window.desk.story.id == line.id:
            self.leave()
            window.commands.of_story.move_on(Status.EDITING)
            return

        window.commands.keys.hold()

        def job(store: Store) -> list[StatusChange]:
            return store.stories.change_status([line.id], Status.EDITING)

        def done(changes: list[StatusChange]) -> None:
            self._open(line.id)
            window.desk.refresh_list()
            if why := next((one.why for one in changes if one.why), ""):
                window.banner.say(why, "warning", lasting=True)

        window.desk.in_store(job, done, self._refuse)

    def _open(self, story_id: str) -> None:
        story = self._window.desk.story
        if story is not None and story.id == story_id:
            self.leave()
            self._window.commands.keys.let_go()
        go_to_story(self._window, story_id)

    # What is done about stories.

    def _assign(self) -> None:
        if self._known is not None:
            self._assigning.ask(self._known.lines, self._known.me)

    def _open_menu(self, point: QPoint) -> None:
        from newsroom.ui.desk_view.row_menu import open_menu

        if self._known is not None and self.page.table.indexAt(point).isValid():
            open_menu(self.page, point, self._assigning, self._known.lines, self._known.me,
                      self.move_on)  # fmt: skip

    def _refuse(self, error: Exception) -> None:
        self._window.commands.keys.let_go()
        self._window.banner.say(in_words(error), "error")
