"""What is wrong in a field of a form, in words below it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from newsroom.language.finding import Finding, Severity
from newsroom.ui.inspector.panel import labelled
from newsroom.ui.styled import set_styled

Judged = Mapping[str, Sequence[Finding]]  # by field

_SAID_ALREADY = ("_length",)  # by the figure beside the label
_SAID_BY_FIELD = ("story.dateline", "story.unread_time")
_WORST = (Severity.ERROR, Severity.WARNING, Severity.HINT)


def judged(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Return, by field, what is to be said beside the fields.

    That is what is asked of a story, and what speaks against its dateline, which has no
    words to underline; what the checker says of words is marked under them.
    """
    found: dict[str, list[Finding]] = {}
    for one in findings:
        asked = one.family == "story" and not one.rule.endswith(_SAID_ALREADY)
        if (asked or one.field == "dateline") and one.rule not in _SAID_BY_FIELD:
            found.setdefault(one.field, []).append(one)
    return found


@dataclass(slots=True)
class _Place:
    """Where the note of a field goes, and the note once there was one."""

    field: QWidget
    column: QBoxLayout
    label: QLabel | None = None


class FieldNotes:
    """A note under each field that has one; what is only missing still is said quietly."""

    def __init__(self) -> None:
        self._places: dict[str, _Place] = {}
        self._judged: Judged = {}

    def labelled(
        self, name: str, text: str, field: QWidget, beside: QWidget | None = None
    ) -> QVBoxLayout:
        """Return a field under its label, with room for its note."""
        column = labelled(text, field, beside)
        self._places[name] = _Place(field, column)
        return column

    def show(self, found: Judged, is_blank: Callable[[str], bool]) -> None:
        """Say what was found in the fields that are there."""
        self._judged = found
        for name, place in self._places.items():
            some = [one for one in found.get(name, ()) if not _goes_without_saying(one, is_blank)]
            text = "\n".join(dict.fromkeys(one.message for one in some))
            worst = next((kind for kind in _WORST if any(f.severity is kind for f in some)), None)
            role = "muted" if is_blank(name) or worst is Severity.HINT else str(worst or "muted")
            _say(place, text, role)

    def show_again(self, is_blank: Callable[[str], bool]) -> None:
        """Say it in fields too that have come since."""
        self.show(self._judged, is_blank)

    def faults(self, names: Iterable[str]) -> int:
        """Count the fields among these in which something is wrong or in the way."""
        return sum(
            any(one.severity is not Severity.HINT for one in self._judged.get(name, ()))
            for name in names
        )


def _goes_without_saying(finding: Finding, is_blank: Callable[[str], bool]) -> bool:
    """Tell a hint that a field is empty: that is seen."""
    return finding.severity is Severity.HINT and is_blank(finding.field.rpartition(".")[2])


def _say(place: _Place, text: str, role: str) -> None:
    label = place.label
    before = label.text() if label is not None else ""
    if label is None:
        if not text:
            return
        label = place.label = QLabel()
        label.setWordWrap(True)
        place.column.addWidget(label)
    set_styled(label, "role", role)
    label.setText(text)
    label.setVisible(bool(text))
    field = place.field.focusProxy() or place.field
    own = field.accessibleDescription().removesuffix(before).strip()
    told = f"{own} {text}".strip()
    if told != field.accessibleDescription():
        field.setAccessibleDescription(told)
