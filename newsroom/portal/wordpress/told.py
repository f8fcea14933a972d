"""What a site's answer says, as data, or as the fault that it tells of."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from newsroom.portal.wordpress.answers import number
from newsroom.portal.wordpress.errors import (
    Blocked,
    Busy,
    Gone,
    LoginRefused,
    NotAllowed,
    PortalError,
    Rejected,
    TooLarge,
    Uncertain,
    uncertain,
)
from newsroom.portal.wordpress.wordings import not_allowed, rejected

_LONGEST_WAIT = 86_400.0  # seconds; what asks for more is a slip of somebody's settings
_MOST_SAID = 200  # letters of what a site itself says

# What plugins answer that close or switch off the interface, with 401 or with 403.
_CLOSED = frozenset(
    ("rest_disabled", "rest_cannot_access", "rest_login_required", "rest_api_disabled")
)
# Measured: answered with 500, yet surely not done.
_NOT_DONE = frozenset(("rest_upload_sideload_error", "db_insert_error", "db_update_error"))
_OVER_LIMIT = frozenset(("rest_upload_unknown_error", "rest_upload_file_too_big"))
_GONE = frozenset(("rest_post_invalid_id", "rest_term_invalid", "rest_user_invalid_id"))

_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Told:
    """An answer as it came: status, headers in lower case, the bytes."""

    status: int
    headers: Mapping[str, str]
    content: bytes

    @property
    def json(self) -> Any:
        """The data in it; None if it holds none."""
        try:
            return json.loads(self.content)
        except (ValueError, RecursionError):  # nested without end, it is none either
            return None

    @property
    def code(self) -> str:
        """WordPress's word for a fault; empty where something else answers."""
        told = self.json
        code = told.get("code") if isinstance(told, dict) else None
        return code if isinstance(code, str) and code.isascii() else ""

    @property
    def said(self) -> str:
        """What WordPress says of the fault, as one short line."""
        told = self.json
        message = told.get("message") if isinstance(told, dict) else None
        if not isinstance(message, str):
            return ""
        text = " ".join(html.unescape(_TAG.sub(" ", message)).split())
        text = "".join(sign for sign in text if sign.isprintable())
        return text if len(text) <= _MOST_SAID else f"{text[:_MOST_SAID]}…"

    @property
    def fields(self) -> list[str]:
        """The fields that WordPress finds fault with."""
        told = self.json
        data = told.get("data") if isinstance(told, dict) else None
        params = data.get("params") if isinstance(data, dict) else None
        names = map(str, params if isinstance(params, dict | list) else ())
        return ["".join(filter(str.isprintable, name))[:40] for name in names]

    @property
    def term_id(self) -> int:
        """The term that is there already, where that is the fault."""
        told = self.json
        data = told.get("data") if isinstance(told, dict) else None
        return number(data, "term_id") if isinstance(data, dict) else 0

    @property
    def retry_after(self) -> float | None:
        """How many seconds the site asks to be left alone."""
        text = self.headers.get("retry-after", "").strip()
        if text.isascii() and text.isdecimal():
            return min(float(text), _LONGEST_WAIT)
        try:
            moment = parsedate_to_datetime(text)
            if moment.tzinfo is None:
                moment = moment.replace(tzinfo=UTC)
            wait = (moment - datetime.now(UTC)).total_seconds()
        except (TypeError, ValueError, OverflowError):
            return None
        return min(max(wait, 0.0), _LONGEST_WAIT)


def fault_of(told: Told, *, is_asking: bool) -> PortalError | None:
    """Return the fault that an answer tells of; None if it is a good one."""
    status = told.status
    if status in (429, 503):
        return _busy(told)
    if 200 <= status < 300:
        return None if told.json is not None else _no_data(told, is_asking)
    if told.code:
        return _by_wordpress(told, is_asking)
    if status >= 500:
        what, advice = f"Server situs bermasalah (jawaban {status})", "Coba lagi sebentar lagi."
        return uncertain(what, advice, is_asking=is_asking, status=status)
    if status == 413:
        return _too_large(told)
    return _blocked(told)


