"""``layoutkit inspect``: the tree of placed boxes, and a picture of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit.commands.arguments import add_debug, add_figures, add_mode, add_tokens, chosen_figures, modes
from layoutkit.commands.reporting import FAILED, OK, print_json, report
from layoutkit.declarations import with_declarations
from layoutkit.diagnostics import OF_THE_MACHINE, LayoutkitError

if TYPE_CHECKING:
    import argparse

__all__ = ["add"]


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    what = "show where every box of a figure is, and why"
    parser = commands.add_parser("inspect", help=what, description=f"{what[0].upper()}{what[1:]}.")
    add_figures(parser)
    add_tokens(parser)
    add_mode(parser)
    parser.add_argument("--json", action="store_true", help="for programs")
    parser.add_argument("--overlay", action="store_true", help="paint boxes, spaces and baselines over the picture")
    parser.add_argument("--out", type=Path, default=Path("out"), metavar="DIR", help="of the pictures; default: out")
    add_debug(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the tree of each figure asked for."""
    from layoutkit.choices import of_series  # noqa: PLC0415 - not needed for --help
    from layoutkit.commands.placed_tree import as_json, as_text, seen  # noqa: PLC0415 - not needed for --help
    from layoutkit.output.files import write_file  # noqa: PLC0415
    from layoutkit.output.formats import PICTURE  # noqa: PLC0415
    from layoutkit.renderer import Renderer  # noqa: PLC0415
    from layoutkit.tokens import load_all  # noqa: PLC0415

    figures, failed = chosen_figures(options)
    themes = with_declarations(lambda: load_all(options.tokens), options.paths)
    figures, failed = of_series(figures, failed, themes.default.series)
    selection = modes(themes, options.mode)
    for failure in failed:
        report(failure.diagnostics)
    all_well = not failed
    renderer = Renderer(themes.theme(selection.values))
    trees = []
    for figure in figures:
        try:
            placed = renderer.place(figure)
            tree = seen(placed)
            trees.append({"figure": figure.name, "root": as_json(tree)})
            if options.overlay:
                path = options.out / selection.folder("inspect") / f"{figure.name}.{PICTURE.name}"
                drawn = renderer.overlay(figure, placed)
                write_file(path, drawn)
        except LayoutkitError as fault:
            if any(one.rule in OF_THE_MACHINE for one in fault.diagnostics):
                raise
            report(fault.diagnostics)
            all_well = False
            continue
        if not options.json:
            print(f"{figure.name}  {tree.rect.width:.0f} × {tree.rect.height:.0f} px")
            print("\n".join(as_text(tree)), end="\n\n" if figure is not figures[-1] or options.overlay else "\n")
            if options.overlay:
                print(f"{path}  {len(drawn) / 1024:.0f} KB")
    if options.json:
        print_json(trees)
    return OK if all_well else FAILED
