"""What the field of a finding is called beside it."""

from __future__ import annotations

from newsroom.ui.versions.field_names import name, root

_NAMED = frozenset(
    (
        "headline", "kicker", "subheadline", "summary", "topic", "search_title",
        "search_description", "social", "dateline", "corrections", "withdrawal",
    )
)  # fmt: skip


def field_name(field: str) -> str:
    """Return what a field is called; nothing for the body, where most findings are."""
    return name(root(field)) if root(field) in _NAMED else ""
