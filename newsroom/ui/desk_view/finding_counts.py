"""Counting what is found in the stories of the desk, one after another behind everything else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from newsroom.app import DEFAULT_HOUSE
from newsroom.app.house_key import house_key
from newsroom.language.finding import Finding
from newsroom.language.house import House, HouseError
from newsroom.language.ignored import Ignored, IgnoredMarks
from newsroom.portal.preflight import preflight
from newsroom.story.story import Story
from newsroom.story.texts import story_texts
from newsroom.ui.desk.ignoring import ignored_key
from newsroom.ui.review.checking_jobs import Line, check, check_story, job
from newsroom.ui.review.tally import Tally, tally
from newsroom.ui.work.pace import is_typing

if TYPE_CHECKING:
    from newsroom.store.desk.line import DeskLine
    from newsroom.store.store import Store
    from newsroom.ui.main_window import MainWindow

_BETWEEN = 250  # milliseconds between two pieces of work, and two looks whether it may be done
_BATCH = 2_000  # characters at once: what is written meanwhile waits for no more than that


class FindingCounts(QObject):
    """Has the checker read stories, in parts, while it has nothing else to do.

    What is counted is what the list of findings of an open story would show: those of the
    checker and what the portal misses, without those that are left out.
    """

    counted = Signal(str, int, object)  # story, its revision, Tally

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._waiting: dict[str, DeskLine] = {}
        self._failed: set[tuple[str, int]] = set()
        self._story: _Read | None = None
        self._is_busy = False
        self._timer = QTimer(self, interval=_BETWEEN)
        self._timer.timeout.connect(self._go_on)

    def want(self, lines: Iterable[DeskLine]) -> None:
        """Count these, those that are not counted yet, in their order; no others any more."""
        self._waiting = {
            line.id: line
            for line in lines
            if line.found is None and (line.id, line.revision) not in self._failed
        }
        if self._waiting:
            self._timer.start()

    def stop(self) -> None:
        """Count nothing more."""
        self._waiting.clear()
        self._timer.stop()

    def note_open(self) -> None:
        """Take over what is found in the open story, where all of that is known."""
        window, findings = self._window, self._window.findings
        story = window.desk.story
        if (
            story is not None
            and story.revision
            and window.is_settled
            and findings.has_checker
            and findings.progress.share is None
        ):
            self._keep(story.id, story.revision, tally(findings.found))

    # Within.

    def _go_on(self) -> None:
        """Do the next piece, if nobody would wait for it."""
        checks = self._window.checks
        if not checks.works:
            self.stop()
        if self._is_busy or is_typing() or not checks.is_idle or checks.is_looking_across:
            return
        if self._story is not None:
            self._check_on(self._story)
        elif self._waiting:
            self._read(next(iter(self._waiting)))
        else:
            self._timer.stop()

    def _read(self, story_id: str) -> None:
        line = self._waiting.pop(story_id)
        open_ = self._window.desk.story
        if open_ is not None and open_.id == story_id:
            self.note_open()  # which may come later, and will by itself
            return
        profile, load_house = self._window.profile, self._window.desk.newsroom.house

        def read(store: Store) -> _Read:
            story = store.stories.get(story_id)
            kept = store.workspace.get(ignored_key(story_id)) or []
            marks = [*map(Ignored.from_json, kept), *store.ignored.all(DEFAULT_HOUSE)]
            try:
                house = load_house()
            except HouseError:
                house = House()
            missing = preflight(story, profile, lambda photo: bool(photo.digest), house=house)
            return _Read(story, IgnoredMarks(marks), [] if story.is_empty else missing)

        self._run(self._window.desk.in_store, read, self._begin, line)

    def _begin(self, read: _Read) -> None:
        self._story = read

    def _check_on(self, read: _Read) -> None:
        """Have a few lines more read, which the checker then knows; at last all together."""
        run = self._window.checks.run
        if read.lines:
            self._run(run, job(check, read.next_lines()), lambda _: None, read.story)
        else:
            self._run(run, job(check_story, read.story), self._count, read.story)

    def _count(self, found: list[Finding]) -> None:
        read, self._story = self._story, None
        if read is None:
            return
        texts = dict(story_texts(read.story))
        left = [
            one
            for one in (*found, *read.missing)
            if not read.marks.cover(one, texts.get(one.field, one.text))
        ]
        self._keep(read.story.id, read.story.revision, tally(left))

    def _run(
        self,
        lane: Callable[..., None],
        work: Callable[[Any], Any],
        done: Callable[[Any], None],
        of: DeskLine | Story,
    ) -> None:
        """Do one piece of work; a story that can't be read or checked is passed over."""
        self._is_busy = True

        def answered(answer: Any) -> None:
            self._is_busy = False
            done(answer)

        def failed(_: Exception) -> None:
            self._is_busy, self._story = False, None
            self._failed.add((of.id, of.revision))

        lane(work, answered, failed)

    def _keep(self, story_id: str, revision: int, found: Tally) -> None:
        home = self._window.desk.newsroom.home

        def keep(store: Store) -> None:
            store.desk.note_findings(story_id, revision, house_key(home, DEFAULT_HOUSE), *found)

        def done(_: object) -> None:
            self._waiting.pop(story_id, None)
            self.counted.emit(story_id, revision, found)

        self._window.desk.in_store(keep, done, lambda _: None)


class _Read:
    """A story that is being checked, and the lines of it that are still to be."""

    def __init__(self, story: Story, marks: IgnoredMarks, missing: list[Finding]) -> None:
        self.story, self.marks, self.missing = story, marks, missing
        self.lines: list[Line] = [
            (name.rpartition(".")[2], line)
            for name, text in story_texts(story)
            for line in text.split("\n")
            if line.strip()
        ]

    def next_lines(self) -> list[Line]:
        """Take out some lines, of which one at least."""
        taken: list[Line] = []
        size = 0
        while self.lines and (not taken or size + len(self.lines[0][1]) <= _BATCH):
            taken.append(self.lines.pop(0))
            size += len(taken[-1][1])
        return taken
