"""Sending a story to a WordPress so that it is there once, and just as it was sent."""
