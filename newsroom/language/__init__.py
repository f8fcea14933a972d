"""Checks Indonesian text; knows no windows, and no files beyond its resources."""
