"""Ways in and out: one module a format, each with ``read`` or ``write``."""
