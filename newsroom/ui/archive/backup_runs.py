"""What takes long with backups: made, compared, merged, proved, each with a way to stop it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from newsroom.app.starting import command_to_open
from newsroom.exchange.errors import in_words
from newsroom.store.backup.errors import WrongPassphrase
from newsroom.store.backup.foretelling import Foretold, foretell
from newsroom.store.backup.merge import Verdict
from newsroom.store.backup.overview import Seen
from newsroom.store.backup.verify import Proof, verify_backup, verify_store
from newsroom.store.durable import Stopped
from newsroom.ui.dialogs.backup import jobs
from newsroom.ui.dialogs.backup.dialog import BackupDialog
from newsroom.ui.dialogs.backup.words import faults_of, merged_words, proof_words
from newsroom.ui.work.long_work import LongWork
from newsroom.ui.written import number

if TYPE_CHECKING:
    from newsroom.app import Newsroom
    from newsroom.exchange.all_files import Exported
    from newsroom.store.backup.making import Made
    from newsroom.store.backup.restore import Restored
    from newsroom.ui.main_window import MainWindow

R = TypeVar("R")
Job = Callable[["Newsroom", jobs.Progress], R]


class BackupRuns(QObject):
    """One thing at a time, where the automatic backups are made, and shown in the dialog.

    A passphrase goes from its field to the work that needs it, and is kept nowhere.
    """

    ended = Signal()  # there may be other backups now

    def __init__(self, window: MainWindow, dialog: BackupDialog, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._dialog: BackupDialog | None = dialog
        self._work = LongWork(self)
        window.upkeep.ending.connect(self._work.stop)
        self._work.progressed.connect(dialog.foot.set_progress)
        dialog.foot.cancelled.connect(self._work.stop)
        dialog.make_wanted.connect(self._make)
        dialog.restore_wanted.connect(self._restore)
        dialog.list.proof_wanted.connect(self._prove)
        dialog.plain.export_wanted.connect(self._export)
        dialog.plain.proof_wanted.connect(self._prove_store)

    def close(self) -> None:
        """Stop what is under way; the dialog is about to go."""
        self._work.stop()
        if self._dialog is not None:
            self._work.progressed.disconnect(self._dialog.foot.set_progress)
            self._dialog = None

    def _make(self, place: Path | None, as_zip: bool, word: str) -> None:
        def job(newsroom: Newsroom, progress: jobs.Progress) -> Made:
            return jobs.make(newsroom, place, as_zip, word, progress)

        def done(made: Made) -> None:
            manifest = made.manifest
            told = self.tr("Cadangan selesai: {0} naskah dan {1} foto.\n{2}").format(
                number(manifest.stories), number(len(manifest.media or ())), made.path
            )
            faulty = self.tr("Foto {0} berubah isinya dan tidak ikut dicadangkan.")
            lines = [faulty.format(name) for name in made.faulty]
            if not self._window.desk.is_safe:
                lines.append(self.tr("Ketikan terakhir belum tersimpan dan tidak ikut."))
            role = "warning" if lines else "good"
            self._end("\n".join([told, *lines[:1]]), role, lines, made.path.parent)

        self._run(self.tr("Mencadangkan"), job, done)

    def _restore(self, one: Seen, place: Path | None) -> None:
        if place is None:
            self._foretell(one)
            return

        def done(restored: Restored, _: str) -> None:
            count = number(one.manifest.stories if one.manifest else 0)
            told = self.tr(
                "Dipulihkan: {0} naskah dan {1} foto, di {2}.\nUntuk membukanya: {3}"
            ).format(
                count, number(restored.pictures), restored.home, command_to_open(restored.home)
            )
            lines = faults_of(restored)
            self._end(told, "warning" if lines else "good", lines, restored.home)

        def job(_: Newsroom, progress: jobs.Progress, word: str) -> Restored:
            return jobs.restore_anew(one.path, place, word, progress)

        self._unlocked(one, self.tr("Memulihkan"), job, done)

    def _foretell(self, one: Seen) -> None:
        def job(newsroom: Newsroom, progress: jobs.Progress, word: str) -> Foretold:
            return foretell(newsroom.home, one.path, word, progress)

        def done(told: Foretold, word: str) -> None:
            if told.is_nothing:
                self._end(self.tr("Semua isi cadangan ini sudah ada di sini."), "good")
            elif self._dialog is not None:
                self._end("")
                self._dialog.ask_merge(one, told, lambda: self._merge(one, word))

        self._unlocked(one, self.tr("Membandingkan"), job, done)

    def _merge(self, one: Seen, word: str) -> None:
        def job(newsroom: Newsroom, progress: jobs.Progress) -> jobs.MergedIn:
            return jobs.merge(newsroom, one.path, word, progress)

        def done(merged: jobs.MergedIn) -> None:
            self._use(merged)
            restored, lines = merged.restored, faults_of(merged.restored)
            told = merged_words(restored)
            if restored.before:
                told += "\n" + self.tr("Cadangan sebelumnya: {0}").format(restored.before)
            self._end(told, "warning" if lines else "good", lines)

        stopped = self.tr(
            "Dibatalkan. Yang sudah digabungkan tetap ada; gabungkan lagi untuk meneruskan."
        )
        self._run(self.tr("Menggabungkan"), job, done, stopped=stopped)

    def _prove(self, one: Seen) -> None:
        def job(newsroom: Newsroom, progress: jobs.Progress, word: str) -> Proof:
            return verify_backup(one.path, newsroom.home, word, progress)

        def done(proof: Proof, _: str) -> None:
            name = self._dialog.name_of(one) if self._dialog else ""
            self._tell_proof(proof, self.tr("Cadangan {0}").format(name))

        self._unlocked(one, self.tr("Memeriksa"), job, done)

    def _prove_store(self) -> None:
        def job(newsroom: Newsroom, progress: jobs.Progress) -> Proof:
            return verify_store(newsroom.home, progress)

        what = self.tr("Data di komputer ini")
        self._run(self.tr("Memeriksa"), job, lambda proof: self._tell_proof(proof, what))

    def _tell_proof(self, proof: Proof, what: str) -> None:
        role = "good" if proof.is_good else "error"
        self._end(proof_words(proof, what), role, proof.faults)

    def _export(self, folder: Path) -> None:
        def job(newsroom: Newsroom, progress: jobs.Progress) -> Exported:
            return newsroom.export_all(folder, progress)

        def done(result: Exported) -> None:
            told = self.tr("{0} naskah ditulis, {1} sudah ada, {2} foto.\n{3}").format(
                number(result.written),
                number(result.unchanged),
                number(result.pictures),
                result.folder,
            )
            if not result.is_whole:
                told = self.tr("Dihentikan; ekspor lagi untuk meneruskan. {0}").format(told)
            missing = self.tr("Naskah {0}: foto {1} tidak ada.")
            lines = [missing.format(id[:8], name) for id, name in result.without_picture]
            if result.with_sources:
                kept = self.tr("Narasumber di {0} naskah tidak ikut ditulis.")
                lines.append(kept.format(number(result.with_sources)))
            role = "good" if result.is_whole and not result.without_picture else "warning"
            self._end(told, role, lines, result.folder)

        self._run(self.tr("Mengekspor"), job, done)

    # Within.

    def _unlocked(
        self,
        one: Seen,
        words: str,
        job: Callable[[Newsroom, jobs.Progress, str], R],
        done: Callable[[R, str], None],
    ) -> None:
        """Do something with a backup; its passphrase is asked for until it fits."""

        def go(word: str) -> None:
            def failed(error: Exception) -> None:
                if isinstance(error, WrongPassphrase) and self._dialog is not None:
                    self._end("")
                    self._dialog.ask_passphrase(one, str(error), go)
                else:
                    self._failed(error)

            self._run(
                words,
                lambda newsroom, progress: job(newsroom, progress, word),
                lambda answer: done(answer, word),
                failed,
            )

        if one.manifest is not None and one.manifest.sealed and self._dialog is not None:
            self._dialog.ask_passphrase(one, "", go)
        else:
            go("")

    def _run(
        self,
        words: str,
        job: Job[R],
        done: Callable[[R], None],
        failed: Callable[[Exception], None] | None = None,
        stopped: str = "",
    ) -> None:
        """Do something that takes long, one at a time, with progress and a way to stop it."""
        if self._dialog is None:
            return
        self._dialog.begin(words)
        progress = self._work.begin()

        def finish(answer: R) -> None:
            done(answer)
            self.ended.emit()

        def fail(error: Exception) -> None:
            (failed or self._failed)(Stopped(stopped) if isinstance(error, Stopped) else error)
            self.ended.emit()

        self._window.upkeep.run(lambda newsroom: job(newsroom, progress), finish, fail)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Stopped):
            self._end(str(error) or self.tr("Dibatalkan. Tidak ada yang tertinggal."))
        else:
            self._end(in_words(error), "error")

    def _end(
        self, words: str, role: str = "", lines: list[str] | None = None, at: Path | None = None
    ) -> None:
        if self._dialog is not None:
            self._dialog.end(words, role, lines, at)

    def _use(self, merged: jobs.MergedIn) -> None:
        """Go by what is in the store now, at once."""
        window, desk, stories = self._window, self._window.desk, merged.restored.stories
        desk.refresh_list()
        desk.words.know(merged.words)
        desk.ignoring.know_house(merged.ignored)
        story = desk.story
        replaced = {one.id for one in stories.of(Verdict.NEWER)}
        if story is not None and story.id in replaced and desk.is_safe:
            desk.new()  # what lies open already would not be read again
            desk.open(story.id)
        if merged.profile is not None:
            window.use_profile(merged.profile)
        elif any(stories.of(one) for one in (Verdict.NEW, Verdict.NEWER, Verdict.APART)):
            window.checks.renew()  # names in the archive are known to it
