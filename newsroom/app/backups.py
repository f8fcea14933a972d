"""Backups that are made by themselves, and stores that are made anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.app.home import Home

if TYPE_CHECKING:
    from newsroom.store.backup.automatic import Outcome
    from newsroom.store.backup.tally import Progress
    from newsroom.store.recovery.report import RecoveryReport


class Backups(Home):
    """What keeps a data folder from harm, and what is done after it."""

    def back_up_if_due(self, progress: Progress | None = None) -> Outcome:
        """Make the automatic backups for which it is time; for a timer, on a worker.

        What goes wrong is told in the outcome. Raises Stopped alone, if ``progress``, told
        how many bytes of how many are done, answers False.
        """
        from newsroom.store.backup.automatic import back_up_if_due

        return back_up_if_due(self.home, progress=progress)

    def recover_store(self) -> RecoveryReport | None:
        """Make a damaged store anew; for one whose damage is met while it is open.

        Whoever has it open closes it first. None if it proves sound. Raises StoreError.
        """
        from newsroom.store.recovery.recover import recover

        return recover(self.home, told="naskah tidak terbaca")
