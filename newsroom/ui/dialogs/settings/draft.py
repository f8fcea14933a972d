"""The settings as they stand in the dialog, not yet saved, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QObject, Signal

from newsroom.exchange.settings.faults import (
    Faults,
    author_faults,
    house_faults,
    portal_faults,
    term_faults,
)
from newsroom.exchange.settings.settings import Settings, template_fault

PORTAL, HOUSE, TEMPLATES = "portal", "house", "templates"


class Draft(QObject):
    """Keeps the values by their places, such as ``portal.limits.headline``.

    Bylines and terms are kept as pairs: while they are typed, two may be the same.
    Every change is judged at once.
    """

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.begin(settings)

    def begin(self, settings: Settings) -> None:
        """Take these settings as those that are saved."""
        self.saved = settings
        self.portal = settings.portal_values
        self.house = settings.house_values
        self.templates = dict(settings.templates)
        self.authors = list(self.portal.pop("authors", {}).items())
        self.terms = list(self.house.pop("phrases", {}).items())
        self._empty = _empty(settings.portal_values), _empty(settings.house_values)
        self._first = self._values()
        self._judge()

    def get(self, place: str, default: Any = None) -> Any:
        """Return the value at a place."""
        value: Any = {PORTAL: self.portal, HOUSE: self.house}
        for key in place.split("."):
            if not isinstance(value, Mapping) or key not in value:
                return default
            value = value[key]
        return value

    def set(self, place: str, value: Any) -> None:
        """Put a value in its place; None takes it out."""
        file, *keys = place.split(".")
        table = {PORTAL: self.portal, HOUSE: self.house}[file]
        for key in keys[:-1]:
            if not isinstance(table.get(key), dict):
                table[key] = {}
            table = table[key]
        if value is None:
            table.pop(keys[-1], None)
        else:
            table[keys[-1]] = value
        self.touch()

    def touch(self) -> None:
        """Judge what was changed, and tell of it."""
        self._judge()
        self.changed.emit()

    @property
    def is_changed(self) -> bool:
        """True while there is something to save."""
        return self._values() != self._first

    def result(self) -> Settings:
        """Return the settings to be saved; there must be no faults."""
        if not self.is_changed:
            return self.saved
        return self.saved.with_changes(*self._values())

    # Within.

    def _values(self) -> tuple[dict[str, Any], dict[str, Any], dict[str, str]]:
        portal = {**_copy(self.portal), "authors": dict(self.authors)}
        house = {**_copy(self.house), "phrases": dict(self.terms)}
        for values, empty in zip((portal, house), self._empty, strict=True):
            for key in _empty(values) - empty:  # the tables that have nothing in them any more
                del values[key]
        return portal, house, dict(self.templates)

    def _judge(self) -> None:
        found: Faults = {}
        for file, faults in (
            (PORTAL, portal_faults(self.portal) | author_faults(self.authors)),
            (HOUSE, house_faults(self.house) | term_faults(self.terms)),
            (TEMPLATES, {name: _template_fault(name, t) for name, t in self.templates.items()}),
        ):
            found |= {f"{file}.{place}": fault for place, fault in faults.items() if fault}
        self.faults = found


def _empty(values: Mapping[str, Any]) -> set[str]:
    """Return the names of the tables that hold nothing."""
    return {key for key, value in values.items() if value == {}}


def _copy(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copy(one) for key, one in value.items()}
    return [_copy(one) for one in value] if isinstance(value, list) else value


@lru_cache(maxsize=64)
def _template_fault(name: str, text: str) -> str:
    return template_fault(name, text)
