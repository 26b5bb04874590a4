"""The rows of a picture, for floor.py: ``rows.py PICTURE OUT`` prints its size."""

import sys
from pathlib import Path

from PIL import Image

PICTURE, OUT = sys.argv[1:]
with Image.open(PICTURE) as image:
    rows = image.convert("RGB").tobytes("raw", "RGB", 3 * image.width + 1, 1)
    Path(OUT).write_bytes(b"\0" + rows[:-1])
    print(f"{image.width}x{image.height}")
