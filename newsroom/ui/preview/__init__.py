"""The story as the portal will show it."""
