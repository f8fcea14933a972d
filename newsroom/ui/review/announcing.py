"""Telling people who do not see the screen what has just come to be."""

from __future__ import annotations

from PySide6.QtCore import QObject


def announce(source: QObject, text: str, *, urgent: bool = False) -> None:
    """Have a screen reader say a text, if one is there; what is urgent breaks in."""
    # QAccessible has hundreds of names, which take their time; the first painting needs none.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if QAccessible.isActive():
        event = QAccessibleAnnouncementEvent(source, text)
        if urgent:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)
