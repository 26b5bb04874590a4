"""``contract``: the tokens break a promise. Reading the token file raises it, before any figure is built."""

from __future__ import annotations

from layoutkit.check.rule import Topic
from layoutkit.diagnostics import Severity

__all__ = ["TOPIC"]

TOPIC = Topic(
    id="contract",
    severity=Severity.ERROR,
    summary="the tokens do not keep what tokens.toml promises",
    why=(
        "A table under `[contract]` says what holds for every figure: the contrast of inks on their grounds, how "
        "far apart categories look to each colour vision, the least type and stroke on paper. It is measured "
        "whenever the file is read, in every combination of modes. A token that breaks it is named with both "
        "numbers and with the nearest value that keeps all contracts it takes part in. `layoutkit tokens check` "
        "prints what each contract measures."
    ),
    bad="""\
[color]
note = "#9AA0A6"
note_ground = "#FFFFFF"

[contract]
note = { of = ["note"], on = ["note_ground"], contrast = 4.5 }
""",
    good="""\
[color]
note = "#5F6368"
note_ground = "#FFFFFF"

[contract]
note = { of = ["note"], on = ["note_ground"], contrast = 4.5 }
""",
)
