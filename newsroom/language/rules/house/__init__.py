"""The rules that a house style adds."""
