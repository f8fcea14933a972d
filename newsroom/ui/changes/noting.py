"""Has the rules kept as the reasons of what is put right by them, wherever that is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsroom.story.workflow import Status

if TYPE_CHECKING:
    from newsroom.language.finding import Finding
    from newsroom.ui.changes.rule_reasons import RuleReasons
    from newsroom.ui.editor.prose_edit import ProseEdit
    from newsroom.ui.inspector.inspector import Inspector
    from newsroom.ui.main_window import MainWindow


class NotingRules(QObject):
    """Follows the page, the inspector and the list of all that is put right at once."""

    def __init__(self, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._reasons: RuleReasons | None = None  # comes with the first rule that is applied
        window.reviewing.mended.connect(self._note)
        window.checks.taken.connect(self._note_taken)

    def join(self, inspector: Inspector) -> None:
        """Follow what is put right beside the text too."""
        inspector.finding_fixed.connect(lambda finding, new: self._note([(finding, new)]))

    # Within.

    def _note(self, fixes: Sequence[tuple[Finding, str]]) -> None:
        story = self._window.desk.story
        if story is None or story.status in (Status.DRAFT, Status.RETURNED):
            return
        from newsroom.ui.changes.rule_reasons import RuleReasons

        if self._reasons is None:
            self._reasons = RuleReasons(self._window, self)
        self._reasons.note(fixes)

    def _note_taken(self, edit: ProseEdit, finding: Finding, new: str) -> None:
        if field := self._window.reviewing.fields.by_name().name_of(edit):
            self._note([(replace(finding, field=field), new)])
