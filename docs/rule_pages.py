"""Writes docs/rules, a page a rule from what ``layoutkit explain`` says of it, and the table of docs/checks.md."""

from __future__ import annotations

import ast
import contextlib
import io
import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

import layoutkit
from layoutkit import LayoutkitError, Severity, load_theme
from layoutkit.check.topics import BUILDING, TOPICS
from layoutkit.diagnostics import format_diagnostic
from layoutkit.loading import load_figures
from layoutkit.policy import check
from layoutkit.renderer import Renderer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit.check.rule import Topic

__all__ = ["CHECKS", "FOLDER", "Shown", "page_of", "shown", "with_table"]

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "rules"
CHECKS = ROOT / "docs" / "checks.md"
_TABLE = re.compile(r"(<!-- (rules|building) -->\n).*?(<!-- end -->)", re.DOTALL)
_WIDTH = 600
"""Pixels; the pictures of a page stand below one another."""
_NOTHING = b"nothing"
"""What is drawn where a finding is about something that a picture does not show, such as its alt text."""
_ERROR = "This is an error: `layoutkit render` keeps the previous files of a figure that has it."
_WARNING = "This is a warning: figures that have it are written."
_EXAMPLES = "The examples below show the mistake and how to mend it, with the tokens of layoutkit's own figures."
_COLORS = 110
"""Colours of a picture: few are enough for cards and letters."""


@dataclass(frozen=True)
class Shown:
    """What the examples of a rule make."""

    message: str
    """As it is printed about the bad one; empty where the example is a part of a token file."""
    bad: bytes
    """PNG; empty where nothing of it is seen, or nothing could be drawn."""
    good: bytes


def script_of(example: str) -> str:
    """An example as a whole script: with its imports."""
    if is_tokens(example):
        return example
    used = {part.id for part in ast.walk(ast.parse(example)) if isinstance(part, ast.Name)}
    names = sorted(used & set(layoutkit.__all__), key=lambda name: (name.islower(), name))
    own = "\n".join(line for line in example.splitlines() if line.startswith("from "))
    rest = "\n".join(line for line in example.splitlines() if not line.startswith("from ")).strip()
    first = f"from layoutkit import {', '.join(names)}"
    return f"{first}\n{own}\n\n\n{rest}\n" if own else f"{first}\n\n\n{rest}\n"


def is_tokens(example: str) -> bool:
    """Whether an example is a part of a token file."""
    return example.lstrip().startswith("[")


def shown(topic: Topic, renderer: Renderer) -> Shown:
    """Run both examples of a rule."""
    if is_tokens(topic.bad):
        return Shown("", b"", b"")
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        message, bad = _run(topic.bad, renderer, marked=True)
        _, good = _run(topic.good, renderer, marked=False)
    invisible = bad == _NOTHING
    return Shown(message, b"" if invisible else bad, b"" if invisible else good)


def _run(example: str, renderer: Renderer, *, marked: bool) -> tuple[str, bytes]:
    """What is printed about an example, and its picture."""
    path = Path("figures/01-example.py")
    path.parent.mkdir(exist_ok=True)
    path.write_text(script_of(example), encoding="utf-8")
    figures, failed = load_figures([path])
    if failed:
        return "\n\n".join(format_diagnostic(one) for script in failed for one in script.diagnostics), b""
    (named,) = figures
    try:
        placed = renderer.place(named)
        found = check(renderer, named, placed)
    except LayoutkitError as raised:
        return "\n\n".join(map(format_diagnostic, raised.diagnostics)), b""
    marks = [one.marks for one in found]
    message = "\n\n".join(format_diagnostic(one.diagnostic) for one in found)
    seen = any(marks) or not marked
    return message, _small(renderer.draft(named, placed, marks if marked else ())) if seen else _NOTHING


def _small(picture: bytes) -> bytes:
    with Image.open(io.BytesIO(picture)) as opened:
        large = opened.convert("RGB")
    scaled = large.resize((_WIDTH, round(large.height * _WIDTH / large.width)), Image.Resampling.LANCZOS)
    file = io.BytesIO()
    scaled.quantize(_COLORS, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()


def page_of(topic: Topic, example: Shown) -> str:
    """The page of a rule, Markdown."""
    language = "toml" if is_tokens(topic.bad) else "py"
    kind = _ERROR if topic.severity is Severity.ERROR else _WARNING
    parts = [f"# {topic.id}", f"{topic.summary[0].upper()}{topic.summary[1:]}. {kind} {_EXAMPLES}"]
    parts += ["## What breaks it", f"```{language}\n{script_of(topic.bad).rstrip()}\n```"]
    if example.message:
        parts.append(f"```text\n{example.message}\n```")
    if example.bad:
        parts.append(f"![The example that breaks the rule; numbers mark the places]({topic.id}-bad.png)")
    parts += ["## What keeps it", f"```{language}\n{script_of(topic.good).rstrip()}\n```"]
    if example.good:
        parts.append(f"![The example that keeps the rule]({topic.id}-good.png)")
    parts += ["## Why, and what is measured", topic.why]
    parts.append(f"`layoutkit explain {topic.id}` prints this in the terminal. [Checks](../checks.md) lists all rules.")
    return "\n\n".join(parts) + "\n"


def with_table(page: str) -> str:
    """The page of checks with its tables written again: of all rules, and of what keeps a figure from being built."""

    def table(found: re.Match[str]) -> str:
        shown = [topic for topic in TOPICS.values() if (topic.id in BUILDING) == (found[2] == "building")]
        rows = [f"| [`{one.id}`](rules/{one.id}.md) | {one.severity.value} | {one.summary} |" for one in shown]
        return "\n".join([f"{found[1]}| id | severity | what is wrong |", "|---|---|---|", *rows, found[3]])

    return _TABLE.sub(table, page)


def main(ids: Sequence[str]) -> None:
    """Write the pages and pictures of all rules, or of those named."""
    renderer = Renderer(load_theme(ROOT / "tokens.toml"))
    FOLDER.mkdir(exist_ok=True)
    for topic in TOPICS.values():
        if ids and topic.id not in ids:
            continue
        example = shown(topic, renderer)
        (FOLDER / f"{topic.id}.md").write_text(page_of(topic, example), encoding="utf-8")
        for kind, picture in (("bad", example.bad), ("good", example.good)):
            file = FOLDER / f"{topic.id}-{kind}.png"
            if picture:
                file.write_bytes(picture)
            else:
                file.unlink(missing_ok=True)
    CHECKS.write_text(with_table(CHECKS.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
