"""The page that shows a story with everything that changed in it since the reporter's version."""
