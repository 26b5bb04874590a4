"""``alt-text``: the words for readers who cannot see the figure would not help them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from layoutkit.check.rule import Finding, Rule
from layoutkit.diagnostics import Severity
from layoutkit.languages import NEUTRAL, language_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.check.context import CheckContext

__all__ = ["RULE"]

_MOST = 250
"""Characters; screen readers read an alt text in one go. Longer ones belong in the description."""


def find(subject: CheckContext) -> Iterator[Finding]:
    """The alt text by its length, its beginning, and whether it only repeats the title."""
    figure = subject.figure
    alt = " ".join(figure.alt.split())
    if alt.casefold().rstrip(".") == figure.title.casefold().rstrip("."):
        message = "the alt text is the title again"
        yield Finding(message, figure.origin, "describe what the picture shows", (subject.page.node,))
    if len(alt) > _MOST:
        message = f"the alt text has {len(alt)} characters; at most {_MOST} are read well in one go"
        yield Finding(message, figure.origin, "move the details to description=…", (subject.page.node,))
    openings = {language_for(subject.language).picture_openings, NEUTRAL.picture_openings}
    idle = re.match("|".join(sorted(openings)), alt, re.IGNORECASE)
    if idle is not None:
        message = f"the alt text begins with “{idle[0]}”, which a screen reader says anyway"
        yield Finding(message, figure.origin, "begin with what is seen", (subject.page.node,))


RULE = Rule(
    id="alt-text",
    severity=Severity.ERROR,
    summary="the alt text would not help readers who cannot see the figure",
    why=(
        "Readers who cannot see a figure get its alt text instead. It describes in at most 250 characters what the "
        "picture shows. It does not repeat the title, and does not say that it is a picture, which screen readers say "
        "already. Longer descriptions belong into `description`."
    ),
    bad="""\
@figure(title="Pipeline de treino", alt="Imagem de um pipeline de treino.")
def example(t: Theme) -> Node:
    return Column(Heading("Pipeline de treino"))
""",
    good="""\
@figure(title="Pipeline de treino", alt="Os dados entram à esquerda, o modelo treinado sai à direita.")
def example(t: Theme) -> Node:
    return Column(Heading("Pipeline de treino"))
""",
    find=find,
)
