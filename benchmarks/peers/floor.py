"""The least that a PNG file costs a Python program: start, fill a surface by Cairo, pack the finished pixels.

``floor.py PICTURE SIZE OUT``: PICTURE has the rows of a picture as a PNG file has them before they are packed, SIZE is
its width and height.
"""

import sys
import zlib
from pathlib import Path

import cairo

PICTURE, SIZE, OUT = sys.argv[1:]
WIDTH, HEIGHT = map(int, SIZE.split("x"))
SURFACE = cairo.ImageSurface(cairo.Format.RGB24, WIDTH, HEIGHT)
CONTEXT = cairo.Context(SURFACE)
CONTEXT.set_source_rgb(1, 1, 1)
CONTEXT.paint()
Path(OUT).write_bytes(zlib.compress(Path(PICTURE).read_bytes(), 6))
