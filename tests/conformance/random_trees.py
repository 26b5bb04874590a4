"""Random trees of flex and grid containers, in the form of the conformance cases.

Every property that the layout knows may turn up on every node; the shares below keep a tree mostly
ordinary, as a tree in which everything is odd hides one oddity behind another.
"""

from __future__ import annotations

import random
from typing import Any

__all__ = ["PROFILES", "random_tree"]

LENGTHS = (0, 4, 6, 10, 14, 18, 25, 32, 45, 64, 90, 130, 180)
SHARES = (5, 12, 20, 30, 45, 50, 70, 85, 100)
ALIGN = ("stretch", "flex-start", "flex-end", "center", "start", "end", "baseline")
SPREAD = ("start", "end", "center", "stretch", "space-between", "space-around", "space-evenly")
WORDS = ("min-content", "max-content", "fit-content")
SIDES = ("left", "right", "top", "bottom")
ZERO_WIDTH_SPACE = "\u200b"


def random_tree(seed: str, profile: str = "mixed") -> dict[str, Any]:
    """A tree that depends on nothing but its seed and its profile.

    Profiles are ``mixed``; ``subgrid``, where most grids in grids share tracks with them; and ``shared_rows``, cards
    side by side whose contents share rows.
    """
    dice = random.Random(seed)  # noqa: S311 - reproducible on purpose
    if profile == "shared_rows":
        return _Cards(dice).row()
    maker = _Maker(dice)
    maker.subgrids = 0.5 if profile == "subgrid" else 0.0
    tree = maker.node(3, parent="")
    if maker.subgrids:
        _keep_spans_inside(tree)
    return tree


PROFILES = ("mixed", "subgrid", "shared_rows")


def _keep_spans_inside(node: dict[str, Any], around: tuple[str, ...] = ()) -> None:
    """No item reaches past the tracks of its subgrid where Chromium would look for a place for it without an end.

    ``around`` are the axes that the grid around shares with one further out, so that little is known of them.
    """
    style = node["style"]
    shared = tuple(axis for axis in ("column", "row") if style.get(f"grid-template-{axis}s") == "subgrid")
    for axis in shared:
        start, end = style.get(f"grid-{axis}-start"), style.get(f"grid-{axis}-end", "")
        known = axis not in around and start is None and end.startswith("span")
        most = int(end.removeprefix("span")) if known else 1
        for child in node.get("children", ()):
            for name in (f"grid-{axis}-start", f"grid-{axis}-end"):
                line = child["style"].get(name, "")
                if line.startswith("span"):
                    child["style"][name] = f"span {min(int(line.removeprefix('span')), most)}"
                elif line and style.get("grid-auto-flow", "").startswith("column"):
                    del child["style"][name]
    for child in node.get("children", ()):
        _keep_spans_inside(child, shared)


