"""Drop shadows against a true Gaussian.

The reference convolves the rounded rectangle with the Gaussian by brute force: it is cut into thin
strips, each of which blurs to a product of two error functions. Errors are in shares of the shadow's
own colour; at the 8 % of an ordinary card, an error of 0.06 is 1.2 of the 255 levels.
"""

from __future__ import annotations

import io
from math import ceil, erf, exp, pi, sqrt
from typing import TYPE_CHECKING

import pytest
import resvg_py
from PIL import Image

from layoutkit.color import Color
from layoutkit.geometry import Rect
from layoutkit.output.svg import svg
from layoutkit.paint.display import DisplayList, DropShadow
from tests.output.documents import document, rasterised
from tests.output.pictures import ABOUT, WHITE_PIXEL, replayed

if TYPE_CHECKING:
    from tests.output.pictures import Picture

BLACK = Color(0, 0, 0)
STRIP = 0.5


def below(x: float) -> float:
    """The share of the standard normal distribution below ``x``."""
    return (1 + erf(x / sqrt(2))) / 2


def blurred(rect: Rect, radius: float, sigma: float, x: float, y: float) -> float:
    """A rounded rectangle convolved with a Gaussian, at a point."""
    total, count = 0.0, ceil(rect.height / STRIP)
    for i in range(count):
        top, bottom = rect.y + i * rect.height / count, rect.y + (i + 1) * rect.height / count
        middle = (top + bottom) / 2
        into_corner = max(0.0, rect.y + radius - middle, middle - (rect.bottom - radius))
        inset = radius - sqrt(radius**2 - into_corner**2)
        down = below((bottom - y) / sigma) - below((top - y) / sigma)
        total += down * (below((rect.right - inset - x) / sigma) - below((rect.x + inset - x) / sigma))
    return total


def cast(size: tuple[float, float], radius: float, sigma: float, scale: float = 1) -> tuple[Picture, Rect]:
    """A black shadow in the middle of a picture that it does not fill."""
    margin = ceil(3 * sigma) + 5
    rect = Rect(margin, margin, *size)
    shadow = DropShadow(rect, radius, sigma, BLACK)
    return replayed(shadow, width=size[0] + 2 * margin, height=size[1] + 2 * margin, scale=scale), rect


def test_the_reference_is_a_convolution() -> None:
    rect, sigma = Rect(0, 0, 12, 8), 2.0
    by_pixels = sum(
        exp(-((px - 3) ** 2 + (py - 1) ** 2) / (2 * sigma**2)) / (2 * pi * sigma**2) / 100
        for px in (i / 10 + 0.05 for i in range(120))
        for py in (j / 10 + 0.05 for j in range(80))
    )
    assert blurred(rect, 0, sigma, 3, 1) == pytest.approx(by_pixels, abs=1e-4)
    assert blurred(rect, 0, 1e-6, 3, 1) == 1
    assert blurred(Rect(0, 0, 20, 20), 10, 1e-6, 1, 1) == 0  # outside the round corner


CASES = [
    ((120, 100), 24, 12),  # a card
    ((120, 100), 14, 12),
    ((60, 40), 6, 4),
    ((60, 40), 0, 4),  # square corners
    ((60, 40), 20, 4),  # a pill
    ((60, 40), 20, 1.5),
    ((60, 40), 6, 8),  # five standard deviations high
    ((60, 40), 12, 12),  # little more than three: the fades of opposite edges meet
    ((100, 14), 7, 4),
]


PDF_WORST = (0.06, 0.06, 0.06, 0.06, 0.06, 0.06, 0.06, 0.12, 0.12)
"""What pdf_shadow.py states, for each case."""
FINER = 2


