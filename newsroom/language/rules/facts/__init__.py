"""Facts that a text can be held against itself for: sums, shares, lists, dates, ages."""
