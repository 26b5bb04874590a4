"""A keyword that a function refuses: the parameter that was meant.

Nodes and components answer for their own keywords. Here are all other functions and classes that a script may call,
the author's own included: the interpreter says in words which keyword they refused.
"""

from __future__ import annotations

import ast
import contextlib
import difflib
import inspect
import re
from types import ModuleType
from typing import TYPE_CHECKING

from layoutkit.diagnostics import did_you_mean, known_here
from layoutkit.former_names import current_keyword
from layoutkit.keywords import CORNERS, SIDES
from layoutkit.near_names import NearNames
from layoutkit.origin import locations_of_traceback
from layoutkit.source_lines import source_line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from types import TracebackType

    from layoutkit.origin import Location

__all__ = ["keyword_hint", "near_key", "near_keyword"]

_IN_CSS: dict[str, tuple[str, ...]] = {
    "align_items": ("align",),
    "background_color": ("background",),
    "border_color": ("border",),
    "border_radius": ("radius",),
    **{f"border_{side}_color": (f"border_{side}",) for side in SIDES},
    **{f"border_{corner}_radius": (f"radius_{corner}",) for corner in CORNERS},
    "box_shadow": ("shadow",),
    "corner_radius": ("radius",),
    "flex_basis": ("basis",),
    "flex_grow": ("grow",),
    "flex_shrink": ("shrink",),
    "flex_wrap": ("wrap",),
    "font": ("role",),
    "font_family": ("font", "role"),
    "font_feature_settings": ("features",),
    "font_size": ("size", "role"),
    "font_style": ("italic",),
    "font_weight": ("weight", "role"),
    "grid_column": ("column",),
    "grid_row": ("row",),
    "grid_template_columns": ("columns",),
    "grid_template_rows": ("rows",),
    "hyphens": ("hyphenate",),
    "justify_content": ("justify",),
    "size": ("role",),
    "text_align": ("align",),
    "text_wrap": ("wrap",),
}
"""Words of CSS, and what they are called here: the first name that is known. Their letters alone suggest others."""

_UNEXPECTED = re.compile(r"^(?P<name>\S+)\(\) got an unexpected keyword argument '(?P<word>\w+)'")
_LACKING = re.compile(r"^(?P<name>\S+)\(\) missing \d+ required (positional|keyword-only) arguments?: '")
"""What the interpreter says of a call; a class has the name ``Span.__init__``."""


def near_keyword(word: str, known: Iterable[str]) -> str:
    """A hint that offers the keyword meant by one that does not exist, or lists a few."""
    known = frozenset(known)
    current = current_keyword(word)
    if current in known:
        return f"it is called {current!r} now"
    here = next((name for name in _IN_CSS.get(word, ()) if name in known), None)
    return did_you_mean(word, known) if here is None else f"did you mean {here!r}?"


def near_key(key: str, known: Collection[str]) -> str:
    """The same for a key of a token table, where ``background_image`` says more than ``background``: it is no slip."""
    here = next((name for name in _IN_CSS.get(key, ()) if name in known), None)
    if here is not None:
        return f"did you mean {here!r}?"
    near = NearNames(name for name in known if not key.startswith(f"{name}_"))
    if near.nearest(key) is not None:
        return did_you_mean(key, near)
    return known_here(sorted(name for name in known if not any(name.startswith(f"{other}_") for other in known)))


def keyword_hint(exception: BaseException) -> str:
    """Where a call has a keyword that its function refuses, the parameter that was meant; empty for all else."""
    text = str(exception) if type(exception) is TypeError else ""
    refused, lacking = _UNEXPECTED.search(text), _LACKING.search(text)
    found = refused or lacking
    parameters = () if found is None else _parameters(exception.__traceback__, found["name"])
    if refused is not None and parameters:
        return near_keyword(refused["word"], parameters)
    where = locations_of_traceback(exception.__traceback__)[:1] if lacking is not None else ()
    typed = [word for place in where for word in _keywords_at(place) if word not in parameters]
    for parameter in re.findall(r"'(\w+)'", text) if typed else ():
        for word in difflib.get_close_matches(parameter, typed, n=1):
            return f"did you mean {parameter!r} instead of {word!r}?"
    return ""


def _parameters(traceback: TracebackType | None, name: str) -> tuple[str, ...]:
    """The parameters of a function or class that the last frame of a traceback knows; none where it knows none.

    Args:
        traceback: of an exception that the call raised before it began.
        name: ``function``, ``outer.<locals>.function``, ``Class.method``, or ``Class.__init__``, which is the class.
    """
    while traceback is not None and traceback.tb_next is not None:
        traceback = traceback.tb_next
    if traceback is None:
        return ()
    frame = traceback.tb_frame
    first, *rest = name.rpartition("<locals>.")[2].removesuffix(".__init__").split(".")
    modules = [value for value in frame.f_globals.values() if isinstance(value, ModuleType)]
    for scope in (frame.f_locals, frame.f_globals, *map(vars, modules)):
        found: object = scope.get(first)
        for part in rest:
            found = getattr(found, part, None)
        if callable(found):
            with contextlib.suppress(Exception):  # a function that does not say, or whose author's code raises
                return tuple(inspect.signature(found).parameters)
    return ()


def _keywords_at(place: Location) -> tuple[str, ...]:
    """The keywords that are written in the call at a place; none where there is no call, or no source."""
    lines = [source_line(place.path, number) for number in range(place.line, place.end_line + 1)]
    text = "\n".join(line or "" for line in lines)
    behind = len(lines[-1] or "") - (place.end_column - 1)
    try:
        call = ast.parse(text[place.column - 1 : len(text) - behind], mode="eval").body
    except (SyntaxError, ValueError):
        return ()
    return tuple(keyword.arg for keyword in call.keywords if keyword.arg) if isinstance(call, ast.Call) else ()
