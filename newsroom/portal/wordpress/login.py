"""Who logs in."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Login:
    """A WordPress login with an application password, which no text of it shows."""

    name: str
    password: str = field(repr=False)

    @property
    def header(self) -> str:
        """What goes into ``Authorization``."""
        return f"Basic {b64encode(f'{self.name}:{self.password}'.encode()).decode()}"

    def hidden_in(self, content: bytes) -> bytes:
        """Return an answer without the password in it, in whatever form: some sites echo."""
        bare = "".join(self.password.split())
        forms = (self.header.removeprefix("Basic "), self.password, bare)
        for form in filter(None, forms):
            content = content.replace(form.encode(), "•••".encode())
        return content
