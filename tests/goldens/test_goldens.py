"""Every figure looks as it was accepted, in all modes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.goldens.comparing import compared, side_by_side
from tests.goldens.drawing import PICTURES, ROOT, Golden, draw, goldens, read

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


def test_every_picture_belongs_to_a_figure() -> None:
    kept: set[Path] = set(PICTURES.glob("*"))
    assert {path.name for path in kept} == {f"{golden.name}.png" for golden in goldens()}
    assert sum(path.stat().st_size for path in kept) < MOST_BYTES
