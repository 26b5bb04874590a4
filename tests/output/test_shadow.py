"""Drop shadows against a true Gaussian.

The reference convolves the rounded rectangle with the Gaussian by brute force: it is cut into thin
strips, each of which blurs to a product of two error functions. Errors are in shares of the shadow's
own colour; at the 8 % of an ordinary card, an error of 0.06 is 1.2 of the 255 levels.
"""

from __future__ import annotations

from math import ceil, erf, exp, pi, sqrt
from typing import TYPE_CHECKING

import pytest

from layoutkit.color import Color
from layoutkit.geometry import Rect
from layoutkit.paint.display import DropShadow
from tests.output.pictures import WHITE_PIXEL, replayed

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


@pytest.mark.parametrize(
    ("size", "radius", "sigma", "worst", "mean"),
    [
        ((120, 100), 24, 12, 0.035, 0.005),  # a card
        ((120, 100), 14, 12, 0.05, 0.007),
        ((60, 40), 6, 4, 0.04, 0.005),
        ((60, 40), 0, 4, 0.07, 0.011),  # square corners
        ((60, 40), 20, 4, 0.05, 0.009),  # a pill
        ((60, 40), 6, 8, 0.06, 0.008),  # five standard deviations high
        ((60, 40), 12, 12, 0.11, 0.016),  # little more than three: the fades of opposite edges meet
    ],
)
def test_a_shadow_is_close_to_a_true_gaussian(
    size: tuple[float, float], radius: float, sigma: float, worst: float, mean: float
) -> None:
    image, rect = cast(size, radius, sigma)
    errors = [
        abs(image.darkness(x, y) - blurred(rect, radius, sigma, x + 0.5, y + 0.5))
        for y in range(0, image.height, 3)
        for x in range(y % 2, image.width, 5)
    ]
    assert max(errors) < worst
    assert sum(errors) / len(errors) < mean


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
    # The gradient of a corner ends with a step of 1/24 of its radius.
    assert rounded.covered() / 16 == pytest.approx(20 * 40 + pi * 400, rel=0.04)


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
