"""The version log: earlier states of stories, kept small."""
