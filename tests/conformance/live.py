"""Make random trees and texts, measure them in a live Chromium, and compare: `make conformance`.

    python tests/conformance/live.py [--number N] [--profile P] [--strings N] [--seed S] [--keep CASES.json]

Chromium lays all trees out on one page, a script there writes the rectangles into the document, and
``--dump-dom`` prints it: no driver is needed. A seed gives the same trees every time; without one,
each run has its own, and prints it. The exit status is 1 if any tree differs by more than 0.1 px
or the width of any string by more than 0.5 px.
"""

# ruff: noqa: T201 - a command prints what it finds

from __future__ import annotations

import argparse
import base64
import html
import io
import json
import re
import secrets
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[2] / "src")]

from fontTools.fontBuilder import FontBuilder  # noqa: E402 - the line above says where the rest is
from fontTools.pens.ttGlyphPen import TTGlyphPen  # noqa: E402

from tests.conformance.random_trees import PROFILES, random_tree  # noqa: E402
from tests.conformance.run import TOLERANCE, deviation, run  # noqa: E402
from tests.text.measure_chromium import string_widths  # noqa: E402
from tests.text.strings import FACES, STRINGS, at_random  # noqa: E402
from tests.text.support import width_in  # noqa: E402

TEXT_TOLERANCE = 0.5
"""px, for the width of a string."""
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PAGE = """<!DOCTYPE html><meta charset="utf-8"><style>
@font-face { font-family: squares; src: url(data:font/ttf;base64,%(font)s) }
html, body { margin: 0 }
.page { position: absolute; left: 0; top: 0; width: 100000px; height: 100000px }
.page div { display: flex; position: relative; box-sizing: border-box; border: 0 solid }
.page > div { position: absolute; left: 0; top: 0; font: 10px/1 squares }
</style><body>%(trees)s<pre id="measured"></pre><script>
function measured(element, left, top) {
  const r = element.getBoundingClientRect();
  const found = {rect: [r.x - left, r.y - top, r.width, r.height]};
  if (!element.getClientRects().length) found.hidden = true;
  found.children = Array.from(element.children, child => measured(child, r.x, r.y));
  return found;
}
document.fonts.load("10px squares").then(() => {
  const roots = Array.from(document.querySelectorAll(".page"), page => measured(page.firstElementChild, 0, 0));
  document.getElementById("measured").textContent = JSON.stringify(roots);
});
</script>"""


def squares_font() -> str:
    """A font whose glyphs are squares of one em, base line at 80 %, as base64."""
    pen = TTGlyphPen(None)
    pen.moveTo((0, -200))
    for corner in ((1000, -200), (1000, 800), (0, 800)):
        pen.lineTo(corner)
    pen.closePath()
    square, nothing = pen.glyph(), TTGlyphPen(None).glyph()
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder([".notdef", "space", "H", "zwsp"])
    font.setupCharacterMap({0x20: "space", ord("H"): "H", 0x200B: "zwsp"})
    font.setupGlyf({".notdef": nothing, "space": nothing, "H": square, "zwsp": nothing})
    font.setupHorizontalMetrics({".notdef": (1000, 0), "space": (1000, 0), "H": (1000, 0), "zwsp": (0, 0)})
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200)
    font.setupNameTable({"familyName": "squares", "styleName": "Regular"})
    font.setupPost()
    file = io.BytesIO()
    font.save(file)
    return base64.b64encode(file.getvalue()).decode()


def as_html(tree: dict[str, Any]) -> str:
    """A tree as nested elements."""
    style = ";".join(f"{name}:{value}" for name, value in tree["style"].items())
    inside = html.escape(tree.get("text", "")) or "".join(map(as_html, tree.get("children", ())))
    return f'<div style="{style}">{inside}</div>'


def measure(trees: list[dict[str, Any]], browser: str) -> list[dict[str, Any]]:
    """The rectangles that Chromium gives the trees, as the ``expected`` of conformance cases."""
    pages = "".join(f'<div class="page">{as_html(tree)}</div>' for tree in trees)
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(PAGE % {"font": squares_font(), "trees": pages}, encoding="utf-8")
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
        command = [browser, *flags, f"--user-data-dir={folder}/profile", "--virtual-time-budget=10000", "--dump-dom"]
        done = subprocess.run([*command, page.as_uri()], capture_output=True, text=True, check=False, timeout=300)
    found = re.search(r'<pre id="measured">(.+?)</pre>', done.stdout, re.DOTALL)
    if not found:
        sys.exit(f"{browser} measured nothing (exit status {done.returncode}): {done.stderr.strip()[-300:]}")
    roots: list[dict[str, Any]] = json.loads(html.unescape(found[1]))
    return roots


def texts(browser: str, strings: list[str]) -> bool:
    """Compare the widths of strings in all faces and sizes, print the worst difference, and say whether it is small."""
    worst, where = 0.0, ""
    for face, widths in zip(FACES, string_widths(browser, strings), strict=True):
        for text, width in zip(strings, widths, strict=True):
            off = abs(width_in(face, text) - width)
            if off >= worst:
                worst, where = off, f"“{text}” in {face[0]} {face[1]}, {face[2]} px"
    print(f"text: {len(strings)} strings in {len(FACES)} faces and sizes, at most {worst:.3f} px off: {where}")
    return worst <= TEXT_TOLERANCE


def main() -> int:
    """Make, measure, compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--number", type=int, default=600)
    parser.add_argument("--profile", choices=PROFILES, default=PROFILES[0])
    parser.add_argument("--strings", type=int, default=100)
    parser.add_argument("--seed", default=secrets.token_hex(4))
    parser.add_argument("--keep", type=Path, help="write the cases, for run.py")
    options = parser.parse_args()
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        print(
            f"make conformance needs one of {', '.join(BROWSERS)}; on Debian: apt-get install chromium", file=sys.stderr
        )
        return 2
    trees = [random_tree(f"{options.seed}:{i}", options.profile) for i in range(options.number)]
    names = (f"live_{options.seed}_{i:05d}" for i in range(options.number))
    measured = zip(names, trees, measure(trees, browser), strict=True)
    cases = [{"name": name, "tree": tree, "expected": expected} for name, tree, expected in measured]
    if options.keep:
        options.keep.write_text(json.dumps(cases), encoding="utf-8")
    failed = 0
    for case in cases:
        off = deviation(case, run(case))
        if off > TOLERANCE:
            failed += 1
            print(f"{case['name']}: off by {off:.2f} px")
    print(f"seed {options.seed}: {len(cases) - failed} passed, {failed} failed")
    texts_agree = texts(browser, [*STRINGS, *at_random(options.seed, options.strings)])
    return 1 if failed or not texts_agree else 0


if __name__ == "__main__":
    sys.exit(main())
