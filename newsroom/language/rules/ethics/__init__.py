"""What the law and the code of the press ask of a story."""
