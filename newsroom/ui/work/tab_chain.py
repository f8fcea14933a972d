"""The chain of controls that the Tab key follows."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def behind(widget: QWidget) -> QWidget:
    """Return what follows a control in the order of the Tab key; behind the last is the first.

    What the chain tells, PySide takes for a child of the one that was asked, to end with it: a
    label that went would take the layouts of the whole window with it, and the next one that
    is laid out ends the program. Being told again whose child it is puts that right.
    """
    following = widget.nextInFocusChain()
    following.setParent(following.parentWidget())
    return following
