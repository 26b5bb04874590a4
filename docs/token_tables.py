"""Writes the tables of keys in docs/tokens.md from what the package declares."""

from __future__ import annotations

import re
from pathlib import Path

from layoutkit.tokens.formats import formats
from layoutkit.tokens.schema import BOX, FIELDS, POSITIVE, SECTIONS, Field, ValueKind
from layoutkit.tokens.tables import registry

PAGE = Path(__file__).parent / "tokens.md"
_BLOCK = re.compile(r"(<!-- keys: ([\w.]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def value(field: Field) -> str:
    """What a key may hold."""
    words = ", ".join(f"`{word}`" for word in field.words)
    if field.words and field.section:
        return f"{words}, or {field.kind.value} of `[{field.section}]`"
    if field.words:
        return f"a list of {words}" if field.kind is ValueKind.NAMES else words
    if field.section:
        return f"{field.kind.value}: of `[{field.section}]`"
    if field.least is None:
        return field.kind.value
    return f"{field.kind.value} {'above 0' if field.least == POSITIVE else f'of at least {field.least:g}'}"


def default(field: Field) -> str:
    """What holds where a file leaves the key out."""
    if field.required:
        return "required"
    if field.default is None:
        return ""
    shown = str(field.default).lower() if isinstance(field.default, bool) else field.default
    return f"`{shown:g}`" if isinstance(shown, float) else f"`{shown}`"


def keys_of(name: str) -> str:
    """The table of one block: of a section, of an output's format, of a component, or of boxes."""
    section, _, rest = name.partition(".")
    if name == "sections":
        rows = [f"| `[{key}]` | {value(field)} |" for key, field in SECTIONS.items()]
        return "\n".join(["| section | each key is |", "|---|---|", *rows, ""])
    known = formats.get(rest)
    if known is not None:
        fields = known.keys
    elif name in registry.tables:
        fields = registry.tables[name].keys
    else:
        fields = BOX if name == "box" else FIELDS[section]
    rows = [f"| `{key}` | {value(field)} | {default(field)} |" for key, field in fields.items()]
    return "\n".join(["| key | value | default |", "|---|---|---|", *rows, ""])


def with_tables(page: str) -> str:
    """The page with every block written again."""
    return _BLOCK.sub(lambda found: f"{found[1]}{keys_of(found[2])}{found[3]}", page)


if __name__ == "__main__":
    PAGE.write_text(with_tables(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
