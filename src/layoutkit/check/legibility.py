"""``legibility``: type or strokes are too small on paper or on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.check.naming import name
from layoutkit.check.rule import Finding, Rule, at
from layoutkit.diagnostics import Severity
from layoutkit.drawing.shapes import VectorImage
from layoutkit.style.content import IconContent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.check.context import CheckContext, VisibleBox

__all__ = ["RULE", "strokes"]

_LEAST_PT, _LEAST_STROKE_PT, _LEAST_CSS_PX = 7.0, 0.25, 11.0
_STROKE_HINT = "use a wider stroke token"
_PT_PER_PX = 72 / 96
_NOISE = 1e-6


def find(subject: CheckContext) -> Iterator[Finding]:
    """The smallest glyphs of each text, and every line that is drawn, at the sizes that readers get."""
    for seen in subject.texts:
        yield from _text(seen, subject)
    if subject.paper_scale is None:
        return
    to_pt = subject.paper_scale * _PT_PER_PX
    for seen in subject.boxes:
        for what, width in strokes(seen):
            if 0 < width * to_pt < _LEAST_STROKE_PT - _NOISE:
                yield at(seen.node, _too_thin(what, width * to_pt), hint=_STROKE_HINT, marks=(seen.rect,))
    for line in subject.lines:
        width = line.route.connector.width
        if 0 < width * to_pt < _LEAST_STROKE_PT - _NOISE:
            message = _too_thin("the line of this Arrow", width * to_pt)
            yield at(line.node, message, hint=_STROKE_HINT, marks=(line.bounds,))


def strokes(seen: VisibleBox) -> Iterator[tuple[str, float]]:
    """The lines that are drawn of a box, and how wide each is in px."""
    look, art = seen.box.look, seen.box.art
    edges = look.edges
    for width in dict.fromkeys((edges.top, edges.right, edges.bottom, edges.left)):
        yield f"the border of {name(seen)}", width
    for words, rule in (("columns", look.column_rule), ("rows", look.row_rule)):
        if rule is not None:
            yield f"the rule between {words} of {name(seen)}", rule.width
    if seen.box.brace is not None:
        yield f"the line of {name(seen)}", seen.box.brace.width
    if look.background is not None and not seen.box.children and seen.block is None:
        yield name(seen), min(seen.rect.width, seen.rect.height)  # a rule, or a bar
    if art is not None and isinstance(art.source, VectorImage):
        scale = min(seen.content.width / art.source.width, seen.content.height / art.source.height)
        widths = [shape.width * scale for shape in art.source.shapes if shape.stroke is not None]
        if widths:
            own = art.stroke_width if isinstance(art, IconContent) else None
            yield f"the thinnest line of {name(seen)}", min(widths) if own is None else own


def _too_thin(what: str, shown: float) -> str:
    return f"{what} is {shown:.2f} pt wide on paper; at least {_LEAST_STROKE_PT} pt is needed"


def _type_hint(seen: VisibleBox) -> str:
    return "use a larger type role" if seen.arrow is None else "give the Arrow a larger type role: role=…"


def _text(seen: VisibleBox, subject: CheckContext) -> Iterator[Finding]:
    assert seen.block is not None  # noqa: S101 - only texts come here
    size = min((run.glyphs.size for line in seen.block.lines for run in line.runs), default=None)
    if size is None:
        return
    if subject.paper_scale is not None and size * subject.paper_scale * _PT_PER_PX < _LEAST_PT - _NOISE:
        shown = size * subject.paper_scale * _PT_PER_PX
        message = f"{name(seen)} is set in {shown:.1f} pt on paper; at least {_LEAST_PT:g} pt is needed"
        yield at(seen.node, message, hint=_type_hint(seen), marks=(seen.ink,))
    elif size * subject.shown_scale < _LEAST_CSS_PX - _NOISE:
        shown = size * subject.shown_scale
        message = f"{name(seen)} is shown at {shown:.1f} px in an article; at least {_LEAST_CSS_PX:g} px is needed"
        yield at(seen.node, message, hint=_type_hint(seen), marks=(seen.ink,))


RULE = Rule(
    id="legibility",
    severity=Severity.ERROR,
    summary="type or strokes are too small on paper or on the screen",
    why=(
        "Readers see a figure at other sizes than its author: 800 px wide in an article, 180 mm wide on a page. The "
        "rule measures type and all lines (borders, arrows, rules, braces, icons) at the sizes that readers get from "
        "the outputs in tokens.toml: at least 7 pt and 0.25 pt on paper, at least 11 CSS px in an article."
    ),
    bad="""\
@figure(title="Nota", alt="Uma nota pequena em uma página larga demais.")
def example(t: Theme) -> Node:
    return Column(Text("Letra miúda.", role="small"), width=t.page.width * 2)
""",
    good="""\
@figure(title="Nota", alt="Uma nota em letra legível.")
def example(t: Theme) -> Node:
    return Column(Text("Letra legível.", role="small"))
""",
    find=find,
    by_color=False,
    of_boxes=True,
)
