"""The list of stories, on the left."""
