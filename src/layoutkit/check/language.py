"""``language``: nobody knows in which language the figure speaks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from layoutkit.check.rule import Finding, Rule
from layoutkit.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.check.subject import Subject

__all__ = ["RULE"]

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-[A-Za-z0-9]{5,8})*")
"""Language, script, region and variants of BCP 47; extensions have no use here."""


def find(subject: Subject) -> Iterator[Finding]:
    """The language tag of the figure."""
    language = subject.figure.language
    if not _TAG.fullmatch(language):
        message = (
            f"the language of the figure is {language!r}, which is no BCP 47 tag"
            if language
            else ("the figure has no language")
        )
        yield Finding(message, subject.figure.origin, 'say language="pt-BR", or "en"', (subject.page.node,))


RULE = Rule(
    id="language",
    severity=Severity.ERROR,
    summary="nobody knows in which language the figure speaks",
    why=(
        "Screen readers choose the voice, and the typesetter the rules for line breaks and capitals, by the "
        "language of the figure. It is a tag of BCP 47 such as `pt-BR` or `en`."
    ),
    bad="""\
@figure(title="Modelo", alt="O nome de um modelo.", language="português")
def example(t: Theme) -> Node:
    return Column(Heading("Modelo base"))
""",
    good="""\
@figure(title="Modelo", alt="O nome de um modelo.", language="pt-BR")
def example(t: Theme) -> Node:
    return Column(Heading("Modelo base"))
""",
    find=find,
)
