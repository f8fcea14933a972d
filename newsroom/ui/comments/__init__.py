"""Comments on the open story: marked in its text, and listed in the review tab."""
