"""What the banner says of an upload that nobody is looking at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.portal.push.words import status_words
from newsroom.ui.aftermath.sending_again import again, unlinked, when_answered
from newsroom.ui.publishing.words import in_window, question_words, tr

if TYPE_CHECKING:
    from newsroom.app.printed import Behind
    from newsroom.portal.push.runner import Result
    from newsroom.ui.main_window import MainWindow


def tell_of(window: MainWindow, result: Result) -> None:
    """Say what came of an upload, unless a dialog does; of one that waits, say nothing."""
    from newsroom.ui.publishing.talk import Talk

    talk = window.findChild(Talk)
    if talk is None or not talk.is_about(result.push.id):
        when_answered(window, result, lambda late: _tell(window, result, late))


def _tell(window: MainWindow, result: Result, late: Behind | None) -> None:
    from newsroom.store.deliveries.records import PushState

    push = result.push
    headline = push.headline.strip() or tr("Tanpa judul")
    level, words = "warning", tr("Lihat…")
    if result.delivered is not None:
        status = status_words(result.delivered.post.status)
        told = tr("“{0}” sudah ada di situs {1}; statusnya {2}.")
        told = told.format(headline, window.uploads.title(push.portal), status)
        level = "warning" if result.delivered.differences or late else "good"
        if late is not None:
            told = f"{told} {unlinked(late)}"
    elif push.state is PushState.PERSON:
        told = tr("Unggahan “{0}” perlu dijawab. {1}").format(headline, question_words(push))
        words = tr("Jawab…")
    elif push.state is PushState.FAILED:
        told = tr("Unggahan “{0}” gagal. {1}").format(headline, in_window(push.error))
    else:
        return

    def show() -> None:
        window.banner.clear()
        window.uploads.talk().show(result)

    act = show
    if late is not None and result.delivered is not None and not result.delivered.differences:
        words, act = tr("Kirim berita itu…"), again(window, late)
    window.banner.say(told, level, words, act, lasting=True)
