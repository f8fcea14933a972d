"""Rows of the data form: each a field under its label, joined to the story's field of that name."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QLabel, QLayout, QLineEdit, QVBoxLayout, QWidget

from newsroom.portal.profile import Profile
from newsroom.story.story import Story
from newsroom.ui.editor.prose_edit import ProseEdit
from newsroom.ui.inspector.bound_fields import BoundFields
from newsroom.ui.inspector.field_notes import FieldNotes
from newsroom.ui.inspector.length_note import LengthNote
from newsroom.ui.inspector.moment_field import MomentField
from newsroom.ui.inspector.offer import Offer
from newsroom.ui.inspector.panel import boxed
from newsroom.ui.review.checks import LiveChecks
from newsroom.ui.theme import Theme

if TYPE_CHECKING:
    from newsroom.language.people import People


class FormRows(QObject):
    """Makes the fields and puts them where ``into`` says; knows nothing of which there are.

    ``people`` is asked for once somebody is named.
    """

    ignored = Signal(object, object, str)  # Finding, Scope, the text it stands in
    word_added = Signal(str)
    made = Signal()  # there are fields that show nothing yet
    grown = Signal()  # a field has more parts
    wanted = Signal(str)  # the action that is to change a field

    def __init__(
        self,
        parent: QObject,
        theme: Theme,
        checks: LiveChecks,
        profile: Profile,
        people: Callable[[], People],
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.profile = profile
        self.people = people
        self.fields = BoundFields(self)
        self.notes = FieldNotes()
        self.into: Callable[[QLayout], None] = lambda _: None
        self.followers: list[Callable[[Story], object]] = []  # told of each story shown
        self._checks = checks
        self._lengths: dict[str, LengthNote] = {}

    def put(
        self,
        name: str,
        label: str,
        widget: QWidget,
        edited: SignalInstance,
        read: Callable[[], Any],
        write: Callable[[Any], None],
    ) -> None:
        """Put in a field of any kind."""
        self.fields.bind(name, widget, edited, read, write)
        self._lay(name, label, widget)

    def prose(self, name: str, label: str, longest: int = 0, *, one_line: bool = True) -> ProseEdit:
        """Put in a field for words that readers read, with its length if that has a limit."""
        edit = self.checked(name, label, one_line=one_line)
        if longest:
            self._lengths[name] = LengthNote(self.theme, longest)
        self.fields.bind(name, edit, edit.edited, edit.text, edit.set_text)
        self._lay(name, label, edit, self._lengths.get(name))
        return edit

    def checked(self, kind: str, label: str, *, one_line: bool = False) -> ProseEdit:
        """Return a field for words that are checked; ``kind`` as of a ProseEdit."""
        edit = ProseEdit(self.theme, self._checks, label, kind=kind, one_line=one_line)
        edit.ignored.connect(self.ignored)
        edit.word_added.connect(self.word_added)
        return boxed(edit)

    def line(
        self, name: str, label: str, line: QLineEdit | None = None, beside: QLabel | None = None
    ) -> QLineEdit:
        """Put in a line for what is no prose: an address, a slug."""
        made = line or QLineEdit()
        made.setAccessibleName(label)
        self.fields.bind_line(name, made)
        self._lay(name, label, made, beside)
        return made

    def person(self, name: str, label: str) -> None:
        """Put in a line for a name, and what is offered for it."""
        self._offer(self.line(name, label))

    def persons(self, name: str, label: str) -> None:
        """Put in a line for several names, and what is offered for them."""
        line = QLineEdit()
        line.setAccessibleName(label)
        line.setPlaceholderText(self.tr("Pisahkan beberapa nama dengan koma"))
        self.fields.bind_list(name, line)
        self._lay(name, label, line)
        self._offer(line)

    def moment(
        self, name: str, label: str, spoken: str, reads: str, *, ahead: bool | None = True
    ) -> None:
        """Put in a field for a moment; ``reads`` is how it is said below."""
        field = MomentField(self.theme, self.profile.zone, spoken, reads, ahead=ahead)
        self.fields.bind_timed(name, field)
        self.put(name, label, field, field.edited, field.moment, field.set_moment)

    def follow(self, story: Story) -> None:
        """Show what follows from the fields: how long they are, what can be done now."""
        for name, note in self._lengths.items():
            note.show_length(getattr(story, name))
        for follow in self.followers:
            follow(story)

    # Within.

    def _offer(self, line: QLineEdit) -> None:
        """Offer whole names for codes, and names as earlier stories have them."""
        row = QVBoxLayout()
        row.addWidget(Offer(line, lambda text: self.people().names(text)))
        self.into(row)

    def _lay(self, name: str, label: str, widget: QWidget, beside: QLabel | None = None) -> None:
        self.into(self.notes.labelled(name, label, widget, beside))
