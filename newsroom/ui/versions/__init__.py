"""The earlier states of the open story: the list of them, what differs, bringing back."""
