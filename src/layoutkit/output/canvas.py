"""What Cairo draws on, whatever the surface behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import cairo

__all__ = ["Canvas"]

Canvas: TypeAlias = "cairo.Context[Any]"
"""User space is px from the figure's top-left corner, y down."""
