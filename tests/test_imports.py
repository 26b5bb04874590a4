"""The shape of the package: imports point only downward, as docs/architecture.md says, and no file is long.

Imports for types alone count as well.
"""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import layoutkit

PACKAGE = Path(__file__).parents[1] / "src" / "layoutkit"
MOST_LINES = 400
GROUND = (
    "bins "
    "cells languages geometry sizing color origin source_lines terminal near_names diagnostics spelling path picture "
    "keywords interruption cache former_names lazily base looks numbers moments scales time_scale curves "
    "outlines reads timing style.box"
)
LAYERS = (
    *(
        GROUND,
        "routing tokens",
        "drawing",
        "text",
        "nodes",
        "shapes",
        "components",
        "chart",
        "style",
        "layout",
        "paint",
        "check",
        "output",
    ),
    *(
        "fingerprints published",
        "committed",
        "settings",
        "foresight",
        "audit",
        "process",
        "surroundings",
        "script",
        "discover",
        "loading",
        "declarations",
        "choices",
        "opening inspection",
        "placed_tree",
        "renderer",
        "policy",
        "publish",
        "watcher",
        "series",
        "record request report",
        "work",
        "executors",
        "known remembered",
        "making",
        "rendering",
        "notebook",
        "standalone",
        "progress",
        "preview",
        "",
        "commands",
        "cli",
        "__main__",
    ),  # "" is what authors import from
)
RANKS = {name: rank for rank, layer in enumerate(LAYERS) for name in layer.split() or [""]}
MODULES = {".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix("__init__").rstrip("."): path
           for path in PACKAGE.rglob("*.py")}  # fmt: skip


def rank(module: str) -> int:
    """The layer of a module: its own, or that of the folder around it."""
    return RANKS[module] if module in RANKS else RANKS[module.partition(".")[0]]


def imported(module: str) -> list[str]:
    """The modules of this package that a module imports anywhere in its text."""
    found = []
    for node in ast.walk(ast.parse(MODULES[module].read_text())):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} has a relative import"
            whole = [f"{node.module}.{alias.name}" for alias in node.names]
            found += [n if n.removeprefix("layoutkit.") in MODULES else str(node.module) for n in whole]
        elif isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
    return [name.removeprefix("layoutkit").lstrip(".") for name in found if name.partition(".")[0] == "layoutkit"]


@pytest.mark.parametrize("module", MODULES)
def test_imports_point_downward(module: str) -> None:
    assert {other for other in imported(module) if rank(other) > rank(module)} == set()


OF_COMMANDS = {
    "diagnostics": "the error of a command, and hints for names",
    "interruption": "a run ends in order",
    "output.files": "files are written whole or not at all",
    "output.formats": "the format of the pictures that commands show",
    "terminal": "colours, and what a stream can show",
}
"""The internal modules that every command may import, and what for; all else comes from ``layoutkit`` itself."""
OF_COMMAND = {
    "arguments": "choices tokens tokens.modes",  # names on the command line
    "catalog": "discover languages loading origin tokens.load",  # what figures say of themselves; nothing is rendered
    "catalog_page": "discover languages",
    "check": "check.report check.sarif",  # a report for programs
    "completion": "check.topics looks tokens",  # names, without running a script
    "explain": "check.rule check.topics",
    "fix": "check.broken_contracts color declarations tokens tokens.faults tokens.load tokens.mode_looks "
    "tokens.rewrite tokens.schema tokens.solve tokens.source tokens.trial",  # looks into the file and writes it
    "icon_page": "drawing.icon_words drawing.icons",  # a page of all icons
    "icons": "drawing.icon_hint drawing.icon_words",  # names, without a figure
    "inspect": "inspection opening placed_tree",  # a tree and a picture of one placing
    "new": "looks tokens.load",  # the pattern of file names
    "preview": "discover preview.keeper preview.launch",  # an optional extra
    "rendered": "check.report published watcher",  # a report for programs
    "watching": "remembered",  # what figures are made from
    "sheet": "check.topics components.sheet declarations discover publish report tokens tokens.jobs",
    "token_list": "declarations tokens tokens.essentials tokens.listing",
    "tokens": "check.broken_contracts check.font_glyphs check.font_weight check.unused_token declarations "
    "text.font_data text.font_tables text.fonts tokens tokens.contracts tokens.faults tokens.json_schema "
    "tokens.load tokens.stub",  # looks into the file
    "watchers": "progress published watcher",  # what goes on during a run
}
"""What one command may import beside these."""


@pytest.mark.parametrize("module", [m for m in MODULES if m.partition(".")[0] in ("commands", "cli")])
def test_commands_use_the_public_names(module: str) -> None:
    """What they do, other programs can do: an internal module that a command needs is listed with its reason."""
    own = set(OF_COMMAND.get(module.removeprefix("commands."), "").split())
    internal = {other for other in imported(module) if other and other.partition(".")[0] != "commands"}
    assert internal - OF_COMMANDS.keys() == own
    for node in ast.walk(ast.parse(MODULES[module].read_text())):
        if isinstance(node, ast.ImportFrom) and node.module not in ("layoutkit", "layoutkit.commands"):
            assert {alias.name for alias in node.names} & set(layoutkit.__all__) == set(), ast.unparse(node)


def test_nothing_but_its_command_needs_the_preview() -> None:
    """Its packages are an extra: whoever renders has none of them."""
    others = [m for m in MODULES if m.partition(".")[0] != "preview" and m != "commands.preview"]
    assert [m for m in others if any(one.partition(".")[0] == "preview" for one in imported(m))] == []


@pytest.mark.parametrize("module", [m for m in MODULES if m.partition(".")[0] in ("layout", "paint", "check")])
def test_passes_know_no_node_of_the_author(module: str) -> None:
    """They know elements, styles and content types, so that another way of writing figures needs none of them."""
    assert [other for other in imported(module) if other.partition(".")[0] == "nodes"] == []


def test_no_file_imports_itself_by_way_of_others() -> None:
    """Neither when it runs nor for types alone; an import from a folder is one of its ``__init__``."""
    TopologicalSorter({module: set(imported(module)) for module in MODULES}).prepare()


def test_a_cycle_for_types_alone_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "one.py").write_text("from layoutkit.two import Two\n")
    (tmp_path / "two.py").write_text("if TYPE_CHECKING:\n    from layoutkit.one import One\n")
    for name in ("one", "two"):
        monkeypatch.setitem(MODULES, name, tmp_path / f"{name}.py")
    with pytest.raises(CycleError) as caught:
        test_no_file_imports_itself_by_way_of_others()
    assert set(caught.value.args[1]) == {"one", "two"}


def test_the_layout_engine_stands_on_the_ground_floor() -> None:
    of_figures = ("alike", "annotations", "arrange", "connectors", "size_groups", "words")
    engine = [m for m in MODULES if m.startswith("layout.") and m.partition(".")[2] not in of_figures]
    assert len(engine) > 10
    known = {other for module in engine for other in imported(module)}
    assert {other for other in known if rank(other) not in (0, rank("layout"))} == set()
    assert "color" not in known


@pytest.mark.parametrize("module", MODULES)
def test_a_file_holds_one_idea(module: str) -> None:
    """Where it grows longer it has found a second one, which gets a file of its own."""
    lines = len(MODULES[module].read_text().splitlines())
    assert lines <= MOST_LINES, f"{module} has {lines} lines; split it by an idea"
