"""What is said above a story about where it stands at the desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from newsroom.story.compare.wording import said
from newsroom.story.days import figures
from newsroom.story.person import Person, Role
from newsroom.story.workflow import Status, edits, is_taken, may

AT_THE_DESK = (Status.SUBMITTED, Status.EDITING, Status.READY)


@dataclass(frozen=True, slots=True)
class Told:
    """The words, and what can be done about them: an action's name and its words, or none."""

    text: str
    action: str = ""
    button: str = ""


@dataclass(frozen=True, slots=True)
class Stands:
    """Where a story stands: who has it since when, and who brought it there with which note.

    Held it may be ``until`` an aware moment, told by the clock of its own zone.
    """

    status: Status
    holder: str = ""
    taken: datetime | None = None
    who: str = ""
    moment: datetime | None = None
    note: str = ""
    until: datetime | None = None


def told_of(stands: Stands, me: Person, now: datetime) -> Told | None:
    """Return what is to be said to who sits here; None where nothing is.

    Nobody is kept from writing: no word is lost, and what was written on two sides comes
    together when the story does. ``now`` is aware, by the clock that the reader has.
    """
    if is_of_other(stands, me):
        who, since = stands.holder, _since(stands.taken, now)
        if edits(me.role):
            told = tr("Sedang disunting {0}{1}. Ambil alih dulu bila Anda yang meneruskannya.")
            return Told(told.format(who, since), "take_over", tr("Ambil alih"))
        told = tr("Sedang disunting {0}{1}. {2}").format(who, since, _merging())
        return Told(told)
    if me.role is Role.REPORTER and stands.status in AT_THE_DESK:
        if stands.status is Status.SUBMITTED:
            told = tr("Sudah diajukan ke redaktur{0}. {1}")
            words = told.format(_since(stands.moment, now), _merging())
            return Told(words, "to_draft", tr("Tarik kembali"))
        told = tr("Naskah ini ada di meja redaktur: {0}. {1}")
        return Told(told.format(stands.status.label.lower(), _merging()))
    if stands.status is Status.HELD and stands.until is not None:
        return _held(stands, stands.until, me, now)
    began = {
        Status.RETURNED: tr("Dikembalikan"),
        Status.HELD: tr("Ditahan"),
        Status.EDITING: tr("Catatan"),
    }.get(stands.status)
    if began and stands.note:
        parts = (began, stands.who, _when(stands.moment, now))
        return Told(f"{' '.join(filter(None, parts))}: {stands.note}")
    return None


def _held(stands: Stands, until: datetime, me: Person, now: datetime) -> Told:
    """Say until when a story is held and why; once that has come, what may be done now."""
    note = f" {stands.note}" if stands.note else ""
    if until > now:
        who, at = stands.who, _when(stands.moment, now)
        began = " ".join(filter(None, (tr("Ditahan"), who, at)))
        return Told(tr("{0}, sampai {1}.").format(began, said(until)) + note)
    told = tr("Sudah waktunya: ditahan sampai {0}.").format(said(until)) + note
    if may(me.role, Status.HELD, Status.READY):
        return Told(told, "to_ready", Status.READY.label)
    return Told(told)


def is_of_other(stands: Stands, me: Person) -> bool:
    """Say whether somebody else is editing the story."""
    return is_taken(stands.status, stands.holder, me.name)


def tr(text: str) -> str:
    """Translate a text of this module."""
    return QCoreApplication.translate("Standing", text)


def _merging() -> str:
    return tr(
        "Yang Anda tulis sekarang tetap tersimpan, dan digabungkan saat naskahnya bertemu lagi; "
        "untuk hal penting, tulis komentar."
    )


def _since(moment: datetime | None, now: datetime) -> str:
    when = _when(moment, now)
    return tr(" sejak {0}").format(when) if when else ""


def _when(moment: datetime | None, now: datetime) -> str:
    """Write a moment short, by the clock of ``now``: the time alone today."""
    if moment is None:
        return ""
    local = moment.astimezone(now.tzinfo)
    clock = f"{local:%H.%M}"
    if local.date() == now.date():
        return tr("pukul {0}").format(clock)
    return tr("{0} pukul {1}").format(figures(local), clock)
