"""WebP files: without loss, the same bytes each time, with what they say of themselves."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import Image, features

from layoutkit.color import Color
from layoutkit.geometry import Rect
from layoutkit.output.png import png
from layoutkit.output.webp import webp
from layoutkit.paint.display import DisplayList, FillRect
from tests.nodes.faults import fault
from tests.output.pictures import ABOUT
from tests.output.svg_figures import FIGURES, about, display

if TYPE_CHECKING:
    import pytest


def opened(data: bytes) -> Image.Image:
    with Image.open(io.BytesIO(data)) as image:
        image.load()
        return image


def test_a_figure_has_the_pixels_of_its_png_in_fewer_bytes() -> None:
    name = next(iter(FIGURES))
    data, other = webp(display(name), 1, about(name)), png(display(name), 1, 96, about(name))
    assert opened(data).format == "WEBP"
    assert opened(data).convert("RGB").tobytes() == opened(other).convert("RGB").tobytes()
    assert len(data) < 0.65 * len(other)
    assert webp(display(name), 1, about(name)) == data


def test_what_is_transparent_stays_so() -> None:
    page = FillRect(Rect(0, 0, 20, 20), 0, Color(1, 1, 1, 0))
    image = opened(webp(DisplayList(20, 20, (page, FillRect(Rect(5, 5, 10, 10), 0, Color(1, 0, 0)))), 1, ABOUT))
    assert (image.getpixel((0, 0)), image.getpixel((9, 9))) == ((0, 0, 0, 0), (255, 0, 0, 255))


def test_title_and_alt_text_are_in_the_file() -> None:
    packet = opened(webp(DisplayList(4, 4, ()), 1, ABOUT)).info["xmp"].decode()
    assert ABOUT.title in packet
    assert ABOUT.alt in packet


def test_a_side_that_the_format_cannot_hold_is_refused_with_both_numbers() -> None:
    with fault("too-large") as found:
        webp(DisplayList(16384, 10, ()), 1, ABOUT)
    assert found.message == "the picture would be 16384 × 10 device pixels; a side may have at most 16,383"


def test_without_webp_in_pillow_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(features, "check", lambda _feature: False)
    with fault("no-webp") as found:
        webp(DisplayList(4, 4, ()), 1, ABOUT)
    assert found.hint == "pip install -U pillow"
