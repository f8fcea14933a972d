"""Backups and old archives, from the window: joining the dialogs to the work."""
