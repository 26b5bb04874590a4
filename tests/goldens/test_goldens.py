"""Every figure looks as it was accepted, in all modes."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.goldens.comparing import compared, side_by_side
from tests.goldens.drawing import PICTURES, ROOT, Golden, draw, goldens, read, web

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 1_500_000


@pytest.mark.parametrize("golden", goldens(), ids=lambda golden: golden.name)
def test_a_figure_looks_as_it_was_accepted(golden: Golden) -> None:
    now, before = draw(golden), read(golden.name)
    assert before, f"{golden.name} was never accepted: look at it with `make accept`"
    change = compared(before, now)
    if change.counts:
        shown = ROOT / "out" / "goldens" / f"{golden.name}.png"
        shown.parent.mkdir(parents=True, exist_ok=True)
        side_by_side(before, now, golden.name).save(shown)
        pytest.fail(f"{golden.name} {change}. See {shown.relative_to(ROOT)}; if it is meant, run `make accept`")


@pytest.mark.parametrize("golden", [one for one in goldens() if not one.modes.changes()], ids=lambda one: one.name)
def test_the_published_picture_is_that_of_the_script(golden: Golden) -> None:
    """So whoever changes a figure renders it: out/web is part of the repository."""
    with Image.open(ROOT / "out" / "web" / f"{golden.name}.png") as published:
        assert published.text["Title"] == golden.figure.figure.title  # type: ignore[attr-defined]  # of PNG files
        shown = published.convert("RGB").reduce(4)
    with Image.open(io.BytesIO(web(golden))) as now:
        change = compared(now.convert("RGB").reduce(4), shown)
    assert not change.counts, f"{golden.name} {change}: run `make render`"


def test_every_picture_belongs_to_a_figure() -> None:
    kept: set[Path] = set(PICTURES.glob("*"))
    assert {path.name for path in kept} == {f"{golden.name}.png" for golden in goldens()}
    assert sum(path.stat().st_size for path in kept) < MOST_BYTES
