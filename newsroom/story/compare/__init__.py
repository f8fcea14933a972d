"""What differs between two states of a story, by words and by fields."""
