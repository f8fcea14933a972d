"""The trail of a story in the window, and on paper."""
