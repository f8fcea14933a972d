"""The portals' sites in the window: logged in to, tested, and what is known of them."""
