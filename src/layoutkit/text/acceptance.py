"""What a text may hold, before any font is asked.

A paragraph runs from left to right or from right to left. Letters of both directions in one paragraph are refused
rather than set wrong: between them, order follows from the whole paragraph (UAX #9).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.diagnostics import error
from layoutkit.text.characters import describe, first_control, first_embedding, first_left_to_right, first_right_to_left

if TYPE_CHECKING:
    from layoutkit.origin import Origin

__all__ = ["check_characters", "check_controls"]


def check_characters(text: str, origin: Origin | None) -> None:
    """Refuse what cannot be set as text.

    Raises:
        LayoutkitError: ``control-character`` for a control character or a lone surrogate, ``direction`` for letters
            of both directions and for what sets a direction.
    """
    check_controls(text, origin)
    rtl = first_right_to_left(text)
    if rtl is None:
        return
    embedding = first_embedding(text)
    if embedding is not None:
        raise error(
            "direction",
            f"the text holds {describe(embedding)}, which sets a direction",
            origin=origin,
            hint="leave it out; a text takes the direction of its letters",
        )
    rightward = first_left_to_right(text)
    if rightward is not None:
        raise error(
            "direction",
            f"the text holds {describe(rtl)}, which runs from right to left, and {describe(rightward)}, which "
            "runs from left to right",
            origin=origin,
            hint="make a text of each, and put them into a Row",
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
