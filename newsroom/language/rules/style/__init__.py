"""Words that say a thing twice or at length."""
