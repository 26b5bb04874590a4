"""Pictures in other colours than sRGB: converted once, to what a browser shows."""

from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image, ImageCms

from layoutkit.color.srgb import encode
from layoutkit.drawing.files import FileError, read_picture
from layoutkit.drawing.picture_tags import PictureTags
from layoutkit.drawing.srgb_pixels import profile_of
from layoutkit.picture import Picture
from tests.output.viewers import needs, screenshot

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SRGB_PRIMARIES = (31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000)
P3_PRIMARIES = (31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000)
WARM_WHITE = (34567, 35850, 64000, 33000, 30000, 60000, 15000, 6000)
COLORS = ((255, 0, 0), (0, 200, 40), (10, 20, 250), (128, 128, 128), (30, 30, 30), (200, 160, 90))
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def chunk(name: str, data: bytes) -> bytes:
    whole = name.encode() + data
    return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))


def gama(exponent: float) -> bytes:
    return chunk("gAMA", struct.pack(">I", round(100_000 / exponent)))


def chrm(primaries: tuple[int, ...]) -> bytes:
    return chunk("cHRM", struct.pack(">8I", *primaries))


def iccp(profile: bytes) -> bytes:
    return chunk("iCCP", b"sRGB\0\0" + zlib.compress(profile))


def named_srgb(primaries: tuple[float, ...], exponent: float) -> bytes:
    """A profile that calls itself sRGB and is none."""
    found = profile_of(PictureTags(gamma=1 / exponent, primaries=tuple(value / 100_000 for value in primaries)))
    assert found is not None
    return found + b"sRGB"


def picture_file(tags: bytes, mode: str = "RGB", **options: Any) -> bytes:  # noqa: ANN401 - Pillow's
    """A PNG of one pixel for each colour, with chunks behind its head."""
    image = Image.new("RGB", (len(COLORS), 1))
    image.putdata(COLORS)
    file = io.BytesIO()
    (image.quantize(16) if mode == "P" else image.convert(mode)).save(file, "PNG", **options)
    head = 8 + 25
    return file.getvalue()[:head] + tags + file.getvalue()[head:]


def read(folder: Path, data: bytes) -> Picture:
    (folder / "a.png").write_bytes(data)
    found = read_picture(folder / "a.png")
    assert isinstance(found, Picture)
    return found


def colors(picture: Picture, mode: str = "RGB") -> list[Any]:
    with Image.open(io.BytesIO(picture.data)) as image:
        return [image.convert(mode).getpixel((x, 0)) for x in range(image.width)]


TAGGED: Mapping[str, bytes] = {
    "gamma-1": gama(1),
    "gamma-1.8": gama(1.8),
    "gamma-2.2": gama(2.2),
    "gamma-3": gama(3),
    "primaries": chrm(P3_PRIMARIES),
    "warm-white": chrm(WARM_WHITE),
    "usual-gamma-and-primaries": gama(2.2) + chrm(SRGB_PRIMARIES),
    "gamma-and-warm-white": gama(2.2) + chrm(WARM_WHITE),
    "gamma-and-primaries": gama(2.2) + chrm(P3_PRIMARIES),
    "srgb-before-gamma": chunk("sRGB", b"\0") + gama(1) + chrm(P3_PRIMARIES),
    "profile": iccp(named_srgb(P3_PRIMARIES, 2.2)),
    "profile-before-gamma": gama(1) + iccp(named_srgb(P3_PRIMARIES, 1.8)),
    "profile-of-srgb": iccp(SRGB.replace(b"sRGB", b"none")),
    "no-such-primaries": chrm((0,) * 8),
    "gamma-of-zero": chunk("gAMA", b"\0\0\0\0"),
    "display-p3-by-code-points": chunk("cICP", bytes((12, 13, 0, 1))),
    "gamma-after-a-damaged-profile": iccp(b"words") + gama(3),
    "gamma-after-a-profile-for-grey": iccp(SRGB.replace(b"RGB XYZ", b"GRAYXYZ")) + gama(3),
    "gamma-after-a-profile-with-a-wrong-sum": iccp(named_srgb(P3_PRIMARIES, 1))[:-4] + b"sums" + gama(3),
    "gamma-with-a-wrong-sum": gama(1)[:-4] + b"sums",
    "profile-without-a-name": chunk("iCCP", b"\0\0" + zlib.compress(named_srgb(P3_PRIMARIES, 1))),
    "primaries-beyond-all-light": gama(2.2) + chrm((31270, 32900, 1 << 31, 33000, 30000, 60000, 15000, 6000)),
    "code-points-before-profile": chunk("cICP", bytes((1, 13, 0, 1))) + iccp(named_srgb(P3_PRIMARIES, 2.2)),
}


