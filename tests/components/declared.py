"""The components that authors import."""

from __future__ import annotations

import inspect

import layoutkit

COMPONENTS = tuple(
    name
    for name in layoutkit.__all__
    if inspect.isfunction(value := getattr(layoutkit, name)) and value.__module__.startswith("layoutkit.components.")
)
