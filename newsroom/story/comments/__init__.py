"""What is said about a story: where it hangs, what answers what, and whom it names."""
