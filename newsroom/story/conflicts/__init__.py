"""What two desks wrote differently in a story, and how a person chooses between it."""
