"""``too-much-text``: a figure has more words than a figure should."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.check.rule import Finding, Rule
from layoutkit.diagnostics import Severity
from layoutkit.tokens.tables import registry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.check.context import CheckContext

__all__ = ["RULE", "words"]

_MOST = 160
"""Words, where the page says nothing else."""


def words(subject: CheckContext) -> int:
    """How many words a reader of the figure has to read: whatever has a letter in it, data left out."""
    data = registry.with_trait("data")
    read = (seen for seen in subject.boxes if seen.parent is None or seen.parent.box.name not in data)
    return sum(any(c.isalpha() for c in word) for seen in read for word in seen.box.text.split())


def find(subject: CheckContext) -> Iterator[Finding]:
    """All words of the figure against ``page.words``."""
    most = subject.theme.components["page"].get("words") or _MOST
    count = words(subject)
    if count > float(most):
        message = f"the figure has {count} words; page.words allows {most:g}"
        hint = "one idea a figure: move words to the article"
        yield Finding(message, subject.figure.origin, hint, (subject.page.node,))


RULE = Rule(
    id="too-much-text",
    severity=Severity.WARNING,
    summary="a figure has too many words",
    why=(
        "Readers look at a figure for what words alone do not show. With more than about a hundred words they skip it. "
        "The limit is the token `words` of the component `page`."
    ),
    bad="""\
@figure(title="Texto", alt="Uma página cheia de texto.")
def example(t: Theme) -> Node:
    return Column(*(Text("Um modelo de linguagem prevê o próximo token de um texto.") for _ in range(20)))
""",
    good="""\
@figure(title="Texto", alt="Uma página com pouco texto.")
def example(t: Theme) -> Node:
    return Column(*(Text("Um modelo de linguagem prevê o próximo token de um texto.") for _ in range(4)))
""",
    find=find,
    of_boxes=True,
)
