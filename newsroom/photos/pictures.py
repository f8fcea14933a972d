"""Reading picture files as they come from phones and cameras: upright, and in sRGB.

Whatever is wrong with a file ends in NotAPicture, with a message for its owner.
"""

from __future__ import annotations

import io
import stat
import struct
import tempfile
import warnings
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache, lru_cache
from pathlib import Path

from PIL import Image, ImageCms, ImageFile, ImageOps, UnidentifiedImageError

from newsroom.photos.disguises import is_raw, what_it_is
from newsroom.photos.endings import seems_whole

FORMATS = ("JPEG", "PNG", "WEBP", "HEIF", "AVIF", "GIF", "TIFF", "BMP")

_MOST_PIXELS = 120_000_000  # the largest phone sensors; beyond, a laptop's memory is at risk
_MOST_AT_ONCE = 64_000_000  # of formats that are never decoded small: each pixel takes four bytes
_LARGE = 30_000_000  # pixels; copies of them would fill the memory
_SHRUNK_FIRST = ("RGB", "RGBA", "CMYK", "L")  # what else there is has colours that do not mix
_MOST_BYTES = 400_000_000  # the largest cameras, unpacked in 16 bits a colour, write fewer
_GLANCE = 64  # pixels; enough to see whether it can be decoded
_ORIENTATION = 0x0112  # EXIF
_SIDEWAYS = (5, 6, 7, 8)
# How Pillow reports a damaged file, depending on where it notices.
_DAMAGE = (
    *(OSError, SyntaxError, ValueError, EOFError, TypeError, LookupError, RuntimeError),
    *(struct.error, zlib.error),
)


Edit = Callable[[Image.Image], Image.Image]


class NotAPicture(ValueError):
    """The file can't be used as a photograph; the message, in Indonesian, says why."""


def picture_size(path: Path) -> tuple[int, int]:
    """Return width and height in pixels, as seen upright.

    Raises NotAPicture.
    """
    with opened(path) as image:
        width, height = image.size
        if image.getexif().get(_ORIENTATION) in _SIDEWAYS:
            return height, width
        return width, height


def is_picture(path: Path) -> bool:
    """Say whether the file is there, opens as a picture, and was not cut off while copied."""
    try:
        with opened(path) as image:
            if seems_whole(path, image.format or ""):
                return True
        found = path.stat()
        return _can_be_decoded(path, found.st_size, found.st_mtime_ns)
    except (NotAPicture, OSError):
        return False


@lru_cache(256)
def _can_be_decoded(path: Path, size: int, changed: int) -> bool:
    """Say whether a file of this size, last changed then, is whole: it is asked for often."""
    try:
        load_picture(path, _GLANCE)
    except NotAPicture:
        return False
    return True


def is_too_large(image: Image.Image) -> bool:
    """Say whether an opened picture has more pixels than can be decoded in its format."""
    return image.width * image.height > _most_pixels(image.format or "")


def load_picture(path: Path, side: int) -> tuple[Image.Image, str]:
    """Return a picture upright and in sRGB, and the format of its file.

    Its longest side is at most ``side`` pixels. The mode is RGB, or RGBA where
    the picture is transparent somewhere. It keeps nothing of the file's
    metadata. Raises NotAPicture.
    """
    with opened(path) as image:
        kind = image.format or ""
        image.draft("RGB", (side, side))  # a JPEG is then decoded no larger than needed
        if image.width * image.height > _LARGE and image.mode in _SHRUNK_FIRST:
            image.thumbnail((side, side), Image.Resampling.LANCZOS, reducing_gap=3.0)
        upright = ImageOps.exif_transpose(image)
    plain = _plain(upright)
    plain.thumbnail((side, side), Image.Resampling.LANCZOS, reducing_gap=3.0)
    return plain, kind


def thumbnail(path: Path, side: int, edit: Edit | None = None) -> bytes:
    """Return the picture small, its longest side at most ``side`` pixels, as JPEG or PNG.

    ``edit`` is done to it once it is small, and may make it smaller. Raises NotAPicture.
    """
    image, _ = load_picture(path, side)
    image = edit(image) if edit else image
    return encode(image, "PNG") if image.mode == "RGBA" else encode(image, "JPEG", quality=85)


