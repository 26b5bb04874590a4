"""``layoutkit inspect``: the tree of placed boxes, and a picture of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit import LayoutkitError
from layoutkit.commands.arguments import add_debug, add_figures, add_look, add_mode, look, modes
from layoutkit.commands.help import add_command
from layoutkit.commands.reporting import FAILED, OK, print_json, report
from layoutkit.diagnostics import OF_THE_MACHINE

if TYPE_CHECKING:
    import argparse

__all__ = ["add"]


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "inspect",
        "print where every box of a figure is, and what put it there",
        examples=[
            ("layoutkit inspect figures/ --only 04", "the tree of boxes, in px"),
            ("layoutkit inspect figures/ --only 04 --overlay", "also a picture"),
        ],
    )
    add_figures(parser)
    add_look(parser)
    add_mode(parser)
    parser.add_argument("--json", action="store_true", help="print the boxes for programs")
    parser.add_argument("--overlay", action="store_true", help="also draw boxes, padding, gaps and baselines")
    parser.add_argument("--out", type=Path, default=Path("out"), metavar="DIR", help="of the pictures; default: out")
    add_debug(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the tree of each figure asked for."""
    from layoutkit import Renderer  # noqa: PLC0415 - Cairo and HarfBuzz, not needed for --help
    from layoutkit.inspection import inspected  # noqa: PLC0415
    from layoutkit.opening import opened  # noqa: PLC0415
    from layoutkit.output.files import write_file  # noqa: PLC0415
    from layoutkit.output.formats import PICTURE  # noqa: PLC0415
    from layoutkit.placed_tree import as_json, as_text  # noqa: PLC0415

    found = opened(options.paths, look(options), options.only)
    selection = modes(found.themes, options.mode)
    report(found.notes)
    for failure in found.failed:
        report(failure.diagnostics)
    all_well = not found.failed
    renderer = Renderer(found.themes.theme(selection.values))
    trees = []
    for figure in found.figures:
        try:
            placed = renderer.place(figure)
            tree = inspected(placed)
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
            print("\n".join(as_text(tree)), end="\n\n" if figure is not found.figures[-1] or options.overlay else "\n")
            if options.overlay:
                print(f"{path}  {len(drawn) / 1024:.0f} KB")
    if options.json:
        print_json(trees)
    return OK if all_well else FAILED
