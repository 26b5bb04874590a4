"""Picture files: what they are once they are read."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from layoutkit.drawing import files, pixels
from layoutkit.drawing.files import FileError, read_picture
from layoutkit.drawing.private import without_metadata
from layoutkit.drawing.shapes import VectorImage
from layoutkit.picture import Picture

if TYPE_CHECKING:
    from pathlib import Path


def saved(path: Path, mode: str = "RGB", color: Any = (200, 30, 10), **options: Any) -> bytes:  # noqa: ANN401 - Pillow's
    image = Image.new(mode, (8, 4), color)
    image.save(path, **options)
    return path.read_bytes()


def pixel(picture: VectorImage | Picture, x: int = 0, y: int = 0) -> Any:  # noqa: ANN401 - Pillow's
    assert isinstance(picture, Picture)
    with Image.open(io.BytesIO(picture.data)) as image:
        assert image.size == (picture.width, picture.height)
        return image.convert("RGB").getpixel((x, y))


@pytest.mark.parametrize(("name", "mode"), [("a.png", "RGB"), ("a.png", "RGBA"), ("a.png", "P"), ("a.jpg", "L")])
def test_a_plain_file_is_taken_as_it_is(tmp_path: Path, name: str, mode: str) -> None:
    data = saved(tmp_path / name, mode, None)
    assert read_picture(tmp_path / name) == Picture(8, 4, "png" if "png" in name else "jpeg", data)


def test_the_orientation_of_a_photograph_is_applied(tmp_path: Path) -> None:
    image = Image.new("RGB", (16, 8))
    image.paste((255, 255, 255), (0, 0, 8, 8))  # the left half; turned clockwise it is the upper one
    exif = Image.Exif()
    exif[0x0112] = 6
    image.save(tmp_path / "a.jpg", exif=exif, quality=100)
    found = read_picture(tmp_path / "a.jpg")
    assert isinstance(found, Picture)
    assert (found.width, found.height, found.media_type) == (8, 16, "image/jpeg")
    assert min(pixel(found, 4, 2)) > 240
    assert max(pixel(found, 4, 13)) < 15
    with Image.open(io.BytesIO(found.data)) as upright:
        assert upright.getexif().get(0x0112, 1) == 1


@pytest.mark.parametrize(("name", "options"), [
    ("a.jpg", {}),
    ("a.jpg", {"progressive": True}),
    ("a.jpg", {"orientation": 6}),
    ("a.png", {}),
    ("a.png", {"orientation": 6}),
])  # fmt: skip
def test_what_a_file_tells_of_whoever_took_it_stays_out(tmp_path: Path, name: str, options: dict[str, Any]) -> None:
    orientation = options.pop("orientation", 1)
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x013B] = "Maria Silva"
    exif.get_ifd(0x8825)[1] = "S"  # latitude: south
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", "Maria Silva")
    more: dict[str, Any] = (
        {"pnginfo": texts} if name == "a.png" else {"comment": "Maria Silva", "xmp": b"<x>Maria Silva</x>"}
    )
    image = Image.linear_gradient("L").resize((64, 64)).convert("RGB")
    image.save(tmp_path / name, exif=exif, dpi=(300, 300), **more, **options)
    data = (tmp_path / name).read_bytes() + b"Maria Silva after the end"
    (tmp_path / name).write_bytes(data)
    found = read_picture(tmp_path / name)
    assert isinstance(found, Picture)
    assert data.count(b"Maria Silva") >= 3
    assert b"Maria" not in found.data
    with Image.open(io.BytesIO(data)) as before, Image.open(io.BytesIO(found.data)) as after:
        assert dict(after.getexif()) == {}
        same = after.convert("RGB").tobytes() == before.convert("RGB").tobytes()
        assert same == (orientation == 1)


def test_a_broken_structure_is_written_anew() -> None:
    whole = io.BytesIO()
    Image.new("RGB", (8, 8)).save(whole, "JPEG")
    data = whole.getvalue()
    assert without_metadata(data) == data
    assert without_metadata(data[:-2]) is None
    assert without_metadata(data[:30]) is None
    assert without_metadata(b"\x89PNG\r\n\x1a\n\0\0\0\1IDAT") is None


def test_colours_for_printing_are_turned_into_srgb(tmp_path: Path) -> None:
    saved(tmp_path / "a.jpg", "CMYK", (0, 255, 255, 0), quality=100)
    red, green, blue = pixel(read_picture(tmp_path / "a.jpg"))
    assert red > 240
    assert max(green, blue) < 15


def test_colours_in_another_profile_are_turned_into_srgb(tmp_path: Path) -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = srgb.replace(b"sRGB", b"RGBs").replace(b"rXYZ", b"????").replace(b"bXYZ", b"rXYZ")
    saved(tmp_path / "a.png", color=(255, 0, 0), icc_profile=swapped.replace(b"????", b"bXYZ"))
    found = read_picture(tmp_path / "a.png")
    assert pixel(found) == pytest.approx((0, 0, 255), abs=2)  # the profile's red is blue
    assert isinstance(found, Picture)
    assert b"iCCP" not in found.data


GREYS = (0, 257, 32896, 65535)
"""The greys 0, 1, 128 and 255 in 16 bits."""


def grey_file(path: Path, **options: Any) -> None:  # noqa: ANN401 - Pillow's
    """Four greys of 16 bits side by side."""
    image = Image.new("I;16", (4, 1))
    for x, level in enumerate(GREYS):
        image.putpixel((x, 0), level)
    image.save(path, **options)


def test_grey_of_sixteen_bits_keeps_its_shades(tmp_path: Path) -> None:
    grey_file(tmp_path / "a.png")
    found = read_picture(tmp_path / "a.png")
    assert [pixel(found, x)[0] for x in range(4)] == [0, 1, 128, 255]


def test_grey_of_sixteen_bits_keeps_its_transparency(tmp_path: Path) -> None:
    grey_file(tmp_path / "a.png", transparency=32896)
    found = read_picture(tmp_path / "a.png")
    assert isinstance(found, Picture)
    with Image.open(io.BytesIO(found.data)) as image:
        assert image.mode == "LA"
        assert [image.getpixel((x, 0)) for x in range(4)] == [(0, 255), (1, 255), (128, 0), (255, 255)]


def test_grey_of_sixteen_bits_is_turned_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    grey_file(tmp_path / "a.png", exif=exif)
    found = read_picture(tmp_path / "a.png")
    assert isinstance(found, Picture)
    assert (found.width, found.height) == (1, 4)
    assert [pixel(found, 0, y)[0] for y in range(4)] == [0, 1, 128, 255]


def test_an_svg_file_becomes_a_drawing_whatever_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text('<svg viewBox="0 0 5 6"/>')
    (tmp_path / "b").write_text('<?xml version="1.0"?><svg viewBox="0 0 5 6"/>')
    for name in ("a.svg", "b"):
        found = read_picture(tmp_path / name)
        assert isinstance(found, VectorImage)
        assert (found.width, found.height) == (5, 6)


def test_a_file_is_read_once_until_it_changes(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    saved(path)
    first = read_picture(path)
    assert read_picture(path) is first
    Image.new("RGB", (3, 3)).save(path)
    changed = read_picture(path)
    assert isinstance(changed, Picture)
    assert changed.width == 3


def test_files_that_cannot_be_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "half.png").write_bytes(saved(tmp_path / "large.png")[:45])
    (tmp_path / "words.png").write_text("words")
    (tmp_path / "a.svg").write_text("<svg/>")
    (tmp_path / "latin.svg").write_bytes("<svg>é</svg>".encode("latin-1"))
    saved(tmp_path / "a.gif", "P", 0)
    monkeypatch.setattr(pixels, "LARGEST", 31)
    for name, message in (
        ("none.png", "it does not exist"),
        (".", "it is not a file"),
        ("words.png", "it is not a PNG, JPEG or SVG file"),
        ("a.gif", "it is not a PNG, JPEG or SVG file"),
        ("a.svg", "it has neither a viewBox"),
        ("latin.svg", "it is not written in UTF-8"),
        ("large.png", "it has 8 × 4 pixels; at most 31 are read"),
    ):
        with pytest.raises(FileError, match=re.escape(message)):
            read_picture(tmp_path / name)
    monkeypatch.setattr(pixels, "LARGEST", 32)
    with pytest.raises(FileError, match="it is broken: "):
        read_picture(tmp_path / "half.png")
    monkeypatch.setattr(files, "_LONGEST", 10)
    with pytest.raises(FileError, match=r"it has \d+ bytes; at most 10 are read"):
        read_picture(tmp_path / "large.png")
