"""The least that a PNG file costs a Python program: start, fill a surface by Cairo, pack the finished pixels.

``floor.py ROWS SIZE OUT``: ROWS is a file with the rows of a picture as a PNG file has them before they are packed,
SIZE is its width and height. ``rows.py`` makes it.
"""

import sys
import zlib
from pathlib import Path

import cairo

ROWS, SIZE, OUT = sys.argv[1:]
WIDTH, HEIGHT = map(int, SIZE.split("x"))
SURFACE = cairo.ImageSurface(cairo.Format.RGB24, WIDTH, HEIGHT)
CONTEXT = cairo.Context(SURFACE)
CONTEXT.set_source_rgb(1, 1, 1)
CONTEXT.paint()
Path(OUT).write_bytes(zlib.compress(Path(ROWS).read_bytes(), 6))
