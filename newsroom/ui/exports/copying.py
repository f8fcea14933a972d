"""The open story on the clipboard, in the form that the program it is pasted into wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtGui import QGuiApplication

from newsroom.exchange.errors import in_words

if TYPE_CHECKING:
    from newsroom.exchange.formats.clipboard import Copied
    from newsroom.store.media import Media
    from newsroom.ui.main_window import MainWindow


def _tr(text: str) -> str:
    return QCoreApplication.translate("Copying", text)


_DONE = {
    "html": "HTML naskah tersalin. Tempel di penyunting HTML.",
    "rich": "Naskah tersalin sebagai teks kaya. Tempel di Word atau surel.",
    "whatsapp": "Naskah tersalin sebagai teks WhatsApp.",
    "whatsapp-ringkas": "Judul, ringkasan, dan tautan tersalin untuk WhatsApp.",
}


def copy_story(window: MainWindow, kind: str) -> None:
    """Put the open story on the clipboard as one of ``COPIES``, and say so.

    What a template left to be filled in stands in its way; what else a portal would miss
    does not, as it goes to none.
    """
    window.page.flush()
    story, newsroom = window.desk.story, window.desk.newsroom
    if story is None:
        return

    def job(media: Media) -> Copied | str:
        from newsroom.portal.preflight import LEFT_TO_FILL_IN

        profile = newsroom.profile()
        found = newsroom.preflight(story, profile, media)
        if left := [one for one in found if one.rule == LEFT_TO_FILL_IN]:
            return left[0].message
        return newsroom.to_copy(story, kind, profile)

    def done(copied: Copied | str) -> None:
        if isinstance(copied, str):
            window.banner.say(_tr("Belum disalin. {0}").format(copied), "warning")
            return
        data = QMimeData()
        data.setText(copied.plain)
        if copied.html:
            data.setHtml(copied.html)
        QGuiApplication.clipboard().setMimeData(data)
        window.banner.say(_tr(_DONE[kind]), "good")

    window.desk.in_files(job, done, lambda error: window.banner.say(in_words(error), "error"))
