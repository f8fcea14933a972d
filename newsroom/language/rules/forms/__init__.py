"""How words are formed and spelt: standard forms, affixes, what is apart and what is joined."""
