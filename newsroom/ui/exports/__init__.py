"""Exporting one story or many, from the window."""
