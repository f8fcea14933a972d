"""Backups: whole copies of the store, kept in turn, read back, and proved good."""
