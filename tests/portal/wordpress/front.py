"""What stands between the test site and whoever asks it: logs, and goes wrong when told to.

Everything is passed on to PHP's web server, under a few addresses that make it another site:

    /            the site as it is
    /berita/     the same in a subfolder
    /polos/      with pretty links off
    /kosong/     with no custom field registered
    /tertutup/   with its REST interface closed to those who have not logged in
    /buntu/      with its REST interface switched off
    /tanpasandi/ with application passwords switched off
    /jam/        with its time zone set in hours
    /lemah/      that dies while it makes the sizes of an uploaded picture

Under ``/__rig__/`` a test tells and asks it things, as JSON:

    PUT    faults    [{"method": "POST", "path": "/wp/v2/media", "mode": "lost", "times": 1}, …]
    GET    requests  what was asked since the last DELETE of it
    GET    held      answers once a request is held; {"held": false} if none comes in 30 s
    POST   release   lets what is held go on

A fault is for the first request whose method is its and whose address holds its ``path``
(each optional), after ``skip`` others, ``times`` times. Its ``mode``:

    413 401 403 403html 404 406 429 500 503 502 answered so, nothing is done
    empty html                                   200 with nothing, or with a page; nothing is done
    redirect                                     to ``to`` with ``status`` (307); nothing is done
    cutupload                                    the line breaks while the request comes in
    lost                                         done, but the line breaks before the answer
    cut                                          done, but the line breaks within the answer
    garbled                                      done, but the answer is a proxy's 502 page
    slow                                         done, answered after ``seconds`` (5)
    hold holddone                                waits for ``release`` before, or after it is done

``retry_after`` goes with 429 and 503.
"""

from __future__ import annotations

import base64
import json
import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote

SITES = ("berita", "polos", "kosong", "tertutup", "buntu", "tanpasandi", "jam", "lemah")
RIG = "/__rig__/"
PATIENCE = 30  # seconds
OF_THE_LINE = ("connection", "transfer-encoding", "keep-alive", "content-length", "date", "server")

LOGIN_FAULT = {
    "code": "incorrect_password",
    "message": "The provided password is an invalid application password.",
    "data": {"status": 401},
}
RIGHT_FAULT = {
    "code": "rest_forbidden",
    "message": "Sorry, you are not allowed to do that.",
    "data": {"status": 403},
}


def page(text: str) -> bytes:
    return f"<html><head><title>{text}</title></head><body><h1>{text}</h1></body></html>".encode()


@dataclass(frozen=True)
class Canned:
    status: int
    body: bytes
    kind: str = "text/html"
    headers: Mapping[str, str] = field(default_factory=dict)


CANNED = {
    "413": Canned(413, page("413 Request Entity Too Large")),
    "401": Canned(401, json.dumps(LOGIN_FAULT).encode(), "application/json"),
    "403": Canned(403, json.dumps(RIGHT_FAULT).encode(), "application/json"),
    "403html": Canned(403, page("403 Forbidden")),
    "404": Canned(404, page("404 Not Found")),
    "406": Canned(406, page("406 Not Acceptable")),
    "429": Canned(429, page("429 Too Many Requests")),
    "500": Canned(500, page("500 Internal Server Error")),
    "502": Canned(502, page("502 Bad Gateway")),
    "503": Canned(503, page("503 Service Unavailable")),
    "empty": Canned(200, b""),
    "html": Canned(200, page("Just a moment...")),
}


class Rig:
    """What is to go wrong, what was asked, and what is held."""

    def __init__(self) -> None:
        self._lock = threading.Condition()
        self._faults: list[dict[str, Any]] = []
        self._requests: list[dict[str, Any]] = []
        self._held = 0
        self._released = 0

    def set_faults(self, faults: list[dict[str, Any]]) -> None:
        with self._lock:
            self._faults = faults

    def fault(self, method: str, address: str) -> dict[str, Any]:
        """Take the fault that is meant for a request; an empty one if there is none."""
        with self._lock:
            for rule in self._faults:
                if rule.get("times", 1) < 1 or rule.get("method", method) != method:
                    continue
                if rule.get("path", "") not in address:
                    continue
                if rule.get("skip", 0) > 0:
                    rule["skip"] -= 1
                    continue
                rule["times"] = rule.get("times", 1) - 1
                return rule
        return {}

    def log(self, entry: dict[str, Any]) -> None:
        with self._lock:
            self._requests.append(entry)

    def requests(self) -> list[dict[str, Any]]:
        with self._lock:
            return [dict(one) for one in self._requests]

    def forget_requests(self) -> None:
        with self._lock:
            self._requests.clear()

    def hold(self) -> None:
        with self._lock:
            turn = self._released
            self._held += 1
            self._lock.notify_all()
            self._lock.wait_for(lambda: self._released > turn, PATIENCE)
            self._held -= 1

    def wait_for_held(self) -> bool:
        with self._lock:
            return self._lock.wait_for(lambda: self._held > 0, PATIENCE)

    def release(self) -> None:
        with self._lock:
            self._released += 1
            self._lock.notify_all()


