"""“Impor arsip”: an old archive looked at, taken in, and what became of each of its stories."""
