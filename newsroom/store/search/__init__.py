"""Finding stories: what people ask, the index that knows, and what is shown of each hit."""
