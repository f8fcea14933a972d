"""The portals stories go to: their profiles and what they ask of a story."""
