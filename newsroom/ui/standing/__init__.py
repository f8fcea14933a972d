"""Where the open story stands at the desk: whose it is, why it came back, and who sits here."""
