"""“Pengaturan redaksi”: what a newsroom sets for itself, one module a page."""
