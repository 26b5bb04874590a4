"""``layoutkit tokens``: what is in a token file, whether it is right, and files for editors made from it."""

from __future__ import annotations

import json
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit import LayoutkitError
from layoutkit.commands import fix, sheet, token_list
from layoutkit.commands.arguments import add_debug, add_tokens, scripts_of
from layoutkit.commands.help import add_command
from layoutkit.commands.reporting import FAILED, OK, report
from layoutkit.declarations import with_declarations
from layoutkit.diagnostics import error

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from layoutkit import Diagnostic
    from layoutkit.tokens import Themes
    from layoutkit.tokens.contracts import Measurement

__all__ = ["add"]

_RESULTS = {
    "check": "errors, then each contract with its closest value",
    "stub": "typings/layoutkit_tokens.pyi",
    "schema": "the schema, on standard output",
}
"""What the shortest command line of an action prints or writes."""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command and what it can do."""
    parser = add_command(
        commands,
        "tokens",
        "list, check and repair design tokens",
        examples=[
            ("layoutkit tokens list", "the forty tokens that matter first"),
            ("layoutkit tokens check", "errors and contrasts in every mode"),
            ("layoutkit tokens fix", "change colours until every contract is kept"),
        ],
    )
    actions = parser.add_subparsers(required=True, metavar="ACTION")

    def action(name: str, words: str, run: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        line = f"layoutkit tokens {name}"
        added = add_command(actions, name, words, examples=[(line, _RESULTS[name])])
        added.set_defaults(run=run)
        add_debug(added)
        return added

    token_list.add(actions)
    checked = action("check", "list all errors, and measure every contract in every mode", run_check)
    add_tokens(checked)
    checked.add_argument("--all", action="store_true", help="print every value, not only the closest one")
    fix.add(actions)
    stub = action("stub", "write the names of all tokens for type checkers and editors", run_stub)
    add_tokens(stub)
    stub.add_argument("--out", type=Path, default=Path("typings/layoutkit_tokens.pyi"), metavar="FILE",
                      help="default: typings/layoutkit_tokens.pyi")  # fmt: skip
    schema = action("schema", "write a JSON Schema of token files for editors", run_schema)
    schema.add_argument("--out", type=Path, metavar="FILE", help="default: standard output")
    sheet.add(actions)


# -- check --------------------------------------------------------------------------------------


def run_check(options: argparse.Namespace) -> int:
    """Print every fault, and what contracts measure."""
    from layoutkit.check.broken_contracts import broken_contracts  # noqa: PLC0415 - not needed for --help
    from layoutkit.check.font_glyphs import doubtful_glyphs  # noqa: PLC0415 - HarfBuzz, not needed for --help
    from layoutkit.check.font_weight import replaced_weights  # noqa: PLC0415 - HarfBuzz, not needed for --help
    from layoutkit.check.unused_token import misspelt_components, misspelt_tones  # noqa: PLC0415 - not needed for --help
    from layoutkit.tokens.contracts import measure  # noqa: PLC0415
    from layoutkit.tokens.faults import Faults  # noqa: PLC0415
    from layoutkit.tokens.load import load_unchecked  # noqa: PLC0415

    def unchecked() -> tuple[Themes, Faults]:
        faults = Faults()
        return load_unchecked(options.tokens, faults), faults

    themes, faults = with_declarations(unchecked, scripts_of(options))
    themes.check_names(faults)
    faults.take(_unusable_fonts(themes))
    report([*misspelt_components(themes), *misspelt_tones(themes), *replaced_weights(themes), *doubtful_glyphs(themes)])
    status = OK
    try:
        faults.stop()
    except LayoutkitError as found:
        report(found.diagnostics)
        if any(diagnostic.rule == "unknown-token" for diagnostic in found.diagnostics):  # contracts cannot be measured
            return FAILED
        status = FAILED
    broken = broken_contracts([*themes])
    report(broken.findings)
    status = status if broken.ok else FAILED
    rows = [(measured, str(theme.selection)) for theme in themes for measured in measure(theme)]
    _print_contracts(rows, every=options.all)
    short = [measured for measured, _ in rows if not measured.kept and not measured.contract.unless]
    print(_summary(themes, len(rows), len(short)))
    return status


def _unusable_fonts(themes: Themes) -> Iterator[Diagnostic]:
    """The font files that cannot be used in every output; a file is read once, however many families have it."""
    from layoutkit.text.font_data import font_data  # noqa: PLC0415
    from layoutkit.text.font_tables import check_deeply  # noqa: PLC0415
    from layoutkit.text.fonts import Face  # noqa: PLC0415 - HarfBuzz, not needed for --help

    files = {file.path: file for theme in themes for _, family in theme.font.items() for file in family.files}
    for path, file in files.items():
        try:
            face = Face(path, file.place, file.weight)
            check_deeply(font_data(path, file.place), path, file.place)
            if not face.draws_anything:
                raise error(
                    "font-file",
                    f"no character of the font file {path} can be drawn: it has colour pictures and no outlines",
                    place=file.place,
                    hint="use a font of outlines, such as a monochrome version of this one",
                )
        except LayoutkitError as found:
            yield from found.diagnostics


def _print_contracts(rows: list[tuple[Measurement, str]], *, every: bool) -> None:
    """The values of each contract; without ``every`` only the one that keeps it most narrowly."""
    rows = sorted(rows, key=lambda row: row[0].contract.name)  # a stable order: by contract, then as measured
    for _, its in groupby(rows, key=lambda row: row[0].contract.name):
        group = list(its)
        for measured, mode in (
            group
            if every
            else [
                min(
                    group,
                    key=lambda row: row[0].value - row[0].least if row[0].least == 0 else row[0].value / row[0].least,
                )
            ]
        ):
            verdict = "ok   " if measured.kept else "label" if measured.contract.unless else "FAULT"
            print(f"{verdict}  {measured.sentence}" + (f" (with {mode})" if mode else ""))


def _summary(themes: Themes, values: int, broken: int) -> str:
    count = len(list(themes))
    return f"{themes.source.path}: {values} values measured in {count} combinations of modes, {broken} broken"


# -- stub and schema ----------------------------------------------------------------------------


def run_stub(options: argparse.Namespace) -> int:
    """Write the stub."""
    from layoutkit import load_theme  # noqa: PLC0415 - not needed for --help
    from layoutkit.output.files import write_file  # noqa: PLC0415
    from layoutkit.tokens.stub import stub  # noqa: PLC0415

    theme = with_declarations(lambda: load_theme(options.tokens), scripts_of(options))
    write_file(options.out, stub(theme).encode())
    print(options.out)
    return OK


def run_schema(options: argparse.Namespace) -> int:
    """Write the schema."""
    from layoutkit.output.files import write_file  # noqa: PLC0415 - not needed for --help
    from layoutkit.tokens.json_schema import json_schema  # noqa: PLC0415

    text = json.dumps(json_schema(), indent=2) + "\n"
    if options.out is None:
        print(text, end="")
    else:
        write_file(options.out, text.encode())
        print(options.out)
    return OK
