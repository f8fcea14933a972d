"""What stories are on the portals, and how they got there: so that nothing goes there twice."""
