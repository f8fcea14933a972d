"""Handovers and files as desks make them, and as nobody should, for tests."""

from __future__ import annotations

import base64
import hashlib
import hmac
import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

from PIL import Image

from newsroom.exchange.naskah import ALONE
from newsroom.story.comments.comment import Anchor, Comment, CommentKind, Subject, Wording
from newsroom.story.dateline import Dateline
from newsroom.story.handover import Handover, PassedStep, State
from newsroom.story.photo_edits import Box, PhotoEdits
from newsroom.story.source import Source
from newsroom.story.story import Photo, Story
from newsroom.story.version import StepKind
from newsroom.story.workflow import Status

NOON = datetime(2024, 5, 14, 5, 0, tzinfo=UTC)
SOURCE = Source("Karta Rahasia", "Bendahara Bayangan", "0812-0000-1234", "bertemu di dermaga")
STORY = Story(
    id="5" * 32,
    headline="Pasar Baru: “Dibuka”",
    body="Pasar **dibuka**.\n\n![](pasar.png)\n\nRamai.",
    dateline=Dateline("SERANG", "contoh.id", date(2024, 5, 14)),
    byline=("Rina Contoh", "Wati Misal"),
    tags=("pasar", "NO"),
    status=Status.EDITING,
    embargo=datetime(2024, 5, 21, tzinfo=UTC),
    closing="(*)",
    photos=(
        Photo(
            "pasar.png",
            "Warga di pasar.",
            "Rina",
            "Pasar",
            date(2024, 5, 14),
            lead=True,
            origin="a" * 64,
            edits=PhotoEdits(crop=Box(0, 0, 1, 0.5)),
        ),
        Photo("hilang.jpg", "Tanpa gambar."),
    ),
)


def handover() -> Handover:
    """Return a story that two desks have changed at once, with all that can go along."""
    first = state("1" * 32, (), replace(STORY, id="", body="Pasar buka."))
    ours = state("2" * 32, (first.uid,), replace(STORY, id="", body="Pasar dibuka."))
    theirs = state("3" * 32, (first.uid,), None)
    head = state("4" * 32, (ours.uid, theirs.uid), replace(STORY, id=""))
    moved = PassedStep(
        uid="6" * 32,
        kind=StepKind.STATUS,
        moment=NOON,
        who="Wati Misal",
        note="tambah *kutipan* dinas",
        before=Status.SUBMITTED,
        after=Status.RETURNED,
        story=replace(STORY, id="", headline="Pasar"),
    )
    handed = replace(moved, uid="7" * 32, kind=StepKind.HANDOVER, before=None, after=None, note="")
    return Handover(
        story=STORY,
        head=head.uid,
        states=(first, ours, theirs, head),
        steps=(moved, replace(handed, story=replace(STORY, id=""))),
        comments=comments(),
        who="Wati Misal",
        moment=NOON,
    )


def state(uid: str, parents: tuple[str, ...], story: Story | None, hours: int = 0) -> State:
    return State(uid, parents, "Rina Contoh", NOON + timedelta(hours=hours), story)


def comments() -> tuple[Comment, ...]:
    """Return one of each kind, with all that a comment can have."""
    anchor = Anchor("body", 0, 5, "Pasar", "", " **dibuka**", lost=True)
    note = Comment(
        who="Wati Misal",
        text="Siapa yang membuka? @Rina Contoh",
        moment=NOON,
        changed=NOON + timedelta(minutes=3),
        anchor=anchor,
        mentions=("Rina Contoh",),
        resolved=NOON + timedelta(minutes=3),
        resolved_by="Rina Contoh",
        id="8" * 32,
        thread="8" * 32,
    )
    subject = Subject("", Wording("dibuka", "Rina Contoh", NOON), Wording("", "Wati Misal"), "x.y")
    return (
        note,
        replace(note, id="9" * 32, text="Bupati.", anchor=None, mentions=(), resolved=None),
        replace(note, id="b" * 32, kind=CommentKind.CONFLICT, subject=subject, chosen="dibuka"),
        replace(note, id="c" * 32, kind=CommentKind.REASON, text="", removed=True, subject=subject),
        replace(note, id="d" * 32, kind=CommentKind.QUESTION, thread="b" * 32),
    )


def write_picture(path: Path, side: int = 120) -> Path:
    Image.new("RGB", (side, side * 2 // 3), "teal").save(path)
    return path


def pack(path: Path, contents: Mapping[str, bytes], **manifest: object) -> Path:
    """Write a file whose manifest fits, but for what is given."""
    path.write_bytes(packed(contents, {"format": ALONE} | manifest))
    return path


def packed(contents: Mapping[str, bytes], manifest: Mapping[str, object]) -> bytes:
    """Return a file with a manifest, to which the list of files is added."""
    files = {name: said(data) for name, data in contents.items()}
    told = json.dumps({"files": files} | {**manifest})
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in contents.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
        archive.writestr(zipfile.ZipInfo("manifest.json"), told)
    return out.getvalue()


def unpacked(data: bytes) -> tuple[dict[str, bytes], dict[str, object]]:
    """Return what is in a file, and what its manifest says but for the list of files."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(contents.pop("manifest.json"))
    del manifest["files"]
    return contents, manifest


def said(data: bytes, **other: object) -> dict[str, object]:
    return {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()} | other


def sealed_lightly(content: bytes, passphrase: str, random: Random, work: int = 1) -> bytes:
    """Seal as ``age`` does, but so that it costs no time; see age-encryption.org/v1."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    key, salt, nonce = (random.randbytes(16) for _ in range(3))
    wrapped_by = hashlib.scrypt(
        passphrase.encode(),
        salt=b"age-encryption.org/v1/scrypt" + salt,
        n=2**work,
        r=8,
        p=1,
        dklen=32,
    )
    wrapped = ChaCha20Poly1305(wrapped_by).encrypt(bytes(12), key, None)
    head = b"age-encryption.org/v1\n-> scrypt %b %d\n%b\n---" % (
        _base64(salt),
        work,
        _base64(wrapped),
    )
    mark = hmac.digest(_derived(key, b"", b"header"), head, "sha256")
    stream = ChaCha20Poly1305(_derived(key, nonce, b"payload"))
    pieces = [content[at : at + 65_536] for at in range(0, len(content), 65_536)] or [b""]
    written = [
        stream.encrypt(number.to_bytes(11, "big") + bytes([number == len(pieces) - 1]), piece, None)
        for number, piece in enumerate(pieces)
    ]
    return head + b" " + _base64(mark) + b"\n" + nonce + b"".join(written)


def _derived(key: bytes, salt: bytes, info: bytes) -> bytes:
    """Return 32 bytes as HKDF-SHA-256 derives them."""
    extracted = hmac.digest(salt or bytes(32), key, "sha256")
    return hmac.digest(extracted, info + b"\1", "sha256")


def _base64(data: bytes) -> bytes:
    return base64.b64encode(data).rstrip(b"=")
