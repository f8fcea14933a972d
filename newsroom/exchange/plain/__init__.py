"""Plain text of any origin (chats, PDF, mail) made Markdown, by way of its lines."""
