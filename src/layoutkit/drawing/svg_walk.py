"""The tree of an SVG file -> what is painted, in order (SVG 2, chapters 3 and 5)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from layoutkit.drawing.outline import outline, without_short_handles
from layoutkit.drawing.polygon import common, corners
from layoutkit.drawing.shapes import VectorClose, VectorFade, VectorShape
from layoutkit.drawing.svg_cascade import Cascade
from layoutkit.drawing.svg_clip import clips_of
from layoutkit.drawing.svg_context import handed_down
from layoutkit.drawing.svg_error import SvgError
from layoutkit.drawing.svg_image import image_items
from layoutkit.drawing.svg_known import DEFINITIONS, GROUPS, SHAPES, SILENT
from layoutkit.drawing.svg_outlines import path_data
from layoutkit.drawing.svg_shape import shape_items
from layoutkit.drawing.svg_style import Style, styled
from layoutkit.drawing.svg_text import text_items
from layoutkit.drawing.svg_transform import css_transform, origin_of, transform
from layoutkit.drawing.svg_tree import parse_xml
from layoutkit.drawing.svg_values import IDENTITY, fitting, length, mapped, product, share, view_box
from layoutkit.geometry import Point, Rect, Size, union
from layoutkit.keywords import BLENDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from layoutkit.drawing.outline import Matrix
    from layoutkit.drawing.shapes import VectorItem
    from layoutkit.drawing.svg_context import Context, Document
    from layoutkit.drawing.svg_tree import Element
    from layoutkit.keywords import BlendMode
    from layoutkit.path import Path

    Step = VectorItem | tuple[Element, Context]

__all__ = ["SvgWalker"]

_MOST, _MOST_EACH = 20_000, 4
"""Elements that are drawn of any file, and more for each that the file has: those used often count again."""
_ANIMATIONS = ("animate", "animateColor", "animateMotion", "animateTransform", "set")
_HINTS = {
    "foreignObject": "export it without HTML; Mermaid: htmlLabels: false",
}
_FALSE_FEATURE = "#Extensibility"
"""The feature that a switch asks for where it holds HTML with a text instead."""


class SvgWalker:
    """Walks the tree of one file."""

    def __init__(self, root: Element, budget: _Budget | None = None) -> None:
        """Read the style sheets and the ids.

        Args:
            root: of the file.
            budget: of the file that this one is inside of.

        Raises:
            SvgError: there are scripts or animations, or a style sheet is not understood.
        """
        self._root = root
        self._ids: dict[str, Element] = {}
        many = 0
        self._has_context_paints = False
        for element in root.below():
            many += 1
            if element.tag == "script":
                hint = "save it as plain SVG"
                raise SvgError("it has a <script>; scripts are not run", line=element.line, hint=hint)
            if element.tag in _ANIMATIONS and element.namespace == root.namespace:
                hint = "take the animation out; what it shows depends on the time"
                raise SvgError(f"it has an <{element.tag}>; pictures stand still", line=element.line, hint=hint)
            if any("context-" in element.get(name) for name in ("fill", "stroke", "style")) or element.tag == "style":
                self._has_context_paints = True
            if name := element.get("id"):
                self._ids.setdefault(name, element)
        self._budget = budget or _Budget()
        self._budget.left += _MOST_EACH * many
        self._cascade = Cascade(root)
        self._styles: dict[Element, Style] = {}

    # -- what helpers ask for --------------------------------------------------------------------------------------

    def target(self, name: str) -> Element | None:
        """The element with an id."""
        return self._ids.get(name)

    def values(self, element: Element) -> Mapping[str, str]:
        """What counts for an element."""
        return self._cascade.values(element)

    def computed(self, element: Element) -> Style:
        """The style of an element where it stands in the file."""
        chain = []
        one: Element | None = element
        while one is not None and one not in self._styles:
            chain.append(one)
            one = one.parent
        style = Style() if one is None else self._styles[one]
        for each in reversed(chain):
            style = self._styles[each] = styled(style, self.values(each))
        return style

    def outline(self, element: Element, context: Context) -> Path:
        """The outline of a shape element, in its own coordinates."""
        try:
            return without_short_handles(outline(path_data(element, context.lengths), checks=False))
        except SvgError:
            raise
        except ValueError as cause:
            raise SvgError(f"the {cause}") from None

    def count(self, many: int = 1) -> None:
        """Note that so many elements are drawn.

        Raises:
            SvgError: they are too many.
        """
        self._budget.left -= many
        if self._budget.left < 0:
            raise SvgError(f"it draws more than {_MOST:,} elements by using some of them again and again")

    def embedded(self, text: str) -> Document:
        """An SVG file that is written into this one."""
        return _Embedded(text, self._budget)

    def box(self, element: Element, context: Context) -> Rect | None:
        """The box around the outlines of an element, in its own coordinates."""
        inner = replace(context, matrix=IDENTITY, measuring=True, farthest=1e30)
        values = self.values(element)
        plain = styled(inner.style, values)
        found = self._drawn(element, replace(inner, style=plain), values)
        boxes = [box for item in self._all(found) if (box := _box_of(item)) is not None]
        return union(boxes) if boxes else None

    def items(self, elements: Iterable[Element], context: Context) -> list[VectorItem]:
        """What elements paint, in order."""
        return self._all([(element, context) for element in elements])

    # -- the walk --------------------------------------------------------------------------------------------------

    def _all(self, steps: list[Step]) -> list[VectorItem]:
        """What steps paint; without recursion, since groups may be nested deeply."""
        found: list[VectorItem] = []
        waiting = list(reversed(steps))
        while waiting:
            step = waiting.pop()
            if not isinstance(step, tuple):
                found.append(step)
                continue
            element, context = step
            try:
                self.count()
                waiting += reversed(self._element(element, context))
            except SvgError as cause:
                raise cause.at(element.line) from None
            except ValueError as cause:  # a path that leads too far, or cannot be read
                raise SvgError(f"the {cause}", line=element.line) from None
        return found

    def _element(self, element: Element, context: Context) -> list[Step]:
        tag = element.tag
        if element.namespace != self._root.namespace or tag in SILENT or tag in DEFINITIONS:
            return []
        values = self.values(element)
        display = values.get("display")
        if display == "contents" and tag in GROUPS:
            raise SvgError(f"it has a <{tag}> with the display 'contents', which is not understood")
        hidden = ("none", "contents") if tag in SHAPES else ("none",)  # CSS Display 3, appendix B
        if display in hidden or values.get("requiredExtensions"):
            return []
        if tag not in (*SHAPES, *GROUPS, "image", "text"):
            raise SvgError(f"it has a <{tag:.60}>, which is not understood", hint=_HINTS.get(tag, ""))
        inner = self.placed(element, context)
        return self._grouped(element, inner, lambda: self._drawn(element, inner, values))

    def _grouped(self, element: Element, context: Context, drawn: Callable[[], list[Step]]) -> list[Step]:
        """What an element paints, inside its clips and seen through."""
        if context.measuring:
            return drawn()
        values = self.values(element)
        opacity = share(values.get("opacity", "1"))
        clips = clips_of(element, context, self) if opacity else None
        if clips is None:
            return []
        steps, blend = drawn(), _blend(values)
        if opacity < 1 or blend != "normal" or values.get("isolation") == "isolate":
            steps = [VectorFade(opacity, blend), *steps, VectorClose()]
        return [*clips, *steps, *(VectorClose() for _ in clips)]

    def placed(self, element: Element, context: Context) -> Context:
        """What an element is drawn in, with its own style and transform."""
        values = self.values(element)
        context = replace(context, style=styled(context.style, values))
        box = values.get("transform-box", "view-box")
        if box not in ("view-box", "fill-box", "border-box", "content-box"):
            raise SvgError(f"it has the transform-box {box!r:.60}, which is not understood")
        css = values.get("css-transform")
        text = values.get("transform", "") if css is None else css
        if text in ("none", "") or element is self._root:
            return context
        place = Rect(0.0, 0.0, context.viewport.width, context.viewport.height)
        if box != "view-box":
            place = self.box(element, context) or Rect(0.0, 0.0, 0.0, 0.0)
        matrix = transform(text) if css is None else css_transform(css, place, context.style.font_size)
        if origin := values.get("transform-origin", ""):
            x, y = origin_of(origin, place, context.style.font_size)
            x, y = x + place.x, y + place.y
            matrix = product((1, 0, 0, 1, x, y), product(matrix, (1, 0, 0, 1, -x, -y)))
        return context.under(matrix)

    def _drawn(self, element: Element, context: Context, values: Mapping[str, str]) -> list[Step]:
        """What an element consists of, drawn in its own context."""
        match element.tag:
            case "g" | "a":
                return [(child, context) for child in element.children]
            case "svg" | "symbol":
                inner = self._viewport(element, context, values)
                return [] if inner is None else [(child, inner) for child in element.children]
            case "switch":
                return self._chosen(element, context)
            case "use":
                return self._used(element, context, values)
            case tag:
                draw = {"text": text_items, "image": image_items}.get(tag, shape_items)
                return list(draw(element, context, self))

    def _chosen(self, element: Element, context: Context) -> list[Step]:
        """The first child of a ``switch`` that can be drawn here."""
        for child in element.children:
            if child.namespace != self._root.namespace or child.tag in SILENT:
                continue
            if child.get("requiredFeatures").strip().endswith(_FALSE_FEATURE) or child.get("requiredExtensions"):
                continue
            return [(child, context)]
        return []

    def _used(self, element: Element, context: Context, values: Mapping[str, str]) -> list[Step]:
        href = values.get("href", "")
        if href and not href.startswith("#"):
            raise SvgError(
                f"its <use> has href={href!r:.60}, which leads out of the file; other files are not read",
                hint="put what it names into this file",
            )
        target = self.target(href[1:])
        if target is None or target.tag not in (*SHAPES, *GROUPS, "text", "image", "foreignObject"):
            return []
        around: Element | None = element
        while around is not None and around is not target:
            around = around.parent
        if target in context.inside or around is not None:
            if any(one.tag == "marker" for one in context.inside):
                raise SvgError(f"its <marker> has a <use> with href={href!r:.60}, which leads to itself")
            return []  # SVG 2, 5.5.2: what leads to itself is not drawn
        if self._has_context_paints:
            box = None if context.measuring else self.box(element, replace(context, context_fill=None))
            context = replace(
                context,
                context_fill=handed_down(context.style.fill, box, context),
                context_stroke=handed_down(context.style.stroke, box, context),
            )
        lengths = context.lengths
        moved = context.under((1, 0, 0, 1, lengths.across(element, "x"), lengths.down(element, "y")))
        moved = replace(moved, inside=context.inside | {target})
        if target.tag not in ("svg", "symbol"):
            return [(target, moved)]
        return self._used_viewport(target, moved, values)

    def _used_viewport(self, target: Element, context: Context, values: Mapping[str, str]) -> list[Step]:
        """An ``svg`` or a ``symbol`` that is drawn in the size that a ``use`` gives it."""
        own = self.values(target)
        if target.tag == "symbol" and ("css-transform" in own or "transform" in own):
            raise SvgError("its <symbol> has a transform, which viewers do not read alike", line=target.line)
        if own.get("display") == "none":
            return []
        sizes = {name: values[name] for name in ("width", "height") if values.get(name, "auto") != "auto"}
        placed = self.placed(target, context)
        inner = self._viewport(target, placed, {**own, **sizes})
        if inner is None:
            return []
        return self._grouped(target, placed, lambda: [(child, inner) for child in target.children])

    def _viewport(self, element: Element, context: Context, values: Mapping[str, str]) -> Context | None:
        """The inside of an ``svg`` or a ``symbol`` (SVG 2, 8.2 and 8.6); None where nothing of it is seen."""
        if element is self._root:
            raise SvgError("it uses its outermost <svg>, which is not understood")
        lengths: list[float] = []
        whole = context.viewport
        for name, usual, side in (
            ("x", "0", whole.width),
            ("y", "0", whole.height),
            ("width", "100%", whole.width),
            ("height", "100%", whole.height),
        ):
            text = values.get(name, usual)
            value = length(usual if text == "auto" else text, side, context.style.font_size)
            if value is None:
                raise SvgError(f"its <{element.tag}> has {name}={text!r:.60}, which is not a length")
            lengths.append(value)
        place = Rect(*lengths)
        view = view_box(element.get("viewBox")) or Rect(0.0, 0.0, place.width, place.height)
        if min(place.width, place.height, view.width, view.height) <= 0:
            return None
        for name in ("refX", "refY"):
            if element.tag == "symbol" and element.get(name):
                raise SvgError(f"its <symbol> has a {name}, which is not understood")
        return self.inside(context, place, view, values)

    def inside(self, context: Context, place: Rect, view: Rect, values: Mapping[str, str]) -> Context | None:
        """What is drawn in a view box that fills a place; None where nothing of it is seen."""
        matrix, clip = context.matrix, context.clip
        overflow = values.get("overflow", "hidden")
        if overflow == "inherit":
            raise SvgError("it has an inner <svg> with the overflow 'inherit', which is not understood")
        if overflow.split()[0] in ("hidden", "scroll", "clip") and not context.measuring:
            clip = common(clip, tuple(Point(*mapped(matrix, corner.x, corner.y)) for corner in corners(place)))
            if not clip:
                return None
        fit = fitting(view, Size(place.width, place.height), values.get("preserveAspectRatio", ""))
        inner: Matrix = product((1, 0, 0, 1, place.x, place.y), fit)
        return replace(context.under(inner), viewport=Size(view.width, view.height), clip=clip)


@dataclass(slots=True)
class _Budget:
    """How many elements may still be drawn of a file, those of files inside it included."""

    left: int = _MOST


class _Embedded:
    """An SVG file inside another, which knows nothing of what is around it."""

    def __init__(self, text: str, budget: _Budget) -> None:
        self._root = parse_xml(text)
        self._walker = SvgWalker(self._root, budget)
        values = self._walker.values(self._root)
        view = view_box(self._root.get("viewBox"))
        if self._root.tag != "svg" or values.get("transform") or values.get("css-transform"):
            raise SvgError("its <image> is not an SVG file, or one with a transform of its own")
        width, height = (length(values.get(name, "auto")) for name in ("width", "height"))
        if view is None and width and height:
            view = Rect(0.0, 0.0, width, height)
        if view is None or not (view.width and view.height):
            raise SvgError("its <image> is an SVG file without a size")
        self._view = view
        self.width = width or (height * view.width / view.height if height else view.width)
        self.height = height or self.width * view.height / view.width

    def items(self, context: Context, place: Rect, preserve: str) -> list[VectorItem]:
        """What it paints in a place."""
        whole = Rect(0.0, 0.0, self.width, self.height)
        hidden = {"preserveAspectRatio": preserve, "overflow": "hidden"}
        plain = replace(context, style=Style(), inside=frozenset(), context_fill=None, context_stroke=None)
        outer = self._walker.inside(plain, place, whole, hidden)
        if outer is None:
            return []
        values = {**self._walker.values(self._root), "overflow": "hidden"}
        inner = self._walker.inside(self._walker.placed(self._root, outer), whole, self._view, values)
        if inner is None:
            return []
        if share(values.get("opacity", "1")) != 1 or values.get("clip-path", "none") != "none":
            raise SvgError("its <image> is an SVG file that is seen through or clipped as a whole")
        return self._walker.items(self._root.children, inner)


def _blend(values: Mapping[str, str]) -> BlendMode:
    """How an element is mixed with what is below it."""
    word = values.get("mix-blend-mode", "normal")
    return next((blend for blend in BLENDS if blend == word), "normal")


def _box_of(item: VectorItem) -> Rect | None:
    return item.path.bounds() if isinstance(item, VectorShape) else None
