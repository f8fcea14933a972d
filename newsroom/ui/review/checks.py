"""Marks for whatever is being written: one mechanism for every text field."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from operator import methodcaller
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from newsroom.language.finding import Finding, without_rivals
from newsroom.language.ignored import IgnoredMarks
from newsroom.language.used_names import without_used
from newsroom.story.dateline import Dateline
from newsroom.ui.review.checking_jobs import (
    Findings,
    Line,
    check,
    job,
    learn,
    look_across,
    sources,
    unlearn,
)
from newsroom.ui.work.lanes import Lane

if TYPE_CHECKING:
    from newsroom.language.checker import Checker
    from newsroom.ui.work.child import Child

# Characters; few enough that the first marks show at once and a new paste is soon reached.
_BATCH = 3_000
_REMEMBERED = 5_000_000  # characters of the lines whose answers are kept
# Milliseconds of quiet before lines are sent; one more for each so many characters of a long
# one, which is checked for long and all of it again after the next key.
_PAUSE, _LONG, _PAUSE_AT_MOST = 120, 100, 2_000


class LiveChecks(QObject):
    """Checks lines of text on a worker and remembers the answers by text.

    An answer belongs to the exact text it was given for, so a line that has
    moved on is never drawn with another line's marks, and a line that is typed
    back is not checked again. What only the whole story shows is looked for on
    pauses and laid over the lines it was found in.
    """

    updated = Signal()
    looked_across = Signal()  # what only the whole story shows is known, new or not
    unavailable = Signal(str)  # why there can be no checker
    taken = Signal(object, object, str)  # in which text, Finding, what was written instead
    lacking = Signal(str)  # what the checker has to do without, said once

    def __init__(self, make: Callable[[], Checker], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._child: Child[Checker] | None = None
        self._is_closed = False
        self._lane: Lane[Child[Checker]] = Lane("checker", self._start, self)
        self._known: dict[Line, Findings] = {}
        self._size = 0  # characters of these lines
        self._told: dict[Line, Findings] = {}  # what was told of them last
        self._wanted: dict[Line, None] = {}
        self._seen: dict[Line, None] = {}  # those of them that a person looks at
        self._across: dict[Line, Findings] = {}
        self._dateline: tuple[Dateline, Findings] = (Dateline(), ())
        self._looked_at: object = None
        self._looking = False
        self._busy = False
        self._ignored = IgnoredMarks()
        self._taught = 0  # how often words were learnt or forgotten; answers from before are stale
        self._works = True
        self._is_lack_told = False
        self._names: frozenset[str] = frozenset()  # that the story has used
        self._shows_marks = True
        self.sources: dict[str, str] = {}  # where each rule is written down, by its name
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._send)

    def line(self, text: str, kind: str = "body", *, seen: bool = False) -> Findings | None:
        """Return the findings of one line; None while they are being worked out.

        ``kind`` is the last part of the name of its field. Lines that are ``seen`` are
        checked before the others.
        """
        if not text.strip():
            return ()
        line = (kind, text)
        found = self._known.get(line)
        if found is None:
            if line not in self._wanted:
                self._wanted[line] = None
                self._pause.start(min(_PAUSE + len(text) // _LONG, _PAUSE_AT_MOST))
            if seen:
                self._seen[line] = None
            return None
        told = self._told.get(line)
        if told is None:
            told = self._told[line] = self._told_of(line, found)
        return told

    def forget(self, text: str, kind: str = "body") -> None:
        """Drop a question whose line has moved on; whoever still needs it asks again."""
        self._wanted.pop((kind, text), None)
        self._seen.pop((kind, text), None)

    def look_across(self, lines: Sequence[tuple[str, str]], dateline: Dateline) -> None:
        """Look for what only the whole story shows.

        ``lines`` are those that are not empty, in reading order, with their fields' names.
        """
        story = (lines, dateline)
        if story == self._looked_at or not self._works:
            return
        self._looked_at, self._looking = story, True
        self._lane.run(
            job(look_across, lines, dateline),
            lambda answer: self._lay_over(story, *answer),
            self._give_up,
        )

    def run(
        self,
        asked: Callable[[Child[Checker]], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Have the checker do one of the checking jobs for somebody else, after what waits."""
        self._lane.run(asked, done, failed)

    def dateline(self, dateline: Dateline) -> Findings:
        """Return what is known of a dateline that stands apart from the text."""
        known, found = self._dateline
        return found if known == dateline else ()

    def field(self, name: str, text: str) -> Iterator[tuple[str, list[Finding] | None]]:
        """Yield each line of a whole field with what is found in it; offsets from the start.

        None stands for a line that is still to be checked.
        """
        kind, start = _kind(name), 0
        for line in text.split("\n"):
            found = self.line(line, kind)
            placed = None if found is None else [_placed(one, name, start) for one in found]
            yield line, placed
            start += len(line) + 1

    @property
    def is_idle(self) -> bool:
        """True when every line asked about has its answer."""
        return not self._busy and not self._wanted

    @property
    def is_looking_across(self) -> bool:
        """True while what only the whole story shows is being looked for."""
        return self._looking

    @property
    def works(self) -> bool:
        """False while there can be no checker."""
        return self._works

    def set_ignored(self, marks: IgnoredMarks) -> None:
        """Leave these marks out from now on."""
        self._ignored = marks
        self._told.clear()
        self.updated.emit()

    def is_ignored(self, finding: Finding, text: str) -> bool:
        """Say whether a finding in ``text``, its whole field, is left out."""
        return self._ignored.cover(finding, text)

    @property
    def shows_marks(self) -> bool:
        """True while what was found is to be seen in the text."""
        return self._shows_marks

    def show_marks(self, shown: bool) -> None:
        """Have what was found marked in the text, or only listed."""
        if shown != self._shows_marks:
            self._shows_marks = shown
            self.updated.emit()

    def learn(self, words: Sequence[str]) -> None:
        """Take words as right everywhere, from now on."""
        self._lane.run(job(learn, tuple(words), lasting=True))
        # A word more can only take marks away: lines without any stay as they are.
        self._judge_anew({line: found for line, found in self._known.items() if not found})

    def unlearn(self, words: Sequence[str]) -> None:
        """Take words that were learnt as any other again."""
        self._lane.run(job(unlearn, tuple(words), lasting=True))
        self._judge_anew({})

    def renew(self) -> None:
        """Check everything anew, by what the files of the house now say."""
        self._works = True
        self.sources.clear()
        self._lane.run(methodcaller("renew"), None, self._give_up)
        self._judge_anew({})

    def close(self) -> None:
        """End the worker; what it has not looked at yet is dropped."""
        self._wanted.clear()
        self._seen.clear()
        self._is_closed = True
        if self._child is not None:
            self._child.stop()
        self._lane.close()

    def _start(self) -> Child[Checker]:
        """Make the child, in the lane's thread; it may be that nobody wants it any more."""
        from newsroom.ui.work.child import Child  # not needed to begin writing

        self._child = child = Child(self._make)
        if self._is_closed:
            child.stop()
        return child

    def _told_of(self, line: Line, found: Sequence[Finding]) -> Findings:
        """Return what is to be marked of what was found in a line."""
        if found and self._names:
            found = without_used(found, self._names)
        if more := self._across.get(line):
            found = without_rivals([*found, *more])
        return tuple(finding for finding in found if not self._ignored.cover(finding, line[1]))

    def _judge_anew(self, still_known: dict[Line, Findings]) -> None:
        self._taught += 1
        self._known = still_known
        self._size = sum(len(text) for _, text in still_known)
        self._told.clear()
        self._looked_at, self._looking = None, False
        self.updated.emit()

    def _send(self) -> None:
        if self._busy or not self._wanted:
            return
        batch = self._next_batch()
        self._busy = True
        taught = self._taught
        self._lane.run(
            job(check, batch),
            lambda answer: self._take({} if taught != self._taught else answer[0], answer[1]),
            self._give_up,
        )

    def _next_batch(self) -> list[Line]:
        """Take some of the lines that wait, those that are seen first."""
        batch, left = [], _BATCH
        while self._wanted and left > 0:
            line = next(iter(self._seen or self._wanted))
            self._seen.pop(line, None)
            if line in self._wanted:
                del self._wanted[line]
                batch.append(line)
                left -= len(line[1])
        return batch

    def _take(self, answers: dict[Line, Findings], lack: str) -> None:
        self._busy = False
        self._works = True
        if not self.sources:
            self._lane.run(job(sources), self.sources.update)
        if lack and not self._is_lack_told:
            self._is_lack_told = True
            self.lacking.emit(lack)
        if self._size > _REMEMBERED:
            self._known.clear()
            self._told.clear()
            self._size = 0
        self._known.update(answers)
        self._size += sum(len(text) for _, text in answers)
        self.updated.emit()
        self._send()

    def _lay_over(
        self,
        story: tuple[Sequence[tuple[str, str]], Dateline],
        found: Sequence[Sequence[Finding]],
        of_dateline: Findings,
        names: frozenset[str],
    ) -> None:
        if story != self._looked_at:
            return  # the story has moved on; it will be looked at again
        self._looking = False
        lines, dateline = story
        across = {
            (_kind(name), text): tuple(more)
            for (name, text), more in zip(lines, found, strict=True)
            if more
        }
        over = (across, (dateline, of_dateline), names)
        if over != (self._across, self._dateline, self._names):
            self._across, self._dateline, self._names = over
            self._told.clear()
            self.updated.emit()
        self.looked_across.emit()

    def _give_up(self, error: Exception) -> None:
        """Without a checker nothing is marked; the rest of the program goes on."""
        self._busy = self._looking = False
        self._wanted.clear()
        self._seen.clear()
        if self._works:  # said once, not at every line
            self._works = False
            self.unavailable.emit(str(error))


def _placed(found: Finding, field: str, by: int) -> Finding:
    """Return a line's finding as one of its field. Thousands of times, so not by ``replace``."""
    return Finding(
        found.rule,
        found.severity,
        field,
        found.start + by,
        found.end + by,
        found.text,
        found.message,
        found.suggestions,
    )


def _kind(name: str) -> str:
    """Return the last part of a field's name: ``photos[0].caption`` is a caption."""
    return name.rpartition(".")[2]
