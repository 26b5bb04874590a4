"""Writes the generated parts of docs/code-generators.md, and llms.txt from that page."""

from __future__ import annotations

import contextlib
import io
import json
import re
import tempfile
from pathlib import Path

import layoutkit
from docs.node_examples import BOX_KEYWORDS, GROUPS, NODES
from docs.node_tables import declared, home, keywords_of, kind, sentence
from layoutkit import load_theme
from layoutkit.check.topics import TOPICS
from layoutkit.cli import main as run

__all__ = ["LLMS", "PAGE", "llms", "with_blocks"]

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "code-generators.md"
LLMS = ROOT / "llms.txt"
_BLOCK = re.compile(r"(<!-- code: (\w+) -->).*?(<!-- end -->)", re.DOTALL)
_SHORT = {"BoxProps": "**box", "LeafProps": "**leaf", "ShapeProps": "key", "ArrowProps": "allow"}
_FAULTY = """\
from layoutkit import Card, Heading, Node, Row, Theme, figure


@figure(title="Two steps", alt="Two cards side by side.", language="en")
def steps(t: Theme) -> Node:
    return Row(Card(Heading("Mix")), Card(Heading("Fermentation", wrap="nowrap"), width="{space.xxl} * 2"))
"""


def _version() -> str:
    return layoutkit.__version__


def _tokens() -> str:
    theme = load_theme()
    lengths = {
        f"t.{section}": ", ".join(f"`{name}` {getattr(table, name):g}" for name in table)
        for section, table in (("space", theme.space), ("radius", theme.radius), ("stroke", theme.stroke))
    }
    roles = ", ".join(f"`{name}` {role.size:g}" for name, role in theme.type.items())
    tones = [name for name in theme.color if f"{name}_ink" in theme.color and name != "on_inverse"]
    own = [name for name in theme.color if not any(part in name for part in tones)]
    parts = [name.replace(tones[0], "TONE") for name in theme.color if tones[0] in name]
    rows = [f"| `{name}`, px | {values} |" for name, values in lengths.items()]
    rows.append(f"| `role=`, font size in px | {roles} |")
    rows.append(f"| `tone=` | {', '.join(f'`{name}`' for name in tones)} |")
    rows.append(f"| `t.color` | {', '.join(f'`{name}`' for name in own)} |")
    rows.append(f"| `t.color`, for each tone | {', '.join(f'`{name}`' for name in parts)} |")
    return "\n".join(["| where | tokens |", "|---|---|", *rows])


def _nodes() -> str:
    """Every node as a call with its defaults."""
    parts = []
    for title, names in GROUPS.items():
        module = home(names[0]).__name__
        parts += [f"**{title}**" + ("" if module == "layoutkit" else f", from `{module}`"), "", "```text"]
        for name in names:
            node = declared(name)
            words = []
            for word in node.keywords:
                shown = f"{'*' if word.many else ''}{word.name}"
                plain = word.many or repr(word.default) in ("<class 'inspect._empty'>", "<factory>")
                words.append(shown if plain else f"{shown}={word.default!r}".replace("'", '"'))
            if node.takes:
                words.append(_SHORT[node.takes])
            parts += [f"{name}({', '.join(words)})", f"    # {sentence(node.summary)} {NODES[name].call}"]
            chosen = {word.name: kind(word.annotation) for word in node.keywords if '`"' in kind(word.annotation)}
            parts += [f"    {key}: {told.replace('`', '')}" for key, told in chosen.items() if told.count('", "')]
        parts += ["```", ""]
    return "\n".join(parts).rstrip()


def _keywords() -> str:
    known = keywords_of("BoxProps")
    rows = []
    for title, group in BOX_KEYWORDS.items():
        for name, word in group.items():
            annotation, meaning = known[name]
            css = f" (CSS `{word.css}`)" if word.css and word.css.replace("-", "_") != name else ""
            rows.append(f"| {title} | `{name}` | {meaning.rstrip('.')}{css} | {kind(annotation)} |")
    return "\n".join(["| for | keyword | meaning | value |", "|---|---|---|---|", *rows])


def _finding() -> str:
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        Path("figures").mkdir()
        Path("figures/01-steps.py").write_text(_FAULTY, encoding="utf-8")
        Path("tokens.toml").write_text('extends = "layoutkit"\n', encoding="utf-8")
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            run(["check", "figures", "--json", "--allow", "unused-token"])
    (finding,) = json.loads(printed.getvalue())["findings"]
    shown = {"figures": 1, "modes": ["…"], "errors": 1, "warnings": 0, "findings": [finding]}
    return f"```json\n{json.dumps(shown, ensure_ascii=False, indent=1)}\n```"


def _rules() -> str:
    return "\n".join(f"| `{one.id}` | {one.summary} ({one.severity.value}) |" for one in TOPICS.values())


def with_blocks(page: str) -> str:
    """The page with its generated parts written again."""
    made = {"tokens": _tokens, "nodes": _nodes, "keywords": _keywords, "finding": _finding, "rules": _rules}

    def block(found: re.Match[str]) -> str:
        if found[2] == "version":
            return f"{found[1]}{_version()}{found[3]}"
        return f"{found[1]}\n{made[found[2]]()}\n{found[3]}"

    return _BLOCK.sub(block, page)


def llms(page: str) -> str:
    """``llms.txt``: what layoutkit is, this page, and where the others are."""
    body = re.sub(r"<!-- (?:code: \w+|end) -->\n?", "", page)
    body = body.partition("\n")[2].replace("\n[llms.txt](../llms.txt) is the same as plain text.", "")
    body = body.replace(". [llms.txt](../llms.txt) is the same as plain text.", ".")
    body = re.sub(r"\]\((?!https?:)", "](docs/", body)
    pages = []
    for path in sorted((ROOT / "docs").glob("*.md")):
        lines = path.read_text(encoding="utf-8").splitlines()
        pages.append(f"- [{lines[0].removeprefix('# ')}](docs/{path.name})")
    summary = "> Infographics and technical figures from short Python scripts and one file of design tokens."
    return "\n".join(["# layoutkit", "", summary, body.rstrip(), "", "## Docs", "", *pages, ""])


def main() -> None:
    """Write both files."""
    page = with_blocks(PAGE.read_text(encoding="utf-8"))
    PAGE.write_text(page, encoding="utf-8")
    LLMS.write_text(llms(page), encoding="utf-8")


if __name__ == "__main__":
    main()
