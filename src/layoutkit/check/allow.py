"""``allow``: a fault is accepted on purpose that does not exist (any more). See ``examine``, which finds it."""

from __future__ import annotations

from layoutkit.check.rule import Topic
from layoutkit.diagnostics import Severity

__all__ = ["TOPIC"]

TOPIC = Topic(
    id="allow",
    severity=Severity.WARNING,
    summary="a fault is accepted on purpose that does not exist",
    why=(
        '`allow={"overflow": "the reason"}` on a node accepts what breaks that rule there and inside. Once '
        "nothing breaks it any more, the word would hide the next fault, so it has to go. It is an error where no "
        "rule has that name. `check` reports it where the fault shows in no mode; `render`, which sees one "
        "mode, leaves out rules that look at colours."
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
