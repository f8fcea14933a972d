"""The photos of a story: a column of cards, each made as it comes near."""
