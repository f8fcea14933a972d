"""Ages and deadlines in the words of the desk."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo

from PySide6.QtCore import QCoreApplication

from newsroom.store.desk.line import DeskLine
from newsroom.story.workflow import Status
from newsroom.ui.desk_view.choice import Pressure, is_due, pressure
from newsroom.ui.queue.when import when

_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def tr(text: str) -> str:
    """Translate a text of this module."""
    return QCoreApplication.translate("DeskWords", text)


def age(since: datetime, now: datetime) -> str:
    """Say how long ago something was, as finely as it is worth.

    >>> now = datetime(2026, 11, 3, 12, 0)
    >>> age(datetime(2026, 11, 3, 11, 59, 30), now), age(datetime(2026, 11, 3, 9, 50), now)
    ('baru saja', '2 jam')
    >>> age(datetime(2026, 10, 30), now)
    '4 hari'
    """
    gone = now - since
    if gone < _MINUTE:
        return tr("baru saja")
    if gone < _HOUR:
        return tr("{0} menit").format(gone // _MINUTE)
    if gone < 2 * _DAY:
        return tr("{0} jam").format(gone // _HOUR)
    return tr("{0} hari").format(gone // _DAY)


def span(length: timedelta) -> str:
    """Say how long something takes, in minutes where these matter.

    >>> span(timedelta(minutes=100)), span(timedelta(seconds=20)), span(timedelta(days=3))
    ('1 jam 40 menit', '1 menit', '3 hari')
    """
    hours, minutes = divmod(max(1, length // _MINUTE), 60)
    if hours >= 48:
        return tr("{0} hari").format(hours // 24)
    in_hours = tr("{0} jam").format(hours) if hours else ""
    in_minutes = tr("{0} menit").format(minutes) if minutes and hours < 10 else ""
    return " ".join(filter(None, (in_hours, in_minutes)))


def deadline(line: DeskLine, now: datetime, zone: tzinfo) -> str:
    """Say how far off a deadline is, or when it is; empty where there is none."""
    far = pressure(line, now)
    if line.deadline is None or far is Pressure.NONE:
        return ""
    if far is Pressure.OVERDUE:
        return tr("Lewat {0}").format(span(now - line.deadline))
    if far in (Pressure.SOON, Pressure.NEAR):
        return tr("{0} lagi").format(span(line.deadline - now))
    return _at(line.deadline, now, zone)


def about(line: DeskLine) -> str:
    """Say what a story is about by its kicker and its section; once where they are the same.

    >>> at = datetime(2026, 11, 3)
    >>> about(DeskLine("x", 1, Status.DRAFT, at, kicker="Pilkada:", section="Politik"))
    'Pilkada · Politik'
    >>> about(DeskLine("x", 1, Status.DRAFT, at, kicker="POLITIK", section="Politik"))
    'Politik'
    """
    kicker, section = line.kicker.strip(" :"), line.section.strip()
    if kicker.casefold() == section.casefold():
        return section
    return " · ".join(filter(None, (kicker, section)))


def until(line: DeskLine, now: datetime, zone: tzinfo) -> str:
    """Say until when a story is held, or that this has come; empty for one that is not."""
    if line.status is not Status.HELD or line.embargo is None:
        return ""
    if is_due(line, now):
        return tr("sudah waktunya")
    return tr("s.d. {0}").format(_at(line.embargo, now, zone))


def _at(moment: datetime, now: datetime, zone: tzinfo) -> str:
    """Say when something will be: the clock, and the day unless it is today."""
    local, today = moment.astimezone(zone), now.astimezone(zone).date()
    clock = f"{local:%H.%M}"
    if local.date() == today:
        return tr("pukul {0}").format(clock)
    return tr("{0} pukul {1}").format(_day(local, today), clock)


def _day(local: datetime, today: date) -> str:
    return tr("besok") if local.date() == today + _DAY else when(local, today)
