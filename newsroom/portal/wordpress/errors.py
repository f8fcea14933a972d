"""What can go wrong between here and a portal, each told in plain Indonesian.

``str(error)`` is a whole sentence or two for the user: what happened, and what to do. What
matters to a push is whether the request may have been carried out all the same; see
``PortalError.maybe_done``.
"""

from __future__ import annotations

from urllib.parse import urlsplit


class Cancelled(Exception):
    """The user stopped the request at hand; it may have been carried out all the same."""

    def __init__(self) -> None:
        super().__init__("Dibatalkan.")


class PortalError(Exception):
    """A request did not bring what was asked.

    ``status`` is the answer's HTTP status (0: there was none), ``code`` WordPress's own word
    for the fault (``rest_cannot_create``; often empty), ``retry_after`` how many seconds the
    site asks to be left alone, ``term_id`` the term that is there already (``term_exists``).
    """

    maybe_done = False
    """Whether the request may have been carried out: look it up before it is sent again."""

    is_passing = False
    """Whether the same request, sent later, may well go through."""

    def __init__(
        self,
        message: str,
        *,
        status: int = 0,
        code: str = "",
        retry_after: float | None = None,
        term_id: int = 0,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.retry_after = retry_after
        self.term_id = term_id

    @property
    def is_foreign(self) -> bool:
        """Whether it was told by an answer that is no WordPress's, and no failing server's."""
        return 200 <= self.status < 500 and not self.code


class Unreachable(PortalError):
    """Surely not received: no such name, no connection, no network here."""

    is_passing = True


class Uncertain(PortalError):
    """Sent, but no clear answer: time is up, cut off, 5xx, empty, a page instead of data."""

    maybe_done = True
    is_passing = True


def uncertain(
    what: str, advice: str, *, is_asking: bool, status: int = 0, code: str = ""
) -> Uncertain:
    """Return the fault of no clear answer; of a question it matters not whether it was heard."""
    doubt = "" if is_asking else "; belum pasti apakah unggahan ini sudah diterima"
    return Uncertain(f"{what}{doubt}. {advice}", status=status, code=code)


class Busy(PortalError):
    """The site asks to come back later (429, 503)."""

    # Most who answer so have not passed the request on; a proxy's 503 may come after it was.
    maybe_done = True
    is_passing = True


class LoginRefused(PortalError):
    """Wrong login or application password, or the site takes none (401)."""


class NotAllowed(PortalError):
    """Logged in, but the account's role lacks the right (403 by WordPress)."""


class Blocked(PortalError):
    """Something before WordPress says no, or its REST interface is switched off."""


class NotWordPress(PortalError):
    """Something else than a WordPress answers at the address."""


class CertificateFault(PortalError):
    """The site can't prove that it is what its address says, or speaks no TLS."""


class TooLarge(PortalError):
    """More than the site takes in one request (413, its upload limit)."""


class Rejected(PortalError):
    """WordPress says what is wrong with the request; it was surely not carried out."""


class Gone(PortalError):
    """The post or picture is not there any more (404)."""


class Redirected(PortalError):
    """The site sends us elsewhere; the password does not go there. ``target`` is where."""

    def __init__(self, message: str, *, status: int = 0, target: str = "") -> None:
        super().__init__(message, status=status)
        self.target = target


def redirected(target: str, status: int) -> Redirected:
    """Return the fault of being sent elsewhere; no ``target`` stands for a broken address."""
    if not target:
        return Redirected(
            "Situs mengalihkan permintaan ke alamat yang rusak. Minta pengelola situs memeriksa "
            "pengalihannya (redirect).",
            status=status,
        )
    parts = urlsplit(target)
    place = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
    return Redirected(
        f"Situs mengalihkan permintaan ke {place}. Sandi dan isinya tidak dikirim ke sana. Bila "
        "portalnya memang pindah ke alamat itu, tambahkan lagi dengan: newsroom portal add ALAMAT.",
        status=status,
        target=place,
    )


class Insecure(PortalError):
    """A password would go over an open line (http)."""
