"""Where in the data folder the store lies, and which version of it this program knows."""

DATABASE = "newsroom.db"
MEDIA = "media"
BACKUPS = "backups"

HEAD = "0011"
"""The newest revision in ``migrations``, known here so that opening need not load Alembic."""
