"""What a newsroom sets for itself: portal, house style, templates; edited and shared."""
