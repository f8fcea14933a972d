"""Putting right at once all that is certain, after a look at it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from newsroom.language.certain import certain
from newsroom.language.finding import Finding
from newsroom.ui.editor.offsets import units
from newsroom.ui.editor.prose_edit import ProseEdit
from newsroom.ui.review.story_fields import StoryFields
from newsroom.ui.search.hits import Hits
from newsroom.ui.search.replacing import LinkedUndo, Replacing, Work
from newsroom.ui.written import number

if TYPE_CHECKING:
    from newsroom.ui.main_window import MainWindow


class FixingAll(QObject):
    """Shows what would be changed, changes it, and offers to take it back.

    In each field it is one undo step.
    """

    started = Signal()
    ended = Signal()
    mended = Signal(list)  # [(Finding, what was written instead)]

    def __init__(self, window: MainWindow, fields: StoryFields, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._fields = fields
        self._link: LinkedUndo | None = None
        self._replacing: Replacing | None = None
        self._mended: list[tuple[Finding, str]] = []

    def open(self, found: list[Finding]) -> None:
        """Show what of the findings is certain; their texts stand where they say."""
        sure = certain(found)
        if not sure:
            self._window.banner.say(self.tr("Tidak ada temuan yang pasti."), "good")
            self.deleteLater()
            return
        from newsroom.ui.dialogs.fix_all_dialog import FixAllDialog

        fields = self._fields.by_name()
        texts = {name: fields.text(name) for name in fields}
        dialog = FixAllDialog(self._window.theme, sure, texts, self._window)
        dialog.fix_wanted.connect(self._fix)
        dialog.open()

    # Within.

    def _fix(self, chosen: list[Finding]) -> None:
        fields = self._fields.by_name()
        by_field: defaultdict[str, list[Finding]] = defaultdict(list)
        for finding in self._fields.standing([f for f in chosen if f.field in fields]):
            by_field[finding.field].append(finding)
        work = [_work(fields[name], found) for name, found in by_field.items()]
        self._mended = [(one, one.suggestions[0]) for some in by_field.values() for one in some]
        self.started.emit()
        self._replacing = Replacing(work, self)
        self._replacing.finished.connect(self._finish)
        self._window.desk.leaving.connect(self._replacing.complete)
        self._replacing.start()

    def _finish(self) -> None:
        done = self._replacing
        self._window.page.flush()
        self.ended.emit()
        self.mended.emit(self._mended)
        self._link = LinkedUndo(done.changed, self)
        told = self.tr("{0} diperbaiki.").format(number(done.count))
        self._link.undone.connect(lambda: self._window.banner.withdraw(told))
        self._window.banner.say(told, "good", self.tr("Urungkan"), self._link.undo)


def _work(edit: ProseEdit, found: list[Finding]) -> Work:
    """Return what is to be written in a field, in its order."""
    found = sorted(found, key=lambda finding: finding.start)
    text, spans, last, at = edit.text(), [], 0, 0
    for finding in found:
        start = at + units(text[last : finding.start])
        at = start + units(finding.text)
        last = finding.end
        spans.append((start, at))
    return Work(edit, Hits(spans), lambda number: found[number].suggestions[0])
