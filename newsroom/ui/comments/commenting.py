"""Keeps the comments of the open story in sight: on its words, and in the review tab."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from newsroom.ui.comments.drafts import Drafts, begun, unsent
from newsroom.ui.comments.grounds import Grounds
from newsroom.ui.comments.new_remark import NewRemark
from newsroom.ui.comments.said import Loaded, Said
from newsroom.ui.review.announcing import announce

if TYPE_CHECKING:
    from newsroom.store.store import Store
    from newsroom.story.story import Story
    from newsroom.ui.comments.panel import CommentsPanel
    from newsroom.ui.comments.saying import Saying
    from newsroom.ui.comments.thread_note import ThreadNote
    from newsroom.ui.inspector.inspector import Inspector
    from newsroom.ui.main_window import MainWindow

_PART = "comments"


class Commenting(QObject):
    """Comments are read with the story, and again after each save of one that has any.

    What is typed meanwhile moves them here as the store will move them.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._panel: CommentsPanel | None = None
        self._said = Said()
        self._grounds = Grounds(window, self)
        self._grounds.chosen.connect(self.open_thread)
        self._grounds.wanted.connect(self.begin)
        self._current = ""  # the thread that one is at
        self._new = NewRemark(window)
        self._drafts = Drafts(window.desk, self._unsent, self)
        window.desk.opened.connect(lambda *_: self._opened())
        window.desk.edited.connect(self._follow_edit)
        window.desk.saved.connect(lambda _: self._said.has_some and self.look_again())
        window.desk.leaving.connect(self._drafts.keep_now)
        window.page.place_changed.connect(lambda *_: self._drafts.keep_now())

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what each of the actions about comments does."""
        return {
            "comment": self.begin,
            "show_comment": self.show_here,
            "next_comment": lambda: self._step(1),
            "previous_comment": lambda: self._step(-1),
        }

    @property
    def conflicts(self) -> int:
        """How many wordings of two desks wait for a choice in the open story."""
        return self._said.conflicts()

    def join(self, inspector: Inspector) -> None:
        """Offer the comments beside the text, and mark them in the inspector's fields too."""
        if self._panel is not None and self._said.loaded is not None:
            self._said.loaded = replace(self._said.loaded, drafts=self._unsent())
        self._panel = None
        inspector.review.offer(_PART, self.tr("Komentar"), self._make)
        inspector.review.shown.connect(lambda name: name == _PART and self.look_again())
        self._grounds.join(inspector)
        self.look_again()

    def open_thread(self, thread: str) -> None:
        """Show a thread in the list of comments; the keyboard stays where it is."""
        self._show_part()
        self._set_off(thread)
        if self._panel is not None:
            self._panel.show_current(thread)

    def go(self, thread: str) -> None:
        """Show the words of a thread in their field, and set its card off."""
        from newsroom.language.finding import Finding, Severity

        told = self._said.thread(thread)
        if told is None:
            return
        anchor = told.anchor
        field = anchor.field if anchor else "body"
        start, end = (anchor.start, anchor.end) if anchor else (0, 0)
        # The window leads to findings already, wherever they are.
        quote = anchor.quote if anchor else ""
        self._window.go_to(Finding("comment", Severity.HINT, field, start, end, quote, ""))
        self._set_off(thread)
        edit = self._window.reviewing.fields.by_name().get(field)
        if self._panel is not None and self._panel.isVisible():
            self._panel.show_current(thread)
        elif edit is not None and edit.isVisible():
            self._note.show_thread(told, edit)
        announce(self._window, f"{told.first.who}: {told.first.text}")

    def begin(self) -> None:
        """Begin a remark about what is selected, or stands at the cursor."""
        from newsroom.ui.comments.choosing import anchor_at_hand

        window = self._window
        window.page.flush()
        story = window.desk.story
        if story is None:
            return
        if not story.revision and story.is_empty:
            window.banner.say(self.tr("Tulis naskahnya dulu, baru komentari."), "warning")
            return
        anchor = anchor_at_hand(window)
        panel = self._show_part()
        panel.show_current("")
        self._new.begin(panel, anchor, story)
        self._set_off("")

    def show_here(self) -> None:
        """Go to the thread whose words the cursor stands in."""
        from newsroom.ui.comments.next_thread import thread_at

        place = self._window.reviewing.fields.place()
        said = self._said
        thread = thread_at(said.in_text(), place, said.thread(self._current))
        if thread is None or place is None:
            self._say(self.tr("Tidak ada komentar di sini."))
            return
        self._new.come_from(place.field)
        self.open_thread(thread.id)
        card = self._panel.card(thread.id) if self._panel else None
        if card is not None:
            card.setFocus()

    def look_again(self) -> None:
        """Read what is said about the open story: something was said elsewhere."""
        story = self._window.desk.story
        if story is None or not story.revision:
            return
        id = story.id

        def job(store: Store) -> Loaded | None:
            return Loaded.read(store, id)

        self._window.desk.in_store(job, lambda loaded: self._take(id, loaded), lambda _: None)

    # Reading and showing.

    @cached_property
    def _note(self) -> ThreadNote:
        from newsroom.ui.comments.thread_note import ThreadNote

        return ThreadNote(self._window)

    @cached_property
    def _saying(self) -> Saying:
        from newsroom.ui.comments.saying import Saying

        saying = Saying(self._window, self._said, self)
        saying.added.connect(lambda: self._new.end(self._panel))
        saying.answered.connect(self._end_answer)
        saying.kept.connect(self.look_again)
        return saying

    def _make(self) -> CommentsPanel:
        from newsroom.ui.comments.panel import CommentsPanel

        saying = self._saying
        self._panel = panel = CommentsPanel(self._window.theme, self._window.profile.zone)
        panel.chosen.connect(self.go)
        panel.added.connect(saying.add)
        panel.answered.connect(saying.answer)
        panel.edited.connect(saying.edit)
        panel.removed.connect(saying.ask_removal)
        panel.resolved.connect(saying.resolve)
        panel.choice_wanted.connect(self._choose)
        panel.new_wanted.connect(self.begin)
        panel.drafted.connect(self._drafts.written)
        panel.left.connect(self._new.go_back)
        self._restore_drafts()
        self._show_panel()
        return panel

    def _opened(self) -> None:
        self._drafts.hold("", {})
        self._said.forget()
        self._new.forget()
        self._current = ""
        if self._panel is not None:
            self._panel.compose.end()
            self._panel.show_threads([], "", ())
            self._panel.take_drafts({})
        self._show_marks()
        self.look_again()

    def _take(self, id: str, loaded: Loaded | None) -> None:
        story = self._window.desk.story
        if loaded is None or story is None or story.id != id:
            return
        first, self._said.loaded = self._said.loaded is None, loaded
        if first:
            self._drafts.hold(id, loaded.drafts)
        self._follow(story)
        if first:
            self._restore_drafts()

    def _follow_edit(self, story: Story) -> None:
        """Go along with what was typed; where nothing is said yet, that takes no time."""
        if self._said.has_some:
            self._follow(story)
        else:
            self._new.follow(self._panel, story)

    def _follow(self, story: Story) -> None:
        """Move the threads to where their words are in the story as it is now."""
        loaded = self._said.loaded
        if loaded is None or story.id != loaded.story.id:
            return
        self._said.follow(story)
        self._new.follow(self._panel, story)
        self._show_panel()
        self._show_marks()

    def _show_panel(self) -> None:
        inspector = self._window.inspector
        if inspector is None:
            return
        said, count = self._said, len(self._said.open())
        inspector.review.show_count(_PART, count)
        inspector.tabs.show_count("review", count, self.tr("{0} komentar terbuka").format(count))
        if self._panel is not None and (said.loaded or not said.threads):
            people = said.people(self._window.desk.story)
            self._panel.show_threads(said.threads, said.me, people)

    def _show_marks(self) -> None:
        self._grounds.show(self._said.in_text(), self._current)

    def _set_off(self, thread: str) -> None:
        self._current = thread
        self._show_marks()

    # Going through them.

    def _step(self, by: int) -> None:
        from newsroom.ui.comments.next_thread import next_thread

        said, fields = self._said, self._window.reviewing.fields
        current = said.thread(self._current)
        thread = next_thread(said.in_text(), [*fields.by_name()], fields.place(), current, by)
        if thread is None:
            self._say(self.tr("Tidak ada komentar terbuka di dalam teks."))
        else:
            self.go(thread.id)

    def _show_part(self) -> CommentsPanel:
        # Chosen first, so that no other part is made on the way.
        self._window.sides.whole_inspector().review.show_part(_PART)
        self._window.show_tab("review")
        assert self._panel is not None
        return self._panel

    def _choose(self, thread: str) -> None:
        self._window.commands.handing.choosing.open(thread=thread)

    # What is written, and not sent yet.

    def _end_answer(self, thread: str) -> None:
        card = self._panel.card(thread) if self._panel else None
        if card is not None and card.answer is not None:
            card.answer.clear()

    def _unsent(self) -> dict[str, Any]:
        panel, loaded = self._panel, self._said.loaded
        if panel is None or loaded is None:
            return loaded.drafts if loaded else {}
        return unsent(panel)

    def _restore_drafts(self) -> None:
        """Show again what was written and not sent, where the story has any of that."""
        panel, loaded, story = self._panel, self._said.loaded, self._window.desk.story
        if panel is None or loaded is None or story is None:
            return
        if isinstance(threads := loaded.drafts.get("threads"), dict):
            panel.take_drafts(threads)
        if new := begun(loaded.drafts, story):
            anchor, text = new
            self._new.resume(panel, anchor, story, text)

    def _say(self, text: str) -> None:
        self._window.banner.say(text, "good")
