"""What an editor changed in a story, one change at a time."""
