"""Talking to a WordPress over its REST interface: HTTP only, no store, no files."""
