"""The dialogs of sending stories to a portal's site."""
