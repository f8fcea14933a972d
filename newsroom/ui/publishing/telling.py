"""What the banner says of an upload that nobody is looking at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.portal.push.words import status_words
from newsroom.ui.publishing.words import in_window, question_words, tr

if TYPE_CHECKING:
    from newsroom.portal.push.runner import Result
    from newsroom.ui.main_window import MainWindow


def tell_of(window: MainWindow, result: Result) -> None:
    """Say what came of an upload, unless a dialog does; of one that waits, say nothing."""
    from newsroom.store.deliveries.records import PushState
    from newsroom.ui.publishing.talk import Talk

    push, talk = result.push, window.findChild(Talk)
    if talk is not None and talk.is_about(push.id):
        return
    headline = push.headline.strip() or tr("Tanpa judul")
    level, words = "warning", tr("Lihat…")
    if result.delivered is not None:
        status = status_words(result.delivered.post.status)
        told = tr("“{0}” ada di situs {1} sebagai {2}.").format(headline, push.portal, status)
        level = "warning" if result.delivered.differences else "good"
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

    window.banner.say(told, level, words, show, lasting=True)
