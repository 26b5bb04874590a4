"""Picture files in PNG, PDF and SVG: one picture in all of them, of any size, with a bound on what is kept."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image as Pillow

from layoutkit import Column, Icon, Image
from layoutkit.cache import ByteCache
from layoutkit.diagnostics import LayoutkitError
from layoutkit.drawing import files
from layoutkit.output import cairo_picture
from layoutkit.output.png import png
from layoutkit.output.svg import svg
from layoutkit.paint import paint
from tests.drawing.test_srgb_pixels import COLORS, TAGGED, chunk, gama, named_srgb, picture_file
from tests.output.documents import document, rasterised, series
from tests.output.pictures import ABOUT
from tests.output.viewers import by_chromium, needs
from tests.style.resolving import arranged

if TYPE_CHECKING:
    from pathlib import Path

    from layoutkit.paint.display import DisplayList

SIDE = 12


def placed(path: Path, width: float, height: float) -> DisplayList:
    return paint(arranged(Column(Image(path, alt="", width=width, height=height, fit="cover"), align="start")))


def as_png(display: DisplayList) -> Pillow.Image:
    with Pillow.open(io.BytesIO(png(display, 1, 96, ABOUT))) as image:
        return image.convert("RGB")


def as_pdf(display: DisplayList) -> Pillow.Image:
    return rasterised(document(*display.operations, width=display.width, height=display.height), 4 / 3)


def stripes(image: Pillow.Image) -> list[Any]:
    return [image.getpixel((SIDE * x + SIDE // 2, SIDE // 2)) for x in range(len(COLORS))]


@needs("chromium", "chromium")
def test_a_file_has_the_same_colours_in_every_output(tmp_path: Path) -> None:
    written = {}
    for name, tags in TAGGED.items():
        with Pillow.open(io.BytesIO(picture_file(b""))) as plain:
            wide = plain.resize((SIDE * len(COLORS), SIDE), Pillow.Resampling.NEAREST)
        file = io.BytesIO()
        wide.save(file, "PNG")
        (tmp_path / f"{name}.png").write_bytes(file.getvalue()[:33] + tags + file.getvalue()[33:])
        written[name] = placed(tmp_path / f"{name}.png", SIDE * len(COLORS), SIDE)
        (tmp_path / f"{name}.svg").write_bytes(svg(written[name], ABOUT))
    shown = by_chromium(tmp_path, "light", 1)
    for name, display in written.items():
        expected = stripes(as_png(display))
        for other in (as_pdf(display), shown[name]):
            for one, two in zip(expected, stripes(other), strict=True):
                assert one == pytest.approx(two, abs=1), name


@pytest.mark.parametrize("size", [(40_000, 20), (20, 40_000), (32_768, 1), (1, 32_768), (32_767, 1), (32_760, 30)])
def test_a_picture_may_be_longer_than_a_surface_of_cairo(tmp_path: Path, size: tuple[int, int]) -> None:
    Pillow.new("RGB", size, (255, 0, 0)).save(tmp_path / "long.png")
    display = placed(tmp_path / "long.png", 20, 20)
    for image in (as_png(display), as_pdf(display)):
        assert image.getpixel((10, 10)) == (255, 0, 0)
    assert b"<image" in svg(display, ABOUT)


def test_both_halves_of_a_long_picture_stay_where_they_are(tmp_path: Path) -> None:
    picture = Pillow.new("RGBA", (40_000, 400), (0, 0, 255, 255))
    picture.paste((255, 0, 0, 0), (0, 0, 20_000, 400))
    picture.save(tmp_path / "long.png")
    image = as_png(placed(tmp_path / "long.png", 200, 2))
    assert [image.getpixel((x, 1)) for x in (2, 96, 103, 197)] == [(255,) * 3] * 2 + [(0, 0, 255)] * 2


def test_decoded_pictures_are_kept_by_their_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    limit = 3 * 4 * 100 * 100
    cache: ByteCache[Any, Any] = ByteCache(limit)
    monkeypatch.setattr(cairo_picture, "_cache", cache)
    for shade in range(10):
        Pillow.new("RGB", (100, 100), (25 * shade, 0, 0)).save(tmp_path / f"{shade}.jpg")
        as_png(placed(tmp_path / f"{shade}.jpg", 10, 10))
        assert cache.size == min(shade + 1, 3) * 4 * 100 * 100
    assert cairo_picture._KEPT + files._KEPT < 600_000_000


def test_room_is_made_before_a_value_is() -> None:
    cache: ByteCache[str, str] = ByteCache(10)
    sizes = []

    def make(value: str) -> str:
        sizes.append(cache.size)
        return value

    for key in ("a", "b", "a", "c", "a", "b"):
        assert cache.get(key, 5, lambda key=key: make(key)) == key  # type: ignore[misc]
    assert sizes == [0, 5, 5, 5]  # a, b, c in b's place, b in c's place
    assert cache.get("large", 11, lambda: make("large")) == "large"
    assert cache.size == 10
    with pytest.raises(ZeroDivisionError):
        cache.get("fails", 5, lambda: str(1 / 0))
    assert cache.size == 5


@pytest.mark.parametrize(
    "name",
    [
        "a\0b",
        "a\0b.svg",
        "\ud800.png",
        "a\x1b[31mb.png",
        "x" * 5000,
        "x" * 5000 + "/a.png",
        "a\0b/c.png",
        "a/" * 3000 + "b.png",
        "no-such-folder/a.png",
    ],
)
@pytest.mark.parametrize("kind", [Image, Icon])
def test_a_name_that_no_file_has_is_an_error_of_the_author(name: str, kind: Any) -> None:  # noqa: ANN401 - a class
    node = Image(name, alt="") if kind is Image else Icon(path=name)
    with pytest.raises(LayoutkitError) as caught:
        arranged(Column(node), series()[0].theme)
    (found,) = caught.value.diagnostics
    message = found.message + found.hint
    assert found.rule == "picture-file"
    assert "it does not exist" in message
    assert not any(sign in message for sign in "\0\x1b\ud800")
    assert len(found.message) < 150


@pytest.mark.parametrize("path", [5, b"a.png", ["a.png"], 1.5])
def test_what_is_no_path_is_an_error_of_the_author(path: Any) -> None:  # noqa: ANN401 - on purpose
    for make in (lambda: Image(path, alt=""), lambda: Icon(path=path)):
        with pytest.raises(LayoutkitError, match="the path of a picture is ") as caught:
            make()
        assert caught.value.diagnostics[0].rule == "bad-value"


BROKEN = {
    "nan.svg": b'<svg viewBox="0 0 9 9"><rect width="5" height="5" opacity="nan"/></svg>',
    "beyond.svg": b'<svg viewBox="0 0 9 9"><path d="M0 0L1e999 1e999"/></svg>',
    "far.svg": b'<svg viewBox="0 0 9 9"><path d="M0 0L1e29 5V3Z"/></svg>',
    "digits.svg": b'<svg width="' + b"9" * 8000 + b'" height="5"/>',
    "small.svg": b'<svg viewBox="0 0 1e-300 1e-300"/>',
    "large.svg": b'<svg viewBox="0 0 1e29 1"/>',
    "cut.png": picture_file(gama(1))[:70],
    "no-pixels.png": b"\x89PNG\r\n\x1a\n" + chunk("IHDR", b"\0" * 13) + chunk("IEND", b""),
    "no-head.png": b"\x89PNG\r\n\x1a\n" + chunk("IEND", b""),
    "only-a-head.jpg": b"\xff\xd8\xff\xe0\0\x10JFIF\0",
    "only-a-mark.jpg": b"\xff\xd8\xff",
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_an_error_of_the_author(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(BROKEN[name])
    with pytest.raises(LayoutkitError) as caught:
        arranged(Column(Image(tmp_path / name, alt="")))
    (found,) = caught.value.diagnostics
    assert found.rule == "picture-file"
    assert len(found.message) < 300


def test_a_profile_beyond_its_pixels_reaches_no_output(tmp_path: Path) -> None:
    file = io.BytesIO()
    Pillow.new("L", (40, 40), 128).save(
        file, "JPEG", icc_profile=named_srgb((31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000), 2.2)
    )
    (tmp_path / "grey.jpg").write_bytes(file.getvalue())
    display = placed(tmp_path / "grey.jpg", 40, 40)
    for image in (as_png(display), as_pdf(display)):
        assert image.getpixel((20, 20)) == pytest.approx((129, 129, 129), abs=2)
    assert b"ICC_PROFILE" not in document(*display.operations)
