"""What a newsroom sets for itself: read, saved and shared beside the window's work."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsroom.app import DEFAULT_PORTAL
from newsroom.exchange.settings.differences import differences
from newsroom.exchange.settings.settings import Settings
from newsroom.exchange.templates import shipped_texts
from newsroom.language.listed_rules import ListedRule, listed_rules
from newsroom.portal.profile import Profile
from newsroom.ui.dialogs.settings.settings_dialog import SettingsDialog
from newsroom.ui.work.lanes import Lane

if TYPE_CHECKING:
    from newsroom.app import Newsroom
    from newsroom.portal.cached_site import CachedSite
    from newsroom.ui.main_window import MainWindow


class Settling(QObject):
    """One dialog at a time, from its opening to its close, with a lane of its own."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._lane: Lane[Newsroom] = Lane("settings", lambda: window.desk.newsroom, self)
        self._dialog: SettingsDialog | None = None

    def open(self, shared: Path | None = None) -> None:
        """Read the settings and show them, and what a colleague's file would change."""

        def show(settings: Settings) -> None:
            self._show(settings)
            if shared is not None:
                self._look_into(shared, settings)

        self._lane.run(_sound_settings, show, self._refuse)

    # Within.

    def _show(self, settings: Settings) -> None:
        dialog = SettingsDialog(self._window.theme, settings, DEFAULT_PORTAL, self._window)
        self._dialog = dialog
        dialog.save_wanted.connect(self._save)
        dialog.copy_wanted.connect(self._share)
        dialog.file_chosen.connect(self._look_into)
        dialog.finished.connect(self._close)
        dialog.open()

        def loaded(answer: tuple[list[ListedRule], dict[str, str]]) -> None:
            dialog.show_catalogue(*answer)

        self._lane.run(lambda _: (listed_rules(), shipped_texts()), loaded, self._fail)

        def known(cached: CachedSite | None) -> None:
            if cached is not None and self._dialog is dialog:
                dialog.authors.offer(cached.writers)

        self._lane.run(lambda newsroom: newsroom.cached_site(newsroom.profile()), known)

    def _save(self, after: Settings) -> None:
        dialog = self._dialog
        if dialog is None:
            return
        before = dialog.draft.saved
        if after == before:
            dialog.accept()
            return

        def done(answer: tuple[Settings, Profile]) -> None:
            dialog.begin(answer[0])
            dialog.accept()
            self._use(answer[1])

        self._lane.run(_saving(before, after), done, self._fail)

    def _share(self, settings: Settings, out: Path) -> None:
        def done(path: Path) -> None:
            told = self.tr("Tersimpan di {0}. Kirim ke rekan; dibuka dengan Impor….")
            self._say(told.format(path), "good")

        self._lane.run(lambda newsroom: newsroom.share_settings(settings, out), done, self._fail)

    def _look_into(self, path: Path, before: Settings) -> None:
        def job(newsroom: Newsroom) -> tuple[Settings, list[tuple[str, str]]]:
            after = newsroom.shared_settings(path, before)
            return after, differences(before, after)

        def done(answer: tuple[Settings, list[tuple[str, str]]]) -> None:
            after, changes = answer
            if self._dialog is None:
                return
            if after == before:
                self._say(self.tr("Pengaturan di {0} sudah sama.").format(path.name), "good")
                return
            changes = changes or [(self.tr("Catatan"), self.tr("hanya tulisan di berkasnya"))]
            question = self._dialog.ask_import(path, changes)
            question.accepted.connect(lambda: self._take_over(path, before, after))

        self._lane.run(job, done, self._fail)

    def _take_over(self, path: Path, before: Settings, after: Settings) -> None:
        def done(answer: tuple[Settings, Profile]) -> None:
            if self._dialog is not None:
                self._dialog.begin(answer[0])
            self._say(self.tr("Pengaturan dari {0} dipakai.").format(path.name), "good")
            self._use(answer[1])

        self._lane.run(_saving(before, after), done, self._fail)

    def _use(self, profile: Profile) -> None:
        """Go by what was saved, at once."""
        window = self._window
        window.use_profile(profile)
        if window.focusWidget() is None:
            window.page.body.setFocus()

    def _say(self, message: str, role: str) -> None:
        if self._dialog is not None:
            self._dialog.say(message, role)

    def _fail(self, error: Exception) -> None:
        self._say(str(error), "error")

    def _refuse(self, error: Exception) -> None:
        told = self.tr("Pengaturan tidak dapat dibuka: {0}").format(error)
        self._window.banner.say(told, "error")
        self.deleteLater()

    def _close(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
            self.deleteLater()


def _sound_settings(newsroom: Newsroom) -> Settings:
    settings = newsroom.settings()
    settings.require_sound(DEFAULT_PORTAL)
    return settings


def _saving(before: Settings, after: Settings) -> Callable[[Newsroom], tuple[Settings, Profile]]:
    """Return a job that saves, and answers with what is in force then."""

    def job(newsroom: Newsroom) -> tuple[Settings, Profile]:
        return newsroom.save_settings(before, after), newsroom.profile()

    return job
