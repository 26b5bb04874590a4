"""What a text may hold, before any font is asked.

A paragraph runs from left to right. Text of the other direction is refused rather than set wrong: between words of
both, order follows from the whole paragraph (UAX #9), and neither line breaking nor the bundled fonts know it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.diagnostics import error
from layoutkit.text.characters import describe, first_control, first_right_to_left

if TYPE_CHECKING:
    from layoutkit.origin import Origin

__all__ = ["check_characters", "check_controls"]


def check_characters(text: str, origin: Origin | None) -> None:
    """Refuse what cannot be set as text.

    Raises:
        LayoutkitError: ``control-character`` for a control character or a lone surrogate, ``direction`` for what
            runs from right to left or sets a direction.
    """
    check_controls(text, origin)
    foreign = first_right_to_left(text)
    if foreign is not None:
        raise error(
            "direction",
            f"the text holds {describe(foreign)}, which runs from right to left or sets a direction",
            origin=origin,
            hint="only left-to-right text can be set; draw other scripts as a picture",
        )


def check_controls(text: str, origin: Origin | None, what: str = "the text") -> None:
    """Refuse control characters other than a line feed, and lone surrogates: no file format can hold them as text.

    Raises:
        LayoutkitError: ``control-character``; ``what`` is the message's subject.
    """
    control = first_control(text)
    if control is not None:
        hint = "write spaces instead of a tab" if control == "\t" else "remove it; a line feed is the only one allowed"
        raise error("control-character", f"{what} holds {describe(control)}", origin=origin, hint=hint)
