"""What can go wrong with the store. Every message is ready to be shown."""

from __future__ import annotations


class StoreError(Exception):
    """The store could not do what was asked; what was in it is as it was."""


class StoreUnwritable(StoreError):
    """The data folder can't be made, opened or written to."""


class StoreMissing(StoreError):
    """The data folder is on another disk, and that is not there now; nothing was begun anew."""


class StoreFull(StoreError):
    """The disk has no room left."""


class StoreBusy(StoreError):
    """Another program has held the store longer than one can wait."""


class StoreTooNew(StoreError):
    """The store was made by a newer version of the program."""


class StoreDamaged(StoreError):
    """The store's file is damaged, or is some other file."""


class StoryNotFound(StoreError):
    """No story, or more than one, goes by that id."""


class StoryChangedElsewhere(StoreError):
    """The story was saved from somewhere else since it was read; nothing was overwritten."""


class VersionNotFound(StoreError):
    """No version goes by that number, or it was thinned out with age."""


class VersionUnreadable(StoreError):
    """A version is damaged; the story itself and its other versions are not."""


class CommentNotFound(StoreError):
    """The remark is not there, was removed, or is another person's."""


class PictureUnreadable(StoreError):
    """A picture that was to be taken in can't be read."""


class HandoverForged(StoreError):
    """A state in a file is not the one that its uid was made of."""
