"""The line to a site: requests in bytes, and what becomes of a line that breaks."""

from __future__ import annotations

import re
import socket
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from threading import Lock, Timer
from typing import Any

import httpx

from newsroom import __version__
from newsroom.portal.wordpress.errors import (
    Cancelled,
    CertificateFault,
    PortalError,
    Uncertain,
    Unreachable,
    uncertain,
)
from newsroom.portal.wordpress.origin import Origin
from newsroom.portal.wordpress.told import Told

Progress = Callable[[int, int], None]
"""Told after each piece that was sent: how many bytes so far, of how many."""

_PIECE = 1 << 14  # bytes sent between two reports: half a second of a slow phone's line
_MOST = 16 << 20  # bytes of an answer; more is no answer of a WordPress
# Of what is packed so, or more than once, a few bytes may hold more than the memory does.
_NOT_UNPACKED = re.compile(r",|br|zstd")
_EXPIRED, _WRONG_NAME = 10, 62  # OpenSSL's numbers
_SELF_MADE = (18, 19)
_LED = "newsroom_led"
_PROXY = (
    "Proksi yang diatur di komputer ini tidak dapat dipakai: hanya proksi http:// yang didukung, "
    "bukan SOCKS. Ganti dengan proksi http, atau kosongkan (pengaturan jaringan, atau variabel "
    "ALL_PROXY, HTTPS_PROXY, dan HTTP_PROXY), lalu buka newsroom lagi."
)


@dataclass(frozen=True, slots=True)
class Timeouts:
    """How many seconds to wait: for a connection, each next sign of life, a whole answer."""

    connect: float = 10.0
    answer: float = 90.0  # WordPress makes the sizes of a picture before it answers
    whole: float = 300.0  # from when all was sent: some drip without end


class Line:
    """Sends requests to one origin, one at a time, following nothing."""

    def __init__(self, origin: Origin, timeouts: Timeouts) -> None:
        """Raise Unreachable if this computer's proxy can't be used."""
        self._origin = origin
        self._lock = Lock()
        self._socket: socket.socket | None = None
        self._is_cancelled = False
        self._patience = timeouts.whole
        self._timer: Timer | None = None
        self._is_late = False
        near = origin.is_loopback
        try:
            self._http = httpx.Client(
                follow_redirects=False,
                # An office's proxy is for what lies outside.
                trust_env=not near,
                verify=_verifying(origin),
                timeout=httpx.Timeout(timeouts.answer, connect=timeouts.connect),
                headers={"User-Agent": f"newsroom/{__version__}", "Accept-Encoding": "gzip"},
                event_hooks={"response": [_set_aside]},
            )
        except (ImportError, ValueError, httpx.InvalidURL):
            # One of SOCKS, or one that is spelt wrongly; it may hold a password, so it is not told.
            raise Unreachable(_PROXY) from None

    def close(self) -> None:
        """Let go of the connection."""
        self._http.close()

    def cancel(self) -> None:
        """End the request at hand, from whatever thread, and refuse all others."""
        with self._lock:
            self._is_cancelled = True
            self._break_off()

    def send(
        self,
        method: str,
        url: str,
        *,
        query: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        content: bytes | None = None,
        progress: Progress | None = None,
    ) -> Told:
        """Send a request and return the answer. Raises PortalError and Cancelled."""
        self._require_going()
        given = dict(headers or {})
        pieces: Iterator[bytes] | None = None
        if content is not None:
            given["Content-Length"] = str(len(content))
            pieces = self._pieces(content, progress)
        request = self._http.build_request(method, url, params=query, headers=given, content=pieces)
        if Origin.of(str(request.url)) != self._origin:
            raise ValueError("a request for another origin")
        request.extensions = {**request.extensions, "trace": self._watch}
        self._is_late = False
        try:
            return self._answer(request)
        except (httpx.HTTPError, OSError) as error:
            met = httpx.ReadTimeout("") if self._is_late else error
            fault = line_fault(met, self._origin, is_asking=method != "POST")
        finally:
            self._wait_no_more()
        # Not within the block: the request, and the password in it, would hang on the fault.
        self._require_going()
        raise fault

    def _answer(self, request: httpx.Request) -> Told:
        response = self._http.send(request, stream=True)
        try:
            if _NOT_UNPACKED.search(response.headers.get("content-encoding", "").lower()):
                raise Uncertain("Jawaban situs tidak dapat dibaca. Periksa alamatnya.")
            parts, size = [], 0
            for part in response.iter_bytes():
                self._require_going()
                parts.append(part)
                size += len(part)
                if size > _MOST:
                    raise Uncertain("Jawaban situs terlalu besar. Periksa alamatnya.")
        finally:
            response.close()
        self._require_going()
        headers = {name.lower(): value for name, value in response.headers.items()}
        headers |= response.extensions.get(_LED, {})
        return Told(response.status_code, headers, b"".join(parts))

    def _pieces(self, content: bytes, progress: Progress | None) -> Iterator[bytes]:
        whole = memoryview(content)
        for start in range(0, len(content), _PIECE):
            self._require_going()
            yield bytes(whole[start : start + _PIECE])
            # Asked for the next one: the last has gone out.
            if progress is not None:
                progress(min(start + _PIECE, len(content)), len(content))

    def _require_going(self) -> None:
        if self._is_cancelled:
            raise Cancelled

    def _watch(self, event: str, info: Mapping[str, Any]) -> None:
        """Keep the socket of a new connection, to be able to break it off, also in time."""
        if event.endswith(".send_request_headers.started"):
            self._wait_no_more()  # for a proxy
        elif event.endswith(".send_request_body.complete"):
            self._timer = Timer(self._patience, self._give_up)
            self._timer.daemon = True
            self._timer.start()
        if not event.endswith((".connect_tcp.complete", ".start_tls.complete")):
            return
        with self._lock:
            found = info["return_value"].get_extra_info("socket")
            self._socket = found if isinstance(found, socket.socket) else None
        self._require_going()

    def _wait_no_more(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _give_up(self) -> None:
        with self._lock:
            self._is_late = True
            self._break_off()

    def _break_off(self) -> None:
        if self._socket is not None:
            # Python's own way would first take apart what the other thread still reads.
            with suppress(OSError):
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)


