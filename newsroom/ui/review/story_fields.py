"""The fields of the window that a story's prose is written in, by name and in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsroom.language.finding import Finding
from newsroom.ui.editor.offsets import points, units
from newsroom.ui.editor.prose_edit import ProseEdit
from newsroom.ui.search.unmade import Field, Unmade, made

if TYPE_CHECKING:
    from newsroom.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Place:
    """What is selected, or where the cursor stands, in a field of the story."""

    field: str
    start: int
    end: int


class Fields(Mapping[str, ProseEdit]):
    """Fields by name, in order; one of a photo out of sight is made when it is asked for."""

    def __init__(self, fields: Mapping[str, Field]) -> None:
        self._fields = fields

    def __getitem__(self, name: str) -> ProseEdit:
        return made(self._fields[name])

    def __contains__(self, name: object) -> bool:
        return name in self._fields  # without making it

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)

    def text(self, name: str) -> str:
        """Return the text of a field, which is not made for that."""
        field = self._fields[name]
        return field.text if isinstance(field, Unmade) else field.text()

    def there(self, name: str) -> ProseEdit | None:
        """Return a field if it is there already."""
        field = self._fields.get(name)
        return None if isinstance(field, Unmade) else field

    def name_of(self, edit: ProseEdit) -> str | None:
        """Return the name of a field that is there."""
        return next((name for name, field in self._fields.items() if field is edit), None)


class StoryFields:
    """Knows the page's fields, and the inspector's once that is there."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def by_name(self) -> Fields:
        """Return the fields by the names that findings call them, in the findings' order."""
        page = self._window.page.fields()
        body = page.pop("body")
        inspector = self._window.inspector
        if inspector is None:
            return Fields({**page, "body": body})
        photos, data = inspector.photos.prose(), inspector.data
        return Fields({**page, **photos, "body": body, **data.further_prose(), **data.notes()})

    def all(self) -> list[ProseEdit]:
        """Return all of them; the inspector has some of the page's, too."""
        inspector = self._window.inspector
        beside = inspector.findChildren(ProseEdit) if inspector else []
        return [*self._window.page.fields().values(), *beside]

    def is_on_page(self, edit: ProseEdit) -> bool:
        """Say whether a field is one of the page's."""
        return edit in self._window.page.fields().values()

    def place(self) -> Place | None:
        """Return where the cursor stands; None if the keyboard is in none of the fields."""
        window = self._window
        beside = window.inspector.focused_field() if window.inspector else None
        edit = window.page.focused_field() or beside
        if edit is None:
            return None
        cursor, text = edit.textCursor(), edit.text()
        start, end = (points(text, at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        return Place(self._name_of(edit), start, end)

    def marked_at(self, place: Place) -> Finding | None:
        """Return what is marked at the end of a place, in its field as it is now."""
        edit = self.by_name()[place.field]
        hit = edit.finding_at(units(edit.text()[: place.end]))
        return self.of_field(edit, *hit) if hit else None

    def of_field(self, edit: ProseEdit, finding: Finding, line: int) -> Finding:
        """Return a finding of a line, which starts at a Qt position, as one of its field."""
        return replace(finding.moved(points(edit.text(), line)), field=self._name_of(edit))

    def standing(self, findings: list[Finding]) -> list[Finding]:
        """Return the findings whose text still stands where they say."""
        fields = self.by_name()
        return [f for f in findings if fields.text(f.field)[f.start : f.end] == f.text]

    def deselect_others(self, edit: ProseEdit | None) -> None:
        """Leave nothing selected but in one field."""
        for other in self.all():
            cursor = other.textCursor()
            if other is not edit and cursor.hasSelection():
                cursor.clearSelection()
                other.setTextCursor(cursor)

    # Within.

    def _name_of(self, edit: ProseEdit) -> str:
        fields, inspector = self.by_name(), self._window.inspector
        return fields.name_of(edit) or next(
            name
            for name in fields
            if not name.startswith("photos") and inspector and inspector.field(name) is edit
        )
