"""What an editor changed: listed, accepted, taken back, with the reasons."""
