# What type checkers know of a theme's tokens where a project has not said more: any name may be one.
# `layoutkit tokens stub` writes a module of this name with the exact names of a project's tokens.toml.

from typing import Any, TypeAlias

from layoutkit.color import Color
from layoutkit.tokens.contracts import Contract
from layoutkit.tokens.section import AnySection
from layoutkit.tokens.values import FontTokens, Length, MarkTokens, OutputTokens, ShadowTokens, TypeTokens

Tone: TypeAlias = str

class Tokens:
    color: AnySection[Color]
    space: AnySection[Length]
    radius: AnySection[Length]
    stroke: AnySection[Length]
    shadow: AnySection[ShadowTokens]
    font: AnySection[FontTokens]
    type: AnySection[TypeTokens]
    markup: AnySection[MarkTokens]
    output: AnySection[OutputTokens]
    contract: AnySection[Contract]

    def __getattr__(self, name: str) -> AnySection[Any]: ...
