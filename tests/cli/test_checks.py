"""Render checks: a figure that breaks a rule does not leave the house."""

from __future__ import annotations

import pytest

from tests.cli.series import Series  # noqa: TC001 - a fixture's type
from tests.output.pictures import picture

GOOD = 'from layoutkit import *\n@figure(title="T", alt="A")\ndef f(t):\n    return Column(Text("um texto"))\n'
BAD = GOOD.replace('Text("um texto")', 'Text("um texto", wrap="nowrap", width=10)')
NAME = "01-good"


@pytest.fixture
def published(series: Series) -> Series:
    """A series whose only figure has been rendered."""
    series.script(NAME, GOOD)
    assert series.render().status == 0
    return series


def test_the_published_file_stays_as_it_was(published: Series) -> None:
    before = (published.folder / f"out/web/{NAME}.png").read_bytes()
    published.script(NAME, BAD)
    result = published.render()
    assert result.status == 1
    assert result.headlines[0].startswith("error[overflow] #1: Text “um texto” needs")
    assert (published.folder / f"out/web/{NAME}.png").read_bytes() == before


def test_the_draft_shows_the_faults_and_goes_when_they_are_mended(published: Series) -> None:
    draft = published.folder / f"out/draft/{NAME}.png"
    published.script(NAME, BAD)
    published.render()
    colors = set(picture(draft.read_bytes()).pixels())
    magenta = [(r, g, b) for r, g, b in colors if r > 200 and g < 30 and 100 < b < 130]
    assert magenta
    published.script(NAME, GOOD)
    assert published.render().status == 0
    assert not draft.exists()


def test_allow_lets_it_through(published: Series) -> None:
    published.script(NAME, BAD)
    assert published.render("--allow", "overflow").status == 0
