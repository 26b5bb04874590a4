"""Node x Theme -> Styled: components, inheritance and defaults end here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast, get_args

from layoutkit.color import Color, over
from layoutkit.diagnostics import did_you_mean, error
from layoutkit.keywords import Semantics
from layoutkit.languages import language_for
from layoutkit.nodes import Arrow, Chip, Column, Grid, Heading, Icon, Image, Node, Row, Stack, Text
from layoutkit.nodes.annotation import Annotation
from layoutkit.nodes.arrow import ARROW
from layoutkit.nodes.described import Described
from layoutkit.nodes.drawing import At, AxisLabel, Drawing
from layoutkit.nodes.figure import PAGE
from layoutkit.nodes.same_size import SameSize
from layoutkit.nodes.shape import ShapeNode
from layoutkit.nodes.words import Words
from layoutkit.sizing import MAX_CONTENT
from layoutkit.style.box import BoxStyle
from layoutkit.style.box_style import box_style, line_length
from layoutkit.style.bracing import braced
from layoutkit.style.content import (
    ConnectorContent,
    ConnectorEnd,
    KeyedWords,
    OutlineContent,
    TextContent,
)
from layoutkit.style.drawing import anchored, beside_axis, frame_of, shape_content
from layoutkit.style.element import Element
from layoutkit.style.icon_rims import flush_with_column
from layoutkit.style.logo import with_logo
from layoutkit.style.look import LONGHANDS, read_look
from layoutkit.style.marks import font_features, marked
from layoutkit.style.needed import NeededTokens
from layoutkit.style.shared_rows import share_rows
from layoutkit.style.styled import Look, SizeGroup, Styled
from layoutkit.style.values import Values
from layoutkit.text.paragraph import StyledSpan
from layoutkit.text.style import TextStyle

if TYPE_CHECKING:
    from collections.abc import Mapping

    from layoutkit.keywords import TextAlign, TextWrap
    from layoutkit.nodes import Anchor
    from layoutkit.style.content import Content
    from layoutkit.text.paragraph import Paragraph, Typesetter
    from layoutkit.tokens import Theme, TypeTokens

__all__ = ["resolve"]

_DEFAULT_BORDER = 1.0
_HEAD = 4.5
"""The least length of the head of an arrow whose weight the author sets, in stroke widths."""


def resolve(node: Node, theme: Theme, typesetter: Typesetter, *, language: str) -> Styled:
    """Apply every token and default; the root gets the page's component, in a box of its own where it has another.

    Raises:
        LayoutkitError: a value that does not fit its keyword, an unknown token, a node placed twice,
            an arrow without a neighbour.
    """
    if isinstance(node, Arrow):
        hint = "return the Row or Column that holds everything"
        raise error("arrow-ends", "a figure cannot be an Arrow alone", origin=node.origin, hint=hint)
    page = theme.page
    context = _Context(
        color=_page_color(page.get("color"), Color(0, 0, 0)),
        behind=_page_color(page.get("background"), Color(1, 1, 1)),
        role=str(page.get("role") or next(iter(theme.type))),
    )
    resolver = _Resolver(theme, typesetter, language)
    if not isinstance(node, Row | Column | Grid | Stack) or "component" in node.props:
        node = Column(node)
    return with_logo(resolver.box(node, context, {"component": PAGE.name, **node.props}), node, theme, context.color)


def _page_color(value: object, default: Color) -> Color:
    return value if isinstance(value, Color) else default


@dataclass(frozen=True, slots=True)
class _Context:
    """What a box hands down to those inside it."""

    color: Color
    behind: Color
    """The opaque colour that they are painted on."""
    role: str


class _Resolver:
    def __init__(self, theme: Theme, typesetter: Typesetter, language: str) -> None:
        self.theme = theme
        self.typesetter = typesetter
        self.tag = language
        self.language = language_for(language)
        self.placed: set[Node] = set()
        self.elements: dict[Node, Element] = {}

    def element(self, node: Node) -> Element:
        """What later passes know of a node; arrows and annotations may name it before it is placed."""
        known = self.elements.get(node)
        if known is None:
            known = Element(type(node).__name__, node.origin, node.given(), node.props.get("allow", {}))
            self.elements[node] = known
        return known

    def box(self, node: Node, context: _Context, own: Mapping[str, Any], *, in_stack: bool = False) -> Styled:
        """One node, with its keywords ``own``; in a stack, all share the one cell."""
        if node in self.placed:
            hint = "write a helper function that makes the node, and call it once for each place"
            raise error(
                "placed-twice",
                f"this {type(node).__name__} is placed twice in the figure",
                origin=node.origin,
                hint=hint,
            )
        self.placed.add(node)
        values = Values(self.theme, node.origin)
        props = self.with_component(node, own)
        content: Content = None
        if isinstance(node, Annotation):
            targets = tuple(self.element(target) for target in node.targets)
            content = OutlineContent(targets)
            if node.shape != "outline":
                needed = NeededTokens(str(own.get("component")), props, node)
                content, props = braced(node, targets, props, needed, values)
        look = read_look(node, props, values, context.color)
        inner = self.inherit(node, props, values, context, look)
        style = box_style(node, props, values, border=look.edges)
        semantics = self.semantics(own, values)
        if in_stack:
            style = replace(style, grid_row_start=1, grid_column_start=1)
        if isinstance(node, Image | Icon):
            from layoutkit.style.art import place_art  # noqa: PLC0415 - figures without pictures need no file reader
            from layoutkit.style.picture_text import PictureFonts  # noqa: PLC0415

            fonts = PictureFonts(self.typesetter.library, self.role(inner.role).font, self.tag)
            art, style = place_art(node, props, values, inner.color, style, fonts=fonts)
            return Styled(
                self.element(node), style, look, content=art, name=str(props.get("component", "")), semantics=semantics
            )
        if isinstance(node, Text):
            paragraph = self.paragraph(node, values, inner, self.reserved(node, values, inner))
            text = TextContent(
                paragraph,
                node.said_in(self.language),
                isinstance(node, Heading),
                self.wrap(node, inner.role) != "nowrap",
                tuple(self.words(child, node, paragraph) for child in node.children if isinstance(child, Words)),
                node.writing_mode,
                line_length(style),
            )
            return Styled(self.element(node), style, look, content=text, name=inner.role, semantics=semantics)
        children = tuple(self.child(node, i, inner) for i in range(len(node.children)))
        if props.get("share_rows"):
            style, children = share_rows(node, style, children)
        name, stacked = str(props.get("component", "")), isinstance(node, Stack | Drawing)
        said = node.speech.said_in(self.language) if isinstance(node, Described) else None
        group = SizeGroup(node.group, node.dimension) if isinstance(node, SameSize) else None
        return Styled(self.element(node), style, look, children, content, name, stacked, said, group, semantics)

    def semantics(self, own: Mapping[str, Any], values: Values) -> Semantics | None:
        """What a box is to those who listen; no component token says that."""
        if "semantics" not in own:
            return None
        return cast("Semantics", values.word(own["semantics"], "semantics", get_args(Semantics)))

    def child(self, parent: Node, index: int, context: _Context) -> Styled:
        child = parent.children[index]
        if isinstance(child, Arrow):
            return self.arrow(child, parent, index, context)
        if isinstance(child, ShapeNode):
            return self.shape(child, parent, context)
        if isinstance(child, Words):
            message = f"the words with the key {child.props.get('key')!r:.60} stand in their text already"
            hint = "place the text; part(…) names an end for arrows, braces and callouts"
            raise error("placed-twice", message, origin=parent.origin, hint=hint)
        own: Mapping[str, Any] = child.props
        if isinstance(child, Image | Icon | Chip):
            own = {**_unstretched(parent), **own}
        styled = self.box(child, context, own, in_stack=isinstance(parent, Stack))
        if isinstance(child, Icon):
            styled = flush_with_column(styled, parent)
        elif isinstance(child, At):
            values = Values(self.theme, child.origin)
            styled = replace(styled, style=anchored(child, frame_of(child, parent), values, styled.style))
        elif isinstance(child, AxisLabel):
            styled = replace(styled, style=beside_axis(child, styled.style))
        return styled

    def shape(self, node: ShapeNode, parent: Node, context: _Context) -> Styled:
        """A shape of a drawing, in a box of its own."""
        content, style = shape_content(node, frame_of(node, parent), Values(self.theme, node.origin), context.color)
        return Styled(self.element(node), style, Look(), content=content)

    def with_component(self, node: Node, own: Mapping[str, Any]) -> dict[str, Any]:
        """The author's keywords over the component's tokens."""
        name = own.get("component")
        if name is None:
            return dict(own)
        if not isinstance(name, str) or name not in self.theme.components:
            hint = did_you_mean(str(name), self.theme.components)
            raise error("unknown-token", f"there is no component {name!r}", origin=node.origin, hint=hint)
        tokens = dict(self.theme.components[name].items())
        for word in LONGHANDS.keys() & own.keys():  # what is said of all sides overrides what a table says of one
            for longhand in LONGHANDS[word]:
                tokens.pop(longhand, None)
        return {**tokens, **own}

    def inherit(self, node: Node, props: Mapping[str, Any], values: Values, context: _Context, look: Look) -> _Context:
        """The context inside a box: its own text colour, role and background, or those around it."""
        role = props.get("role", context.role)
        if not isinstance(role, str) or role not in self.theme.type:
            hint = did_you_mean(str(role), self.theme.type)
            raise error("unknown-token", f"there is no type role {role!r}", origin=node.origin, hint=hint)
        color = context.color
        if "color" in props:
            color = values.color(props["color"], "color")
        elif "role" in props and (token := self.role(role).color) is not None:
            color = token
        behind = context.behind if look.background is None else over(look.background, context.behind)
        if look.background is not None and look.background.opaque:
            behind = look.background
        return _Context(color, behind, role)

    def role(self, name: str) -> TypeTokens:
        tokens = self.theme.type.get(name)
        assert tokens is not None, f"type role {name} is checked where it enters"  # noqa: S101
        return tokens

    # -- text -----------------------------------------------------------------------------------

    def reserved(self, node: Text, values: Values, context: _Context) -> float:
        """The width in px that a text would have in the role for which it reserves room."""
        if node.reserve is None:
            return 0.0
        role = values.word(node.reserve, "reserve", tuple(self.theme.type))
        return self.paragraph(node, values, replace(context, role=role)).measure(MAX_CONTENT).width

    def paragraph(self, node: Text, values: Values, context: _Context, room: float = 0.0) -> Paragraph:
        spans = []
        for span in node.spans:
            role = context.role if span.role is None else values.word(span.role, "role", tuple(self.theme.type))
            tokens = self.role(role)
            color = context.color
            if span.color is not None:
                color = values.color(span.color, "color")
            elif span.role is not None and tokens.color is not None:
                color = tokens.color
            style = self.text_style(tokens)
            if span.marks:
                look = marked(
                    span.marks,
                    style,
                    behind=context.behind,
                    theme=self.theme,
                    library=self.typesetter.library,
                    origin=node.origin,
                )
                style = look.style
                if span.color is None and look.color is not None:
                    color = look.color
            spans.append(StyledSpan(span.said_in(self.language), style, color))
        return self.typesetter.paragraph(
            tuple(spans),
            align=self.text_align(node, context.role),
            wrap=self.wrap(node, context.role),
            max_lines=node.max_lines,
            ellipsis=node.ellipsis,
            trim=node.trim,
            room=room,
            origin=node.origin,
        )

    def words(self, node: Words, text: Text, paragraph: Paragraph) -> KeyedWords:
        """Words with a key, which are placed once the lines of their text are broken."""
        said = "".join(span.said_in(self.language) for span in text.spans[node.first : node.after])
        return KeyedWords(self.element(node), said, *paragraph.span_bounds(node.first, node.after))

    def wrap(self, node: Text, role: str) -> TextWrap:
        """Where the lines of a text break: centred text is balanced where nothing else is asked for."""
        own, centred = self.role(role).wrap, self.text_align(node, role) == "center"
        return node.wrap or ("balance" if centred and own != "nowrap" else own)

    def text_align(self, node: Text, role: str) -> TextAlign:
        """Where the lines of a text go."""
        return node.text_align or self.role(role).align

    def text_style(self, tokens: TypeTokens) -> TextStyle:
        return TextStyle(
            family=tokens.font,
            weight=tokens.weight,
            italic=tokens.italic,
            size=float(tokens.size),
            line_height=float(tokens.line_height),
            letter_spacing=float(tokens.letter_spacing),
            features=(*font_features(self.theme, tokens.font), *tokens.features),
            uppercase=tokens.text_transform == "uppercase",
            language=self.tag,
            hyphenate=tokens.hyphenate,
        )

    # -- arrows ---------------------------------------------------------------------------------

    def arrow(self, node: Arrow, parent: Node, index: int, context: _Context) -> Styled:
        """An arrow is a box too: among siblings it takes their room, otherwise none."""
        tokens = NeededTokens(ARROW.name, self.with_component(node, {"component": ARROW.name}), node)
        values = Values(self.theme, node.origin)
        ends = self.neighbours(node, parent, index) if node.ends is None else node.ends
        width = (
            float(tokens["stroke_width"])
            if node.stroke_width is None
            else values.px(node.stroke_width, "stroke_width", least=0)
        )
        connector = ConnectorContent(
            start=self.end(ends[0]),
            end=self.end(ends[1]),
            color=values.color(node.color if node.color is not None else tokens["color"], "color"),
            width=width,
            radius=float(tokens["radius"]),
            dashed=node.dashed,
            head=node.head,
            tail=node.tail,
            head_length=max(float(tokens["head"]), _HEAD * width if node.stroke_width is not None else 0.0),
            clearance=float(tokens["clearance"]),
            margin=float(tokens["margin"]),
            spacing=float(tokens["spacing"]),
            route=node.route,
        )
        inner = replace(context, role=str(tokens["role"]))
        label = tuple(self.box(child, inner, child.props) for child in node.children)
        if node.ends is not None:
            style = BoxStyle(position="absolute")
            return Styled(self.element(node), style, Look(), label, connector, ARROW.name)
        length = values.px(node.length if node.length is not None else tokens["length"], "length", least=0)
        around_label = length / 2 + connector.clearance if label else 0.0
        style = _sibling_style(parent, length, around_label)
        return Styled(self.element(node), style, Look(), label, connector, ARROW.name)

    def end(self, place: Anchor | Node) -> ConnectorEnd:
        """Where an arrow ends, as later passes know it."""
        if isinstance(place, Node):
            return ConnectorEnd(self.element(place))
        return ConnectorEnd(self.element(place.node), place.side, place.fraction)

    def neighbours(self, node: Arrow, parent: Node, index: int) -> tuple[Node | Anchor, Node | Anchor]:
        """The siblings before and after an arrow, at the sides that face each other."""
        before = _nearest(reversed(parent.children[:index]))
        after = _nearest(parent.children[index + 1 :])
        if not isinstance(parent, Row | Column):
            message = f"an Arrow without ends has no place in a {type(parent).__name__}"
            hint = "Arrow() stands between two siblings of a Row or Column; Arrow(a, b) connects any two nodes"
            raise error("arrow-ends", message, origin=node.origin, hint=hint)
        if before is None or after is None:
            side = "before" if before is None else "after"
            message = f"this Arrow has no sibling {side} it"
            hint = "Arrow() stands between two siblings of a Row or Column; Arrow(a, b) connects any two nodes"
            raise error("arrow-ends", message, origin=node.origin, hint=hint)
        if parent.props.get("reverse"):
            pair = (before.left, after.right) if isinstance(parent, Row) else (before.top, after.bottom)
        else:
            pair = (before.right, after.left) if isinstance(parent, Row) else (before.bottom, after.top)
        return pair


def _unstretched(parent: Node) -> dict[str, Any]:
    """Where what has a size of its own goes: where the parent says, and to the start rather than over all its room."""
    across = ("align_self", parent.props.get("align"))
    along = ("justify_self", parent.justify_items if isinstance(parent, Grid) else parent.props.get("justify"))
    words = (across, along) if isinstance(parent, Grid | Stack) else (across,)
    return {word: "start" for word, value in words if value in (None, "normal", "stretch")}


def _nearest(siblings: Any) -> Node | None:  # noqa: ANN401 - any iterable of nodes
    in_flow = (n for n in siblings if not isinstance(n, Arrow) and n.props.get("position") != "absolute")
    return next(in_flow, None)


def _sibling_style(parent: Node, length: float, around_label: float) -> BoxStyle:
    """The room of an arrow among siblings: at least ``length`` px, and what is free where no sibling grows."""
    column = isinstance(parent, Column)
    sides = ("top", "bottom") if column else ("left", "right")
    room: dict[str, Any] = {f"padding_{side}": around_label for side in sides}
    room["min_height" if column else "min_width"] = length
    return BoxStyle(
        flex_direction="column" if column else "row",
        flex_grow=0.0 if any(sibling.props.get("grow") for sibling in parent.children) else 1.0,
        flex_shrink=0.0,
        align_self="stretch",
        align_items="center",
        justify_content="center",
        **room,
    )
