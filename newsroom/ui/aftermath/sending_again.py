"""Stories that are to be sent again: readers do not see yet what was noted in them since."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from newsroom.exchange.errors import in_words

if TYPE_CHECKING:
    from newsroom.app.printed import Behind
    from newsroom.portal.push.runner import Result
    from newsroom.store.store import Store
    from newsroom.story.story import Story
    from newsroom.ui.main_window import MainWindow


def when_answered(
    window: MainWindow, result: Result, then: Callable[[Behind | None], None]
) -> None:
    """Go on with the story that one just sent answers, if that has to be sent again for it."""
    if result.delivered is None:
        then(None)
        return
    story_id = result.push.story

    def job(store: Store) -> Behind | None:
        from newsroom.app.answers import behind_answer

        return behind_answer(store, story_id)

    def done(late: Behind | None) -> None:
        window.desk.look_again()  # it may be the one that was told of the other
        then(late)

    window.desk.in_store(job, done, lambda _: then(None))


def tell_unsent(window: MainWindow, story_id: str) -> None:
    """Say so if readers do not see yet what was noted in a story."""

    def job(store: Store) -> Behind | None:
        from newsroom.app.printed import behind

        return behind(store, story_id)

    def done(late: Behind | None) -> None:
        if late is not None:
            told = _tr("Pembaca di {0} belum melihatnya.").format(late.portal)
            window.banner.say(
                told, "warning", _tr("Kirim lagi…"), again(window, late), lasting=True
            )

    window.desk.in_store(job, done, lambda _: None)


def unlinked(late: Behind) -> str:
    """Say that the story which was answered does not lead to the answer yet."""
    headline = late.headline.strip() or _tr("Tanpa judul")
    return _tr("“{0}” di {1} belum memuat tautannya; kirim lagi.").format(headline, late.portal)


def again(window: MainWindow, late: Behind) -> Callable[[], None]:
    """Return what lets a person send a story once more, as it is now."""
    desk = window.desk

    def ask(story: Story | None) -> None:
        if story is not None:
            window.uploads.talk().ask(story, late.portal)

    def act() -> None:
        window.banner.clear()
        window.uploads.talk().leave()
        if desk.story is not None and desk.story.id == late.story:
            window.page.flush()
            desk.when_safe(lambda: ask(desk.story))
            return
        desk.in_store(
            lambda store: store.stories.get(late.story),
            ask,
            lambda error: window.banner.say(in_words(error), "error"),
        )

    return act


def _tr(text: str) -> str:
    return QCoreApplication.translate("Aftermath", text)
