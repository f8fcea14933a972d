"""Finding out that the database is damaged, and saving from it what can be read."""
