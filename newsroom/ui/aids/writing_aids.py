"""What helps with the next word, for every field that a story is written in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from newsroom.ui.aids.completing import Completing
from newsroom.ui.desk.desk import Desk
from newsroom.ui.editor.prose_edit import ProseEdit
from newsroom.ui.review.checks import LiveChecks
from newsroom.ui.theme import Theme

if TYPE_CHECKING:
    from newsroom.exchange.snippets import Snippet
    from newsroom.language.typography import Style
    from newsroom.ui.aids.field_aids import FieldAids
    from newsroom.ui.aids.put_right import PutRight


class WritingAids(QObject):
    """Gives a field of the window its aids when it first has the keyboard.

    They are loaded once the window is painted: nobody has to wait for them to write.
    """

    nothing_to_put_right = Signal()
    refused = Signal(str)  # why the user's own snippets can't be read

    def __init__(self, theme: Theme, desk: Desk, checks: LiveChecks, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._desk = desk
        self._checks = checks
        self._aids: dict[ProseEdit, FieldAids] = {}
        self._snippets: Mapping[str, Snippet] = {}
        self._is_smart = True
        self._is_completing = True
        self._style: Style | None = None  # the usual one
        self._putting_right: PutRight | None = None  # comes when it is first asked for
        self.is_ready = False
        self.is_styled = False  # the house has said how it wants things typed
        self.completing = Completing(desk, self)
        self.completing.ready.connect(self._begin)

    def load(self) -> None:
        """Load what the aids need and what is on the disk."""
        self._read_snippets(lambda: None)
        self._read_style()
        self.completing.start()

    def read_house(self) -> None:
        """Type by what the file of the house now says."""
        self._read_style()

    def close(self) -> None:
        """End what goes on beside the window."""
        self.completing.close()

    def put_right(self, field: ProseEdit) -> None:
        """Put right what was just typed in a field."""
        if self._putting_right is None:
            from newsroom.ui.aids.put_right import PutRight

            self._putting_right = PutRight(self._checks, self)
            self._putting_right.nothing_found.connect(self.nothing_to_put_right)
        self._putting_right.put_right(field)

    # Smart typing.

    def use_style(self, style: Style) -> None:
        """Put those marks as they are typed that the newsroom wants."""
        self._style = style
        self._share()

    def in_style(self, text: str) -> str:
        """Return a text that was written beforehand as the newsroom wants it."""
        from newsroom.language.typography import in_style

        return in_style(text, self._style) if self._style is not None else text

    def type_smartly(self, on: bool) -> None:
        """Put marks and amounts right as they are typed, or leave all as typed."""
        self._is_smart = on
        self._share()

    def complete_names(self, on: bool) -> None:
        """Show how a name may go on, or leave the line bare."""
        self._is_completing = on
        self._share()

    # Snippets and templates.

    def show_snippets(self, field: ProseEdit) -> None:
        """Open the list of snippets at a field's cursor, as the files now have them."""

        def show() -> None:
            from newsroom.ui.aids.snippet_keys import SnippetMenu

            if field.isVisible() and field.hasFocus():
                SnippetMenu(self._of(field).snippets, field).open()

        field.setFocus()
        self._read_snippets(show)

    def fill_in(self, first: ProseEdit) -> None:
        """Go to the first ⟨field⟩ of a story, from a field of the page on."""
        for field in [first, *self._behind(first)]:
            if self._of(field).jumps.begin_with_first():
                field.setFocus()
                return

    # Within.

    def _read_style(self) -> None:
        """Type by the house; what is wrong with its file is told by the checker, which needs it."""

        def done(style: Style | None) -> None:
            self.is_styled = True
            if style is not None:
                self.use_style(style)

        newsroom = self._desk.newsroom
        self._desk.in_files(lambda _: newsroom.house().typing_style, done, lambda _: done(None))

    def _read_snippets(self, then: Callable[[], None]) -> None:
        def done(answer: tuple[dict[str, Snippet], list[str]]) -> None:
            self._snippets, faults = answer
            self._share()
            if faults:
                self.refused.emit("\n".join(faults))
            then()

        def failed(error: Exception) -> None:
            self.refused.emit(str(error))

        home = self._desk.newsroom.home

        def read(_: object) -> tuple[dict[str, Snippet], list[str]]:
            from newsroom.exchange.snippets import read_snippets

            return read_snippets(home)

        self._desk.in_files(read, done, failed)

    def _begin(self) -> None:
        self.is_ready = True
        QApplication.instance().focusChanged.connect(self._take_up)
        self._take_up(None, QApplication.focusWidget())

    def _take_up(self, _: QWidget | None, field: QWidget | None) -> None:
        if isinstance(field, ProseEdit) and self._window.isAncestorOf(field):
            self._of(field)

    def _of(self, field: ProseEdit) -> FieldAids:
        """Return the aids of a field, made when they are first needed."""
        aids = self._aids.get(field)
        if aids is None:
            from newsroom.ui.aids.field_aids import FieldAids

            aids = self._aids[field] = FieldAids(self._theme, field, self.completing.after)
            field.destroyed.connect(lambda: self._aids.pop(field))
            aids.jumps.passed_last.connect(lambda: self._go_on_behind(field))
            self._share()
        return aids

    def _share(self) -> None:
        """Give every field what holds for all."""
        for field, aids in self._aids.items():
            field.in_style = self.in_style
            aids.smart.is_on = self._is_smart
            if self._style is not None:
                aids.smart.style = aids.snippets.style = self._style
            aids.completer.is_on = self._is_completing
            aids.snippets.snippets = self._snippets

    def _behind(self, field: ProseEdit) -> list[ProseEdit]:
        """Return the fields that come after one in the same part of the window, if seen."""
        around = field.parentWidget()
        beside = around.findChildren(ProseEdit) if around else []
        at = beside.index(field) + 1 if field in beside else len(beside)
        return [other for other in beside[at:] if other.isVisible()]

    def _go_on_behind(self, field: ProseEdit) -> None:
        if following := self._behind(field):
            self.fill_in(following[0])
