"""Newsroom: menulis, memeriksa, menyunting, dan mengunggah berita Indonesia."""

__version__ = "0.1.0"
