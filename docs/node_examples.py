"""What docs/nodes.md shows of each keyword beside its declaration: the CSS counterpart, and an example that runs.

In an example ``a``, ``b`` and ``c`` are cards, and ``t`` is the theme.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["BOX_KEYWORDS", "COUNTERPARTS", "GROUPS", "MEANINGS", "NODES", "BoxKeyword", "NodeExample"]


class BoxKeyword(NamedTuple):
    """A keyword of every box."""

    css: str
    """Empty where CSS has nothing like it."""
    example: str
    default: str | None = None
    """None for the initial value of the CSS property, which ``BoxStyle`` declares."""


class NodeExample(NamedTuple):
    """A node, and values for the keywords that are not written in its call."""

    call: str
    values: dict[str, str]


BOX_KEYWORDS: dict[str, dict[str, BoxKeyword]] = {
    "Size": {
        "width": BoxKeyword("width", 'Card(Text("A"), width="50%", align_self="start")'),
        "height": BoxKeyword("height", 'Card(Text("A"), height="{space.xxl} * 2")'),
        "min_width": BoxKeyword("min-width", 'Chip(Text("A"), min_width="{space.xxl} * 3")'),
        "min_height": BoxKeyword("min-height", 'Card(Text("A"), min_height="{space.xxl} * 2")'),
        "max_width": BoxKeyword("max-width", 'Card(Text("A"), max_width="40%")'),
        "max_height": BoxKeyword("max-height", 'Image("bread.svg", alt="", max_height=t.space.xxl)'),
        "aspect_ratio": BoxKeyword("aspect-ratio", 'Card(Text("A"), width="30%", aspect_ratio=1.5)'),
    },
    "Padding and margin": {
        "padding": BoxKeyword("padding", "Row(a, padding=t.space.l)", "0"),
        "padding_x": BoxKeyword("padding-inline", 'Card(Text("A"), padding_x=t.space.xl)', "0"),
        "padding_y": BoxKeyword("padding-block", 'Card(Text("A"), padding_y=t.space.xl)', "0"),
        "padding_top": BoxKeyword("padding-top", 'Card(Text("A"), padding_top=t.space.xl)'),
        "padding_right": BoxKeyword("padding-right", 'Card(Text("A"), padding_right=t.space.xl)'),
        "padding_bottom": BoxKeyword("padding-bottom", 'Card(Text("A"), padding_bottom=t.space.xl)'),
        "padding_left": BoxKeyword("padding-left", 'Card(Text("A"), padding_left=t.space.xl)'),
        "margin": BoxKeyword("margin", 'Row(a, Card(Text("B"), margin=t.space.l))', "0"),
        "margin_x": BoxKeyword("margin-inline", 'Column(Card(Text("A"), margin_x="auto"))', "0"),
        "margin_y": BoxKeyword("margin-block", 'Column(a, Card(Text("B"), margin_y=t.space.l), c)', "0"),
        "margin_top": BoxKeyword("margin-top", 'Column(a, Card(Text("B"), margin_top=t.space.xl))'),
        "margin_right": BoxKeyword("margin-right", 'Row(Card(Text("A"), margin_right="auto"), b)'),
        "margin_bottom": BoxKeyword("margin-bottom", 'Column(Card(Text("A"), margin_bottom=t.space.xl), b)'),
        "margin_left": BoxKeyword("margin-left", 'Row(a, Card(Text("B"), margin_left="auto"))'),
    },
    "In a Row or Column": {
        "gap": BoxKeyword("gap", "Row(a, b, c, gap=t.space.l)", "0"),
        "row_gap": BoxKeyword("row-gap", "Grid(a, b, c, columns=2, row_gap=t.space.s)"),
        "column_gap": BoxKeyword("column-gap", "Grid(a, b, c, columns=2, column_gap=t.space.xl)"),
        "justify": BoxKeyword("justify-content", 'Row(a, b, justify="space-between")'),
        "align": BoxKeyword("align-items", 'Row(a, Heading("B"), align="center", gap=t.space.m)'),
        "align_self": BoxKeyword("align-self", 'Column(Card(Text("A"), align_self="center"), b)'),
        "grow": BoxKeyword("flex-grow", 'Row(a, Card(Text("B"), grow=1))'),
        "shrink": BoxKeyword("flex-shrink", 'Row(Card(Text("A"), width="50%", shrink=0), b)'),
        "basis": BoxKeyword("flex-basis", 'Row(Card(Text("A"), basis=0, grow=1), Card(Text("B"), basis=0, grow=2))'),
        "wrap": BoxKeyword("flex-wrap", "Row(a, b, c, wrap=True, gap=t.space.m)", "False"),
        "align_content": BoxKeyword("align-content", 'Row(a, b, c, wrap=True, align_content="center")'),
        "reverse": BoxKeyword("flex-direction: row-reverse", "Row(a, b, c, reverse=True)", "False"),
        "share_rows": BoxKeyword(
            "grid-template-rows: subgrid",
            'Row(Card(Heading("A"), Text("1"), basis=0, grow=1), Card(Heading("B"), Text("2"), basis=0, grow=1), '
            "share_rows=True)",
            "False",
        ),
    },
    "In a Grid or Stack": {
        "column": BoxKeyword("grid-column-start", 'Grid(a, Card(Text("B"), column=3), columns=3)'),
        "row": BoxKeyword("grid-row-start", 'Grid(a, Card(Text("B"), row=2), columns=2)'),
        "column_span": BoxKeyword(
            "grid-column-end: span", 'Grid(Card(Text("A"), column_span=2), b, c, columns=2)', "1"
        ),
        "row_span": BoxKeyword("grid-row-end: span", 'Grid(Card(Text("A"), row_span=2), b, c, columns=2)', "1"),
        "justify_self": BoxKeyword(
            "justify-self", 'Stack(Card(Text("A"), width="90%"), Pill("B", justify_self="end"))'
        ),
    },
    "Out of the flow": {
        "position": BoxKeyword("position", 'Stack(a, Pill("new", position="absolute", top=0, right=0))'),
        "top": BoxKeyword("top", 'Card(Text("A"), Badge(1, position="absolute", top=t.space.s, right=t.space.s))'),
        "right": BoxKeyword("right", 'Card(Text("A"), Badge(1, position="absolute", right=t.space.s, top=t.space.s))'),
        "bottom": BoxKeyword(
            "bottom", 'Card(Text("A"), Badge(1, position="absolute", bottom=t.space.s, right=t.space.s))'
        ),
        "left": BoxKeyword(
            "left", 'Row(Badge(1, position="absolute", left="50%", top=0), height=t.space.xxl, width="40%")'
        ),
        "overflow": BoxKeyword(
            "overflow", 'Card(Image("bread.svg", alt="", width="100%"), overflow="hidden", padding=0)'
        ),
    },
    "Background, border and shadow": {
        "background": BoxKeyword("background-color", 'Row(Text("A"), background=t.color.sunken)', "none"),
        "background_image": BoxKeyword(
            "background-image",
            'Row(Text("A"), background_image="linear-gradient(to right, {color.surface}, {color.sunken})")',
            "none",
        ),
        "border": BoxKeyword("border-color", 'Row(Text("A"), border=t.color.line)', "none"),
        "border_width": BoxKeyword("border-width", 'Card(Text("A"), border_width=t.stroke.thick)', "1"),
        "border_style": BoxKeyword("border-style", 'Card(Text("A"), border_style="dashed")', "solid"),
        "border_top": BoxKeyword("border-top-color", 'Row(Text("A"), border_top=t.color.accent)', "that of `border`"),
        "border_right": BoxKeyword(
            "border-right-color", 'Row(Text("A"), border_right=t.color.accent)', "that of `border`"
        ),
        "border_bottom": BoxKeyword(
            "border-bottom-color", 'Row(Text("A"), border_bottom=t.color.accent)', "that of `border`"
        ),
        "border_left": BoxKeyword(
            "border-left-color", 'Row(Text("A"), border_left=t.color.accent)', "that of `border`"
        ),
        "border_top_width": BoxKeyword(
            "border-top-width", 'Card(Text("A"), border_top_width=t.stroke.thick)', "`border_width`"
        ),
        "border_right_width": BoxKeyword(
            "border-right-width", 'Card(Text("A"), border_right_width=t.stroke.thick)', "`border_width`"
        ),
        "border_bottom_width": BoxKeyword(
            "border-bottom-width", 'Card(Text("A"), border_bottom_width=t.stroke.thick)', "`border_width`"
        ),
        "border_left_width": BoxKeyword(
            "border-left-width", 'Card(Text("A"), border_left_width=t.stroke.thick)', "`border_width`"
        ),
        "radius": BoxKeyword("border-radius", 'Card(Text("A"), radius=t.radius.l)', "0"),
        "radius_top_left": BoxKeyword("border-top-left-radius", 'Card(Text("A"), radius_top_left=0)', "`radius`"),
        "radius_top_right": BoxKeyword("border-top-right-radius", 'Card(Text("A"), radius_top_right=0)', "`radius`"),
        "radius_bottom_right": BoxKeyword(
            "border-bottom-right-radius", 'Card(Text("A"), radius_bottom_right=0)', "`radius`"
        ),
        "radius_bottom_left": BoxKeyword(
            "border-bottom-left-radius", 'Card(Text("A"), radius_bottom_left=0)', "`radius`"
        ),
        "shadow": BoxKeyword("box-shadow", 'Card(Text("A"), shadow="none")', "none"),
        "column_rule": BoxKeyword("column-rule-color", "Row(a, b, gap=t.space.l, column_rule=t.color.line)", "none"),
        "column_rule_width": BoxKeyword(
            "column-rule-width",
            "Row(a, b, gap=t.space.l, column_rule=t.color.line, column_rule_width=t.stroke.thick)",
            "1",
        ),
        "column_rule_style": BoxKeyword(
            "column-rule-style",
            'Row(a, b, gap=t.space.l, column_rule=t.color.line, column_rule_style="dotted")',
            "solid",
        ),
        "row_rule": BoxKeyword("row-rule-color", "Column(a, b, gap=t.space.l, row_rule=t.color.line)", "none"),
        "row_rule_width": BoxKeyword(
            "row-rule-width", "Column(a, b, gap=t.space.l, row_rule=t.color.line, row_rule_width=t.stroke.thick)", "1"
        ),
        "row_rule_style": BoxKeyword(
            "row-rule-style", 'Column(a, b, gap=t.space.l, row_rule=t.color.line, row_rule_style="dashed")', "solid"
        ),
    },
    "Text, names and checks": {
        "color": BoxKeyword("color", 'Column(Text("A"), color=t.color.accent_ink)', "inherited"),
        "role": BoxKeyword("font", 'Column(Text("A"), role="small")', "inherited"),
        "component": BoxKeyword("class", 'Column(Text("A"), component="card")', "none"),
        "semantics": BoxKeyword("role (ARIA)", 'Column(Text("A"), Text("B"), semantics="list")', "none"),
        "key": BoxKeyword("id", 'Column(Card(Text("A"), key="first"), b)', "none"),
        "allow": BoxKeyword("", 'Card(Text("A"), allow={"cramped": "a tile"})', "none"),
    },
}
"""The keywords of every box, in groups."""

NODES: dict[str, NodeExample] = {
    "Row": NodeExample("Row(a, b, gap=t.space.m)", {}),
    "Column": NodeExample("Column(a, b, gap=t.space.m)", {}),
    "Grid": NodeExample("Grid(a, b, c, columns=2)", {"rows": '"auto 1fr"', "auto_rows": '"1fr"'}),
    "Stack": NodeExample('Stack(Card(Text("A"), height="{space.xxl} * 2"), Pill("B"), justify="end")', {}),
    "Spacer": NodeExample("Row(a, Spacer(t.space.xl), b)", {}),
    "Chip": NodeExample('Chip(Icon("check"), Text("done"), gap=t.space.s)', {}),
    "Text": NodeExample('Text("One *strong* thought.")', {"max_lines": "2", "reserve": '"heading"'}),
    "Heading": NodeExample('Heading("Dough needs time")', {"max_lines": "1", "reserve": '"title"'}),
    "Span": NodeExample(
        'Text(Span("0.9"), " of them")',
        {"role": '"strong"', "color": "t.color.accent_ink", "marks": '("strong",)', "key": '"share"'},
    ),
    "BulletList": NodeExample('BulletList("Mix.", "Rise.")', {"marker": '"–"'}),
    "NumberedList": NodeExample('NumberedList("Mix.", "Rise.")', {"start": "4"}),
    "Code": NodeExample('Code("x = 1")', {"language": '"python"', "highlight": "[1]", "tab_width": "8"}),
    "Quote": NodeExample('Quote("Draw, and you understand.")', {"by": '"Proverb"'}),
    "ChatBubble": NodeExample(
        'ChatBubble("Why?", who="human", name="Person")', {"avatar": 'IconCircle("user", tone="accent")'}
    ),
    "Icon": NodeExample('Icon("check")', {"path": '"bread.svg"', "alt": '"done"', "size": "t.space.xl"}),
    "IconCircle": NodeExample('IconCircle("lightbulb")', {"alt": '"idea"'}),
    "Image": NodeExample('Image("bread.svg", alt="A loaf of bread.")', {}),
    "Card": NodeExample('Card(Text("One thought."), tone="accent")', {"label": '"Summary"', "kind": '"tinted"'}),
    "Pill": NodeExample('Pill("new")', {}),
    "Badge": NodeExample("Badge(3)", {}),
    "Divider": NodeExample("Divider()", {"label": '"or"'}),
    "Legend": NodeExample('Legend([("context", None, "dashed"), ("answer", "positive", "outline")])', {}),
    "Stepper": NodeExample(
        'Stepper(("Mix", "Rise", "Bake"), 2)', {"links": '{1: "2 hours"}', "names": '"below"', "compact": "True"}
    ),
    "Table": NodeExample('Table(("Name", "Share"), [["rye", "40 %"]])', {"columns": '"1fr auto"'}),
    "Rubric": NodeExample(
        'Rubric(("Useful", "Score"), {"A": (True, 7), "B": (False, 9)})',
        {"words": '("met", "missed")', "shown": "str", "head": '"Answer"'},
    ),
    "Bars": NodeExample('Bars([Bar("rye", 0.4, "40 %"), Bar("wheat", 0.6, "60 %")])', {"of": "1"}),
    "Bar": NodeExample('Bars([Bar("rye", 0.4, "40 %")])', {"tone": '"positive"'}),
    "Meter": NodeExample("Meter(0.7)", {"of": "2", "label": '"Hits"', "shown": '"70 %"'}),
    "Cell": NodeExample('Cell("−100")', {}),
    "Matrix": NodeExample(
        "Matrix([[0.2, -0.7], [0.9, 0.0]])",
        {"of": "1", "shown": "str", "marked": "[(0, 1)]", "before": "[[0.1, 0.1], [0.5, 0.2]]", "below": '"caution"'},
    ),
    "Vector": NodeExample("Vector([0.3, 0.8, -0.1])", {"of": "1", "shown": "str", "below": '"caution"'}),
    "TokenStrip": NodeExample(
        'TokenStrip({"Token": ["The", "sky"], "Id": ["11", "27"]})', {"groups": '[StripGroup("Question", 2)]'}
    ),
    "StripGroup": NodeExample('TokenStrip({"Token": ["The"]}, [StripGroup("Answer", 1)])', {"tone": '"positive"'}),
    "Arrow": NodeExample("Arrow(a, b)", {"label": '"feeds"'}),
    "Brace": NodeExample("Brace(a, b)", {"label": '"Both"'}),
    "Bracket": NodeExample("Bracket(a, b)", {"label": '"Both"'}),
    "Group": NodeExample("Group(a, b)", {"label": '"Both"'}),
    "Callout": NodeExample('Callout("Only here.", b.bottom)', {}),
    "Chart": NodeExample(
        "Chart(line([4.2, 2.8, 2.3]))",
        {"x": '"epoch"', "y": '"loss"', "lines": "10", "margins": '"runs"', "alt": '"It falls."', "description": '""'},
    ),
    "Axis": NodeExample(
        "Chart(line([1, 20, 300]), y=Axis())",
        {"title": '"loss"', "domain": "(1, 1000)", "ticks": "[1, 100]", "format": '".0f"', "title_angle": "-90"},
    ),
    "line": NodeExample('Chart(line([4.2, 2.8, 2.3], label="loss"))', {}),
    "area": NodeExample('Chart(area([2, 3, 4], label="all"))', {"base": "1"}),
    "points": NodeExample("Chart(points([(1, 2), (2, 3)]))", {"names": '["a", "b"]', "anchor": '"right"'}),
    "columns": NodeExample('Chart(columns({"rye": 3, "oat": 5}))', {"shown": '".1f"'}),
    "bars": NodeExample('Chart(bars({"rye": 3, "oat": 5}))', {"shown": "True"}),
    "heatmap": NodeExample(
        'Chart(heatmap([[50, 2], [3, 45]], x=["yes", "no"], y=["yes", "no"]))',
        {"of": "60", "base": "10", "words": '[["50", "2"], ["3", "45"]]', "empty": '"–"', "role": '"label"'},
    ),
    "rule": NodeExample("Chart(line([3, 1, 2]), rule(y=2))", {"label": '"limit"', "side": '"left"'}),
    "band": NodeExample("Chart(line([3, 1, 2]), band(x=(0, 1)))", {"label": '"start"'}),
    "note": NodeExample('Chart(line([3, 1, 2]), note(1, 1, "low"))', {"anchor": '"top"'}),
    "shared_axes": NodeExample("Chart(line([1, 2]), x=shared_axes(line([1, 2]), line([3, 4]))[0])", {}),
    "Drawing": NodeExample(
        "Drawing(Line((0, 1), (1, 0)), aspect_ratio=4)", {"x": "LinearScale(0, 2)", "y": "LinearScale(0, 2)"}
    ),
    "At": NodeExample('Drawing(At(0.5, 0.5, "here"), aspect_ratio=4)', {"anchor": '"left"'}),
    "Line": NodeExample("Drawing(Line((0, 1), (1, 0)), aspect_ratio=4)", {}),
    "Curve": NodeExample("Drawing(Curve([(0, 1), (0.5, 0), (1, 1)]), aspect_ratio=4)", {"curve": '"natural"'}),
    "Area": NodeExample("Drawing(Area([(0, 1), (0.5, 0), (1, 1)]), aspect_ratio=4)", {"base": "1"}),
    "Polygon": NodeExample("Drawing(Polygon((0, 1), (0.5, 0), (1, 1)), aspect_ratio=4)", {}),
    "Rectangle": NodeExample("Drawing(Rectangle((0, 0), (1, 1)), aspect_ratio=4)", {}),
    "Band": NodeExample("Drawing(Band(x=(0.2, 0.4)), aspect_ratio=4)", {}),
    "Circle": NodeExample("Drawing(Circle((0.5, 0.5), radius=t.space.m), aspect_ratio=4)", {}),
    "Ellipse": NodeExample("Drawing(Ellipse((0.5, 0.5), 0.3, 0.4), aspect_ratio=4)", {}),
    "Sector": NodeExample("Drawing(Sector((0.5, 0.5), 0, 90, radius=t.space.l), aspect_ratio=4)", {"hole": "0.5"}),
    "Points": NodeExample("Drawing(Points([(0.2, 0.5), (0.8, 0.5)]), aspect_ratio=4)", {}),
    "OutlinePath": NodeExample('Drawing(OutlinePath("M0 1 C0.2 0 0.8 0 1 1"), aspect_ratio=4)', {}),
}
"""Each node by its name. Values that are not listed follow from the kind of the keyword."""

GROUPS: dict[str, tuple[str, ...]] = {
    "Boxes": ("Row", "Column", "Grid", "Stack", "Spacer", "Chip"),
    "Words": ("Text", "Heading", "Span", "BulletList", "NumberedList", "Code", "Quote", "ChatBubble"),
    "Cards, labels and pictures": (
        "Card", "Pill", "Badge", "Divider", "Legend", "Stepper", "Icon", "IconCircle", "Image",
    ),
    "Tables and numbers": (
        "Table", "Rubric", "Bars", "Bar", "Meter", "Cell", "Matrix", "Vector", "TokenStrip", "StripGroup",
    ),
    "Arrows and notes": ("Arrow", "Brace", "Bracket", "Group", "Callout"),
    "Charts": (
        "Chart", "Axis", "line", "area", "points", "columns", "bars", "heatmap", "rule", "band", "note", "shared_axes",
    ),
    "Drawings": (
        "Drawing", "At", "Line", "Curve", "Area", "Polygon", "Rectangle", "Band", "Circle", "Ellipse", "Sector",
        "Points", "OutlinePath",
    ),
}  # fmt: skip
"""The order of the page."""

COUNTERPARTS: dict[str, str] = {
    "Row": "display: flex",
    "Column": "flex-direction: column",
    "Grid": "display: grid",
    "Grid.columns": "grid-template-columns",
    "Grid.rows": "grid-template-rows",
    "Grid.auto_columns": "grid-auto-columns",
    "Grid.auto_rows": "grid-auto-rows",
    "Grid.flow": "grid-auto-flow",
    "Grid.justify_items": "justify-items",
    "Spacer.size": "flex-basis",
    "Chip": "justify-self: start",
    "align": "text-align",
    "text_align": "text-align",
    "wrap": "text-wrap",
    "max_lines": "line-clamp",
    "ellipsis": "text-overflow",
    "trim": "text-box-trim",
    "writing_mode": "writing-mode",
    "color": "color",
    "role": "font",
    "BulletList.marker": "list-style-type",
    "Code.tab_width": "tab-size",
    "Image.fit": "object-fit",
    "Table.columns": "grid-template-columns",
    "fill": "fill",
    "stroke": "stroke",
    "stroke_width": "stroke-width",
    "dash": "stroke-dasharray",
    "cap": "stroke-linecap",
}
"""What CSS or SVG calls a node (``Grid``), a keyword of it (``Grid.columns``), or one of any node (``stroke``)."""

MEANINGS: dict[str, str] = {
    "fill": 'colour of the inside; `"current"` is that of the text around it',
    "stroke": 'colour of the line; `"current"` is that of the text around it',
    "stroke_width": "width of the line, in px; `{stroke.medium}` where it is left out",
    "dash": "style of the line",
    "cap": "how the ends of the line look",
    "center": "where its middle is",
    "Circle.radius": "in px, so that it stays round",
    "Ellipse.radius_x": "half its width, in the units of the drawing",
    "Ellipse.radius_y": "half its height, in the units of the drawing",
    "Polygon.points": "its corners, in order",
    "Rectangle.corner": "one corner",
    "Rectangle.opposite": "the corner across from it",
    "OutlinePath.data": "SVG path data, in fractions of the box",
    "Spacer.size": "its length along the main axis of the parent; left out, it takes all free space",
    "Span.text": "the words, without markup",
    "Bar.name": "what stands before the bar",
    "tone": "a meaning, as its colour",
    "StripGroup.label": "what the brace over the tokens says",
    "Vector.values": "the numbers",
    "Vector.upright": "whether they stand below one another",
    "note.x": "where, on the axis of x",
    "note.y": "where, on the axis of y",
    "note.text": "the words",
    "note.anchor": "the place of the words that stands at the point",
}
"""What a keyword means whose declaration says nothing of it: of one node, or of any."""
