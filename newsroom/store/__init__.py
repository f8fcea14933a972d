"""The local store: stories, photographs, words, and where the user left off."""
