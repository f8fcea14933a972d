"""What helps with the next word."""
