"""Follows the open story at the desk, and knows who sits here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QShortcut

from newsroom.exchange.errors import in_words
from newsroom.story.person import Person, Role
from newsroom.story.workflow import FOR_READERS, Status, edits, why_not
from newsroom.ui.written import number

if TYPE_CHECKING:
    from newsroom.store.store import Store
    from newsroom.story.story import Story
    from newsroom.ui.main_window import MainWindow
    from newsroom.ui.standing.strip import StandingStrip
    from newsroom.ui.standing.words import Stands

_STEP = "to_"  # what the names of the actions for steps begin with
_QUIET = (Status.DRAFT, Status.PUBLISHED, Status.CORRECTED, Status.WITHDRAWN)


class Standing(QObject):
    """Says above a story whose it is or why it came back; asks for a name when one is needed.

    The strip is made when there is first something to say.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._stands: Stands | None = None
        # The story that is looked at, as it stands, and until when it is held.
        self._of: tuple[str, Status, datetime | None] | None = None
        self._waits = False  # for the store to be opened
        self._answers: list[_StepKey] = []  # the keys of steps, for as long as these are not taken
        self.strip: StandingStrip | None = None

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what each of the actions about people does."""
        return {"person": lambda: self.ask_person(), "take_over": lambda: self.take_over()}

    def connect(self) -> None:
        """Join this to the window, once all of that is there."""
        window, desk = self._window, self._window.desk
        desk.person_known.connect(self._know)
        desk.opened.connect(lambda story, _: self._follow(story))
        desk.edited.connect(self._follow)
        desk.listed.connect(self._store_opened)
        window.status_line.person_wanted.connect(lambda: self.ask_person())
        window.actions_["take_over"].setEnabled(False)
        window.columns.stack.currentChanged.connect(lambda _: self._show())
        QGuiApplication.instance().applicationStateChanged.connect(self._come_back)

    def refusal(self, status: Status) -> str:
        """Return why who sits here can't move the open story to a status; nothing if they can.

        While the desk is shown it is the story at hand there.
        """
        desk, at_desk = self._window.desk, self._window.commands.at_desk
        if at_desk.is_shown:
            before = at_desk.at_hand
            return why_not(desk.person.role, before, status) if before else ""
        if desk.story is None:
            return self.tr("Tidak ada naskah yang terbuka.")
        if why := why_not(desk.person.role, desk.story.status, status):
            return why
        if self.is_of_other and desk.person.role is not Role.MANAGING_EDITOR:
            holder = self._stands.holder if self._stands else ""
            return self.tr("Naskah ini sedang disunting {0}; ambil alih lebih dulu.").format(holder)
        return self._unchosen(status)

    def waits_for_choice(self, status: Status) -> bool:
        """Say whether something in the open story is to be chosen before a step; tell of it."""
        window, story = self._window, self._window.desk.story
        if (why := self._unchosen(status)) and story is not None:
            window.commands.handing.choosing.tell(why, story.id)
        return bool(why)

    def want(self, name: str) -> None:
        """Do an action that is asked for, or say why it is not to be done here."""
        action = self._window.actions_[name]
        if action.isEnabled():
            action.trigger()
        elif name.startswith(_STEP) and (why := self.refusal(Status(name.removeprefix(_STEP)))):
            self._window.banner.refuse(why)

    @property
    def is_of_other(self) -> bool:
        """True while somebody else is editing the open story."""
        if self._stands is None:
            return False
        from newsroom.ui.standing.words import is_of_other

        return is_of_other(self._stands, self._window.desk.person)

    def when_mine(self, then: Callable[[], object]) -> None:
        """Go on with a step once nobody else has the open story, or a person takes it over."""
        window = self._window
        if not self.is_of_other or window.desk.person.role is Role.MANAGING_EDITOR:
            then()
            return
        from newsroom.ui.dialogs.asking import ask

        holder = self._stands.holder if self._stands else ""
        question = self.tr("Naskah ini sedang disunting {0}. Ambil alih?").format(holder)
        why = self.tr("Namanya tercatat di riwayat; beri tahu juga orangnya.")
        ask(window, question, why, self.tr("Ambil alih"), lambda: self.take_over(then))

    def take_over(self, then: Callable[[], object] | None = None) -> None:
        """Have the open story be edited by who sits here from now on."""
        window, desk = self._window, self._window.desk
        window.page.flush()
        if (story := desk.story) is None:
            return

        def job(store: Store) -> str:
            return store.desk.take_over(story.id)

        def done(why: str) -> None:
            if why:
                window.banner.say(why, "warning")
                return
            desk.step_kept.emit()
            self._look(then)
            if then is None:
                window.banner.say(self.tr("Naskah ini sekarang Anda yang menyunting."), "good")

        def take(_: Person) -> None:
            desk.when_safe(lambda: desk.in_store(job, done, self._refuse))

        self.when_named(take, self.tr("Isi nama Anda, supaya jelas siapa yang menyunting."))

    def when_named(self, then: Callable[[Person], object], why: str) -> None:
        """Go on with who sits here; asked for once if no name is known. ``why`` tells for what."""
        desk = self._window.desk
        if desk.person.name:
            then(desk.person)
        else:
            self.ask_person(why, then)

    def when_signed(self, then: Callable[[], object]) -> None:
        """Go on with a step, which carries a name from now on."""
        why = self.tr("Isi dulu nama Anda: setiap langkah naskah mencatat siapa yang melakukannya.")
        self.when_named(lambda _: then(), why)

    def ask_person(self, why: str = "", then: Callable[[Person], object] | None = None) -> None:
        """Let a person say who they are, and go on with that once it is kept."""
        from newsroom.store.archive import archive_people
        from newsroom.ui.dialogs.person_dialog import PersonDialog

        window, desk = self._window, self._window.desk
        dialog = PersonDialog(desk.person, why, window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.told.connect(lambda person: desk.set_person(person, then))
        dialog.open()

        def offer(names: list[str]) -> None:
            from shiboken6 import isValid

            if isValid(dialog):
                dialog.offer(names)

        home = desk.newsroom.home
        desk.in_files(lambda _: archive_people(home), offer, lambda _: None)

    # Within.

    def _unchosen(self, status: Status) -> str:
        """Return that two desks are still at odds in the open story, if that is in the way."""
        left = self._window.copy_desk.commenting.conflicts if status in FOR_READERS else 0
        told = self.tr("{0} perbedaan dari dua meja belum dipilih.")
        return told.format(number(left)) if left else ""

    def _come_back(self, state: Qt.ApplicationState) -> None:
        """Look what became of the story while another program was in front."""
        if state is Qt.ApplicationState.ApplicationActive and self._window.desk.is_started:
            self._window.desk.look_again()

    def _know(self, person: Person) -> None:
        window = self._window
        window.top_bar.use_role(person.role)
        window.status_line.show_person(person)
        if window.queue:
            window.queue.list.role = person.role
        if not self._answers:
            self._answer_keys()
        self._show()

    def _answer_keys(self) -> None:
        """Say why nothing comes of the key of a step that is not to be taken here."""
        for spec, action in self._window.actions_:
            if not spec.name.startswith(_STEP):
                continue
            key = _StepKey(action.shortcut(), self._window)
            key.setEnabled(not action.isEnabled())
            key.activated.connect(lambda name=spec.name: self.want(name))
            action.enabledChanged.connect(lambda on, key=key: key.setEnabled(not on))
            self._answers.append(key)

    def _follow(self, story: Story | None) -> None:
        """Look anew where another story lies open, or this one has been moved."""
        of = (story.id, story.status, story.embargo) if story else None
        if of == self._of:
            return
        self._of, self._stands = of, None
        self._show()
        if story is None or story.status in _QUIET:
            return
        desk = self._window.desk
        if desk.is_started:
            # Not before what is being changed just now has been told to the desk as a whole.
            QTimer.singleShot(0, self, lambda: desk.when_safe(lambda: self._look()))
        else:
            self._waits = True

    def _store_opened(self) -> None:
        if self._waits:
            self._waits = False
            self._look()

    def _look(self, then: Callable[[], object] | None = None) -> None:
        """Ask the store where the story stands; say so, and go on."""
        if (of := self._of) is None:
            return

        def job(store: Store) -> Stands | None:
            from newsroom.ui.standing.words import Stands

            note, step = store.desk.of([of[0]]).get(of[0]), store.versions.last_move(of[0])
            if note is None:
                return None
            who, moment, told = (step.who, step.moment, step.note) if step else ("", None, "")
            return Stands(note.status, note.holder, note.taken, who, moment, told, of[2])

        def done(stands: Stands | None) -> None:
            if of != self._of:
                return
            self._stands = stands
            self._show()
            if then:
                then()

        self._window.desk.in_store(job, done, self._refuse)

    def _show(self) -> None:
        window = self._window
        stands, told = self._stands, None
        if stands is not None:
            from newsroom.ui.standing.words import told_of

            told = told_of(stands, window.desk.person, datetime.now(window.profile.zone))
        takes = self.is_of_other and edits(window.desk.person.role)
        window.actions_["take_over"].setEnabled(takes)
        if self.strip is None and told is not None:
            self.strip = self._make_strip()
        if self.strip is not None:  # at the desk it is not seen what it speaks of
            self.strip.say(None if window.commands.at_desk.is_shown else told)

    def _make_strip(self) -> StandingStrip:
        from newsroom.ui.standing.strip import StandingStrip

        window = self._window
        strip = StandingStrip()
        strip.wanted.connect(lambda name: window.actions_[name].trigger())
        column = window.centralWidget().layout()
        column.insertWidget(column.indexOf(window.columns), strip)
        return strip

    def _refuse(self, error: Exception) -> None:
        self._window.banner.say(in_words(error), "error")


class _StepKey(QShortcut):
    """Answers too when it was pressed before the step could be taken and is handed on after."""

    def event(self, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Shortcut:
            return super().event(event)
        self.activated.emit()
        return True
