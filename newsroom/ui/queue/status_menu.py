"""The steps that chosen stories can take, each with how many of them can."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from newsroom.story.workflow import Status, next_statuses
from newsroom.ui.actions import ACTIONS, STEPS, tr
from newsroom.ui.written import number

if TYPE_CHECKING:
    from newsroom.store.summary import StorySummary

_WORDS = {spec.name.removeprefix("to_"): spec.text for spec in ACTIONS if spec.menu == STEPS}


class StatusMenu(QMenu):
    """“Siap tayang”, or “Siap tayang · 3 dari 5” where two cannot go there from where they are."""

    def __init__(
        self,
        stories: Callable[[], Sequence[StorySummary]],
        choose: Callable[[Status], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr(STEPS), parent)
        self._stories = stories
        self._choose = choose
        self.aboutToShow.connect(self.show_steps)

    def show_steps(self) -> None:
        """Offer what at least one of the stories can become."""
        self.clear()
        now = Counter(story.status for story in self._stories())
        total, able = now.total(), Counter[Status]()
        for status, count in now.items():
            able.update(dict.fromkeys(next_statuses(status), count))
        for status in Status:
            if count := able[status]:
                words = tr(_WORDS[status])
                if count < total:
                    part = self.tr("{0} · {1} dari {2}")
                    words = part.format(words, number(count), number(total))
                action = self.addAction(words)
                action.triggered.connect(lambda _=False, status=status: self._choose(status))
        if not able:
            self.addAction(self.tr("Tidak ada langkah berikutnya")).setEnabled(False)
