"""``layoutkit tokens sheet``: a picture of all tokens."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit import LayoutkitError, Severity
from layoutkit.commands.arguments import add_debug, add_mode, add_target, add_tokens, modes, scripts_of, targets
from layoutkit.commands.help import add_command
from layoutkit.commands.reporting import FAILED, OK, report
from layoutkit.commands.watchers import Printer
from layoutkit.declarations import with_declarations

if TYPE_CHECKING:
    import argparse

    from layoutkit import Theme
    from layoutkit.discover import NamedFigure
    from layoutkit.tokens import Themes

__all__ = ["add"]


def add(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the action."""
    words = "draw a picture of all tokens, with the contrasts of contracts"
    parser = add_command(actions, "sheet", words, examples=[("layoutkit tokens sheet", "out/tokens/")])
    add_target(parser)
    add_tokens(parser)
    add_mode(parser)
    parser.add_argument("--all", action="store_true", help="draw every combination of modes and every output")
    parser.add_argument("--out", type=Path, default=Path("out/tokens"), metavar="DIR", help="default: out/tokens")
    add_debug(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Render a sheet for the first output in the modes asked for, or for every output in all modes."""
    from layoutkit import Renderer  # noqa: PLC0415 - Cairo and HarfBuzz, not needed for --help
    from layoutkit.check.topics import ALLOWABLE  # noqa: PLC0415
    from layoutkit.components.sheet import with_sheet_roles  # noqa: PLC0415
    from layoutkit.publish import make, write  # noqa: PLC0415
    from layoutkit.report import Teller  # noqa: PLC0415
    from layoutkit.tokens import load_all  # noqa: PLC0415
    from layoutkit.tokens.jobs import jobs  # noqa: PLC0415

    left_out = frozenset(ALLOWABLE)  # rules are for figures: a sheet shows every token as it is
    themes = with_declarations(lambda: load_all(options.tokens), scripts_of(options))
    every = options.all and not options.mode
    wanted = list(themes.axes.combinations()) if every else [modes(themes, options.mode)]
    work = jobs(themes, wanted, targets(themes.theme({}), options.target))
    if not every and not options.target:
        work = [replace(job, outputs=job.outputs[:1]) for job in work[:1]]
    try:
        renderers = Renderer.open_all((with_sheet_roles(job.theme), {}) for job in work)
    except LayoutkitError as fault:  # of a font
        report(fault.diagnostics)
        return FAILED
    all_well = True
    with Printer(debug=options.debug) as printer:
        printer.begin(sum(len(job.outputs) for job in work))
        teller = Teller(printer)
        for job, renderer in zip(work, renderers, strict=True):
            made = make(renderer, _sheet(themes, job.theme), job.outputs, allowed=left_out)
            told = teller.told(f"tokens {job.theme.selection}", [write(made, options.out)])
            all_well &= all(finding.severity is not Severity.ERROR for finding in told.findings)
    return OK if all_well else FAILED


def _sheet(themes: Themes, theme: Theme) -> NamedFigure:
    """The figure of one theme."""
    from layoutkit import figure  # noqa: PLC0415 - not needed for --help
    from layoutkit.components.sheet import token_sheet  # noqa: PLC0415
    from layoutkit.discover import NamedFigure  # noqa: PLC0415

    values = themes.evaluation(theme.selection.values).values
    palette = {name.partition(".")[2]: value for name, value in values.items() if name.startswith("palette.")}
    mode = str(theme.selection) or "default modes"
    declare = figure(
        title=f"Design tokens of {theme.path.name}: {mode}",
        alt="Swatches of all colours with their contrasts, every type role, spaces, radii, strokes and shadows.",
        language="en",
    )
    return NamedFigure("tokens", declare(lambda _: token_sheet(theme, palette)), theme.path)
