"""What ``help(Row)``, notebooks and editors show of a node's keywords: each by its name."""

from __future__ import annotations

import inspect

from layoutkit.nodes import props

__all__ = ["KeywordSignature"]


class _LeftOut:
    """The default of a keyword that the component or CSS decides where it is left out."""

    def __repr__(self) -> str:
        return "…"


_LEFT_OUT = _LeftOut()


class KeywordSignature:
    """The signature of a node's class, with the keywords that ``**props`` stands for written out.

    Example:
        >>> from layoutkit import Row
        >>> "gap" in inspect.signature(Row).parameters
        True
    """

    def __get__(self, node: object, owner: type) -> inspect.Signature:
        """Made where somebody asks, so that importing a node costs nothing."""
        declared = inspect.signature(vars(_maker(owner))["__init__"])
        shown: list[inspect.Parameter] = []
        for parameter in list(declared.parameters.values())[1:]:
            if parameter.kind is parameter.VAR_KEYWORD:
                table = getattr(props, str(parameter.annotation).removeprefix("Unpack[").removesuffix("]"))
                names = {one.name for one in shown}
                shown += [
                    inspect.Parameter(
                        name, inspect.Parameter.KEYWORD_ONLY, default=_LEFT_OUT, annotation=kind.__forward_arg__
                    )
                    for name, kind in table.__annotations__.items()
                    if name not in names
                ]
            else:
                shown.append(parameter)
        return declared.replace(parameters=shown)


def _maker(owner: type) -> type:
    """The class whose ``__init__`` makes an object of a class."""
    return next(known for known in owner.__mro__ if "__init__" in vars(known))
