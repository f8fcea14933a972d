"""Work beside the window and between its events."""
