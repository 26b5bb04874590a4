"""``allow``: a fault is accepted on purpose that does not exist (any more). See ``examine``, which finds it."""

from __future__ import annotations

from layoutkit.check.rule import Topic
from layoutkit.diagnostics import Severity

__all__ = ["TOPIC"]

TOPIC = Topic(
    id="allow",
    severity=Severity.WARNING,
    summary="`allow` accepts a finding that does not exist",
    why=(
        '`allow={"overflow": "the reason"}` on a node accepts findings of that rule there and inside. Once there are '
        "none, the entry would hide the next one, so remove it. An unknown rule name is an error. `check` reports an "
        "entry that is needed in no mode; `render`, which looks at one mode, skips rules about colours."
    ),
    bad="""\
@figure(title="Cartão", alt="Um cartão com um texto curto.")
def example(t: Theme) -> Node:
    return Column(Card(Text("Olá"), allow={"overflow": "o texto era longo"}))
""",
    good="""\
@figure(title="Cartão", alt="Um cartão com um texto curto.")
def example(t: Theme) -> Node:
    return Column(Card(Text("Olá")))
""",
)
