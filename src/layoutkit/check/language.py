"""``language``: the language of the figure is missing or is not a BCP 47 tag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.check.rule import Finding, Rule
from layoutkit.diagnostics import Severity
from layoutkit.languages.tags import fault_of_tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.check.context import CheckContext

__all__ = ["RULE"]


def find(subject: CheckContext) -> Iterator[Finding]:
    """The language tag of the figure."""
    language = subject.language
    wrong = fault_of_tag(language)
    if wrong:  # that of [series] has been looked at when the token file was read
        message, hint = (
            f"the language of the figure is {language!r}, {wrong}",
            'write a tag such as language="pt-BR" or language="en"',
        )
        if not language:
            message = "neither the figure nor [series] in the token file declares a language"
            hint = 'write language = "en" below [series] in the token file, or @figure(…, language="en")'
        yield Finding(message, subject.figure.origin, hint, (subject.page.node,))


RULE = Rule(
    id="language",
    severity=Severity.ERROR,
    summary="the language of the figure is missing or is not a BCP 47 tag",
    why=(
        "Screen readers choose their voice by the language of the figure, and line breaking its rules for hyphens and "
        "capitals. The language is a BCP 47 tag of an existing language, such as `pt-BR` or `en`. A figure without one "
        "has the language of `[series]` in the token file; there is no other default."
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
