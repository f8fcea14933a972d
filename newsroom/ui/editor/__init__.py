"""The page where a story is written, in the middle."""
