"""What became of the words of a picture, by its pixels.

The second half of the yardstick of the mutation test: three pictures are painted, with all that there is, without
the words, and with the words alone, and compared around each run of glyphs. Nothing here knows what was painted.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image, ImageChops

from layoutkit.color import Color
from layoutkit.geometry import Rect
from layoutkit.output.pixels import rasterise
from layoutkit.paint.display import Begin, Clip, DisplayList, Dots, DropShadow, End, FillRect, Glyphs, Unclip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit.paint.display import Operation

__all__ = ["spoiled"]

_BLACK, _WHITE = Color(0, 0, 0), Color(1, 1, 1)
_INK, _SEEN, _EVEN = 96, 24, 16
"""Levels of 255: what is ink, what of it can be seen at all, and how far an even ground may vary."""
_LOST = 0.03
"""Share of the ink of a run that may be lost to rounding."""


class Run(NamedTuple):
    """Glyphs that are painted together."""

    rect: Rect
    """From capitals to descenders, in px."""
    text: int
    """The number of its text."""


def spoiled(display: DisplayList) -> Counter[str]:
    """How many runs of glyphs are partly hidden, stand on an uneven ground, touch others, or are not there at all."""
    painted: list[Operation] = [o for o in display.operations if not isinstance(o, Dots | DropShadow)]
    words = [o for o in painted if isinstance(o, Glyphs)]
    paper = FillRect(Rect(0, 0, display.width, display.height), 0, _WHITE)
    whole = _picture(display, painted)
    bare = _picture(display, [o for o in painted if not isinstance(o, Glyphs)])
    alone = _picture(display, [paper, *map(_black, words)])
    ink = alone.point(lambda level: 255 if level < _INK else 0)
    shown = ImageChops.difference(whole, bare).point(lambda level: 255 if level > _SEEN else 0)
    seen = ImageChops.multiply(ink, shown)
    runs = _runs(painted)
    counts: Counter[str] = Counter()
    for run in runs:
        box = _box(run.rect, whole)
        if box is None:
            counts["words off the page"] += 1
            continue
        needed, found = (image.crop(box).histogram()[255] for image in (ink, seen))
        counts["words that are hidden"] += needed > 0 and found < (1 - _LOST) * needed
        low, high = bare.crop(box).getextrema()
        counts["words on an uneven ground"] += high - low > _EVEN  # type: ignore[operator]  # one channel has numbers
    near = (one.text != two.text and _touch(one.rect, two.rect) for one, two in combinations(runs, 2))
    counts["words against words"] = sum(near)
    counts["letters that are missing"] = _missing(painted)
    return counts


def _black(words: Glyphs) -> Glyphs:
    return Glyphs(words.x, words.y, words.run, _BLACK)


def _picture(display: DisplayList, operations: Sequence[Operation]) -> Image.Image:
    """In greys, a pixel a px."""
    size = round(display.width), round(display.height)
    return rasterise(DisplayList(display.width, display.height, tuple(operations)), 1.0, *size).image().convert("L")


def _runs(operations: list[Operation]) -> list[Run]:
    runs: list[Run] = []
    text = 0
    for operation in operations:
        if isinstance(operation, Begin):
            text += 1
        elif isinstance(operation, Glyphs) and operation.run.text.strip():
            size, width = operation.run.size, operation.run.width
            runs.append(Run(Rect(operation.x, operation.y - 0.7 * size, width, 0.88 * size), text))
    return runs


def _box(rect: Rect, image: Image.Image) -> tuple[int, int, int, int] | None:
    """The pixels around a run with one more on each side; None where a part of it is not in the picture."""
    left, top, right, bottom = int(rect.x) - 1, int(rect.y) - 1, int(rect.right) + 2, int(rect.bottom) + 2
    return (
        (left, top, right, bottom)
        if left >= 0 and top >= 0 and right <= image.width and bottom <= image.height
        else None
    )


def _touch(one: Rect, two: Rect) -> bool:
    """Whether two runs stand in each other, or less than 2 px apart beside each other."""
    down = min(one.bottom, two.bottom) - max(one.y, two.y)
    across = max(one.x, two.x) - min(one.right, two.right)
    return down > 0.3 * min(one.height, two.height) and across < 2


def _missing(operations: list[Operation]) -> int:
    """Characters that a text has and that nothing paints."""
    groups: list[Begin] = []
    painted: dict[int, int] = defaultdict(int)
    missing = 0
    for operation in operations:
        match operation:
            case Begin():
                groups.append(operation)
            case End():
                group = groups.pop()
                if group.kind in {"paragraph", "heading"}:
                    missing += max(0, _characters(group.text) - painted[id(group)])
            case Glyphs() if groups:
                painted[id(groups[-1])] += _characters(operation.run.text)
            case Clip() | Unclip() | _:
                pass
    return missing


def _characters(text: str) -> int:
    return len("".join(text.split()))