def _by_wordpress(told: Told, is_asking: bool) -> PortalError:
    """Return the fault that WordPress itself tells of."""
    status, code = told.status, told.code
    if status in (401, 403) and code in _CLOSED:
        return _closed(told)
    if status == 401:
        return LoginRefused(_refused(told), status=status, code=code)
    if status == 403:
        return NotAllowed(not_allowed(code, told.said), **_of(told))
    if status in (404, 410) and code in _GONE:
        return Gone("Yang dicari sudah tidak ada di situs: mungkin sudah dihapus.", **_of(told))
    if status == 404 and code == "rest_no_route":
        return _closed(told)
    if status == 413 or code in _OVER_LIMIT:
        return _too_large(told)
    if status >= 500 and code not in _NOT_DONE and status != 501:
        what = f"WordPress di situs bermasalah (jawaban {status}: {told.said.rstrip('.')})"
        return uncertain(what, "Coba lagi nanti.", is_asking=is_asking, **_of(told))
    fault = Rejected(rejected(code, told.said, told.fields), term_id=told.term_id, **_of(told))
    # Spoilt on the way: the same once more is the cure.
    fault.is_passing = code == "rest_upload_hash_mismatch"
    return fault


def _of(told: Told) -> dict[str, Any]:
    return {"status": told.status, "code": told.code}


def _refused(told: Told) -> str:
    """Return why a login was refused; WordPress 6.1 says no more than that nobody is in."""
    advice = (
        "Periksa login dan sandi aplikasinya. Sandi aplikasi dibuat di situs, di Pengguna → "
        "Profil → Sandi Aplikasi; sandi untuk masuk ke situs tidak berlaku di sini."
    )
    if told.code in ("invalid_username", "invalid_email"):
        return f"Situs tidak mengenal login ini. {advice}"
    if told.code == "incorrect_password":
        return f"Sandi aplikasi salah. {advice}"
    if told.code == "application_passwords_disabled":
        return "Situs ini mematikan sandi aplikasi; minta pengelola situs menyalakannya."
    return (
        f"Login ditolak situs. {advice} Bila keduanya benar, mungkin server situs membuang data "
        "masuk (header Authorization): tanyakan kepada pengelolanya."
    )


def _busy(told: Told) -> Busy:
    wait = told.retry_after
    when = f"{wait:.0f} detik lagi" if wait is not None else "beberapa saat lagi"
    what = "membatasi permintaan" if told.status == 429 else "sedang sibuk atau dalam perawatan"
    return Busy(f"Situs {what}. Coba {when}.", status=told.status, retry_after=wait)


def _no_data(told: Told, is_asking: bool) -> Uncertain:
    what = "jawaban kosong" if not told.content.strip() else "sebuah halaman, bukan data"
    return uncertain(
        f"Situs membalas dengan {what}",
        "Coba lagi; bila berulang, mungkin ada pengaman (firewall, plugin) yang menghalangi.",
        is_asking=is_asking,
        status=told.status,
    )


def _too_large(told: Told) -> TooLarge:
    return TooLarge(
        "Berkas ini lebih besar daripada yang diterima situs. Kecilkan fotonya (max_bytes di "
        "profil portal), atau minta pengelola situs menaikkan batas unggahnya.",
        **_of(told),
    )


def _closed(told: Told) -> Blocked:
    return Blocked(
        "Pintu data situs ini (REST API) ditutup, biasanya oleh plugin keamanan. Minta pengelola "
        "situs membukanya untuk pengguna yang masuk; sementara itu, pakai paket impor.",
        **_of(told),
    )


def _blocked(told: Told) -> Blocked:
    """Return what it means that something else than WordPress says no."""
    status = told.status
    if status == 401:
        message = "Server meminta sandi tambahan sebelum WordPress (pengaman folder)."
    elif status == 404:
        message = "Pintu data situs tidak ada di alamat ini: mungkin situsnya pindah, atau ditutup."
    else:
        message = f"Permintaan dihalangi sebelum sampai ke WordPress (jawaban {status})."
    return Blocked(
        f"{message} Minta pengelola situs membuka pintu data situs (REST API, alamat /wp-json/) "
        "di firewall atau plugin keamanannya; sementara itu, pakai paket impor.",
        status=status,
    )
