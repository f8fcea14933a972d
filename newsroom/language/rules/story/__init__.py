"""The shape of a story, and who its quotations are from."""
