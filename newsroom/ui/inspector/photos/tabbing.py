"""The order of the Tab key among cards, which are made in any order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_through(stops: Sequence[QWidget]) -> None:
    """Have the Tab key go from each to the next, also from and to what takes no keyboard now."""
    policies = [widget.focusPolicy() for widget in stops]
    for widget, policy in zip(stops, policies, strict=True):
        if not policy & Qt.FocusPolicy.TabFocus:  # Qt would leave it where it is
            widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
    for widget, policy in zip(stops, policies, strict=True):
        if widget.focusPolicy() != policy:
            widget.setFocusPolicy(policy)
