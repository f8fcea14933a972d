"""Finding in the fields of a story: the hits, the one at hand, the way from one to the next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QTextEdit
from shiboken6 import isValid

from newsroom.ui.search.highlights import cursor_over
from newsroom.ui.search.hits import Hits
from newsroom.ui.search.query import Query, QueryFault, find
from newsroom.ui.search.unmade import Field, Unmade, length_of, made, text_of
from newsroom.ui.work.lanes import Lane

_LOOK_AFTER = 150  # milliseconds after the text has changed
_AT_ONCE = 200_000  # letters; more are looked through off the window's thread,
_AFTER_TYPING = 80  # and only after so many milliseconds without another letter typed


class Finder(QObject):
    """Finds in one field, or ``everywhere``: in all that ``fields`` gives, in their order.

    The hit that the cursor of ``field`` stands on is the current one. A regular
    expression is looked for off the window's thread, for it may take long.
    """

    found = Signal()  # there are other hits, or another is the current one
    shown = Signal(object)  # the field that the current hit is in, to be brought into view

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.field: QTextEdit | None = None
        self.fields: Callable[[], list[Field]] = list
        self.everywhere = False
        self.fault = ""
        self.hits: dict[Field, Hits] = {}
        self._query = Query()
        self._revisions: dict[QTextEdit, int] = {}  # of the texts that the hits were found in
        self._outdated = False  # some of the fields are others by now
        self._turn = 0
        self._busy = False
        self._then: Callable[[], None] | None = None
        self._lane: Lane[None] | None = None
        self._stood: int | None = None  # the current hit as last told
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_TYPING)
        self._soon.timeout.connect(lambda: self.look(self._then))
        self._pause = QTimer(self, singleShot=True, interval=_LOOK_AFTER)
        self._pause.timeout.connect(self._catch_up)

    # What is looked for, and where.

    @property
    def asked(self) -> str:
        """What is looked for, as it was typed."""
        return self._query.text

    def set_field(self, field: QTextEdit) -> None:
        """Find in this field, or from it on."""
        self._watch_cursor(field)
        if self.everywhere and field in self.hits:
            self._tell()
        else:
            self.look()

    def ask(self, query: Query, then: Callable[[], None] | None = None) -> None:
        """Look for something else."""
        self._query = query
        if sum(map(length_of, self._scope())) <= _AT_ONCE:
            self.look(then)
            return
        self._turn += 1
        self._then, self._busy = then, True
        self._soon.start()

    def look(self, then: Callable[[], None] | None = None) -> None:
        """Find all hits in the texts as they are now; then go on with ``then``."""
        self._turn += 1
        self._soon.stop()
        self._then, self._busy, self.fault = then, True, ""
        editors = self._scope()
        self._watch([editor for editor in editors if not isinstance(editor, Unmade)])
        texts = [text_of(editor) for editor in editors]
        turn, query = self._turn, self._query

        def done(hits: list[Hits] | None) -> None:
            if hits is not None and turn == self._turn:
                self._take(dict(zip(editors, hits, strict=True)))

        def failed(error: Exception) -> None:
            if turn == self._turn:
                self.fault = str(error) if isinstance(error, QueryFault) else repr(error)
                self._take({})

        if not query.pattern and sum(map(len, texts)) <= _AT_ONCE:
            done(find(texts, query))
            return
        self.hits = {}
        if self._lane is None:
            self._lane = Lane("find", lambda: None, self)
        self._lane.run(lambda _: find(texts, query) if turn == self._turn else None, done, failed)

    def stop(self) -> None:
        """Forget the hits; nothing is watched until ``look``."""
        self._turn += 1
        self._soon.stop()
        self._then, self._busy = None, False
        self._watch([])
        self.hits = {}
        self._tell()

    def look_again(self) -> None:
        """Look in a moment anew: there are other fields."""
        if self._revisions:
            self._outdated = True
            self._pause.start()

    # The current hit.

    @property
    def total(self) -> int:
        """How many hits there are."""
        return sum(map(len, self.hits.values()))

    @property
    def number(self) -> int | None:
        """Which hit is the current one, from 0 on; None if the cursor stands on none."""
        if self.field not in self.hits:
            return None
        here = self.hits[self.field].at(self._place())
        return None if here is None else self._before() + here

    @property
    def place(self) -> int | None:
        """Which hit of its own field the current one is."""
        return None if self.number is None else self.number - self._before()

    @property
    def is_busy(self) -> bool:
        """True while texts are being looked through."""
        return self._busy

    def step(self, by: int) -> None:
        """Go to the next hit (1) or the one before (-1), round at the ends."""
        self.when_fresh(lambda: self._step(by))

    def go_on(self) -> None:
        """Go to the hit that the cursor stands on, or to the next."""
        if self.total:
            self._go(self._next())

    def select(self) -> None:
        """Select the current hit."""
        if self.field is not None and self.number is not None:
            hits = self.hits[self.field]
            span = hits.spans[self.place]
            self.field.setTextCursor(cursor_over(self.field, span))

    # Within.

    def _tell(self) -> None:
        self._stood = self.number
        self.found.emit()

    def _scope(self) -> list[Field]:
        if self.field is not None and not isValid(self.field):
            self.field = None
        if self.everywhere and (fields := self.fields()):
            return fields
        return [self.field] if self.field is not None else []

    def _watch(self, editors: list[QTextEdit]) -> None:
        for editor in self._revisions:
            if isValid(editor) and editor not in editors:
                editor.textChanged.disconnect(self._pause.start)
        for editor in editors:
            if editor not in self._revisions:
                editor.textChanged.connect(self._pause.start)
        self._revisions = {editor: editor.document().revision() for editor in editors}
        self._outdated = False

    def _watch_cursor(self, field: QTextEdit) -> None:
        if field is self.field:
            return
        if self.field is not None and isValid(self.field):
            self.field.cursorPositionChanged.disconnect(self._cursor_moved)
        self.field = field
        field.cursorPositionChanged.connect(self._cursor_moved)

    def _cursor_moved(self) -> None:
        # While one types, the highlights move along by themselves until the next look.
        if self._is_fresh() and self.number != self._stood:
            self._tell()

    def _is_fresh(self) -> bool:
        """Say whether the texts are those looked through; marks being drawn change none."""
        return not self._outdated and all(
            isValid(editor) and editor.document().revision() == revision
            for editor, revision in self._revisions.items()
        )

    def _catch_up(self) -> None:
        if self._revisions and not self._is_fresh():
            self.look()

    def when_fresh(self, then: Callable[[], None]) -> None:
        """Go on once the hits are those of the texts as they are."""
        if not self._revisions or not self._is_fresh():
            self.look(then)
        elif self._busy:
            self._then = then
        else:
            then()

    def _take(self, hits: dict[Field, Hits]) -> None:
        self.hits, self._busy = hits, False
        then, self._then = self._then, None
        self._tell()
        if then is not None and all(map(isValid, hits)):
            then()

    def _place(self) -> int:
        return self.field.textCursor().selectionStart() if self.field is not None else 0

    def _before(self) -> int:
        """Return how many hits stand in the fields before this one."""
        count = 0
        for editor, hits in self.hits.items():
            if editor is self.field:
                return count
            count += len(hits)
        return 0

    def _next(self) -> int:
        """Return the first hit at the cursor or after it."""
        here = self.hits.get(self.field)
        return self._before() + here.before(self._place()) if here is not None else 0

    def _step(self, by: int) -> None:
        if total := self.total:
            here = self.number
            at = self._next() - (by < 0) if here is None else here + by
            self._go(at % total)

    def _go(self, number: int) -> None:
        """Stand on a hit; it is selected only on closing, for its colour to be seen."""
        field, index = self._nth(number % self.total)
        editor = self._made(field)
        self._watch_cursor(editor)
        cursor = editor.textCursor()
        cursor.setPosition(self.hits[editor].spans[index][0])
        editor.setTextCursor(cursor)
        editor.ensureCursorVisible()
        self.shown.emit(editor)
        self._tell()

    def _made(self, field: Field) -> QTextEdit:
        """Return the field itself, which has the hits from now on."""
        editor = made(field)
        if editor is not field:
            self.hits = {editor if one is field else one: hits for one, hits in self.hits.items()}
        return editor

    def _nth(self, number: int) -> tuple[Field, int]:
        for editor, hits in self.hits.items():
            if number < len(hits):
                return editor, number
            number -= len(hits)
        raise IndexError(number)
