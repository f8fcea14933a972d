"""Going through the findings by key, and doing what is to be done about each."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from newsroom.language.finding import Finding
from newsroom.language.ignored import Scope, may_be_ignored
from newsroom.ui.aids.steps import replace_apart
from newsroom.ui.editor.offsets import units
from newsroom.ui.review.announcing import announce
from newsroom.ui.review.marking import Marking
from newsroom.ui.review.stops import Stops
from newsroom.ui.review.story_fields import Place, StoryFields

if TYPE_CHECKING:
    from newsroom.ui.editor.finding_note import FindingNote
    from newsroom.ui.inspector.finding_card import FindingCard
    from newsroom.ui.inspector.findings_panel import FindingsPanel
    from newsroom.ui.inspector.inspector import Inspector
    from newsroom.ui.main_window import MainWindow

_OTHERS = (2, 3, 4, 5)  # suggestions beside the first; Alt and the number take them
_PATIENCE = 1_000  # milliseconds for what was just typed to be looked at


class Reviewing(QObject):
    """Does so whether the keyboard is in the text or in the list of findings.

    What is taken, left out or learnt is the finding that the cursor stands in, or whose
    card has the keyboard; the next one is selected then.
    """

    said = Signal(str)  # what a screen reader is told
    mended = Signal(list)  # [(Finding, what was written instead)]

    def __init__(self, window: MainWindow, go_to: Callable[[Finding], None]) -> None:
        super().__init__(window)
        self._window = window
        self._go_to = go_to
        self._stops = Stops()
        self._note: FindingNote | None = None  # comes when it is first needed
        self.fields = StoryFields(window)
        self.marking = Marking(window, self.fields, self)
        self._awaited = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._awaited.timeout.connect(self._open_fixes)

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what each of the actions about findings does."""
        return {
            "next_finding": lambda: self._step(1),
            "previous_finding": lambda: self._step(-1),
            "take_first": lambda: self.take(1),
            "ignore_here": lambda: self.ignore(Scope.ONCE),
            "ignore_story": lambda: self.ignore(Scope.STORY),
            "learn_word": self.learn,
            "fix_all": self.fix_all,
            "cycle_marks": lambda: self.marking.cycle(),
        }

    def connect(self) -> None:
        """Join this to the window, once all of that is there."""
        window = self._window
        self.said.connect(lambda text: announce(window, text))
        window.findings.changed.connect(self._stops.take)
        window.findings.changed.connect(self._fix_awaited)
        self.marking.connect()
        self.marking.changed.connect(lambda: self.said.emit(self.marking.word))
        for number in _OTHERS:
            keys = QShortcut(QKeySequence(f"Alt+{number}"), window)
            keys.activated.connect(lambda number=number: self.take(number))

    def join(self, inspector: Inspector) -> None:
        """Go through the list and the fields of the inspector too."""
        inspector.findings.fix_all_wanted.connect(self.fix_all)
        self.marking.join(inspector)

    # What the keys do.

    def take(self, number: int) -> None:
        """Put one of the suggestions for the finding at hand in its place."""
        finding = self._at_hand()
        if finding is None:
            self._step(1)  # so that one sees what it is
        elif not finding.suggestions:
            self._say(self.tr("Tidak ada usul untuk temuan ini."))
        elif len(finding.suggestions) < number:
            self._say(self.tr("Usulnya hanya {0}.").format(len(finding.suggestions)))
        elif self._mend(finding, new := finding.suggestions[number - 1]):
            self._go_on(finding, finding.start + len(new), lambda _: False)

    def ignore(self, scope: Scope) -> None:
        """Leave the mark at hand out, here or in the whole story."""
        finding = self._at_hand()
        if finding is None:
            self._step(1)
        elif not may_be_ignored(finding) or finding.field not in self.fields.by_name():
            self._say(self.tr("Temuan ini tidak dapat diabaikan."))
        else:
            text = self.fields.by_name()[finding.field].text()
            self._window.desk.ignoring.leave_out(finding, scope, text)
            self._go_on(
                finding,
                finding.end,
                lambda other: (
                    scope is not Scope.ONCE
                    and (other.rule, other.text.casefold())
                    == (finding.rule, finding.text.casefold())
                ),
            )

    def learn(self) -> None:
        """Add the word at hand to the user's own words."""
        from newsroom.language.tokens import is_word

        finding = self._at_hand()
        if finding is None:
            self._step(1)
        elif finding.family != "spelling" or not is_word(finding.text):
            self._say(self.tr("Hanya kata yang tidak dikenal dapat ditambahkan ke kamus."))
        else:
            self._window.desk.words.add(finding.text)
            self._go_on(
                finding,
                finding.end,
                lambda other: other.family == "spelling" and other.text == finding.text,
            )

    def fix_all(self) -> None:
        """Show what can be put right without asking, to be put right at once.

        What was typed a moment ago has marks before it is in the list: it is waited for.
        """
        self._window.page.flush()
        if self._window.findings.is_fresh and self._window.checks.is_idle:
            self._open_fixes()
        elif not self._awaited.isActive():
            self._awaited.start()

    # Within.

    def _fix_awaited(self) -> None:
        if self._awaited.isActive():
            self._awaited.stop()
            self._open_fixes()

    def _open_fixes(self) -> None:
        from newsroom.ui.review.fixing_all import FixingAll

        fixing = FixingAll(self._window, self.fields, self)
        fixing.started.connect(self.marking.hold)
        fixing.ended.connect(self.marking.release)
        fixing.mended.connect(self.mended)
        fixing.open(self._there())

    def _list(self) -> FindingsPanel | None:
        """Return the list of findings if the keyboard is in it."""
        panel = self._window.inspector.findings if self._window.inspector else None
        return panel if panel is not None and panel.focused_card() else None

    def _there(self) -> list[Finding]:
        """Return the findings whose text still stands where they say, in order."""
        return self.fields.standing(self._stops.within([*self.fields.by_name()]))

    def _at_hand(self) -> Finding | None:
        """Return the finding whose card, tip or text one is at, as it stands now."""
        from newsroom.ui.editor.finding_tips import FindingTips

        if panel := self._list():
            return self._stops.now(panel.focused_card().finding)
        if hovered := FindingTips.hovered():
            return self.fields.of_field(hovered.edit, hovered.finding, hovered.line)
        place = self.fields.place()
        if place is None:
            return None
        marked = self.fields.marked_at(place)
        found = [marked] if marked else []
        found += [finding for finding in self._there() if finding.field == place.field]
        return next((f for f in found if f.start <= place.start and place.end <= f.end), None)

    def _step(self, by: int) -> None:
        self.marking.ask()
        if panel := self._list():
            self._show_card(panel.step(by))
            return
        there, order = self._there(), [*self.fields.by_name()]
        if not there:
            self._say(self.tr("Tidak ada temuan di dalam teks."))
            return
        place = self.fields.place() or Place(order[0], 0, 0)
        number = order.index(place.field)
        if by > 0:
            ahead = [f for f in there if (order.index(f.field), f.start) >= (number, place.end)]
            self._show((ahead or there)[0])
        else:
            behind = [f for f in there if (order.index(f.field), f.start) < (number, place.start)]
            self._show((behind or there)[-1])

    def _go_on(self, done: Finding, offset: int, gone: Callable[[Finding], bool]) -> None:
        """Select the next finding from a place on, behind one that is done with."""
        if panel := self._list():
            card = panel.focused_card()
            if (following := panel.step(1, gone)) is not card:
                self._show_card(following)
            return
        order = [*self.fields.by_name()]
        here = (order.index(done.field), offset)
        left = [f for f in self._there() if f != done and not gone(f)]
        ahead = [f for f in left if (order.index(f.field), f.start) >= here]
        if left:
            self._show((ahead or left)[0])
        else:
            self._say(self.tr("Tidak ada temuan lagi."))

    def _show(self, finding: Finding) -> None:
        """Select a finding's text, with the keyboard, and set off its card."""
        self._go_to(finding)
        self._tell(finding)
        self._show_note(finding)

    def _show_card(self, card: FindingCard) -> None:
        """Select the text of a card's finding; the keyboard stays in the list."""
        finding = self._stops.now(card.finding) or card.finding
        self._select(finding)
        self._tell(finding)

    def _tell(self, finding: Finding) -> None:
        self._set_off(finding)
        if edit := self.fields.by_name().get(finding.field):
            once = Qt.ConnectionType.SingleShotConnection
            edit.selectionChanged.connect(self._leave, once)
        self.said.emit(self._spoken(finding))

    def _show_note(self, finding: Finding) -> None:
        """Say in the text what the list of findings would, where that is out of sight."""
        from newsroom.ui.editor.finding_note import FindingNote
        from newsroom.ui.editor.finding_tips import FindingTips

        inspector = self._window.inspector
        edit = self.fields.by_name().get(finding.field)
        tips = edit.findChild(FindingTips) if edit else None
        if tips is None or not edit.isVisible():
            return
        if inspector is None or not inspector.findings.isVisible():
            self._note = self._note or FindingNote(self._window)
            self._note.show_at(*tips.note(finding))

    def _leave(self) -> None:
        """Take back what was said of a finding; something else is selected."""
        if self._note is not None:
            self._note.leave()
        self._set_off(None)

    def _set_off(self, finding: Finding | None) -> None:
        if self._window.inspector:
            self._window.inspector.findings.show_current(finding)

    def _select(self, finding: Finding) -> None:
        """Select a finding's text, and leave the keyboard where it is."""
        edit = self.fields.by_name().get(finding.field)
        if edit is None or not finding.text or not self.fields.standing([finding]):
            return
        edit.select(finding.start, finding.end)
        self.fields.deselect_others(edit)
        page = self._window.page
        if edit is not page.body and self.fields.is_on_page(edit):  # which follows its cursor
            page.ensureWidgetVisible(edit)

    def _mend(self, finding: Finding, new: str) -> bool:
        """Write something else in a finding's place, as one undo step."""
        edit = self.fields.by_name().get(finding.field)
        if edit is None or not self.fields.standing([finding]):
            return False
        self.marking.hold()
        start = units(edit.text()[: finding.start])
        replace_apart(edit, start, finding.text, new)
        self._window.page.flush()  # what is found from now on is found in the new text
        self.marking.release()
        self._stops.change(finding, new)
        self.mended.emit([(finding, new)])
        return True

    def _spoken(self, finding: Finding) -> str:
        """Return what is said of a finding: the text, the reason, the suggestions."""
        new = ", ".join(finding.suggestions[:5])
        said = [finding.text, finding.message, self.tr("Usul: {0}.").format(new) if new else ""]
        return " ".join(part for part in said if part)

    def _say(self, text: str) -> None:
        self._window.banner.say(text, "good")
