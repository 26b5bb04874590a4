"""What Cairo draws on, whatever the surface behind it."""

from __future__ import annotations

from threading import RLock
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import cairo

__all__ = ["SHARED", "Canvas"]

Canvas: TypeAlias = "cairo.Context[Any]"
"""User space is px from the figure's top-left corner, y down."""

SHARED = RLock()
"""Held while something is drawn from a surface that is kept for all threads: Cairo allows one thread at a time."""
