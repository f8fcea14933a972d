"""Capitals: where they are missing, and where none belong."""