class Front(ThreadingHTTPServer):
    """Listens for the site. ``behind`` is PHP's port, known a moment later."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, port: int) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.rig = Rig()
        self.behind = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of those who hang up, which tests do all the time."""


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else each answer waits 40 ms for the other side
    server: Front

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet: the log is the rig's."""

    def do_any(self) -> None:
        if self.path.startswith(RIG):
            self.control(self.path.removeprefix(RIG))
            return
        rig = self.server.rig
        fault = rig.fault(self.command, unquote(self.path))
        mode = fault.get("mode", "")
        entry = self.entry(mode)
        rig.log(entry)
        length = int(self.headers.get("Content-Length") or 0)
        if mode == "cutupload":
            self.rfile.read(length // 2)
            self.break_off()
            return
        body = self.rfile.read(length)
        if mode in CANNED:
            self.answer_canned(CANNED[mode], entry, fault)
            return
        if mode == "redirect":
            to = {"Location": fault["to"]}
            self.answer_canned(Canned(fault.get("status", 307), b"", headers=to), entry, fault)
            return
        if mode == "hold":
            rig.hold()
        status, headers, answer = self.passed_on(body)
        entry["done"] = status
        if mode == "slow":
            threading.Event().wait(fault.get("seconds", 5))
        if mode == "holddone":
            rig.hold()
        if mode == "lost":
            self.break_off()
        elif mode == "garbled":
            self.answer_canned(CANNED["502"], entry, fault)
        elif mode == "cut":
            self.answer(status, headers, answer, len(answer) // 2)
            self.break_off()
        else:
            self.answer(status, headers, answer)

    do_GET = do_POST = do_PUT = do_DELETE = do_OPTIONS = do_HEAD = do_any  # noqa: N815

    def entry(self, mode: str) -> dict[str, Any]:
        """Return what is kept of a request: who asks, but never the password."""
        kind, _, secret = self.headers.get("Authorization", "").partition(" ")
        login = ""
        if kind == "Basic":
            login = base64.b64decode(secret).decode().partition(":")[0]
        return {
            "method": self.command,
            "path": self.path,
            "bytes": int(self.headers.get("Content-Length") or 0),
            "login": login,
            "agent": self.headers.get("User-Agent", ""),
            "fault": mode,
        }

    def passed_on(self, body: bytes) -> tuple[int, list[tuple[str, str]], bytes]:
        """Have PHP answer, as the site of the address's first folder."""
        headers = {
            name: value for name, value in self.headers.items() if name.lower() != "connection"
        }
        path = self.path
        first, _, rest = path.removeprefix("/").partition("/")
        if first in SITES:
            path = f"/{rest}"
            headers["X-Rig-Site"] = first
        behind = HTTPConnection("127.0.0.1", self.server.behind, timeout=PATIENCE * 4)
        try:
            behind.request(self.command, path, body or None, headers)
            answer = behind.getresponse()
            return answer.status, answer.getheaders(), answer.read()
        except (OSError, HTTPException):
            return 502, [], page("502 Bad Gateway")
        finally:
            behind.close()

    def answer(
        self, status: int, headers: list[tuple[str, str]], body: bytes, most: int | None = None
    ) -> None:
        self.send_response_only(status)
        for name, value in headers:
            if name.lower() not in OF_THE_LINE:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body[:most])

    def answer_canned(self, canned: Canned, entry: dict[str, Any], fault: dict[str, Any]) -> None:
        headers = [("Content-Type", canned.kind), *canned.headers.items()]
        if "retry_after" in fault:
            headers.append(("Retry-After", str(fault["retry_after"])))
        self.answer(canned.status, headers, canned.body)

    def break_off(self) -> None:
        """Break the line, as when a cable is pulled out."""
        with suppress(OSError):
            self.wfile.flush()
            self.connection.shutdown(socket.SHUT_RDWR)
        self.close_connection = True

    def control(self, what: str) -> None:
        """Do what a test tells the rig."""
        rig = self.server.rig
        given = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        told: object = None
        match self.command, what:
            case "PUT", "faults":
                rig.set_faults(json.loads(given))
            case "GET", "requests":
                told = rig.requests()
            case "DELETE", "requests":
                rig.forget_requests()
            case "GET", "held":
                told = {"held": rig.wait_for_held()}
            case "POST", "release":
                rig.release()
            case _:
                self.answer(404, [], b"null")
                return
        self.answer(200, [("Content-Type", "application/json")], json.dumps(told).encode())


@contextmanager
def listening(port: int) -> Iterator[Front]:
    with Front(port) as front:
        threading.Thread(target=front.serve_forever, args=(0.05,), daemon=True).start()
        yield front
        front.shutdown()
