"""How figures, money, measures and times of day are written."""
