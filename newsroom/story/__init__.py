"""What a story is: plain, unchanging data. Imports nothing of the rest."""
