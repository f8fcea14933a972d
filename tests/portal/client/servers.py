"""Small servers on loopback that are no WordPress."""

from __future__ import annotations

import json
import socket
import ssl
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from tempfile import TemporaryDirectory

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

ME = b'{"id": 7, "username": "penulis", "roles": ["author"], "capabilities": {"read": true}}'
INDEX = b'{"name": "Situs Rekaan", "namespaces": ["wp/v2"], "home": "HERE"}'

Pages = Mapping[str, tuple[int, bytes]]
"""Status and content by address; HERE in it is the site.

For a redirect the content is where to; with status 0 no answer ever comes.
"""

SHOP: Pages = {"/": (200, b"<html><title>Toko Rekaan</title><p>Bukan WordPress.")}


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        if self.server.pieces is not None:
            for piece in self.server.pieces():
                self.wfile.write(piece)
                if self.server.ended.wait(0.01):
                    break
            self.close_connection = True
            return
        status, content = self.server.pages.get(self.path, (404, b"<p>Tidak ada."))
        content = content.replace(b"HERE", self.server.url.encode())
        if not status:
            self.server.asked.set()
            self.server.ended.wait(60)
            return
        self.send_response(status)
        if 300 <= status < 400:
            self.send_header("Location", content.decode())
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def do_POST(self) -> None:
        """Say back what was sent, as sites do that tell too much when something fails."""
        self.rfile.read(int(self.headers["Content-Length"]))
        body = json.dumps({"code": "x", "message": str(self.headers), "data": None}).encode()
        self.send_response(400)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    url = ""
    pages: Pages = SHOP
    pieces: Callable[[], Iterable[bytes]] | None = None
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked = threading.Event()
        self.ended = threading.Event()

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of those who speak something else."""


@contextmanager
def small_site(pages: Pages = SHOP) -> Iterator[str]:
    """A site of a few pages."""
    with _serving(pages, None) as server:
        yield server.url


@contextmanager
def raw_site(pieces: Callable[[], Iterable[bytes]]) -> Iterator[str]:
    """A site that answers whatever is asked with these bytes, the headers among them."""
    with _serving(SHOP, None) as server:
        server.pieces = pieces
        yield server.url


@dataclass(frozen=True)
class SafeSite:
    """A site with a certificate, and what a client goes by that trusts it."""

    url: str
    trust: ssl.SSLContext
    asked: threading.Event
    """Set once something was asked that gets no answer."""


@contextmanager
def safe_site(pages: Pages = SHOP) -> Iterator[SafeSite]:
    """A site of a few pages whose certificate its owner has made."""
    certificate, key = _certificate()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with TemporaryDirectory() as folder:
        file = Path(folder, "both.pem")
        file.write_bytes(certificate + key)
        context.load_cert_chain(file)
    trust = ssl.create_default_context(cadata=certificate.decode())
    with _serving(pages, context) as server:
        yield SafeSite(server.url, trust, server.asked)


@contextmanager
def _serving(pages: Pages, context: ssl.SSLContext | None) -> Iterator[_Server]:
    with _Server() as server:
        server.pages = pages
        if context is not None:
            server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        scheme = "http" if context is None else "https"
        server.url = f"{scheme}://127.0.0.1:{server.server_address[1]}"
        yield server
        server.ended.set()
        server.shutdown()


def _certificate() -> tuple[bytes, bytes]:
    """Return a certificate that nobody vouches for, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "kabar.example")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False
        )
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    private = key.private_bytes(
        pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return made.public_bytes(pem), private


def closed_port() -> int:
    """Return a port where nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
