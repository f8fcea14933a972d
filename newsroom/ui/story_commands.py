"""What is done with the whole of the story that lies open: keep it, hand it on, put it away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from newsroom.exchange.kinds import PACKED
from newsroom.exchange.slug import make_slug
from newsroom.story.aftermath import LinkKind
from newsroom.story.noting import (
    WITH_A_NOTE,
    Note,
    StepNote,
    asks_words,
    note_changes,
    note_mark,
    taking_changes,
)
from newsroom.story.person import Person
from newsroom.story.workflow import Status, why_not
from newsroom.ui.aftermath.noting import ask_note, tell_answered
from newsroom.ui.aftermath.sending_again import tell_unsent
from newsroom.ui.review.announcing import announce

if TYPE_CHECKING:
    from newsroom.story.story import Story
    from newsroom.ui.main_window import MainWindow

_NOBODY = Person()


class StoryCommands(QObject):
    """Does so once the last words are told to the desk."""

    def __init__(self, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._is_saving_told = False

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what each of the actions about the whole story does."""

        def step(status: Status) -> Callable[..., object]:
            return lambda: self.move_on(status)

        return {
            "save": self.save,
            "save_copy": self.save_copy,
            "discard": self.discard,
            "export": self.export,
            "answer": lambda: self.answer(LinkKind.ANSWER),
            "amend": lambda: self.answer(LinkKind.CORRECTION),
            "trail": self.show_trail,
            "copy_html": lambda: self.copy("html"),
            "copy_rich": lambda: self.copy("rich"),
            "copy_whatsapp": lambda: self.copy("whatsapp"),
            "copy_short": lambda: self.copy("whatsapp-ringkas"),
            **{f"to_{status}": step(status) for status in Status},
        }

    def save(self) -> None:
        """Save at once what saves itself in a moment; the first time, say that it does."""
        window = self._window
        window.page.flush()
        window.desk.when_safe(self._tell_saving)

    def save_copy(self) -> None:
        """Ask where to, and write a copy of the story there."""
        window = self._window
        window.page.flush()
        story = window.desk.story
        if story is None:
            return
        from newsroom.ui.dialogs import files

        if path := files.ask_copy(window, story.slug, with_photos=bool(story.photos)):
            self._save_copy(story, path)

    def discard(self) -> None:
        """Move the story to the bin; the banner then offers to bring it back."""
        window, story = self._window, self._window.desk.story
        if story is None or (story.is_empty and not story.revision):
            window.banner.say(self.tr("Naskah ini masih kosong."), "good")
        else:
            window.leaving(lambda: window.desk.discard(story.id))

    def export(self) -> None:
        """Open the export of the story, once all of it is safe; or of several chosen ones."""
        from newsroom.ui.exports.exporting import Exporting

        window, desk = self._window, self._window.desk
        if window.commands.of_list.export_chosen():
            return
        window.page.flush()
        if desk.story is None:
            return
        exporting = Exporting(desk, window.theme, window)
        exporting.finding_chosen.connect(window.go_to)
        desk.when_safe(lambda: desk.story and exporting.open(desk.story))

    def copy(self, kind: str) -> None:
        """Put the story on the clipboard, for another program."""
        from newsroom.ui.exports.copying import copy_story

        copy_story(self._window, kind)

    def answer(self, kind: LinkKind) -> None:
        """Let a person say which story this one is the *hak jawab* to, or the *ralat* of."""
        from newsroom.ui.aftermath.noting import Answering

        (self._window.findChild(Answering) or Answering(self._window)).ask(kind)

    def show_trail(self) -> None:
        """Show all that happened to the story, once all of it is safe."""
        from newsroom.ui.trail.trailing import Trailing

        window, desk = self._window, self._window.desk
        window.page.flush()
        if desk.story is None or (desk.story.is_empty and not desk.story.revision):
            window.banner.say(self.tr("Naskah ini masih kosong."), "good")
            return

        def show() -> None:
            if desk.story is not None and window.findChild(Trailing) is None:
                Trailing(window).open(desk.story)

        desk.when_safe(show)

    def move_on(self, status: Status) -> None:
        """Give the story another status, with the words that it needs, if it needs any.

        At the desk it is what is chosen there that is meant.
        """
        window = self._window
        window.page.flush()
        if window.commands.at_desk.move_on(status):
            return
        if not self._is_refused(status):
            window.standing.when_signed(lambda: self._take(status))

    def note_published(self) -> None:
        """Note that readers have the open story, wherever the desk had it: its site shows it."""
        self._window.page.flush()
        if (story := self._window.desk.story) is not None:
            self._move_on(story.id, Status.PUBLISHED, None)

    # Within.

    def _is_refused(self, status: Status) -> bool:
        """Say whether the open story can't go there from here; tell why."""
        window, story = self._window, self._window.desk.story
        if story and (why := why_not(window.desk.person.role, story.status, status)):
            window.banner.refuse(why)
            return True
        return story is None or window.standing.waits_for_choice(status)

    def _take(self, status: Status) -> None:
        """Take a step; who has just said who they are may be told that it is not theirs."""
        story = self._window.desk.story
        if story is not None and not self._is_refused(status):
            self._window.standing.when_mine(lambda: self._ask(story, status))

    def _ask(self, story: Story, status: Status) -> None:
        """Ask for the words that the step goes with, if it needs any, and take it."""
        window = self._window
        if not asks_words(window.desk.person.role, status):
            self._go_on(story.id, status)
            return
        named = story.headline.strip() or self.tr("Tanpa judul")
        ask_note(
            window,
            status,
            named,
            lambda note: self._move_on(story.id, status, note),
            until=story.embargo,
        )

    def _go_on(self, story_id: str, status: Status) -> None:
        """Take a step without words; what the house makes sure of before comes first."""
        if status is Status.READY:
            checklist = self._window.copy_desk.checklisting
            checklist.when_clear(story_id, lambda: self._move_on(story_id, status, None))
        else:
            self._move_on(story_id, status, None)

    def _move_on(self, story_id: str, status: Status, note: Note | None) -> None:
        """Say so when it is safe. Another story may lie open by now: that one stays as it is."""
        window, story = self._window, self._window.desk.story
        if story is None or story.id != story_id:
            return
        changes = changes_to(story, status, note, window.desk.person)
        window.desk.edit(changes, note_mark(note))

        def done() -> None:
            told = self.tr("Status: {0}").format(status.label)
            if status in (
                Status.SUBMITTED,
                Status.RETURNED,
            ):  # a desk without a network gets it as a file
                button = self.tr("Serahkan berkasnya…")
                window.banner.say(told, "good", button, window.commands.handing.hand_over)
            else:
                window.banner.say(told, "good")
            if status is Status.PUBLISHED:
                tell_answered(window, story_id)
            elif status in WITH_A_NOTE:
                tell_unsent(window, story_id)

        window.desk.when_safe(done)

    def _save_copy(self, story: Story, path: Path) -> None:
        """Write a copy; a ``.naskah`` as it goes to a colleague, as long as the store works."""
        window = self._window

        def alone() -> None:
            window.desk.save_copy(story, path)

        if path.suffix.casefold() in PACKED and story.revision and not window.desk.is_failing:
            window.commands.handing.leaving.write(path, lambda _: alone())
        else:
            alone()

    def _tell_saving(self) -> None:
        if not self._is_saving_told:
            self._is_saving_told = True
            told = self.tr("Tersimpan. Setiap ketikan tersimpan sendiri.")
            self._window.banner.say(told, "good")
        else:  # the line below shows it; who does not see that hears it
            announce(self._window, self.tr("Tersimpan."))


def changes_to(
    story: Story,
    status: Status,
    note: Note | None = None,
    person: Person = _NOBODY,
    *,
    several: bool = False,
) -> dict[str, Any]:
    """Return what changes in a story with its status, and with the words that go with that.

    ``person`` is who takes the step. A time that a held story had goes where none is given:
    it was seen, and taken out. Of ``several`` it was not seen: there only one that is past goes.
    """
    taken = taking_changes(story, status, person)
    changes: dict[str, Any] = {"status": status, **note_changes(story, note), **taken}
    if status is Status.HELD and isinstance(note, StepNote):
        stays = several and story.embargo is not None and story.embargo > datetime.now(UTC)
        changes["embargo"] = note.until or (story.embargo if stays else None)
    if status.is_public and not story.slug:
        changes["slug"] = make_slug(story.headline)  # as it was exported, and now for good
    return changes
