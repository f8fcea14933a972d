"""The bar above, the line below, and what they tell."""
