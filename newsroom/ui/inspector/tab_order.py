"""The Tab key goes through a form as it is read, whenever its fields were made."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QLayoutItem, QWidget

LAST = "tabLast"  # the property of what Tab comes to after all that stands beside it


def tab_as_read(form: QWidget) -> None:
    """Have Tab go through all that is in a form line by line, as its layouts place it.

    Qt would go by when things were made: what is unfolded later would come last.
    """
    for before, after in pairwise(_stops(form)):
        QWidget.setTabOrder(before, after)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    """Yield what takes the keyboard, in the order of reading."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    yield from _stops_within(widget.layout())


def _stops_within(layout: QLayout | None) -> Iterator[QWidget]:
    for item in _as_read(layout) if layout is not None else ():
        widget, inner = item.widget(), item.layout()
        if inner is not None:
            yield from _stops_within(inner)
        elif widget is not None:
            yield from _stops(widget)


def _as_read(layout: QLayout) -> list[QLayoutItem]:
    items = [(_place(layout, index), layout.itemAt(index)) for index in range(layout.count())]
    return [item for _, item in sorted(items, key=lambda one: one[0])]


def _place(layout: QLayout, index: int) -> tuple[bool, int, int]:
    widget = layout.itemAt(index).widget()
    is_last = widget is not None and bool(widget.property(LAST))
    if isinstance(layout, QGridLayout):
        row, column, *_ = layout.getItemPosition(index)
        return is_last, row, column
    return is_last, index, 0
