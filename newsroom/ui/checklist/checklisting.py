"""Keeps the checklist of the open story, and says what is still in the way of *Siap tayang*."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from newsroom.ui.written import number

if TYPE_CHECKING:
    from newsroom.story.checklist import Item, Standing, Verdict
    from newsroom.story.person import Person
    from newsroom.ui.checklist.panel import ChecklistPanel
    from newsroom.ui.inspector.inspector import Inspector
    from newsroom.ui.main_window import MainWindow

_PART = "checklist"
_SOON = 20  # milliseconds


class Checklisting(QObject):
    """The items are read when they are first needed; checks tick them as findings come."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._items: tuple[Item, ...] | None = None
        self._panel: ChecklistPanel | None = None
        self._waiting: Callable[[], object] | None = None
        self._refusal = ""  # what was last said to be in the way
        self._in_the_way = 0  # so many items
        self._look_again = QTimer(self, singleShot=True, interval=_SOON)
        self._look_again.timeout.connect(self._go_on)
        self.is_deciding = False  # *Siap tayang* was asked for, and is neither taken nor refused
        window.findings.changed.connect(lambda _: self._follow())
        window.findings.progress.changed.connect(self._follow)
        window.desk.edited.connect(lambda _: self._follow())
        window.desk.leaving.connect(self._finish)
        window.desk.person_known.connect(lambda _: self._follow())
        window.desk.opened.connect(lambda *_: self._opened())

    def join(self, inspector: Inspector) -> None:
        """Offer the checklist beside the text; a house's other inspector has other items."""
        self._items, self._panel = None, None
        inspector.review.offer(_PART, self.tr("Daftar periksa"), self._make)
        inspector.review.shown.connect(lambda name: name == _PART and self._show())

    def when_clear(self, story_id: str, then: Callable[[], object]) -> None:
        """Go on with *Siap tayang*, unless an item that is required stands in the way.

        Then the person is told which, and led to it. It waits for checks that still run.
        """

        def judge() -> None:
            self.is_deciding = False
            story = self._window.desk.story
            if story is None or story.id != story_id:
                return
            left = [one for one in self.standings() if one.blocks]
            if left:
                self._refuse(left)
            else:
                self._window.banner.withdraw(self._refusal)
                then()

        self.is_deciding = True
        self._know(lambda: self._when_checked(judge))

    def standings(self) -> list[Standing]:
        """Return how the items stand in the open story, as far as it is checked."""
        from newsroom.story.checklist import standings

        story = self._window.desk.story
        if story is None or self._items is None:
            return []
        return standings(self._items, story, [one.rule for one in self._window.findings.found])

    # Within.

    def _make(self) -> ChecklistPanel:
        from newsroom.ui.checklist.panel import ChecklistPanel

        self._panel = ChecklistPanel(self._window.theme, self._window.profile.zone)
        self._panel.answered.connect(self._answer)
        self._panel.findings_wanted.connect(self._show_findings)
        self._panel.ready_wanted.connect(lambda: self._window.actions_["to_ready"].trigger())
        return self._panel

    def _know(self, then: Callable[[], object]) -> None:
        """Read the items if they are not known, then go on."""
        if self._items is not None:
            then()
            return
        newsroom = self._window.desk.newsroom

        def known(items: tuple[Item, ...]) -> None:
            self._items = items
            then()

        def failed(error: Exception) -> None:
            self.is_deciding = False
            self._window.banner.say(str(error), "error")

        self._window.desk.in_files(lambda _: newsroom.checklist(), known, failed)

    def _when_checked(self, then: Callable[[], object]) -> None:
        findings = self._window.findings
        if findings.progress.share is None and findings.is_fresh:
            then()
        else:
            self._waiting = then

    def _finish(self) -> None:
        for card in self._panel.cards if self._panel else ():
            card.finish()

    def _opened(self) -> None:
        self._waiting, self.is_deciding = None, False
        self._follow()

    def _follow(self) -> None:
        self._go_on()
        if self._panel is not None and self._panel.isVisible():
            self._show()

    def _go_on(self) -> None:
        """Go on with what waits for the checks; they tell of their end a little before it."""
        findings = self._window.findings
        if self._waiting is None or findings.progress.share is not None:
            return
        if not findings.is_fresh:
            self._look_again.start()
            return
        waiting, self._waiting = self._waiting, None
        waiting()

    def _show(self) -> None:
        self._know(self._show_standings)

    def _show_standings(self) -> None:
        from newsroom.story.workflow import Status, may

        desk, inspector = self._window.desk, self._window.inspector
        if self._panel is None or inspector is None:
            return
        found = self.standings()
        story, role = desk.story, desk.person.role
        can_be = story is not None and may(role, story.status, Status.READY)
        self._panel.show_standings(found, can_be_ready=can_be)
        left = sum(one.blocks for one in found)
        inspector.review.show_count(_PART, left)
        if left < self._in_the_way:
            self._window.banner.withdraw(self._refusal)

    def _answer(self, item: Item, verdict: Verdict | None, note: str) -> None:
        """Keep an answer under the name of who sits here, or take it back."""
        from newsroom.story.checklist import Answer, answered, text_sum

        desk = self._window.desk

        def keep(person: Person) -> None:
            if (story := desk.story) is None:
                return
            if verdict is None:
                answers = tuple(one for one in story.checklist if one.item != item.id)
            else:
                now, text = datetime.now(UTC), text_sum(story)
                told = Answer(item.id, verdict, person.name, now, note.strip(), text)
                answers = answered(story, told)
            desk.edit({"checklist": answers})

        why = self.tr("Isi dulu nama Anda: tiap jawaban mencatat siapa yang memberikannya.")
        self._window.standing.when_named(keep, why)

    def _show_findings(self, item: Item) -> None:
        """Lead to the first of what the checks found for an item."""
        found = [one for one in self._window.findings.found if item.goes_by(one.rule)]
        if found:
            self._window.go_to(found[0])

    def _refuse(self, left: list[Standing]) -> None:
        told = self.tr("Belum siap tayang: {0} butir wajib di daftar periksa belum terpenuhi.")
        self._refusal = told.format(number(len(left)))
        self._in_the_way = len(left)
        self._window.banner.refuse(self._refusal)
        self.show_part()

    def show_part(self) -> None:
        """Show the checklist, with the keyboard on the first item that is in the way."""
        self._window.show_tab("review")
        inspector = self._window.inspector
        if inspector is None:
            return
        inspector.review.show_part(_PART)

        def lead() -> None:
            self._show_standings()
            if self._panel is not None:
                self._panel.focus_first()

        self._know(lead)
