"""What can go wrong while stories come in and go out."""

from __future__ import annotations


class ExchangeError(ValueError):
    """A file can't be read or written; the message says in one Indonesian line what and where."""
