"""What the desk knows of its stories beside the stories: whose each is, its table, its log."""
