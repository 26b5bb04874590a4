"""Writes the tables of docs/nodes.md from what the package declares: every node, every keyword."""

from __future__ import annotations

import ast
import inspect
import re
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import layoutkit
import layoutkit.chart
import layoutkit.keywords
import layoutkit.shapes
from docs.node_examples import BOX_KEYWORDS, COUNTERPARTS, GROUPS, MEANINGS, NODES
from layoutkit.nodes import props
from layoutkit.style.box import Auto, BoxStyle

__all__ = [
    "PAGE",
    "Declared",
    "Keyword",
    "declared",
    "home",
    "keywords_of",
    "kind",
    "sentence",
    "with_keyword",
    "with_tables",
]

PAGE = Path(__file__).parent / "nodes.md"
_BLOCK = re.compile(r"(<!-- nodes: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
_KINDS = {
    "LengthLike": "a length",
    "ColorLike": "a colour",
    "Tone": "a tone",
    "str": "a text",
    "Inline": "a text",
    "float": "a number",
    "int": "a whole number",
    "bool": "`True` or `False`",
    "Node": "a node",
    "Child": "a node",
    "Item": "a text or a node",
    "Icon": "an Icon",
    "Anchor": "a place on a node",
    "Numeral": "a number",
    "LateText": "",
    "Path": "",
    "Hashable": "a word or a tuple",
    "Tracks": 'tracks, such as `"auto 1fr"`',
    "Value": "a number or a name",
    "DataPoint": "a point `(x, y)`",
    "Iterable[DataPoint]": "points",
    "Scale": "a scale",
    "Axis": "an Axis",
    "Mark": "a mark",
    "Table": "data",
    "date": "a date",
    "Format": 'a format, such as `".0%"`, or a function',
    "AxisFormat": 'a format, such as `".0%"`, or a function',
    "Collection": "several",
    "Iterable[int]": "whole numbers",
    "Mapping[str, str]": "`{rule: reason}`",
    "Mapping[int, str]": "`{number: words}`",
    "Mapping[str, Tone]": "`{name: tone}`",
    "Mapping[str, AtAnchor]": "`{name: anchor}`",
    "Mapping[str, Sequence[str]]": "`{name: values}`",
    "Mapping[str, Sequence[Mark]]": "`{name: marks}`",
    "Mapping[Any, str]": "`{value: words}`",
    "Sequence[str]": "texts",
    "Sequence[float]": "numbers",
    "list[float]": "numbers",
    "Sequence[Value]": "numbers or names",
    "Sequence[Bar]": "bars",
    "Sequence[StripGroup]": "groups",
    "Sequence[LegendEntry]": '`(words, tone, "solid", "dashed" or "outline")` each',
    "Sequence[Mark]": "marks",
    "Sequence[Sequence[float]]": "rows of numbers",
    "Sequence[Sequence[str]]": "rows of texts",
    "Sequence[Sequence[str | Node]]": "rows of texts or nodes",
    "Sequence[float | str | date]": "values",
    "Collection[tuple[int, int]]": "`(row, column)` each",
    "Callable[[float], str]": "a function of a number",
    "tuple[Mark, ...]": '`"strong"`, `"emphasis"`, `"code"`',
    "tuple[float, float]": "two numbers",
    "tuple[Value, Value]": "two values",
    "tuple[date, date]": "two dates",
    "tuple[str, str]": "two texts",
    "tuple[int, int]": "two whole numbers",
}
"""What an annotation means, in words."""
_LIKE = {"Heading": "Text", "Vector": "Matrix", "bars": "columns", "Bracket": "Brace"}
"""Nodes whose docstrings refer to that of another."""
_BY_KIND = {
    "LengthLike": "t.space.m",
    "ColorLike": "t.color.accent",
    "Tone": '"accent"',
    "float": "1",
    "int": "2",
    "Side": '"right"',
}


@dataclass(frozen=True)
class Keyword:
    """A keyword of a node."""

    name: str
    meaning: str
    annotation: str
    default: Any
    """``inspect.Parameter.empty`` where the keyword is required."""
    many: bool = False
    """Whether it stands for any number of arguments without a name."""


@dataclass(frozen=True)
class Declared:
    """A node, component, mark or shape."""

    name: str
    summary: str
    keywords: tuple[Keyword, ...]
    """Its own; not those of every box."""
    takes: str
    """``BoxProps``, ``LeafProps``, ``ShapeProps``, ``ArrowProps``, or nothing."""


def home(name: str) -> Any:  # noqa: ANN401 - modules
    """The module that authors import a name from."""
    modules = (layoutkit, layoutkit.chart, layoutkit.shapes)
    return next(module for module in modules if name in module.__all__)


@cache
def declared(name: str) -> Declared:
    """What the package says of a node."""
    made = getattr(home(name), name)
    text = inspect.getdoc(made) or ""
    told = _arguments(inspect.getdoc(made.__init__ if inspect.isclass(made) else made) or "") | _attributes(made)
    if name in _LIKE:
        others = {word.name: word.meaning for word in declared(_LIKE[name]).keywords if word.meaning}
        told = {**others, **{word: meaning for word, meaning in told.items() if not meaning.startswith("as for")}}
    own, takes = [], ""
    for parameter in inspect.signature(made.__init__ if inspect.isclass(made) else made).parameters.values():
        annotation = str(parameter.annotation)
        if parameter.kind is parameter.VAR_KEYWORD:
            takes = annotation.removeprefix("Unpack[").removesuffix("]")
        elif parameter.name != "self":
            many = parameter.kind is parameter.VAR_POSITIONAL
            meaning = (
                told.get(parameter.name) or MEANINGS.get(f"{name}.{parameter.name}") or MEANINGS.get(parameter.name)
            )
            own.append(Keyword(parameter.name, meaning or "", annotation, parameter.default, many))
    return Declared(name, _plain(text.partition("\n\n")[0]), tuple(own), takes)


def keywords_of(table: str) -> dict[str, tuple[str, str]]:
    """The annotation and the meaning of each keyword that a ``TypedDict`` of ``nodes/props.py`` declares."""
    made = getattr(props, table)
    bases = [ast.unparse(base) for base in _class_of(made).bases if ast.unparse(base) != "TypedDict"]
    return {**{name: told for base in bases for name, told in keywords_of(base).items()}, **_fields(made)}


def _class_of(made: type) -> ast.ClassDef:
    return next(part for part in ast.walk(ast.parse(inspect.getsource(made))) if isinstance(part, ast.ClassDef))


def _fields(made: type) -> dict[str, tuple[str, str]]:
    """Annotated names of a class, each with the docstring below it."""
    body = _class_of(made).body
    found = {}
    for statement, following in zip(body, [*body[1:], None], strict=True):
        if isinstance(statement, ast.AnnAssign):
            said = following.value if isinstance(following, ast.Expr) else None
            words = inspect.cleandoc(str(said.value)) if isinstance(said, ast.Constant) else ""
            found[ast.unparse(statement.target)] = (ast.unparse(statement.annotation), _plain(words))
    return found


def _attributes(made: Any) -> dict[str, str]:  # noqa: ANN401 - a class or a function
    if not inspect.isclass(made):
        return {}
    return {name: words for name, (_, words) in _fields(made).items() if words}


def _arguments(text: str) -> dict[str, str]:
    """The ``Args`` of a docstring."""
    found = re.search(r"^Args:\n(.*?)(?=^\S|\Z)", text, re.MULTILINE | re.DOTALL)
    parts = re.findall(r"^ {4}(\w+): (.*?)(?=^ {4}\S|\Z)", found[1], re.MULTILINE | re.DOTALL) if found else []
    return {name: _plain(words) for name, words in parts}


def _plain(text: str) -> str:
    text = re.sub(r":\w+:`([^`]+)`", r"`\1`", " ".join(text.split()).replace("``", "`"))
    return text.replace("|", "\\|")


def _words(annotation: str) -> tuple[Any, ...]:
    """The words of a ``Literal``, written out or by its name; none for anything else."""
    if annotation.startswith("Literal["):
        return tuple(ast.literal_eval(f"({annotation[8:-1]},)"))
    if annotation in _KINDS:
        return ()
    for module in (layoutkit.keywords, *(known for key, known in sys.modules.items() if key.startswith("layoutkit."))):
        value = vars(module).get(annotation)
        if get_origin(value) is Literal:
            return get_args(value)
    return ()


def parts_of(annotation: str) -> list[str]:
    """The members of a union, ``None`` left out."""
    parts, depth, part = [], 0, ""
    for sign in annotation + "|":
        depth += (sign in "[(") - (sign in "])")
        if sign == "|" and not depth:
            parts.append(part.strip())
            part = ""
        else:
            part += sign
    return [part for part in parts if part != "None"]


def kind(annotation: str) -> str:
    """What may be given, in words."""
    found = []
    for part in parts_of(annotation):
        words = _words(part)
        shown = ", ".join(f"`{word!r}`".replace("'", '"') for word in words) if words else _KINDS.get(part, f"`{part}`")
        if shown and shown not in found:
            found.append(shown)
    return " or ".join(found)


def default(value: Any) -> str:  # noqa: ANN401 - any value
    """What holds where a keyword is left out."""
    if value is inspect.Parameter.empty:
        return "required"
    if value is None or value in ("", ()) or repr(value) == "<factory>":
        return ""
    return f"`{value!r}`".replace("'", '"')


def with_keyword(call: str, name: str, keyword: str, value: str) -> str:
    """A call with one keyword more in it."""
    for part in ast.walk(ast.parse(call, mode="eval")):
        if isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and part.func.id == name:
            end = (part.end_col_offset or 0) - 1
            comma = ", " if part.args or part.keywords else ""
            before = call.encode()[:end].decode()
            return f"{before}{comma}{keyword}={value}{call.encode()[end:].decode()}"
    raise ValueError(f"{call} does not call {name}")


def value_of(node: str, keyword: Keyword) -> str:
    """A value for the example of a keyword; empty where the node's own call has one."""
    example = NODES[node]
    if keyword.name in example.values:
        return example.values[keyword.name]
    (called,) = [
        part
        for part in ast.walk(ast.parse(example.call, mode="eval"))
        if isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and part.func.id == node
    ][:1]
    positional = [word.name for word in declared(node).keywords][: len(called.args)]
    if keyword.many or keyword.name in positional or keyword.name in [word.arg for word in called.keywords]:
        return ""
    if keyword.name == "stroke_width":
        return "t.stroke.thick"
    return _any_value(keyword)


def _any_value(keyword: Keyword) -> str:
    """A value of the keyword's kind other than its default; empty where the kind has none."""
    for part in parts_of(keyword.annotation):
        for word in _words(part):
            if word != keyword.default:
                return f"{word!r}".replace("'", '"')
        if part == "bool":
            return str(not keyword.default)
        if part in _BY_KIND:
            return _BY_KIND[part]
    return ""


def examples_of(node: str) -> dict[str, str]:
    """The calls that show a node: the first is its own, the others have one keyword more each."""
    found = {"": NODES[node].call}
    for keyword in declared(node).keywords:
        value = value_of(node, keyword)
        if value:
            found[keyword.name] = _completed(node, keyword.name, value)
    return found


def _completed(node: str, keyword: str, value: str) -> str:
    """The call with the keyword, and with what the keyword does not go without."""
    call = NODES[node].call
    if keyword == "ellipsis":
        call = with_keyword(call, node, "max_lines", "1")
    if (node, keyword) == ("rule", "x"):
        call = call.replace("y=2", "")
    if keyword == "path":
        call = call.replace('"check"', "")
    return with_keyword(call, node, keyword, value)


def _node(name: str) -> str:
    node = declared(name)
    like = COUNTERPARTS.get(name)
    shown = f"```py\n{NODES[name].call}\n```"
    lines = [f"### {name}", "", f"{sentence(node.summary)}{f' CSS: `{like}`.' if like else ''}", "", shown, ""]
    css = {
        word.name: COUNTERPARTS.get(f"{name}.{word.name}", COUNTERPARTS.get(word.name, "")) for word in node.keywords
    }
    if any(css.values()):
        head = ["| keyword | meaning | value | default | CSS or SVG | example |", "|---|---|---|---|---|---|"]
    else:
        head = ["| keyword | meaning | value | default | example |", "|---|---|---|---|---|"]
    rows = []
    for word in node.keywords:
        value = value_of(name, word)
        example = f"`{word.name}={value}`" if value else "above"
        like = f" {_code(css[word.name])} |" if any(css.values()) else ""
        name_shown = f"`{'*' if word.many else ''}{word.name}`"
        told = "" if word.many else default(word.default)
        rows.append(f"| {name_shown} | {_said(word.meaning)} | {kind(word.annotation)} | {told} |{like} {example} |")
    if [word.name for word in node.keywords] != ["children"]:
        lines += [*head, *rows, ""]
    lines += [_taken(node), ""] if node.takes else []
    return "\n".join(lines)


def _taken(node: Declared) -> str:
    if node.takes == "BoxProps":
        return "Takes the [keywords of every box](#keywords-of-every-box)."
    if node.takes == "LeafProps":
        return "Takes the [keywords of every box](#keywords-of-every-box), but for those that place children."
    only = ", ".join(f"`{word}`" for word in keywords_of(node.takes))
    return f"Takes {only} of the [keywords of every box](#keywords-of-every-box)."


def sentence(text: str) -> str:
    """The first sentence of a docstring, without the example that some have at its end."""
    text = re.sub(r": `[^`]*`\.?$", "", text)
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _said(text: str) -> str:
    """A meaning as a cell: a capital at its start, no full stop at its end."""
    return f"{text[:1].upper()}{text[1:]}".rstrip(".")


def _code(text: str) -> str:
    return f"`{text}`" if text else ""


def _initial(css: str) -> str:
    """The initial value of a CSS property, as ``BoxStyle`` declares it."""
    value = BoxStyle.__dataclass_fields__[css.replace("-", "_")].default
    if isinstance(value, Auto):
        return "auto"
    return "none" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def box_default(keyword: str) -> str:
    """What holds where neither the node nor its component says anything."""
    for group in BOX_KEYWORDS.values():
        if keyword in group:
            told = group[keyword].default
            return _initial(group[keyword].css) if told is None else told
    raise KeyError(keyword)


def _initially(keyword: str) -> str:
    told = box_default(keyword)
    return told if told == "inherited" or "`" in told else f"`{told}`"


def _boxes() -> str:
    known = keywords_of("BoxProps")
    parts = []
    for title, group in BOX_KEYWORDS.items():
        parts += [
            f"### {title}",
            "",
            "| keyword | meaning | value | default | CSS | example |",
            "|---|---|---|---|---|---|",
        ]
        for name, word in group.items():
            annotation, meaning = known[name]
            css = _code(word.css) if word.css else ""
            parts.append(
                f"| `{name}` | {_said(meaning)} | {kind(annotation)} | {_initially(name)} | {css} | `{word.example}` |"
            )
        parts.append("")
    return "\n".join(parts)


def _figure() -> str:
    rows = ["| keyword | meaning | value | default |", "|---|---|---|---|"]
    for word in declared("figure").keywords:
        if word.name not in ("positional", "unknown"):
            required = "required" if word.name in ("title", "alt") else default(word.default)
            rows.append(f"| `{word.name}` | {_said(word.meaning)} | {kind(word.annotation)} | {required} |")
    return "\n".join([*rows, ""])


def _nodes() -> str:
    parts = []
    for title, names in GROUPS.items():
        where = {home(name).__name__ for name in names} - {"layoutkit"}
        imported = f"Imported from `{where.pop()}`.\n\n" if where else ""
        parts += [f"## {title}\n\n{imported}" + "\n".join(map(_node, names))]
    return "\n".join(parts)


def with_tables(page: str) -> str:
    """The page with every block written again."""
    made = {"all": _nodes, "boxes": _boxes, "figure": _figure}
    return _BLOCK.sub(lambda found: f"{found[1]}\n{made[found[2]]().rstrip()}\n\n{found[3]}", page)


if __name__ == "__main__":
    PAGE.write_text(with_tables(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
