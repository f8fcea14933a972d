from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

MakePicture = Callable[..., Path]


def _scene(size: tuple[int, int]) -> Image.Image:
    """A picture with a soft scene of many colours, its top left corner red."""
    across = Image.linear_gradient("L").rotate(90).resize(size)
    down = Image.linear_gradient("L").resize(size)
    noise = Image.effect_noise(size, 60)
    scene = Image.merge("RGB", (across, down, noise))
    scene.paste((220, 20, 20), (0, 0, size[0] // 4, size[1] // 4))
    return scene


@pytest.fixture
def make_picture(tmp_path: Path) -> MakePicture:
    """Write a picture file; ``options`` go to Pillow's save."""

    def make(
        name: str, size: tuple[int, int] = (640, 400), mode: str = "RGB", **options: object
    ) -> Path:
        path = tmp_path / name
        _scene(size).convert(mode).save(path, **options)
        return path

    return make
