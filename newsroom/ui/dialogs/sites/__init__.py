"""The dialogs about the portals' sites."""
