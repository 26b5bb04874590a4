"""Images and icons -> what they show, and the size of their box."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from layoutkit.diagnostics import did_you_mean, error
from layoutkit.drawing.files import FileError, read_picture
from layoutkit.drawing.icons import icon
from layoutkit.drawing.ink_box import centring
from layoutkit.drawing.shapes import VectorText
from layoutkit.nodes import Icon, Image
from layoutkit.origin import Location
from layoutkit.picture import Picture
from layoutkit.style.box import AUTO, Percent
from layoutkit.style.content import IconContent, PictureContent

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from layoutkit.color import Color
    from layoutkit.drawing.shapes import VectorImage
    from layoutkit.style.box import BoxStyle
    from layoutkit.style.picture_text import PictureFonts
    from layoutkit.style.values import Values
    from layoutkit.tokens.image import PictureFile

__all__ = ["named_picture", "place_art"]

_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".svg"})
"""How names of files end that can be placed; others are no help in a hint."""

_LEAST = 1e-3
_OF_CONTENT = frozenset({"min-content", "max-content", "fit-content"})
"""Words for a size that an icon takes for its own."""
"""px; an icon of no size has no strokes to scale."""


def place_art(  # noqa: PLR0913 - what surrounds a picture
    node: Image | Icon,
    props: Mapping[str, Any],
    values: Values,
    color: Color,
    style: BoxStyle,
    *,
    fonts: PictureFonts,
) -> tuple[PictureContent | IconContent, BoxStyle]:
    """What a picture node shows, and its style with the size that follows from it.

    Args:
        node: the image or icon.
        props: the author's keywords over those of the component.
        values: reads lengths and reports faults.
        color: what ``currentColor`` stands for.
        style: the node's own style.
        fonts: what the texts of SVG files are set in.

    Raises:
        LayoutkitError: a file cannot be used (``picture-file``), or there is no icon of the name (``unknown-icon``).
    """
    if isinstance(node, Icon):
        return _icon(node, props, values, color, style, fonts)
    source = _file(node.path, node, fonts)
    ratio = source.width / source.height
    if (
        style.width is AUTO and style.height is AUTO
    ):  # CSS Images 3, 4.1: the natural size, and no wider than there is room
        greatest = Percent(1.0) if style.max_width is None else style.max_width
        style = replace(style, width=float(source.width), max_width=greatest)
    if style.width is AUTO or style.height is AUTO:
        style = replace(style, aspect_ratio=style.aspect_ratio or ratio)
    return PictureContent(source, node.fit, node.alt, color), style


def _icon(  # noqa: PLR0913, PLR0917 - what surrounds an icon
    node: Icon, props: Mapping[str, Any], values: Values, color: Color, style: BoxStyle, fonts: PictureFonts
) -> tuple[IconContent, BoxStyle]:
    usual = props.get("size")
    if usual is None and node.size is None:
        message = "the component icon lacks the token 'size', which this Icon needs"
        raise error("missing-token", message, origin=node.origin, hint="add it under [icon], or write Icon(…, size=24)")
    size = values.px(usual if node.size is None else node.size, "size", _LEAST)
    stroke = None
    if node.stroke_width is not None:
        stroke = values.px(node.stroke_width, "stroke_width", 0)
    elif "stroke_width" in props:
        stroke = values.px(props["stroke_width"], "stroke_width", 0)
    sizes = (style.width, style.height)
    width, height = (size if length is AUTO or length in _OF_CONTENT else length for length in sizes)
    shrink = style.flex_shrink if "shrink" in props else 0.0
    drawing = _drawing(node, props.get("folder"), fonts)
    return IconContent(node.name, drawing, node.alt, color, stroke, centring(drawing)), replace(
        style, width=width, height=height, flex_shrink=shrink
    )


def _drawing(node: Icon, folder: Path | None, fonts: PictureFonts) -> VectorImage:
    """A named icon, first from the author's folder, then from the bundled ones; or the file of a path."""
    own = {} if folder is None else _icons_in(folder)
    path = own.get(node.name) if node.path is None else node.path
    if path is not None:
        source = _file(path, node, fonts)
        if isinstance(source, Picture):
            message = f"the icon {path.name} is a {source.format.upper()} file; icons are SVG files"
            raise error("picture-file", message, origin=node.origin, hint="place it with Image(…)")
        return source
    try:
        return icon(node.name)
    except KeyError:
        from layoutkit.drawing.icon_hint import icon_hint  # noqa: PLC0415 - thousands of words, for this error alone

        message = f"there is no icon {node.name!r:.60}"
        raise error("unknown-icon", message, origin=node.origin, hint=icon_hint(node.name, own)) from None


def _icons_in(folder: Path) -> dict[str, Path]:
    try:
        return {path.stem: path for path in sorted(folder.glob("*.svg"))}
    except (OSError, ValueError):  # no folder can have such a name
        return {}


def _file(path: Path, node: Image | Icon, fonts: PictureFonts) -> VectorImage | Picture:
    try:
        found = read_picture(path)
        if isinstance(found, Picture):
            return found
        from layoutkit.style.picture_text import with_outlines  # noqa: PLC0415 - most figures have no SVG files

        return with_outlines(found, fonts, path, node.origin)
    except FileError as cause:
        folder = path.parent
        shown = f"{path.name if path.name.isprintable() else repr(path.name):.60}"
        hint = cause.hint
        names = _names_in(folder) if not os.path.exists(path) else None  # noqa: PTH110 - Path.exists raises for long names
        if names is not None:
            hint = did_you_mean(path.name, names)
            hint = hint or f"relative paths start at the script's folder; {folder} has no such file"
        message = f"the file {shown} cannot be placed: {cause}"
        raise error("picture-file", message, origin=node.origin, place=_line(path, cause), hint=hint) from None


def named_picture(file: PictureFile) -> VectorImage | Picture:
    """A picture that the token file names.

    Raises:
        LayoutkitError: it cannot be used (``picture-file``), at its line there.
    """
    try:
        return _without_texts(read_picture(file.path))
    except FileError as cause:
        message = f"the file {file.path.name} cannot be placed: {cause}"
        if cause.line:
            message += f" (line {cause.line})"
        raise error("picture-file", message, place=file.where(), hint=cause.hint) from None


def _without_texts(picture: VectorImage | Picture) -> VectorImage | Picture:
    """The picture, unless it has texts, for which nobody says the fonts here.

    Raises:
        FileError: it has some.
    """
    for item in () if isinstance(picture, Picture) else picture.items:
        if isinstance(item, VectorText):
            hint = "convert texts to paths in the program that drew the picture"
            raise FileError("it has a <text>; only Image and Icon set texts", line=item.line, hint=hint)
    return picture


def _line(path: Path, cause: FileError) -> Location | None:
    """The line of a picture file that is at fault; None where it is the file as a whole."""
    return Location(path, cause.line, 0, cause.line, 0) if cause.line else None


def _names_in(folder: Path) -> list[str] | None:
    """The names in a folder; None where there is no such folder, or it cannot be read."""
    try:
        return sorted(other.name for other in folder.iterdir() if other.suffix.lower() in _PICTURES)
    except (OSError, ValueError):  # ValueError: no folder can have such a name
        return None
