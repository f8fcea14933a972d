"""What was found in a story, shown and mended."""
