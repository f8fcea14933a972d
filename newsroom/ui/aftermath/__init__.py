"""What is done with a story that readers have: corrected, answered, withdrawn."""