def _set_aside(response: httpx.Response) -> None:
    """Keep from httpx where an answer leads: it reads that even if it is not to follow it.

    What is broken there it would raise as a fault of its own, and the answer would be lost.
    """
    if (location := response.headers.pop("location", None)) is not None:
        response.extensions[_LED] = {"location": location}


def line_fault(error: Exception, origin: Origin, *, is_asking: bool) -> PortalError:
    """Return in plain words what became of a request that got no answer."""
    if (fault := _tls_fault(error)) is not None:
        return _certificate(fault, origin)
    never_sent = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)
    if isinstance(error, httpx.ConnectTimeout):
        return Unreachable(f"{origin.host} tidak menjawab. Periksa internet, lalu coba lagi.")
    if isinstance(error, never_sent):
        if any(isinstance(one, socket.gaierror) for one in _behind(error)):
            return Unreachable(
                f"Situs {origin.host} tidak ditemukan. Periksa internet, dan ejaan alamatnya."
            )
        return Unreachable(
            f"Tidak dapat terhubung ke {origin.host}. Periksa internet dan alamat situsnya."
        )
    if isinstance(error, httpx.TimeoutException):
        what, advice = f"{origin.host} terlalu lama tidak menjawab", "Coba lagi nanti."
    else:
        what = f"Sambungan ke {origin.host} terputus"
        advice = "Periksa internet, lalu coba lagi."
    return uncertain(what, advice, is_asking=is_asking)


def _behind(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an error and those that led to it."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _tls_fault(error: Exception) -> ssl.SSLError | None:
    """Return the fault of TLS behind an error of the connection's making."""
    if not isinstance(error, httpx.ConnectError):
        return None
    return next((one for one in _behind(error) if isinstance(one, ssl.SSLError)), None)


def _certificate(fault: ssl.SSLError, origin: Origin) -> CertificateFault:
    if not isinstance(fault, ssl.SSLCertVerificationError):
        return CertificateFault(
            f"{origin.host} tidak dapat membuka sambungan aman (https) di alamat ini. Periksa "
            "alamatnya, atau minta pengelola situs memasang https."
        )
    reason = "tidak dapat dipastikan keasliannya"
    if fault.verify_code == _EXPIRED:
        reason = "sudah kedaluwarsa, atau jam komputer ini salah"
    elif fault.verify_code == _WRONG_NAME:
        reason = "dibuat untuk nama lain"
    elif fault.verify_code in _SELF_MADE:
        reason = "dibuat sendiri, tidak dijamin siapa pun"
    return CertificateFault(
        f"Sertifikat keamanan {origin.host} {reason}. Sandi tidak dikirim. Minta pengelola situs "
        "memperbaikinya; jangan lanjutkan lewat jaringan yang tidak dikenal."
    )


def _verifying(origin: Origin) -> ssl.SSLContext | bool:
    """Return how a site proves itself; no certificates are read where there are none."""
    return True if origin.scheme == "https" else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
