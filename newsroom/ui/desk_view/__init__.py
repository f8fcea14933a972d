"""The copy desk: the table of stories under way, and what is done from it."""
