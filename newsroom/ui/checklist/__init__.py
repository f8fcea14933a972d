"""The checklist of the open story: its part of the review tab, and what it stands in the way of."""
