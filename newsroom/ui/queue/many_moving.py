"""Another status for several stories at once, and the word of how it went."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt

from newsroom.exchange.errors import in_words
from newsroom.story.checklist import in_the_way
from newsroom.story.noting import Note, asks_words, note_mark
from newsroom.story.workflow import Status, may
from newsroom.ui.aftermath.noting import ask_note, tell_answered
from newsroom.ui.dialogs.asking import ask
from newsroom.ui.jumping import go_to_story
from newsroom.ui.story_commands import changes_to
from newsroom.ui.work.parts import AT_ONCE, in_parts
from newsroom.ui.written import number

if TYPE_CHECKING:
    from newsroom.app import Newsroom
    from newsroom.language.checker import Checker
    from newsroom.store.store import Store
    from newsroom.store.stories import StatusChange
    from newsroom.story.person import Role
    from newsroom.story.story import Story
    from newsroom.ui.main_window import MainWindow


_CHECKED_AT_ONCE = 5  # stories; who types meanwhile does not wait long


class ManyMoving(QObject):
    """Asks first where readers are to see it; else does it, and tells of those that stay."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._stopped = False

    def move_on(self, ids: Sequence[str], status: Status) -> None:
        """Give stories another status, as far as they may have it."""
        self._window.standing.when_signed(lambda: self._move_on(ids, status))

    # Within.

    def _move_on(self, ids: Sequence[str], status: Status) -> None:
        window = self._window
        if asks_words(window.desk.person.role, status):
            self._ask(ids, status)
            return
        if not status.is_public or len(ids) < 2:
            self._begin(ids, status)
            return
        question = self.tr("Ubah status {0} naskah menjadi {1}?")
        why = self.tr("Status ini berarti pembaca sudah melihat beritanya. Tidak dapat diurungkan.")
        word = self.tr("Ubah status")
        asked = question.format(number(len(ids)), status.label)
        ask(window, asked, why, word, lambda: self._begin(ids, status))

    def _ask(self, ids: Sequence[str], status: Status) -> None:
        """Ask for the words of the step; of a story alone with its name and its time."""
        window, desk = self._window, self._window.desk

        def go_on(note: Note) -> None:
            self._begin(ids, status, note)

        if len(ids) > 1:
            named = self.tr("{0} naskah").format(number(len(ids)))
            ask_note(window, status, named, go_on, several=True)
            return

        def job(store: Store) -> Story:
            return store.stories.get(ids[0])

        def show(story: Story) -> None:
            named = story.headline.strip() or self.tr("Tanpa judul")
            ask_note(window, status, named, go_on, until=story.embargo)

        def failed(error: Exception) -> None:
            window.banner.say(in_words(error), "error")

        window.page.flush()
        desk.when_safe(lambda: desk.in_store(job, show, failed))

    def _begin(self, ids: Sequence[str], status: Status, note: Note | None = None) -> None:
        """Begin once what is written in the open story is safe."""
        self._window.page.flush()
        self._stopped = False
        go_on = self._sift if status is Status.READY else self._move
        self._window.desk.when_safe(lambda: go_on(ids, status, note))

    def _sift(self, ids: Sequence[str], status: Status, note: Note | None) -> None:
        """Leave out those in which something is open that the house makes sure of before."""
        desk = self._window.desk
        newsroom, role, kept = desk.newsroom, desk.person.role, []

        def job(store: Store, part: Sequence[str]) -> list[StatusChange]:
            if not kept:
                kept.append(newsroom.make_checker(store.words.all()))
            return _blocked(newsroom, store, part, role, kept[0])

        def failed(error: Exception, _: list[StatusChange]) -> None:
            self._window.banner.say(in_words(error), "error", lasting=True)

        def progress(at: int, total: int) -> bool:
            if total > _CHECKED_AT_ONCE and not self._stopped:
                told = self.tr("Memeriksa daftar periksa: {0} dari {1}…")
                words = told.format(number(at), number(total))
                stop = self.tr("Hentikan")
                self._window.banner.say(words, "good", stop, self._stop, lasting=True)
            return not self._stopped

        def done(blocked: list[StatusChange]) -> None:
            if self._stopped:
                self._window.banner.say(self.tr("Dihentikan; tidak ada yang berubah."), "good")
                return
            stay = {one.id for one in blocked}
            self._move([id for id in ids if id not in stay], status, note, blocked)

        in_parts(desk.in_store, ids, job, done, failed, progress, at_once=_CHECKED_AT_ONCE)

    def _move(
        self,
        ids: Sequence[str],
        status: Status,
        note: Note | None,
        blocked: Sequence[StatusChange] = (),
    ) -> None:
        window, desk = self._window, self._window.desk
        asked = len(ids) + len(blocked)
        open_ = desk.story if desk.story and desk.story.id in ids else None
        # What lies open is changed where it is: the store must not get ahead of it.
        rest = [id for id in ids if open_ is None or id != open_.id]
        why = window.standing.refusal(status) if open_ else ""
        moves = open_ is not None and not why
        several = asked > 1

        def done(changes: list[StatusChange]) -> None:
            if moves:
                changed = changes_to(open_, status, note, desk.person, several=several)
                desk.edit(changed, note_mark(note))
                if status is Status.PUBLISHED:
                    desk.when_safe(lambda: tell_answered(window, open_.id))
            elif open_ is not None:
                changes = [*changes, _refused(open_, why)]
            told = [*blocked, *changes]
            desk.when_safe(lambda: self._tell(told, status, int(moves), asked))

        def failed(error: Exception, changes: list[StatusChange]) -> None:
            moved = sum(one.is_done for one in changes)
            told = self.tr("{0} dari {1} naskah berubah; sisanya tidak. {2}")
            words = told.format(number(moved), number(asked), in_words(error))
            window.banner.say(words, "error", lasting=True)
            desk.refresh_list()

        def progress(at: int, total: int) -> bool:
            if total > AT_ONCE and not self._stopped:
                told = self.tr("Mengubah status: {0} dari {1}…").format(number(at), number(total))
                window.banner.say(told, "good", self.tr("Hentikan"), self._stop, lasting=True)
            return not self._stopped

        def job(store: Store, part: Sequence[str]) -> list[StatusChange]:
            return _moved(store, part, status, note, several=several)

        in_parts(desk.in_store, rest, job, done, failed, progress)

    def _stop(self) -> None:
        self._stopped = True

    def _tell(
        self, changes: Sequence[StatusChange], status: Status, moved: int, total: int
    ) -> None:
        window = self._window
        window.desk.refresh_list()
        window.desk.look_again()  # it may be answered by one of them
        moved += sum(one.is_done for one in changes)
        stays = [one for one in changes if not one.is_done]
        told = self.tr("{0} naskah: {1}.").format(number(moved), status.label)
        if moved == total == 1:
            told = self.tr("Status: {0}").format(status.label)
        elif moved + len(stays) < total:
            told = self.tr("Dihentikan setelah {0} naskah: {1}.").format(
                number(moved), status.label
            )
        if not stays:
            window.banner.say(told, "good")
            return
        if total == 1:
            self._tell_stays(stays[0])
            return
        told += " " + self.tr("{0} tidak berubah.").format(number(len(stays)))

        def show() -> None:
            self._show_reasons(told, stays)

        window.banner.say(told, "warning", self.tr("Lihat alasannya…"), show, lasting=True)

    def _tell_stays(self, one: StatusChange) -> None:
        """Say of a story alone what is in the way, and lead there."""
        window, id = self._window, one.id
        named = one.headline.strip() or self.tr("Tanpa judul")

        def go() -> None:
            window.banner.clear()
            go_to_story(window, id)

        open_ = self.tr("Buka naskah")
        window.banner.say(f"“{named}”: {one.why}", "warning", open_, go, lasting=True)

    def _show_reasons(self, told: str, stays: Sequence[StatusChange]) -> None:
        from newsroom.ui.dialogs.reasons_dialog import ReasonsDialog

        window = self._window
        window.banner.clear()
        dialog = ReasonsDialog(window.theme, self.tr("Ubah status"), told, window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in stays:
            dialog.stories.put(one.id, one.headline, "warning", one.why)
        dialog.story_chosen.connect(lambda story_id: go_to_story(window, story_id))
        dialog.open()


def _blocked(
    newsroom: Newsroom, store: Store, ids: Sequence[str], role: Role, checker: Checker
) -> list[StatusChange]:
    """Return those of the stories that could be ready but for what is required before."""
    found = []
    for id in ids:
        story = store.stories.get(id)
        if may(role, story.status, Status.READY):
            left = [one for one in newsroom.standings(story, store, checker=checker) if one.blocks]
            if left:
                found.append(_refused(story, in_the_way(len(left))))
    return found


def _refused(story: Story, why: str) -> StatusChange:
    from newsroom.store.stories import StatusChange

    return StatusChange(story.id, story.headline, story.status, why)


def _moved(
    store: Store, ids: Sequence[str], status: Status, note: Note | None, *, several: bool
) -> list[StatusChange]:
    """Move stories on; whose address readers now have, that address stays."""
    from newsroom.app.answers import tell_printed

    def also(story: Story) -> dict[str, Any]:
        return changes_to(story, status, note, several=several)

    changes = store.stories.change_status(ids, status, note_mark(note), also)
    if status is Status.PUBLISHED:
        for one in changes:
            if one.is_done:
                tell_printed(store, one.id)
    return changes