class _Maker:
    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.subgrids = 0.0
        """How many of the grids in grids share an axis with them; nothing of it is asked of the dice where none do."""

    def now(self, share: float) -> bool:
        return self.dice.random() < share

    def px(self, most: int = 180) -> str:
        value = self.dice.choice([length for length in LENGTHS if length <= most])
        return f"{value + self.dice.choice((0, 0, 0, 0.25, 0.5)):g}px"

    def length(self, most: int = 180, percent: float = 0.2) -> str:
        return f"{self.dice.choice(SHARES)}%" if self.now(percent) else self.px(most)

    def size(self, most: int = 180, percent: float = 0.2) -> str:
        """A length, or now and then a keyword; nothing stretches where nothing is a share of anything."""
        if not self.now(0.12):
            return self.length(most, percent)
        return self.dice.choice((*WORDS, "stretch") if percent else WORDS)

    def node(self, depth: int, parent: str) -> dict[str, Any]:
        """``parent`` is how the box around is displayed; empty for the root."""
        style: dict[str, str] = {}
        node: dict[str, Any] = {"style": style}
        self.box(style, root=not parent)
        if parent:
            self.item(style, parent)
        if parent and (depth == 0 or self.now(0.4)):
            if self.now(0.6):
                node["text"] = self.text()
            return node
        display = self.dice.choice(("flex", "grid", "grid") if self.subgrids else ("flex", "flex", "grid"))
        (self.grid if display == "grid" else self.flex)(style)
        if display == parent == "grid" and self.subgrids:
            self.share_tracks(style)
        if self.now(0.4):
            style["row-gap"], style["column-gap"] = self.length(32, 0.1), self.length(32, 0.1)
        node["children"] = [self.node(depth - 1, display) for _ in range(self.dice.randint(1, 5))]
        if parent and self.now(0.02):
            style["display"] = "none"
        return node

    def text(self) -> str:
        gap = self.dice.choice((" ", ZERO_WIDTH_SPACE))
        return gap.join("H" * self.dice.choice((1, 2, 3, 4, 6, 9)) for _ in range(self.dice.choice((1, 2, 3, 5, 8))))

    def box(self, style: dict[str, str], *, root: bool) -> None:
        """Size, padding, border; a root has no percentages, for there is nothing to take them of."""
        percent = 0.0 if root else 0.2
        for name in ("width", "height"):
            if self.now(0.45):
                style[name] = self.size(percent=percent)
            if self.now(0.1):
                style[f"min-{name}"] = self.size(130, percent)
            if self.now(0.1):
                style[f"max-{name}"] = self.size(percent=percent)
        for side in SIDES:
            if self.now(0.15):
                style[f"padding-{side}"] = self.length(25, 0.0 if root else 0.1)
            if self.now(0.08):
                style[f"border-{side}-width"] = f"{self.dice.randint(1, 6)}px"
        style["box-sizing"] = "content-box" if self.now(0.1) else "border-box"
        if self.now(0.06):
            style["overflow-x"] = style["overflow-y"] = "hidden"
        if not root and self.now(0.07):
            style["aspect-ratio"] = self.dice.choice(("1", "2", "0.5", "16 / 9"))

    def item(self, style: dict[str, str], parent: str) -> None:
        """What a box asks of its container."""
        for side in SIDES:
            if self.now(0.12):
                style[f"margin-{side}"] = self.dice.choice(("auto", "-6px", self.length(25, 0.1), self.px(32)))
        if self.now(0.25):
            style["align-self"] = self.dice.choice(ALIGN)
        if self.now(0.06):
            style["position"] = "absolute"
            for side in SIDES:
                if self.now(0.4):
                    style[side] = self.length(45)
        elif self.now(0.05):
            style["left"], style["top"] = self.px(18), self.px(18)
        (self.grid_item if parent == "grid" else self.flex_item)(style)

    def flex_item(self, style: dict[str, str]) -> None:
        if self.now(0.35):
            style["flex-grow"] = self.dice.choice(("0.4", "1", "1", "2"))
        if self.now(0.25):
            style["flex-shrink"] = self.dice.choice(("0", "0", "0.5", "3"))
        if self.now(0.2):
            style["flex-basis"] = self.dice.choice(("content", "0px", self.size(130)))

    def flex(self, style: dict[str, str]) -> None:
        style["flex-direction"] = self.dice.choice(("row", "row", "column", "column", "row-reverse", "column-reverse"))
        style["flex-wrap"] = self.dice.choice(("nowrap", "nowrap", "wrap", "wrap-reverse"))
        style["align-items"] = self.dice.choice(ALIGN)
        if self.now(0.5):
            style["justify-content"] = self.dice.choice(SPREAD)
        if self.now(0.4):
            style["align-content"] = self.dice.choice(SPREAD)

    def grid_item(self, style: dict[str, str]) -> None:
        if self.now(0.2):
            style["justify-self"] = self.dice.choice(ALIGN[:-1])
        for axis in ("column", "row"):
            if self.now(0.25):
                style[f"grid-{axis}-start"] = self.dice.choice(("1", "2", "3", "-1", "-2", "span 2", "span 3"))
            if self.now(0.1):
                style[f"grid-{axis}-end"] = self.dice.choice(("2", "3", "4", "-1", "span 2"))

    def grid(self, style: dict[str, str]) -> None:
        style["display"] = "grid"
        for axis in ("columns", "rows"):
            if self.now(0.75 if axis == "columns" else 0.5):
                style[f"grid-template-{axis}"] = " ".join(self.track() for _ in range(self.dice.randint(1, 4)))
            if self.now(0.2):
                style[f"grid-auto-{axis}"] = self.track()
        if self.now(0.3):
            style["grid-auto-flow"] = self.dice.choice(("row", "column", "dense", "column dense"))
        style["align-items"] = self.dice.choice(ALIGN)
        for name, words in (("justify-items", ALIGN[:-1]), ("justify-content", SPREAD), ("align-content", SPREAD)):
            if self.now(0.4):
                style[name] = self.dice.choice(words)

    def share_tracks(self, style: dict[str, str]) -> None:
        for axis in ("columns", "rows"):
            if self.now(self.subgrids):
                style[f"grid-template-{axis}"] = "subgrid"
                style.setdefault(f"grid-{axis[:-1]}-end", f"span {self.dice.randint(1, 4)}")

    def track(self) -> str:
        low = self.dice.choice((self.px(45), "auto", "min-content", "max-content"))
        high = self.dice.choice((self.px(130), "1fr", "2fr", "auto", "max-content", "min-content"))
        fixed = (self.px(130), self.px(90), f"{self.dice.choice(SHARES)}%")
        content = ("auto", "auto", "min-content", "max-content", f"fit-content({self.px(130)})")
        return self.dice.choice((*fixed, *content, "1fr", "1fr", "2fr", "0.5fr", f"minmax({low}, {high})"))


