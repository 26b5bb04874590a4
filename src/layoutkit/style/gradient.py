"""``background_image``: what a figure writes, or what the token file has for a component."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.diagnostics import error
from layoutkit.tokens.expression import ExpressionError
from layoutkit.tokens.image import Gradient, PictureFile, evaluate_image

if TYPE_CHECKING:
    from layoutkit.style.values import Values

__all__ = ["read_image"]


def read_image(value: object, values: Values) -> Gradient | PictureFile | None:
    """The image behind a box; None for none.

    Raises:
        LayoutkitError: it is not an image (``bad-value``), or a token does not exist (``unknown-token``).
    """
    if value is None or isinstance(value, Gradient | PictureFile):
        return value

    def no_file(_: str) -> PictureFile:
        raise ExpressionError("a gradient; pictures stand in the token file, or in an Image")

    try:
        image = evaluate_image(value, lambda stop: values.color(stop, "background_image"), no_file)
    except ExpressionError as expected:
        message = f"background_image is {value!r:.80}; expected {expected}"
        raise error("bad-value", message, origin=values.origin, hint=expected.hint) from None
    return None if image == "none" else image
