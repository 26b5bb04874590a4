"""What of a container depends on its height, found once from the bottom of the tree up.

A box comes out differently where its height is definite if something inside is a share of that height, has an aspect
ratio, or is a column that wraps. Most boxes do not, and need one answer where they would need several.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.layout.traits import takes_share_of_height

if TYPE_CHECKING:
    from layoutkit.layout.node import LayoutNode

__all__ = ["find_dependence"]


def find_dependence(node: LayoutNode) -> None:
    """Set what a container knows of itself, once its children know it of themselves."""
    traits = node.traits
    node.height_matters = traits.content_relative
    node.width_by_height = traits.content_relative and traits.style.display != "grid"
    node.ratio_by_height = node.items_relative = False
    for child in node.items:
        if child.traits.constant is None:
            node.items_relative = True
        if child.height_matters or child.traits.relative:
            node.height_matters = True
        if child.width_by_height or child.traits.relative:
            node.width_by_height = True
        if (child.traits.ratio is not None or child.ratio_by_height) and _follows_height(node, child):
            node.ratio_by_height = True


def _follows_height(node: LayoutNode, child: LayoutNode) -> bool:
    """Whether a child has a definite height where its container does: a share of it, or all, being stretched."""
    style, container = child.traits.style, node.traits.style
    if takes_share_of_height(style):
        return True
    if not child.traits.auto_size[1] or child.traits.auto_start[1] or child.traits.auto_end[1]:
        return False
    if container.display != "grid" and (node.traits.column or node.traits.wrap):
        return False
    align = container.align_items if style.align_self == "auto" else style.align_self
    return align in {"normal", "stretch"}
