"""The tokens of a component that cannot do without them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from layoutkit.diagnostics import error

if TYPE_CHECKING:
    from collections.abc import Mapping

    from layoutkit.nodes import Node

__all__ = ["NeededTokens"]


@dataclass(frozen=True, slots=True)
class NeededTokens:
    """Reads them; one that is missing is reported at the node that needs it."""

    component: str
    tokens: Mapping[str, Any]
    node: Node

    def __getitem__(self, key: str) -> Any:  # noqa: ANN401 - the schema fixes the type
        """The token of this name.

        Raises:
            LayoutkitError: the table lacks it (``missing-token``).
        """
        if key not in self.tokens:
            message = (
                f"the component {self.component} lacks the token {key!r}, which this {type(self.node).__name__} needs"
            )
            raise error("missing-token", message, origin=self.node.origin, hint=f"add it under [{self.component}]")
        return self.tokens[key]
