"""The lines of the list of versions: the present story, days, and the steps of each day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from newsroom.story.days import written_day
from newsroom.story.markdown_text import word_count
from newsroom.story.story import Story
from newsroom.story.version import Step, StepKind
from newsroom.ui.written import number

PRESENT = 0
"""The key of the story as it is now; those of steps are their numbers, from 1 on."""

_ICONS = {
    StepKind.WRITING: "pen",
    StepKind.STATUS: "arrow-right",
    StepKind.EXPORT: "export",
    StepKind.HANDOVER: "submit",
    StepKind.RESTORE: "history",
    StepKind.IMPORT: "folder",
    StepKind.CORRECTION: "pen",
    StepKind.ANSWER: "link",
    StepKind.TAKING: "pen",
}


def tr(text: str) -> str:
    """Translate a text of this module."""
    return QCoreApplication.translate("Versions", text)


@dataclass(frozen=True, slots=True)
class Row:
    """One line. A day has no key and can't be chosen."""

    key: int | None
    title: str
    icon: str = ""
    clock: str = ""
    told: str = ""  # below the title
    named: str = ""  # a version in a sentence: “kemarin pukul 14.05”
    spoken: str = ""
    revision: int = 0
    moment: datetime | None = None


def timeline(steps: Sequence[Step], story: Story, now: datetime) -> list[Row]:
    """Return the lines for a story and its steps, the newest first, by the clock of ``now``."""
    rows = [_present(steps, story)]
    day, named = None, ""
    for at, step in enumerate(steps):
        local = step.moment.astimezone(now.tzinfo)
        if local.date() != day:
            day = local.date()
            named = day_named(day, now.date())
            rows.append(Row(None, named, spoken=named))
            named = _in_sentence(day, now.date())
        before = steps[at + 1].words if at + 1 < len(steps) else None
        rows.append(_row(step, local, named, before))
    return rows


def day_named(day: date, today: date) -> str:
    """Return what a day is called.

    >>> day_named(date(2026, 11, 27), date(2026, 11, 28))
    'Kemarin'
    >>> day_named(date(2026, 11, 24), date(2026, 11, 28))
    'Selasa (24/11/2026)'
    """
    if day == today:
        return tr("Hari ini")
    return tr("Kemarin") if day == today - timedelta(days=1) else written_day(day)


def _in_sentence(day: date, today: date) -> str:
    """Write a day within a sentence; weekdays keep their capital."""
    named = day_named(day, today)
    return named if named == written_day(day) else named.lower()


def _present(steps: Sequence[Step], story: Story) -> Row:
    words = word_count(story.body)
    told = " · ".join(_words(words, steps[0].words if steps else None))
    title = tr("Naskah sekarang")
    spoken = f"{title}. {', '.join(_spoken_words(words, steps[0].words if steps else None))}."
    return Row(PRESENT, title, "file", "", told, title.lower(), spoken, story.revision)


def _row(step: Step, local: datetime, day: str, before: int | None) -> Row:
    title, clock = _title(step), f"{local:%H.%M}"
    said = [part for part in (step.who, step.note) if part]
    counted = list(_words(step.words, before))
    # Of a step to another status it matters more who took it, and why, than how long it was.
    told = [*said, *counted] if step.after else [*counted, *said]
    named = tr("{0} pukul {1}").format(day, clock)
    spoken = ", ".join([title, *_spoken_words(step.words, before), *said])
    return Row(
        key=step.number,
        title=title,
        icon=_ICONS[step.kind],
        clock=clock,
        told=" · ".join(told),
        named=named,
        spoken=f"{named[:1].upper()}{named[1:]}. {spoken}.",
        revision=step.revision,
        moment=step.moment,
    )


def _title(step: Step) -> str:
    if step.before and step.after:
        return f"{step.before.label} → {step.after.label}"
    return step.kind.label


def _words(words: int, before: int | None) -> Iterator[str]:
    change = words - before if before is not None else 0
    count = tr("{0} kata").format(number(words))
    yield f"{count} ({'+' if change > 0 else '−'}{number(abs(change))})" if change else count


def _spoken_words(words: int, before: int | None) -> Iterator[str]:
    yield tr("{0} kata").format(number(words))
    change = words - before if before is not None else 0
    if change:
        way = tr("{0} lebih banyak") if change > 0 else tr("{0} lebih sedikit")
        yield way.format(number(abs(change)))
