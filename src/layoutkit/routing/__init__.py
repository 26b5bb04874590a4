"""Lines between rectangles and around others: pure geometry, which knows no node and no colour.

The model is Wybrow, Marriott, Stuckey: *Orthogonal Connector Routing* (Graph Drawing 2009), in three steps:

    space    the straight lines on which a wire may run, cut at the blocks: a sparse orthogonal visibility graph
    search   for each wire by itself the fewest bends, among those the shortest way
    nudge    wires that came to lie on each other are put in the order that crosses least, then moved apart

Left out: wires do not give way to one another while they are searched, so a crossing that a longer way would spare
stays. Straight wires avoid nothing.
"""

from layoutkit.routing.model import Block, RouteEnd, RoutePath, Rules, Wire
from layoutkit.routing.router import find_paths

__all__ = ["Block", "RouteEnd", "RoutePath", "Rules", "Wire", "find_paths"]