def errors(image: Picture, rect: Rect, radius: float, sigma: float, scale: float = 1) -> list[float]:
    """How far a shadow is from a true one, here and there in its upper left quarter, in shares of its colour."""
    return [
        abs(image.darkness(x, y) - blurred(rect, radius, sigma, (x + 0.5) / scale, (y + 0.5) / scale))
        for y in range(0, image.height // 2 + 2, 3)
        for x in range(y % 4, image.width // 2 + 2, 4)
    ]


def test_the_four_corners_are_equal() -> None:
    image, _ = cast((60, 40), 6, 4)
    for y in range(image.height):
        for x in range(image.width):
            assert image.at(x, y) == pytest.approx(image.at(image.width - 1 - x, image.height - 1 - y), abs=1)
            assert image.at(x, y) == pytest.approx(image.at(image.width - 1 - x, y), abs=1)


@pytest.mark.parametrize(("size", "radius", "sigma"), CASES)
def test_a_shadow_is_a_true_gaussian_but_for_one_and_a_half_percent(
    size: tuple[float, float], radius: float, sigma: float
) -> None:
    found = errors(*cast(size, radius, sigma), radius, sigma)
    assert max(found) < 0.015
    assert sum(found) / len(found) < 0.003


def test_so_it_is_between_device_pixels() -> None:
    assert max(errors(*cast((60.3, 40.7), 6, 4, 2.126), 6, 4, 2.126)) < 0.015


def most(image: Image.Image, rect: Rect, radius: float, sigma: float) -> float:
    """How far a black shadow on white is from a true one at most, in its upper left quarter; ``FINER`` pixels a px."""
    dark = image.convert("L").tobytes()
    return max(
        abs(1 - dark[y * image.width + x] / 255 - blurred(rect, radius, sigma, (x + 0.5) / FINER, (y + 0.5) / FINER))
        for y in range(0, image.height // 2, 4)
        for x in range(y % 7, image.width // 2, 7)
    )


def alone(size: tuple[float, float], radius: float, sigma: float) -> tuple[DisplayList, Rect]:
    """A display list of nothing but a black shadow."""
    margin = ceil(3 * sigma) + 5
    rect = Rect(margin, margin, *size)
    return DisplayList(size[0] + 2 * margin, size[1] + 2 * margin, (DropShadow(rect, radius, sigma, BLACK),)), rect


@pytest.mark.parametrize(("case", "worst"), list(zip(CASES, PDF_WORST, strict=True)))
def test_a_shadow_in_a_pdf_is_close_to_a_true_gaussian(
    case: tuple[tuple[float, float], float, float], worst: float
) -> None:
    display, rect = alone(*case)
    data = document(*display.operations, width=display.width, height=display.height)
    assert most(rasterised(data, FINER / 0.75), rect, *case[1:]) < worst


@pytest.mark.parametrize(("size", "radius", "sigma"), CASES)
def test_a_shadow_in_an_svg_is_a_gaussian_as_good_as_the_viewers(
    size: tuple[float, float], radius: float, sigma: float
) -> None:
    """Measured with resvg, which makes a Gaussian of three box blurs, as browsers do."""
    display, rect = alone(size, radius, sigma)
    data = resvg_py.svg_to_bytes(svg_string=svg(display, ABOUT).decode(), zoom=FINER, background="white")
    with Image.open(io.BytesIO(data)) as image:
        assert most(image, rect, radius, sigma) < 0.035


def test_the_straight_edges_are_exact() -> None:
    image, rect = cast((120, 100), 10, 6)
    for y in range(image.height):
        expected = below((y + 0.5 - rect.y) / 6) * below((rect.bottom - y - 0.5) / 6)
        assert image.darkness(image.width // 2, y) == pytest.approx(expected, abs=0.01)


def test_a_shadow_is_as_dark_as_its_colour() -> None:
    image = replayed(DropShadow(Rect(-50, -50, 120, 120), 10, 6, Color(1, 0, 0, 0.5)))
    (pixel,) = set(image.pixels())
    assert pixel == pytest.approx((255, 128, 128), abs=1.5)


def test_a_shadow_ends() -> None:
    image, _ = cast((60, 40), 6, 4)
    assert {image.at(x, y) for x in (0, image.width - 1) for y in (0, image.height - 1)} == {WHITE_PIXEL}
    assert {image.at(x, 0) for x in range(image.width)} == {WHITE_PIXEL}


def test_without_blur_a_shadow_is_a_rectangle() -> None:
    image, _ = cast((60, 40), 0, 0)
    assert {image.at(x, y) for x in range(5, 65) for y in range(5, 45)} == {(0, 0, 0)}
    assert image.covered() == 60 * 40
    rounded, _ = cast((60, 40), 20, 0, scale=4)
    assert rounded.covered() / 16 == pytest.approx(20 * 40 + pi * 400, rel=1e-3)


@pytest.mark.parametrize("scale", [1, 2, 2.126])
def test_the_pieces_of_a_shadow_meet_without_seams(scale: float) -> None:
    image, _ = cast((30.3, 20.7), 5, 3, scale)
    steepest = 1 / (3 * scale * sqrt(2 * pi))  # the peak of the Gaussian is the slope of a blurred edge
    steps = [
        abs(image.darkness(x, y) - image.darkness(x + dx, y + dy))
        for dx, dy in ((1, 0), (0, 1))
        for y in range(image.height - 1)
        for x in range(image.width - 1)
    ]
    assert max(steps) < 1.25 * steepest
    assert max(steps) > 0.5 * steepest
