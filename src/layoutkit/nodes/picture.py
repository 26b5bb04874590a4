"""Pictures and icons."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from layoutkit.diagnostics import error
from layoutkit.nodes.node import Node, check_word
from layoutkit.origin import caller_origin
from layoutkit.text.acceptance import check_controls
from layoutkit.tokens.schema import Field, ValueKind
from layoutkit.tokens.tables import TokenTable, component, length_key

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Unpack

    from layoutkit.nodes.props import LeafProps, LengthLike

__all__ = ["Icon", "Image"]

_ICON = TokenTable(
    "icon",
    {"size": length_key(required=True, positive=True), "stroke_width": length_key(), "folder": Field(ValueKind.FILE)},
)


@dataclass(frozen=True, slots=True, init=False, eq=False, repr=False)
class Image(Node):
    """A PNG, JPEG or SVG file; it keeps its proportions."""

    path: Path
    fit: Literal["contain", "cover"]
    alt: str

    def __init__(
        self,
        path: str | Path,
        *,
        alt: str | None = None,
        fit: Literal["contain", "cover"] = "contain",
        **props: Unpack[LeafProps],
    ) -> None:
        """Place a picture; without a width or height it takes a px for each of its pixels.

        Args:
            path: the file; a relative path starts at the script's folder.
            alt: what the picture shows, for readers who cannot see it; ``""`` marks decoration.
            fit: in a box of other proportions, whether it is seen whole (``contain``) or fills the box (``cover``).
            props: what every node takes; ``radius`` rounds the picture's corners.

        Raises:
            LayoutkitError: there is no alt text (``alt-text``), it holds what no file can (``control-character``), or
                ``fit`` is another word or ``path`` is not a path (``bad-value``).
        """
        if alt is None:
            hint = 'alt="…" says what it shows, alt="" that it is decoration'
            raise error("alt-text", "this Image has no alt text", origin=caller_origin(), hint=hint)
        check_controls(alt, caller_origin(), "the alt text")
        check_word("fit", fit, ("contain", "cover"))
        Node.__init__(self, **props)
        self._set(path=_beside_script(path), fit=fit, alt=alt)


@component(_ICON)
@dataclass(frozen=True, slots=True, init=False, eq=False, repr=False)
class Icon(Node):
    """A small drawing in one colour, by default that of the text around it."""

    name: str
    """Of a bundled icon or one in the folder that the component ``icon`` names; empty where there is a path."""
    path: Path | None
    size: LengthLike | None
    stroke_width: LengthLike | None
    alt: str

    def __init__(
        self,
        name: str = "",
        *,
        path: str | Path | None = None,
        size: LengthLike | None = None,
        stroke_width: LengthLike | None = None,
        alt: str = "",
        **props: Unpack[LeafProps],
    ) -> None:
        """Place an icon; the component ``icon`` of tokens.toml says how it looks.

        Args:
            name: such as ``check``, from the list in docs/icons.md.
            path: an SVG file instead; a relative path starts at the script's folder.
            size: width and height in px; None takes the component's.
            stroke_width: of the lines, in px; None takes the component's, which is the same at any size.
            alt: what it means, where no text beside it says so.
            props: what every node takes; ``color`` is the colour of the lines.

        Raises:
            LayoutkitError: there is neither a name nor a path, both, or what is none (``bad-value``), or ``alt`` holds
                what no file can (``control-character``).
        """
        if bool(name) == (path is not None):
            message = f"an Icon has a name or a path, {'not both' if name else 'one of them'}"
            raise error("bad-value", message, origin=caller_origin(), hint='Icon("check") or Icon(path="icons/x.svg")')
        check_controls(alt, caller_origin(), "the alt text")
        box: LeafProps = {"component": "icon", **props}
        Node.__init__(self, **box)
        self._set(
            name=name,
            path=None if path is None else _beside_script(path),
            size=size,
            stroke_width=stroke_width,
            alt=alt,
        )

    def given(self) -> Mapping[str, object]:
        """Its size and its stroke width as well."""
        return {**self.props, "size": self.size, "stroke_width": self.stroke_width}


def _beside_script(path: str | Path) -> Path:
    """A path from the folder of the script whose line is running.

    Raises:
        LayoutkitError: it is not a path (``bad-value``).
    """
    origin = caller_origin()
    if not isinstance(path, (str, Path)):
        message = f"the path of a picture is {path!r:.60}; it has to be a string or a Path"
        raise error("bad-value", message, origin=origin, hint='write it in quotes: "photo.png"')
    return Path(origin[0][0].co_filename).parent / path if origin else Path(path)
