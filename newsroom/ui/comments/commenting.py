"""Keeps the comments of the open story in sight: on its words, and in the review tab."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from newsroom.ui.comments.drafts import Drafts, drafts_key
from newsroom.ui.review.announcing import announce

if TYPE_CHECKING:
    from newsroom.store.store import Store
    from newsroom.story.comments.comment import Anchor, Comment
    from newsroom.story.comments.threads import Thread
    from newsroom.story.person import Person
    from newsroom.story.story import Story
    from newsroom.ui.comments.ground import CommentGround
    from newsroom.ui.comments.panel import CommentsPanel
    from newsroom.ui.editor.prose_edit import ProseEdit
    from newsroom.ui.inspector.inspector import Inspector
    from newsroom.ui.main_window import MainWindow

_PART = "comments"


@dataclass(frozen=True, slots=True)
class _Loaded:
    """What the store has of a story: its state, what is said about it, and by whom else."""

    story: Story
    comments: list[Comment]
    me: str
    others: tuple[str, ...]
    drafts: dict[str, Any]


class Commenting(QObject):
    """Comments are read with the story, and again after each save of one that has any.

    What is typed meanwhile moves them here as the store will move them.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._panel: CommentsPanel | None = None
        self._loaded: _Loaded | None = None
        self._threads: list[Thread] = []  # as they are in the text now
        self._current = ""  # the thread that one is at
        self._writing: tuple[Anchor | None, Story] | None = None  # the new remark's words
        self._left_field = "body"  # that the keyboard came from
        self._drafts = Drafts(window.desk, self._unsent, self)
        window.desk.opened.connect(lambda *_: self._opened())
        window.desk.edited.connect(self._follow_edit)
        window.desk.saved.connect(lambda _: self._has_some and self.look_again())
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
        from newsroom.story.comments.comment import CommentKind

        return sum(one.kind is CommentKind.CONFLICT for one in self._open())

    def join(self, inspector: Inspector) -> None:
        """Offer the comments beside the text, and mark them in the inspector's fields too."""
        if self._panel is not None and self._loaded is not None:
            self._loaded = replace(self._loaded, drafts=self._unsent())
        self._panel = None
        inspector.review.offer(_PART, self.tr("Komentar"), self._make)
        inspector.review.shown.connect(lambda name: name == _PART and self.look_again())
        inspector.photos.prose_made.connect(self._take_up)
        inspector.data.fields_changed.connect(self._take_up_all)
        self._take_up_all()
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

        told = self._thread(thread)
        if told is None:
            return
        anchor = told.anchor
        field = anchor.field if anchor else "body"
        start, end = (anchor.start, anchor.end) if anchor else (0, 0)
        # The window leads to findings already, wherever they are.
        quote = anchor.quote if anchor else ""
        self._window.go_to(Finding("comment", Severity.HINT, field, start, end, quote, ""))
        self._set_off(thread)
        if self._panel is not None and self._panel.isVisible():
            self._panel.show_current(thread)
        announce(self._window, f"{told.first.who}: {told.first.text}")

    def begin(self) -> None:
        """Begin a remark about what is selected, or stands at the cursor."""
        window = self._window
        window.page.flush()
        story = window.desk.story
        if story is None:
            return
        if not story.revision and story.is_empty:
            window.banner.say(self.tr("Tulis naskahnya dulu, baru komentari."), "warning")
            return
        anchor = self._place()
        self._left_field = anchor.field if anchor else "body"
        self._writing = anchor, story
        panel = self._show_part()
        panel.show_current("")
        panel.write(anchor)
        self._set_off("")

    def show_here(self) -> None:
        """Go to the thread whose words the cursor stands in."""
        place = self._window.reviewing.fields.place()
        here = [one for one in self._in_text() if place and _covers(one.anchor, place)]
        if not here:
            self._say(self.tr("Tidak ada komentar di sini."))
            return
        thread = min(here, key=lambda one: one.anchor.end - one.anchor.start)  # type: ignore[union-attr]
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

        def job(store: Store) -> _Loaded | None:
            from newsroom.store.errors import StoryNotFound

            comments = store.comments.all(id)
            drafts = store.workspace.get(drafts_key(id))
            try:
                there = store.stories.get(id)
            except StoryNotFound:
                return None
            others = tuple(dict.fromkeys(step.who for step in store.versions.list(id)))
            me = store.people.me().name
            return _Loaded(there, comments, me, others, drafts if isinstance(drafts, dict) else {})

        self._window.desk.in_store(job, lambda loaded: self._take(id, loaded), lambda _: None)

    # Reading and showing.

    @property
    def _has_some(self) -> bool:
        return self._loaded is not None and bool(self._loaded.comments)

    def _make(self) -> CommentsPanel:
        from newsroom.ui.comments.panel import CommentsPanel

        self._panel = panel = CommentsPanel(self._window.theme)
        panel.chosen.connect(self.go)
        panel.added.connect(self._add)
        panel.answered.connect(self._answer)
        panel.edited.connect(self._edit)
        panel.removed.connect(self._ask_removal)
        panel.resolved.connect(self._resolve)
        panel.choice_wanted.connect(self._choose)
        panel.new_wanted.connect(self.begin)
        panel.drafted.connect(self._drafts.written)
        panel.left.connect(self._go_back)
        self._restore_drafts()
        self._show_panel()
        return panel

    def _opened(self) -> None:
        self._drafts.hold("", {})
        self._loaded, self._threads, self._current, self._writing = None, [], "", None
        if self._panel is not None:
            self._panel.compose.end()
            self._panel.show_threads([], "", ())
            self._panel.take_drafts({})
        self._show_marks()
        self.look_again()

    def _take(self, id: str, loaded: _Loaded | None) -> None:
        story = self._window.desk.story
        if loaded is None or story is None or story.id != id:
            return
        first, self._loaded = self._loaded is None, loaded
        if first:
            self._drafts.hold(id, loaded.drafts)
        self._follow(story)
        if first:
            self._restore_drafts()

    def _follow_edit(self, story: Story) -> None:
        """Go along with what was typed; where nothing is said yet, that takes no time."""
        if self._loaded is not None and self._loaded.comments:
            self._follow(story)
        else:
            self._follow_writing(story)

    def _follow(self, story: Story) -> None:
        """Move the threads to where their words are in the story as it is now."""
        loaded = self._loaded
        if loaded is None or story.id != loaded.story.id:
            return
        if loaded.comments:
            from newsroom.story.comments.places import Passage
            from newsroom.story.comments.threads import threads

            passage = Passage(loaded.story, story)
            here = [
                replace(one, anchor=passage.moved(one.anchor)) if one.anchor else one
                for one in loaded.comments
            ]
            self._threads = threads(here)
        else:
            self._threads = []
        self._follow_writing(story)
        self._show_panel()
        self._show_marks()

    def _follow_writing(self, story: Story) -> None:
        if self._writing is None or self._panel is None or self._panel.compose.isHidden():
            return
        from newsroom.story.comments.places import Passage

        anchor, then = self._writing
        if anchor is not None and then != story:
            self._writing = Passage(then, story).moved(anchor), story
            self._panel.compose.show_anchor(self._writing[0])

    def _show_panel(self) -> None:
        inspector = self._window.inspector
        if inspector is None:
            return
        count = len(self._open())
        inspector.review.show_count(_PART, count)
        inspector.tabs.show_count("review", count, self.tr("{0} komentar terbuka").format(count))
        if self._panel is not None and (self._loaded or not self._threads):
            me = self._loaded.me if self._loaded else ""
            self._panel.show_threads(self._threads, me, self._people())

    def _people(self) -> tuple[str, ...]:
        from newsroom.story.comments.mentions import people_of

        loaded = self._loaded
        if loaded is None:
            return ()
        story = self._window.desk.story or loaded.story
        return people_of(story, loaded.comments, *loaded.others, loaded.me)

    # Marks on the words.

    def _take_up_all(self) -> None:
        for edit in self._window.reviewing.fields.all():
            self._offer(edit)
        self._show_marks()

    def _take_up(self, edit: ProseEdit) -> None:
        """Let a field's words be commented on, and mark them."""
        self._offer(edit)
        self._show_marks()

    def _offer(self, edit: ProseEdit) -> None:
        if not edit.takes_comments:
            edit.takes_comments = True
            edit.commented.connect(self.begin)

    def _show_marks(self) -> None:
        anchors: dict[str, list[tuple[str, Anchor]]] = {}
        for one in self._in_text():
            if one.anchor is not None:
                anchors.setdefault(one.anchor.field, []).append((one.id, one.anchor))
        fields = self._window.reviewing.fields.by_name()
        marked = {}
        for name, some in anchors.items():
            if (edit := fields.there(name)) is not None:
                marked[edit] = some
        for edit in self._window.reviewing.fields.all():
            ground = self._ground(edit, make=edit in marked)
            if ground is not None:
                ground.show_anchors(marked.get(edit, []))
                ground.show_current(self._current)

    def _ground(self, edit: ProseEdit, *, make: bool) -> CommentGround | None:
        if edit.lines.ground is None and not make:
            return None
        from newsroom.ui.comments.ground import CommentGround

        ground = edit.findChild(CommentGround)
        if ground is None:
            ground = CommentGround(edit, self._window.theme)
            ground.chosen.connect(self.open_thread)
        return ground

    def _set_off(self, thread: str) -> None:
        self._current = thread
        self._show_marks()

    # Going through them.

    def _open(self) -> list[Thread]:
        """Return the threads that somebody is to answer or settle."""
        from newsroom.story.comments.comment import CommentKind

        return [
            one
            for one in self._threads
            if one.resolved is None and one.kind is not CommentKind.REASON
        ]

    def _in_text(self) -> list[Thread]:
        """Return those of them that stand on words."""
        return [
            one for one in self._open() if one.anchor and one.anchor.quote and not one.anchor.lost
        ]

    def _thread(self, id: str) -> Thread | None:
        return next((one for one in self._threads if one.id == id), None)

    def _step(self, by: int) -> None:
        fields = self._window.reviewing.fields
        order = [*fields.by_name()]
        there = [one for one in self._in_text() if one.anchor and one.anchor.field in order]
        if not there:
            self._say(self.tr("Tidak ada komentar terbuka di dalam teks."))
            return

        def at(thread: Thread) -> tuple[int, int]:
            anchor = thread.anchor
            return (order.index(anchor.field), anchor.start) if anchor else (0, 0)

        there.sort(key=at)
        place, current = fields.place(), self._thread(self._current)
        if place is not None:
            here = order.index(place.field)
            first, past = (here, place.start), (here, place.end)
        elif current is not None and current.anchor in [one.anchor for one in there]:
            first, past = at(current), (at(current)[0], at(current)[1] + 1)
        else:
            first = past = (0, 0)
        if by > 0:
            self.go(next((one for one in there if at(one) >= past), there[0]).id)
        else:
            self.go(next((one for one in reversed(there) if at(one) < first), there[-1]).id)

    def _place(self) -> Anchor | None:
        """Return what a new remark is about; None for the story as a whole."""
        from newsroom.story.comments.comment import Anchor
        from newsroom.ui.comments.choosing import chosen
        from newsroom.ui.review.story_fields import Place

        window = self._window
        fields, focus = window.reviewing.fields, QApplication.focusWidget()
        place = fields.place()
        data = window.inspector.data if window.inspector else None
        if place is None and focus and data and (field := data.name_at(focus)):
            return Anchor(field, 0, 0, "")
        if place is None and focus and data and window.inspector.photos.isAncestorOf(focus):
            return Anchor("photos", 0, 0, "")
        if place is None:
            cursor, body = window.page.body.textCursor(), window.page.body
            ends = (body.offset(cursor.selectionStart()), body.offset(cursor.selectionEnd()))
            place = Place("body", *ends)
        return chosen(place.field, fields.by_name().text(place.field), place.start, place.end)

    def _go_back(self) -> None:
        """Give the keyboard back to the text, where it was last."""
        edit = self._window.reviewing.fields.by_name().there(self._left_field)
        (edit or self._window.page.body).setFocus()

    def _show_part(self) -> CommentsPanel:
        # Chosen first, so that no other part is made on the way.
        self._window.sides.whole_inspector().review.show_part(_PART)
        self._window.show_tab("review")
        assert self._panel is not None
        return self._panel

    # What is asked for in the cards.

    def _add(self, anchor: Anchor | None, text: str) -> None:
        from newsroom.story.comments.comment import Comment

        story = self._window.desk.story
        if story is None:
            return

        named = self._named(text)

        def keep(store: Store, who: str) -> object:
            new = Comment.new(who, text, datetime.now(UTC), anchor=anchor, mentions=named(who))
            return store.comments.add(story.id, new)

        def kept() -> None:
            from newsroom.ui.inspector.card_walk import has_focus

            self._writing = None
            if self._panel is not None:
                if has_focus(self._panel.compose):
                    self._go_back()
                self._panel.compose.end()

        self._keep(keep, kept)

    def _answer(self, thread: str, text: str) -> None:
        named = self._named(text)

        def answer(store: Store, who: str) -> object:
            return store.comments.answer(thread, who, text, named(who))

        def kept() -> None:
            card = self._panel.card(thread) if self._panel else None
            if card is not None and card.answer is not None:
                card.answer.clear()

        self._keep(answer, kept)

    def _edit(self, id: str, text: str) -> None:
        named = self._named(text)
        self._keep(lambda store, who: store.comments.edit(id, who, text, named(who)))

    def _ask_removal(self, id: str) -> None:
        from newsroom.ui.dialogs.asking import ask

        ask(
            self._window,
            self.tr("Hapus komentar ini?"),
            self.tr("Isinya hilang; yang tersisa hanya tanda bahwa pernah ada komentar."),
            self.tr("Hapus"),
            lambda: self._keep(lambda store, who: store.comments.remove(id, who)),
        )

    def _choose(self, thread: str) -> None:
        self._window.commands.handing.choosing.open(thread=thread)

    def _resolve(self, thread: str, settled: bool) -> None:
        stands = self._stands(thread)

        def resolve(store: Store, who: str) -> object:
            comments = store.comments
            return comments.resolve(thread, who, stands) if settled else comments.reopen(thread)

        self._keep(resolve)

    def _stands(self, thread: str) -> str:
        """Return which of two wordings is in the story, if the thread is about such."""
        told = self._thread(thread)
        subject = told.first.subject if told else None
        if subject is None or subject.other is None:
            return ""
        anchor = told.anchor if told else None
        return anchor.quote if anchor and anchor.quote and not anchor.lost else subject.new.text

    def _named(self, text: str) -> Callable[[str], tuple[str, ...]]:
        """Return what says whom a text names, once it is known who writes it: on a worker."""
        from newsroom.story.comments.mentions import mentions

        people = self._people()
        return lambda who: mentions(text, (*people, who))

    def _keep(
        self, work: Callable[[Store, str], object], kept: Callable[[], object] = lambda: None
    ) -> None:
        """Do something under the name of who sits here, once the text is safe, and show it."""
        desk = self._window.desk
        self._window.page.flush()

        def done(_: object) -> None:
            kept()
            self.look_again()

        def failed(error: Exception) -> None:
            self._window.banner.say(str(error), "error")

        def named(person: Person) -> None:
            def job(store: Store) -> object:
                return work(store, person.name)

            desk.when_safe(lambda: desk.in_store(job, done, failed), patient=True)

        why = self.tr("Komentar diberi nama penulisnya. Siapa Anda?")
        self._window.standing.when_named(named, why)

    # What is written and not sent.

    def _unsent(self) -> dict[str, Any]:
        """Return it as the workspace keeps it."""
        from newsroom.story.comments.values import anchor_values

        panel, loaded = self._panel, self._loaded
        if panel is None or loaded is None:
            return loaded.drafts if loaded else {}
        told: dict[str, Any] = {}
        if not panel.compose.isHidden() and panel.compose.edit.words():
            anchor = panel.compose.anchor
            told["new"] = {
                "text": panel.compose.edit.toPlainText(),
                "anchor": anchor_values(anchor),
            }
        if texts := panel.drafts():
            told["threads"] = texts
        return told

    def _restore_drafts(self) -> None:
        """Show again what was written and not sent, where the story has any of that."""
        from newsroom.story.comments.places import settled
        from newsroom.story.comments.values import anchor_of
        from newsroom.story.values import FaultyValue

        panel, loaded, story = self._panel, self._loaded, self._window.desk.story
        if loaded is None or story is None or not loaded.drafts:
            return
        if panel is None:
            return
        new, threads = loaded.drafts.get("new"), loaded.drafts.get("threads")
        if isinstance(threads, dict):
            panel.take_drafts(threads)
        if isinstance(new, dict):
            try:
                anchor = anchor_of(new.get("anchor") or {})
            except FaultyValue:
                anchor = None
            anchor = settled(anchor, story) if anchor else None
            self._writing = anchor, story
            panel.write(anchor, str(new.get("text", "")), focus=False)

    def _say(self, text: str) -> None:
        self._window.banner.say(text, "good")


def _covers(anchor: Anchor | None, place: Any) -> bool:
    return (
        anchor is not None
        and anchor.field == place.field
        and anchor.start <= place.start
        and place.end <= anchor.end
    )
