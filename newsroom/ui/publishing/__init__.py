"""Stories sent to the portals' sites from the window, and the queue of them."""
