"""The story that lies open, and all that keeps it."""