@needs("chromium", "chromium")
def test_colours_are_those_that_chromium_shows(tmp_path: Path) -> None:
    side, html = 10, []
    for row, (name, tags) in enumerate(TAGGED.items()):
        (tmp_path / f"{name}.png").write_bytes(picture_file(tags))
        place = f"position:absolute;left:0;top:{side * row}px;width:{side * len(COLORS)}px;height:{side}px"
        html.append(f'<img src="{(tmp_path / name).as_uri()}.png" style="{place};image-rendering:pixelated">')
    page = f"<!doctype html><style>body{{margin:0}}</style>{''.join(html)}"
    shown = screenshot(page, (side * len(COLORS), side * len(TAGGED)), 1, ())
    for row, name in enumerate(TAGGED):
        expected = [shown.getpixel((side * x + side // 2, side * row + side // 2)) for x in range(len(COLORS))]
        found = read_picture(tmp_path / f"{name}.png")
        assert isinstance(found, Picture)
        for one, other in zip(colors(found), expected, strict=True):
            assert one == pytest.approx(other, abs=3), name


@pytest.mark.parametrize("exponent", [1, 1.8, 2.1, 3])
@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA", "P", "1"])
def test_gamma_is_applied_in_every_mode(tmp_path: Path, exponent: float, mode: str) -> None:
    plain, found = (read(tmp_path, picture_file(tags, mode)) for tags in (b"", gama(exponent)))
    for before, after in zip(colors(plain), colors(found), strict=True):
        expected = [255 * encode((level / 255) ** exponent) for level in before]
        assert after == pytest.approx(expected, abs=2.5)
    if mode in ("1", "L", "LA"):
        with Image.open(io.BytesIO(found.data)) as image:
            assert image.mode in ("L", "LA", "1")  # grey stays grey, for black ink alone


def test_transparency_stays_as_it_is(tmp_path: Path) -> None:
    source = Image.new("RGBA", (3, 1))
    source.putdata([(200, 100, 50, 0), (200, 100, 50, 77), (200, 100, 50, 255)])
    file = io.BytesIO()
    source.save(file, "PNG")
    found = read(tmp_path, file.getvalue()[:33] + gama(1) + file.getvalue()[33:])
    assert [color[3] for color in colors(found, "RGBA")] == [0, 77, 255]
    keyed = read(tmp_path, picture_file(gama(1), transparency=COLORS[0]))
    assert [color[3] for color in colors(keyed, "RGBA")] == [0, 255, 255, 255, 255, 255]
    grey = read(tmp_path, picture_file(gama(1), "L", transparency=128))
    assert [color[3] for color in colors(grey, "RGBA")] == [255, 255, 255, 0, 255, 255]
    indexed = read(tmp_path, picture_file(gama(1), "P", transparency=0))
    assert min(color[3] for color in colors(indexed, "RGBA")) == 0


@pytest.mark.parametrize("name", TAGGED)
def test_nothing_is_left_that_a_viewer_could_apply_again(tmp_path: Path, name: str) -> None:
    found = read(tmp_path, picture_file(TAGGED[name]))
    assert not any(tag in found.data for tag in (b"gAMA", b"cHRM", b"iCCP", b"cICP", b"sRGB"))


def test_a_profile_is_judged_by_its_colours_and_not_by_its_name(tmp_path: Path) -> None:
    plain = read(tmp_path, picture_file(b""))
    assert read(tmp_path, picture_file(iccp(SRGB.replace(b"sRGB", b"none")))) == plain
    named = read(tmp_path, picture_file(iccp(named_srgb(P3_PRIMARIES, 1.8))))
    assert (
        max(
            abs(a - b)
            for one, two in zip(colors(named), colors(plain), strict=True)
            for a, b in zip(one, two, strict=True)
        )
        > 10
    )


@pytest.mark.parametrize(
    "code_points", [(9, 16, 0, 1), (9, 18, 0, 1), (1, 13, 0, 0), (1, 13, 5, 1), (255, 255, 255, 255)]
)
def test_colours_beyond_a_screen_are_refused(tmp_path: Path, code_points: tuple[int, ...]) -> None:
    with pytest.raises(FileError, match="its cICP chunk has the numbers "):
        read(tmp_path, picture_file(chunk("cICP", bytes(code_points))))


def test_colours_behind_the_pixels_count_for_nothing(tmp_path: Path) -> None:
    end = chunk("IEND", b"")
    plain = picture_file(b"")
    for tags in (gama(1), iccp(named_srgb(P3_PRIMARIES, 1))):
        assert read(tmp_path, plain.replace(end, tags + end)) == read(tmp_path, plain)


def rows_file(depth: int, kind: int, row: bytes, tags: bytes, width: int = 4) -> bytes:
    """A PNG of one row, from its bytes."""
    head = chunk("IHDR", struct.pack(">IIBBBBB", width, 1, depth, kind, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + tags + chunk("IDAT", zlib.compress(b"\0" + row)) + chunk("IEND", b"")


WIDE = ((0x3A98, 0x0201, 0xFF01), (0x3A99, 0x0201, 0xFF01), (0x3A98, 0x0202, 0xFF01), (0x3A98, 0x0201, 0xFF01))


@pytest.mark.parametrize(
    ("file", "seen"),
    [
        (rows_file(2, 0, b"\x1b", chunk("tRNS", b"\0\2")), [255, 255, 0, 255]),
        (rows_file(4, 0, b"\x05\x15", chunk("tRNS", b"\0\5")), [255, 0, 255, 0]),
        (rows_file(1, 0, b"\x50", chunk("tRNS", b"\0\1")), [255, 0, 255, 0]),
        (rows_file(2, 0, b"\x1b", gama(1) + chunk("tRNS", b"\0\2")), [255, 255, 0, 255]),
        (rows_file(8, 0, b"\0\x05\x3c\xff", chunk("tRNS", b"\1\x3c")), [255, 255, 0, 255]),
        (rows_file(8, 2, bytes(range(12)), chunk("tRNS", b"\1\3\2\4\3\5")), [255, 0, 255, 255]),
        *(
            (
                rows_file(
                    16, 2, b"".join(struct.pack(">3H", *color) for color in WIDE),
                    tags + chunk("tRNS", struct.pack(">3H", *WIDE[0])),
                ),
                [0, 255, 255, 0],
            )
            for tags in (b"", gama(1))
        ),
    ],
)  # fmt: skip
def test_the_transparent_colour_is_compared_in_the_bits_of_the_file(
    tmp_path: Path, file: bytes, seen: list[int]
) -> None:
    assert [color[3] for color in colors(read(tmp_path, file), "RGBA")] == seen


@pytest.mark.parametrize("entries", [0, 1, 3])
def test_a_colour_beyond_the_palette_is_refused(tmp_path: Path, entries: int) -> None:
    palette = chunk("PLTE", bytes(range(3 * entries))) if entries else b""
    file = rows_file(2, 3, b"\x1b", palette)
    for damaged in (file, file[:-12]):
        with pytest.raises(FileError, match=f"it has a pixel of the colour 3, but a palette of {entries}|it is broken"):
            read(tmp_path, damaged)


def test_segments_cut_short_do_not_break_a_jpeg(tmp_path: Path) -> None:
    plain = jpeg_file()
    for marker, body in ((0xEE, b"Adobe"), (0xE0, b"JFIF\0"), (0xE2, b"ICC_PROFILE\0"), (0xE2, b"MPF\0"), (0xED, b"")):
        data = plain[:2] + struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body + plain[2:]
        assert read(tmp_path, data) == read(tmp_path, plain)


DAMAGED: Mapping[str, bytes] = {
    "no profile": iccp(b"words"),
    "no bytes": iccp(b""),
    "not packed": chunk("iCCP", b"name\0\0words"),
    "packed in another way": chunk("iCCP", b"name\0\7" + zlib.compress(SRGB)),
    "no name": chunk("iCCP", b""),
    "cut short": iccp(SRGB[:200]),
    "tags that lie outside": iccp(SRGB[:128] + struct.pack(">I", 9) + b"rXYZ\xff\xff\xff\xff\0\0\0\x20" * 9),
    "for grey alone": iccp(SRGB.replace(b"RGB XYZ", b"GRAYXYZ")),
    "for presses": iccp(SRGB.replace(b"RGB XYZ", b"CMYKXYZ")),
    "a bomb": iccp(b"\0" * 40_000_000),
    "a wrong sum": iccp(named_srgb(P3_PRIMARIES, 1.8))[:-4] + b"\0\0\0\0",
    "a gamma of 100,000": gama(100_000),
    "short gAMA": chunk("gAMA", b"\0"),
    "short cHRM": chunk("cHRM", b"\0" * 31),
    "short cICP": chunk("cICP", b"\1"),
    "texts": chunk("zTXt", b"a\0\0words") + chunk("iTXt", b"\0\0") + chunk("pHYs", b"") + chunk("tIME", b"1"),
    "Exif": chunk("eXIf", b"II*\0\xff\xff\xff\xff"),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_tag_never_ends_in_a_crash(tmp_path: Path, name: str) -> None:
    found = read(tmp_path, picture_file(DAMAGED[name]))
    if name != "a wrong sum":
        assert colors(found) == list(COLORS)


def jpeg_file(mode: str = "RGB", color: Any = (200, 30, 10), **options: Any) -> bytes:  # noqa: ANN401 - Pillow's
    file = io.BytesIO()
    Image.new(mode, (16, 8), color).save(file, "JPEG", quality=100, subsampling=0, **options)
    return file.getvalue()


def test_the_profile_of_a_jpeg_is_applied_and_left_out(tmp_path: Path) -> None:
    profile = named_srgb(SRGB_PRIMARIES, 1)
    found = read(tmp_path, jpeg_file(icc_profile=profile))
    expected = [255 * encode(level / 255) for level in (200, 30, 10)]
    assert colors(found)[0] == pytest.approx(expected, abs=5)
    assert b"ICC_PROFILE" not in found.data
    long = named_srgb(SRGB_PRIMARIES, 1) + bytes(150_000)  # in three segments
    assert colors(read(tmp_path, jpeg_file(icc_profile=long)))[0] == pytest.approx(expected, abs=5)


def test_a_grey_jpeg_with_a_profile_for_colours_stays_grey(tmp_path: Path) -> None:
    plain = read(tmp_path, jpeg_file("L", 128))
    assert read(tmp_path, jpeg_file("L", 128, icc_profile=SRGB)) == plain
    found = read(tmp_path, jpeg_file("L", 128, icc_profile=named_srgb(P3_PRIMARIES, 1)))
    assert colors(found, "L")[0] == pytest.approx(255 * encode(128 / 255), abs=3)
    with Image.open(io.BytesIO(found.data)) as image:
        assert image.mode == "L"


def test_a_jpeg_with_a_profile_for_other_colours_is_shown_without_it(tmp_path: Path) -> None:
    grey = SRGB.replace(b"RGB XYZ", b"GRAYXYZ")
    assert read(tmp_path, jpeg_file(icc_profile=grey)) == read(tmp_path, jpeg_file())
    press = jpeg_file("CMYK", (0, 255, 255, 0), icc_profile=SRGB)
    assert colors(read(tmp_path, press))[0] == pytest.approx((255, 0, 0), abs=5)


def test_of_several_pictures_in_a_jpeg_the_first_is_shown(tmp_path: Path) -> None:
    file = io.BytesIO()
    first, second = (Image.new("RGB", (16, 8), color) for color in ((200, 30, 10), (0, 0, 255)))
    first.save(file, "MPO", save_all=True, append_images=[second], quality=100)
    data = file.getvalue()
    assert b"MPF\0" in data
    found = read(tmp_path, data)
    assert (found.format, found.width, found.height) == ("jpeg", 16, 8)
    assert colors(found)[0] == pytest.approx((200, 30, 10), abs=3)
    assert found.data.count(b"\xff\xd8\xff") == 1
    at = data.index(b"MPF\0")
    for damaged in (
        data[: at + 4] + b"\xff" * 40 + data[at + 44 :],
        data[: at + 4] + b"II*\0\x08\0\0\0\0\0" + data[at + 14 :],
    ):
        assert read(tmp_path, damaged) == found


TIFF = b"II*\0\x08\0\0\0"
EXIFS = {
    "nothing": b"",
    "cut short": b"II",
    "words": b"words and more words",
    "a directory beyond the end": b"II*\0\xff\xff\xff\xff",
    "too many entries": TIFF + b"\xff\xff",
    "half an entry": b"MM\0*\0\0\0\x08\0\1\1\x12",
    "no such orientation": TIFF + b"\1\0\x12\1\3\0\1\0\0\0\x63\0\0\0",
    "two orientations": TIFF + b"\1\0\x12\1\3\0\2\0\0\0\6\0\0\0",
    "an orientation in words": TIFF + b"\1\0\x12\1\2\0\1\0\0\0\6\0\0\0",
}


@pytest.mark.parametrize("exif", EXIFS.values(), ids=EXIFS)
def test_a_damaged_exif_leaves_the_picture_as_it_is(tmp_path: Path, exif: bytes) -> None:
    plain = jpeg_file()
    body = b"Exif\0\0" + exif
    data = plain[:2] + b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body + plain[2:]
    assert read(tmp_path, data) == read(tmp_path, plain)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("order", ["<", ">"])
def test_every_orientation_is_that_of_pillow(tmp_path: Path, orientation: int, order: str) -> None:
    from PIL import ImageOps  # noqa: PLC0415 - the oracle

    source = Image.linear_gradient("L").resize((16, 16)).rotate(90).crop((0, 0, 16, 8)).convert("RGB")
    source.paste((255, 0, 0), (0, 0, 4, 4))
    file = io.BytesIO()
    source.save(file, "PNG")
    mark = {"<": b"II*\0", ">": b"MM\0*"}[order]
    exif = mark + struct.pack(f"{order}IHHHIHH", 8, 1, 0x0112, 3, 1, orientation, 0) + bytes(4)
    data = file.getvalue()[:33] + chunk("eXIf", exif) + file.getvalue()[33:]
    with Image.open(io.BytesIO(data)) as image, Image.open(io.BytesIO(read(tmp_path, data).data)) as found:
        expected = ImageOps.exif_transpose(image)
        assert found.convert("RGB").tobytes() == expected.convert("RGB").tobytes()


def test_a_name_that_no_file_can_have_is_answered(tmp_path: Path) -> None:
    for name in ("a\0b", "\ud800", "a" * 5000):
        with pytest.raises(FileError, match="it does not exist"):
            read_picture(tmp_path / name)
