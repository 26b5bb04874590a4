"""How far the inputs of a run came, and what is printed about it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.fuzz.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Tally", "summary"]

_LAYOUT_SHARE, _OUTPUT_SHARE = 0.5, 0.25
"""How many inputs have to come so far at least: what is refused early tests little."""


@dataclass
class Tally:
    """The inputs of one area by the stage that they reached."""

    stages: Counter[Stage] = field(default_factory=Counter)
    faults: dict[str, int] = field(default_factory=dict)
    """Crashes, hangs and losses, and how many inputs had each."""

    @property
    def inputs(self) -> int:
        """All of them."""
        return self.stages.total() + sum(self.faults.values())

    def share(self, least: Stage) -> float:
        """The part of the inputs that came to a stage or further."""
        reached = sum(number for stage, number in self.stages.items() if stage >= least)
        return reached / self.inputs if self.inputs else 0.0

    @property
    def is_deep(self) -> bool:
        """Whether enough of the inputs come far."""
        return self.share(Stage.LAYOUT) >= _LAYOUT_SHARE and self.share(Stage.OUTPUT) >= _OUTPUT_SHARE

    def add(self, other: Tally) -> None:
        """Take in another run."""
        self.stages += other.stages
        for name, number in other.faults.items():
            self.faults[name] = self.faults.get(name, 0) + number

    def line(self, name: str) -> str:
        """The shares, as the run prints them."""
        layout, output, sound = (f"{self.share(stage):.0%}" for stage in (Stage.LAYOUT, Stage.OUTPUT, Stage.SOUND))
        reached = f"{layout} reached layout, {output} an output, {sound} without errors of a rule"
        return f"fuzz: {name}: {self.inputs} inputs, {reached}; {sum(self.faults.values())} with faults"

    def as_properties(self) -> dict[str, Any]:
        """What pytest's workers can send to the main process."""
        return {"stages": {stage.name: number for stage, number in self.stages.items()}, "faults": self.faults}

    @classmethod
    def from_properties(cls, properties: Mapping[str, Any]) -> Tally:
        """What ``as_properties`` gave."""
        return cls(Counter({Stage[name]: n for name, n in properties["stages"].items()}), dict(properties["faults"]))


def summary(runs: Iterable[tuple[str, Mapping[str, Any]]]) -> list[str]:
    """Lines about runs of areas, and one about all of them."""
    areas: dict[str, Tally] = {}
    whole = Tally()
    for area, properties in runs:
        areas.setdefault(area, Tally()).add(Tally.from_properties(properties))
        whole.add(Tally.from_properties(properties))
    return [*(tally.line(area) for area, tally in sorted(areas.items())), whole.line("all")] if areas else []
