"""“Cadangan”: what has been backed up, and how it is made, brought back and proved."""
