"""HTML of any origin (Word, Google Docs, web pages) made Markdown, by way of a few plain blocks."""
