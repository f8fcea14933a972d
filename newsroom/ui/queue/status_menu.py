"""The steps that chosen stories can take, each with how many of them can."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from newsroom.story.person import Role
from newsroom.story.workflow import Status, next_statuses
from newsroom.ui.actions import STEPS, step_words, tr
from newsroom.ui.written import number

if TYPE_CHECKING:
    from newsroom.store.summary import StorySummary


class StatusMenu(QMenu):
    """“Siap tayang”, or “Siap tayang · 3 dari 5” where two cannot go there from where they are."""

    def __init__(
        self,
        stories: Callable[[], Sequence[StorySummary]],
        choose: Callable[[Status], None],
        parent: QWidget | None = None,
        role: Callable[[], Role] = lambda: Role.ALL,
    ) -> None:
        super().__init__(tr(STEPS), parent)
        self._role = role
        self._stories = stories
        self._choose = choose
        self.aboutToShow.connect(self.show_steps)

    def show_steps(self) -> None:
        """Offer what whoever sits here can make of at least one of the stories."""
        self.clear()
        now = Counter(story.status for story in self._stories())
        total, able = now.total(), Counter[Status]()
        words: dict[Status, str] = {}
        for before, count in now.items():
            for after in next_statuses(before, self._role()):
                able[after] += count
                # One word for all, where they come to it from different sides.
                told = step_words(before, after)
                words[after] = told if words.get(after, told) == told else after.label
        for status in Status:
            if count := able[status]:
                told = words[status]
                if count < total:
                    part = self.tr("{0} · {1} dari {2}")
                    told = part.format(told, number(count), number(total))
                action = self.addAction(told)
                action.triggered.connect(lambda _=False, status=status: self._choose(status))
        if not able:
            self.addAction(self.tr("Tidak ada langkah untuk Anda")).setEnabled(False)
