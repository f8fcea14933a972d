"""Marks and the blanks around them: stops, commas, brackets, quotations, degrees."""
