"""Results that are kept for the next paragraph of the same words.

A figure is laid out once for each mode and look, and its words are mostly the same in all of them. What depends on a
face is found again with the very same one only: renderers that are opened together share theirs.
"""

from __future__ import annotations

from functools import lru_cache, update_wrapper
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["memoized"]

_Rest = ParamSpec("_Rest")
_Result = TypeVar("_Result")

_COUNT = 4096
"""The latest results of each function."""
_LONGEST = 1000
"""Characters; what longer texts give would fill the memory."""


def memoized(function: Callable[Concatenate[str, _Rest], _Result]) -> Callable[Concatenate[str, _Rest], _Result]:
    """The function, with its latest results kept; they and the arguments must not be changeable."""
    remembering = cast("Callable[Concatenate[str, _Rest], _Result]", lru_cache(maxsize=_COUNT)(function))

    def found(text: str, /, *rest: _Rest.args, **named: _Rest.kwargs) -> _Result:
        if len(text) > _LONGEST:
            return function(text, *rest, **named)
        return remembering(text, *rest, **named)

    update_wrapper(found, function)
    return found
