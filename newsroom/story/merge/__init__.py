"""Making one of two states of a story that two desks have worked on, nothing of it lost."""
