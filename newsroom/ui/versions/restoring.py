"""Brings a version of the open story back, all of it or a part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import TYPE_CHECKING

from newsroom.story.days import figures
from newsroom.story.story import Story
from newsroom.story.version import Mark, StepKind, restored
from newsroom.ui.editor.other_text import show_text
from newsroom.ui.versions.field_names import name, tr

if TYPE_CHECKING:
    from newsroom.ui.main_window import MainWindow
    from newsroom.ui.versions.rows import Row


class Restoring:
    """Makes it an edit of the open story like any other, which is kept as a step of its own.

    What gives way is saved first, and so it is among the versions too.
    """

    def __init__(
        self, window: MainWindow, then: Story, row: Row, names: Sequence[str], *, whole: bool
    ) -> None:
        self._window = window
        self._then = then
        self._row = row
        self._names = names
        self._whole = whole

    def begin(self) -> None:
        """Bring it back as soon as all that was written is safe."""
        self._window.page.flush()
        self._window.desk.when_safe(self._bring_back)

    # Within.

    def _bring_back(self) -> None:
        before = self._window.desk.story
        if before is None or before.id != self._then.id:
            return
        part = "" if self._whole else f"{name(self._names[0])}, "
        when = ""
        if self._row.moment:
            local = self._row.moment.astimezone(self._window.profile.zone)
            when = f"{figures(local)} {local:%H.%M}"
        self._edit(self._then, tr("{0}dari {1}").format(part, when))
        self._window.desk.when_safe(lambda: self._tell(before))

    def _edit(self, then: Story, note: str) -> None:
        window, now = self._window, self._window.desk.story
        back = restored(now, then, self._names)
        changes = {
            field.name: getattr(back, field.name)
            for field in fields(Story)
            if getattr(back, field.name) != getattr(now, field.name)
        }
        window.desk.edit(changes, Mark(StepKind.RESTORE, note=note))
        show_text(window.page.body, back.body)

    def _tell(self, before: Story) -> None:
        window, undo = self._window, lambda: self._undo(before)
        if self._whole:
            said = tr("Versi {0} dipulihkan; naskah sebelumnya ada di riwayat versi.")
            window.banner.say(said.format(self._row.named), "good", tr("Urungkan"), undo)
            return
        said = tr("{1} dipulihkan dari versi {0}.").format(self._row.named, name(self._names[0]))
        window.status_line.tell(said, tr("Urungkan"), undo)  # what is compared stays in its place

    def _undo(self, before: Story) -> None:
        window = self._window

        def bring_back() -> None:
            if window.desk.story is not None and window.desk.story.id == before.id:
                self._edit(before, tr("pemulihan diurungkan"))

        if self._whole:
            window.banner.clear()
        else:
            window.status_line.end_telling()
        window.page.flush()
        window.desk.when_safe(bring_back)
