"""Names of people, places and bodies, and the acronyms that stand for them."""
