"""What belongs to a story beside its text, on the right."""