def encode(image: Image.Image, kind: str, **options: object) -> bytes:
    """Return the picture as the bytes of a file of this kind.

    Only while it writes to a real file does Pillow let other threads, the window's too,
    have their turn; a picture for a portal would hold them up for 50 ms.
    """
    with suppress(OSError), tempfile.TemporaryFile() as file:  # there may be no room for it
        image.save(file, kind, optimize=True, **options)
        file.seek(0)
        return file.read()
    out = io.BytesIO()
    image.save(out, kind, optimize=True, **options)
    return out.getvalue()


@cache
def _prepare() -> None:
    """Teach Pillow the format of iPhones, when the first picture is wanted: it takes a while.

    What it warns of concerns nobody: what matters of a doubtful file ends in an error.
    """
    import pi_heif

    pi_heif.register_heif_opener()
    warnings.filterwarnings("ignore", module=r"PIL\.")


@contextmanager
def opened(path: Path) -> Iterator[ImageFile.ImageFile]:
    """Open a picture file, its pixels not read yet. Raises NotAPicture, then or while it is read.

    Only the formats that newsrooms have are tried, and none of more pixels than fit in memory.
    """
    _prepare()
    try:
        _look_at(path)
        with Image.open(path, formats=FORMATS) as image:
            if is_too_large(image):
                raise NotAPicture(_too_large(path, image.format or ""))
            yield image
    except NotAPicture:
        raise
    except Image.DecompressionBombError:
        raise NotAPicture(_too_large(path, "")) from None
    except MemoryError:
        raise NotAPicture(f"{path.name}: memori tidak cukup untuk foto sebesar ini") from None
    except FileNotFoundError:
        raise NotAPicture(f"{path.name}: berkas foto tidak ditemukan") from None
    except PermissionError:
        raise NotAPicture(f"{path.name}: berkas foto tidak boleh dibaca") from None
    except UnidentifiedImageError:
        raise NotAPicture(f"{path.name}: {what_it_is(path)}") from None
    except _DAMAGE:
        raise NotAPicture(
            f"{path.name}: berkas foto rusak atau tidak lengkap; salin lagi dari kamera"
        ) from None


def _look_at(path: Path) -> None:
    """Refuse what must not even be opened: pipes, which may never say a word, and giants."""
    found = path.stat()
    if stat.S_ISDIR(found.st_mode):
        raise NotAPicture(f"{path.name}: ini folder, bukan foto; pilih foto di dalamnya")
    if not stat.S_ISREG(found.st_mode):
        raise NotAPicture(f"{path.name}: ini bukan berkas; salin fotonya ke folder lain dulu")
    if found.st_size == 0:
        raise NotAPicture(f"{path.name}: berkasnya kosong (0 bita); salin lagi dari kamera")
    if found.st_size > _MOST_BYTES:
        most = _MOST_BYTES // 1_000_000
        raise NotAPicture(f"{path.name}: berkasnya lebih besar dari {most} MB; perkecil lebih dulu")
    if is_raw(path.name):  # Pillow would find the stamp-sized preview in it
        raise NotAPicture(f"{path.name}: ini foto RAW; ubah dulu menjadi JPEG, lalu tambahkan")


def _too_large(path: Path, kind: str) -> str:
    most = _most_pixels(kind)
    hint = "perkecil lebih dulu" if most == _MOST_PIXELS else "simpan sebagai JPEG atau perkecil"
    return f"{path.name}: foto lebih dari {most // 1_000_000} megapiksel; {hint}"


def _most_pixels(kind: str) -> int:
    return _MOST_PIXELS if kind in ("JPEG", "") else _MOST_AT_ONCE


def _plain(image: Image.Image) -> Image.Image:
    """Return the picture as sRGB in RGB or RGBA, without metadata."""
    profile = image.info.get("icc_profile")
    if image.mode.startswith("I"):  # 16 bits of grey, where Pillow would cut off the lights
        image = image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    elif profile and image.mode in ("RGB", "RGBA", "CMYK", "L"):
        image = _to_srgb(image, profile)
    if image.has_transparency_data:
        image = image.convert("RGBA")
        if image.getchannel("A").getextrema()[0] == 255:  # nothing shines through
            image = image.convert("RGB")
    else:
        image = image.convert("RGB")
    image.info = {}
    return image


def _to_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return (
            ImageCms.profileToProfile(
                image, source, ImageCms.createProfile("sRGB"), outputMode=mode
            )
            or image
        )
    except (ImageCms.PyCMSError, *_DAMAGE):
        return image  # a broken profile says nothing; the numbers are taken as they are
