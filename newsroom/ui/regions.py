"""The order of the keyboard: Tab from control to control, F6 from region to region.

Qt's own order is that in which the controls were made, and what is made when it is first
needed would come last, wherever it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from newsroom.ui.work.tab_chain import behind

Region = Callable[[], QWidget | None]  # regions come and go


class Regions(QObject):
    """Goes round the regions in the order given; each gets the keyboard where it had it last."""

    def __init__(self, regions: Sequence[Region], parent: QObject) -> None:
        super().__init__(parent)
        self._regions = regions
        self._last: dict[QWidget, QWidget] = {}
        QApplication.instance().focusChanged.connect(self._remember)

    def go(self, step: int) -> None:
        """Give the keyboard to the next region that is seen (1), or to the one before (-1)."""
        shown = [one for region in self._regions if (one := region()) and _can_be_entered(one)]
        if not shown:
            return
        now = QApplication.focusWidget()
        here = next((n for n, one in enumerate(shown) if now and _holds(one, now)), None)
        at = (0 if step > 0 else -1) if here is None else (here + step) % len(shown)
        self._enter(shown[at])

    def tab(self, forward: bool) -> bool:
        """Give the keyboard to the next control, or to the one before; False if there is none."""
        controls = [
            widget
            for region in self._regions
            if (one := region()) and one.isVisible()
            for widget in filter(_takes_focus, [one, *_in_tab_order(one)])
        ]
        now = QApplication.focusWidget()
        if not controls or now is None:
            return False
        # A control that is left out itself, such as a tab that is not on, counts as its parent.
        while now is not None and now not in controls:
            now = now.parentWidget()
        if now is None:
            return False
        step = 1 if forward else -1
        target = controls[(controls.index(now) + step) % len(controls)]
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        _focus(target, reason)
        return True

    # Within.

    def _enter(self, region: QWidget) -> None:
        last = self._last.get(region)
        if last is None or not isValid(last) or not _takes_focus(last):
            last = next(filter(_takes_focus, [region, *_in_tab_order(region)]))
        _focus(last, Qt.FocusReason.TabFocusReason)

    def _remember(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is None:
            return
        for region in self._regions:
            if (one := region()) and _holds(one, now):
                self._last[one] = now


def _holds(region: QWidget, widget: QWidget) -> bool:
    return region is widget or region.isAncestorOf(widget)


def _can_be_entered(region: QWidget) -> bool:
    return region.isVisible() and any(
        _takes_focus(widget) for widget in (region, *region.findChildren(QWidget))
    )


def _takes_focus(widget: QWidget) -> bool:
    takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    seen = widget.isVisible() and widget.isEnabled()
    return bool(takes) and seen and widget.focusProxy() is None


def _focus(widget: QWidget, reason: Qt.FocusReason) -> None:
    """Give a control the keyboard and bring it into view."""
    widget.setFocus(reason)
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea) and widget.height() < above.viewport().height():
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()


def _in_tab_order(region: QWidget) -> list[QWidget]:
    """Return what is in a region in the order of the Tab key."""
    found, widget = [], behind(region)
    while widget is not region:
        if region.isAncestorOf(widget):
            found.append(widget)
        widget = behind(widget)
    return found
