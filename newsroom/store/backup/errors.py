"""What can go wrong with backups. Every message is ready to be shown."""

from __future__ import annotations

from newsroom.store.errors import StoreError


class PlaceMissing(StoreError):
    """The place where backups are to be kept is not there now."""


class PlaceTaken(StoreError):
    """Something is already where the backup, or what is restored, was to go."""


class BackupDamaged(StoreError):
    """A backup is not, or no longer, what its manifest says."""


class BackupUnreadable(StoreError):
    """The disk with a backup can't be read; the backup itself may be whole."""


class NoBackup(StoreError):
    """There is no backup at that place."""


class PassphraseNeeded(StoreError):
    """The backup opens only with its passphrase."""


class WrongPassphrase(StoreError):
    """The passphrase is not the backup's."""
