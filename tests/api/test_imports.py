"""What ``import layoutkit`` loads, and where names are defined."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

import layoutkit
from layoutkit.nodes import __all__ as nodes

RESERVED = ("Area", "Circle", "Curve", "Line", "Path", "Point", "Polygon", "Rule")
"""Names of shapes and marks, which will be those of ``layoutkit.shapes`` and ``layoutkit.chart``."""
HEAVY = ("cairo", "uharfbuzz", "fontTools", "PIL", "pygments", "lxml")


def loaded_by(statement: str) -> set[str]:
    """The modules that a fresh interpreter has after a statement."""
    code = f"{statement}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return set(json.loads(done.stdout))


def test_names_of_shapes_and_marks_are_kept_free() -> None:
    assert set(RESERVED) & set(layoutkit.__all__) == set()
    for name in RESERVED:
        with pytest.raises((AttributeError, ImportError)):  # an import that says where the name is
            getattr(layoutkit, name)


def test_importing_the_package_loads_nodes_alone() -> None:
    own = {name for name in loaded_by("import layoutkit") if name.startswith("layoutkit.")}
    layers = {name.split(".")[1] for name in own}
    assert not layers & {"check", "commands", "drawing", "layout", "output", "paint", "renderer", "rendering", "style"}
    assert {name for name in own if name.startswith("layoutkit.components.")} == set()
    assert "layoutkit.tokens.load" not in own


@pytest.mark.parametrize("statement", ["import layoutkit", "from layoutkit import Card, Column, Text, Theme, figure"])
def test_a_script_that_renders_nothing_loads_no_library(statement: str) -> None:
    assert {name.partition(".")[0] for name in loaded_by(statement)} & set(HEAVY) == set()


def test_a_component_is_loaded_when_it_is_named() -> None:
    own = {name for name in loaded_by("from layoutkit import Card") if name.startswith("layoutkit.components.")}
    assert "layoutkit.components.card" in own
    assert "layoutkit.components.table" not in own


def test_names_are_the_same_for_type_checkers() -> None:
    """What stands under TYPE_CHECKING is what is imported when somebody asks."""
    tree = ast.parse(Path(layoutkit.__file__).read_text(encoding="utf-8"))
    (block,) = [one for one in tree.body if isinstance(one, ast.If) and ast.unparse(one.test) == "TYPE_CHECKING"]
    told = {alias.name: str(one.module) for one in block.body if isinstance(one, ast.ImportFrom) for alias in one.names}
    assert told == layoutkit._HOMES
    assert set(told) <= set(layoutkit.__all__)


def test_every_public_name_is_there() -> None:
    assert [name for name in layoutkit.__all__ if not hasattr(layoutkit, name)] == []
    assert layoutkit.__all__ == sorted(layoutkit.__all__, key=lambda name: (not name[0].isupper(), name))
    assert set(layoutkit.__all__) <= set(dir(layoutkit))


def test_a_component_has_one_home() -> None:
    with pytest.raises(ImportError, match="write: from layoutkit import Card"):
        from layoutkit.components import Card  # type: ignore[attr-defined] # noqa: F401, PLC0415 - it is not there
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        layoutkit.nothing  # type: ignore[attr-defined] # noqa: B018 - what is tested


def test_tables_and_formats_are_known_before_anything_is_imported() -> None:
    code = "from layoutkit.tokens.tables import registry; from layoutkit.tokens.formats import formats; import json; "
    code += "print(json.dumps([sorted(registry.tables), formats.names]))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    tables, formats = json.loads(done.stdout)
    assert {"card", "table", "page"} <= set(tables)
    assert formats == ["png", "pdf", "svg", "webp"]


def test_an_authors_component_never_takes_the_table_of_one_that_is_loaded_later() -> None:
    code = (
        "from layoutkit import TokenTable, color_key, component, FigureError\n"
        "try:\n    component(TokenTable('card', {'x': color_key()}))(lambda: None)\n"
        "except FigureError as e:\n    print(e)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert "declares the table [card], which Card declares with other keys" in done.stdout


def test_nodes_are_public_but_for_what_components_write() -> None:
    assert set(nodes) - set(layoutkit.__all__) == {"Numeral", "Word"}