class _Cards(_Maker):
    """Cards side by side: each is a column of a heading, texts and boxes, as many as there are rows."""

    def row(self) -> dict[str, Any]:
        rows, cards = self.dice.randint(1, 4), self.dice.randint(1, 4)
        style = {"display": "grid", "grid-template-columns": " ".join(self.column() for _ in range(cards))}
        if self.now(0.7):
            style["width"] = self.dice.choice(("300px", "420px", "640.5px"))
        if self.now(0.2):
            style["height"] = self.dice.choice(("180px", "400px"))
        if self.now(0.2):
            style["grid-template-rows"] = " ".join(self.dice.choice(("auto", "1fr", "60px")) for _ in range(rows))
        if self.now(0.3):
            style["align-content"] = self.dice.choice(SPREAD)
        self.gaps(style)
        return {"style": style, "children": [self.card(rows) for _ in range(cards * self.dice.choice((1, 1, 2)))]}

    def column(self) -> str:
        return self.dice.choice(("1fr", "1fr", "minmax(0px, 1fr)", "auto", "2fr", "120px", "max-content"))

    def gaps(self, style: dict[str, str]) -> None:
        if self.now(0.8):
            style["row-gap"] = self.px(32)
        if self.now(0.8):
            style["column-gap"] = self.px(32)

    def card(self, rows: int) -> dict[str, Any]:
        style = {"display": "grid", "grid-template-rows": "subgrid", "grid-row-end": f"span {rows}"}
        style["grid-template-columns"] = self.dice.choice(("100%", "minmax(0px, 1fr)", "auto", "auto 1fr"))
        self.gaps(style)
        for side in SIDES:
            if self.now(0.6):
                style[f"padding-{side}"] = self.px(25)
            if self.now(0.3):
                style[f"border-{side}-width"] = f"{self.dice.randint(1, 6)}px"
            if self.now(0.1):
                style[f"margin-{side}"] = self.px(18)
        if self.now(0.3):
            style["align-items"] = self.dice.choice(ALIGN)
        return {"style": style, "children": [self.part() for _ in range(max(1, rows - self.now(0.2)))]}

    def part(self) -> dict[str, Any]:
        style: dict[str, str] = {}
        if self.now(0.2):
            style["align-self"] = self.dice.choice(ALIGN)
        if self.now(0.1):
            style["margin-top"] = self.px(18)
        kind = self.dice.choice(("text", "text", "box", "column"))
        if kind == "text":
            return {"style": style, "text": self.text()}
        if kind == "box":
            style["height"] = self.px()
            return {"style": style}
        style["flex-direction"] = "column"
        style["row-gap"] = self.px(18)
        return {
            "style": style,
            "children": [{"style": {}, "text": self.text()} for _ in range(self.dice.randint(1, 3))],
        }
