"""The page of cards in Typst: ``in_typst.py CARDS SCALE png|svg|pdf OUT FONTS``, as a whole process."""

import sys
from pathlib import Path
from typing import Any

import typst  # a peer: in an environment of its own

COUNT, SCALE, FORMAT, OUT, FONTS = sys.argv[1:]
HERE = Path(__file__).parent
OPTIONS = {"ppi": 96 * float(SCALE)} if FORMAT == "png" else {}
COMPILE: Any = typst.compile
COMPILE(
    HERE / "cards.typ",
    output=OUT,
    format=FORMAT,
    font_paths=[FONTS],
    ignore_system_fonts=True,
    sys_inputs={"count": COUNT},
    **OPTIONS,
)
