"""A story as a Word document laid out for paper: A4, serif letters, pictures at print size."""
