"""Another status for several stories at once, and the word of how it went."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt

from newsroom.exchange.errors import in_words
from newsroom.story.noting import WITH_A_NOTE, Note, note_mark
from newsroom.story.workflow import Status, next_statuses
from newsroom.ui.aftermath.noting import ask_note, tell_answered
from newsroom.ui.dialogs.asking import ask
from newsroom.ui.jumping import go_to_story
from newsroom.ui.story_commands import changes_to
from newsroom.ui.work.parts import AT_ONCE, in_parts
from newsroom.ui.written import number

if TYPE_CHECKING:
    from newsroom.store.store import Store
    from newsroom.store.stories import StatusChange
    from newsroom.story.story import Story
    from newsroom.ui.main_window import MainWindow


class ManyMoving(QObject):
    """Asks first where readers are to see it; else does it, and tells of those that stay."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._stopped = False

    def move_on(self, ids: Sequence[str], status: Status) -> None:
        """Give stories another status, as far as they may have it."""
        window = self._window
        if status in WITH_A_NOTE:
            ask_note(window, status, self._named(ids), lambda note: self._begin(ids, status, note))
            return
        if not status.is_public or len(ids) < 2:
            self._begin(ids, status)
            return
        question = self.tr("Ubah status {0} naskah menjadi {1}?")
        why = self.tr("Status ini berarti pembaca sudah melihat beritanya. Tidak dapat diurungkan.")
        word = self.tr("Ubah status")
        asked = question.format(number(len(ids)), status.label)
        ask(window, asked, why, word, lambda: self._begin(ids, status))

    # Within.

    def _named(self, ids: Sequence[str]) -> str:
        """Name the story, or say how many there are."""
        if len(ids) > 1:
            return self.tr("{0} naskah").format(number(len(ids)))
        queue = self._window.queue
        chosen = [one for one in queue.list.chosen() if one.id in ids] if queue else []
        headline = chosen[0].headline.strip() if chosen else ""
        return headline or self.tr("Tanpa judul")

    def _begin(self, ids: Sequence[str], status: Status, note: Note | None = None) -> None:
        """Begin once what is written in the open story is safe."""
        self._window.page.flush()
        self._window.desk.when_safe(lambda: self._move(ids, status, note))

    def _move(self, ids: Sequence[str], status: Status, note: Note | None) -> None:
        window, desk = self._window, self._window.desk
        self._stopped = False
        open_ = desk.story if desk.story and desk.story.id in ids else None
        # What lies open is changed where it is: the store must not get ahead of it.
        rest = [id for id in ids if open_ is None or id != open_.id]
        moves = open_ is not None and status in next_statuses(open_.status)

        def done(changes: list[StatusChange]) -> None:
            if moves:
                desk.edit(changes_to(open_, status, note), note_mark(note))
                if status is Status.PUBLISHED:
                    desk.when_safe(lambda: tell_answered(window, open_.id))
            elif open_ is not None:
                changes = [*changes, _refused(open_.id, open_.headline, open_.status, status)]
            desk.when_safe(lambda: self._tell(changes, status, int(moves), len(ids)))

        def failed(error: Exception, changes: list[StatusChange]) -> None:
            moved = sum(one.is_done for one in changes)
            told = self.tr("{0} dari {1} naskah berubah; sisanya tidak. {2}")
            words = told.format(number(moved), number(len(ids)), in_words(error))
            window.banner.say(words, "error", lasting=True)
            desk.refresh_list()

        def progress(at: int, total: int) -> bool:
            if total > AT_ONCE and not self._stopped:
                told = self.tr("Mengubah status: {0} dari {1}…").format(number(at), number(total))
                window.banner.say(told, "good", self.tr("Hentikan"), self._stop, lasting=True)
            return not self._stopped

        def job(store: Store, part: Sequence[str]) -> list[StatusChange]:
            return _moved(store, part, status, note)

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
        told += " " + self.tr("{0} tidak berubah.").format(number(len(stays)))

        def show() -> None:
            self._show_reasons(told, stays)

        window.banner.say(told, "warning", self.tr("Lihat alasannya…"), show, lasting=True)

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


def _refused(story_id: str, headline: str, before: Status, to: Status) -> StatusChange:
    from newsroom.store.stories import StatusChange

    why = f"Dari {before.label} tidak dapat langsung ke {to.label}."
    return StatusChange(story_id, headline, before, why)


def _moved(
    store: Store, ids: Sequence[str], status: Status, note: Note | None
) -> list[StatusChange]:
    """Move stories on; whose address readers now have, that address stays."""
    from newsroom.app.answers import tell_printed

    def also(story: Story) -> dict[str, Any]:
        return changes_to(story, status, note)

    changes = store.stories.change_status(ids, status, note_mark(note), also)
    if status is Status.PUBLISHED:
        for one in changes:
            if one.is_done:
                tell_printed(store, one.id)
    return changes
