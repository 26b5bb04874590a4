"""A format of files is one object: the token file, the commands and the schema know it once it is registered."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import layoutkit.output.formats as home
from layoutkit.cli import main
from layoutkit.diagnostics import LayoutkitError
from layoutkit.output.format import OutputFormat
from layoutkit.tokens import OutputTokens, load_theme
from layoutkit.tokens.formats import Formats, formats
from layoutkit.tokens.json_schema import json_schema
from layoutkit.tokens.schema import Field, ValueKind
from tests.cli.series import written

if TYPE_CHECKING:
    from layoutkit.output.artwork import Artwork

PACKAGE = Path(home.__file__).parents[2]
TOY = '[output.toy]\nformat = "toy"\ncolumns = 3\n'
FIGURE = """
from layoutkit import Column, Text, figure

@figure(title="T", alt="A")
def declared(t):
    return Column(Text("palavras"))
"""


def _toy(artwork: Artwork, output: OutputTokens) -> bytes:
    size = f"{artwork.display.width:.0f}x{artwork.display.height:.0f}"
    return f"{artwork.metadata.title} {size} {output.keys['columns']:g} {output.keys['frame']}".encode()


@pytest.fixture
def _with_toy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "_known", dict(formats._known))
    keys = {"columns": Field(ValueKind.NUMBER, least=1, required=True), "frame": Field(ValueKind.BOOLEAN, default=True)}
    formats.add(OutputFormat(name="toy", keys=keys, sizes=((),), media_type="text/x-toy", write=_toy))


@pytest.mark.usefixtures("_with_toy")
def test_a_registered_format_renders(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tokens = written(tmp_path, add=TOY)
    script = tmp_path / "01-um.py"
    script.write_text(FIGURE, encoding="utf-8")
    out = tmp_path / "out"
    assert main(["render", str(script), "--tokens", str(tokens), "--out", str(out), "--target", "toy"]) == 0
    assert capsys.readouterr().err == ""
    assert re.fullmatch(r"T 200x\d+ 3 True", (out / "toy" / "01-um.toy").read_text())


@pytest.mark.usefixtures("_with_toy")
@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ('format = "toy"', "output.toy lacks 'columns' (a number)"),
        ('format = "toy"\ncolumns = 0', "output.toy.columns is 0; expected a number of at least 1"),
        ('format = "toy"\ncolumns = 1\nscale = 2', "output.toy has no key 'scale'"),
        ('format = "tyo"\ncolumns = 1', "output.toy.format is 'tyo', which is not known"),
    ],
)
def test_the_keys_of_a_format_are_checked(lines: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(LayoutkitError) as raised:
        load_theme(written(tmp_path, add=f"[output.toy]\n{lines}\n"))
    assert [found.message for found in raised.value.diagnostics] == [message]


@pytest.mark.usefixtures("_with_toy")
def test_the_schema_has_the_keys_of_each_format() -> None:
    output = json_schema()["else"]["properties"]["output"]["additionalProperties"]
    assert output["properties"]["format"]["enum"] == list(formats.names)
    assert formats.names[-1] == "toy"
    keys: dict[str, Any] = {
        choice["if"]["properties"]["format"]["const"]: choice["then"]["properties"] for choice in output["allOf"]
    }
    assert "columns" in keys["toy"]
    assert "columns" not in keys["png"]
    assert "dpi" in keys["png"]
    assert "dpi" not in keys["pdf"]


def test_a_format_without_a_writer_is_not_used() -> None:
    with pytest.raises(TypeError, match="the format 'gif' has no writer"):
        home.format_of("gif")


def test_no_format_is_named_outside_its_own_modules() -> None:
    """``.svg`` and ``PNG`` in the reading of pictures are another matter."""
    named = set()
    for path in PACKAGE.rglob("*.py"):
        for word in formats.names:
            said = rf"(format\w*\s*(==|!=|in)\s*\W?|case )[\"']{word}[\"']|f[\"'][^\"']*\.{word}[\"']"
            if path.parent.name != "drawing" and re.search(said, path.read_text()):
                named.add(str(path.relative_to(PACKAGE)))
    assert named == set()


def test_formats_are_kept_in_order_and_replaced_by_name() -> None:
    known = Formats()
    first, second = (
        OutputFormat(name="a", keys={}, sizes=((),), media_type=kind, write=_toy) for kind in ("a/a", "a/b")
    )
    known.add(first)
    known.add(second)
    assert list(known) == [second]
