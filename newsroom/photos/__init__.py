"""Photographs: what they hold, and the sizes made of them."""
