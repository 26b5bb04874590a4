"""From a saved file to new pixels: how long `layoutkit preview` takes, for a script and for a token.

    python benchmarks/preview.py [--runs 20] [--figure 04-pipeline-sft]

A copy of this repository's series is shown in headless Chromium, which keeps each picture of its window with the time
at which it was shown. A run writes one file: the figure's script with another word in its title, or the token file with
another `space.xl`, which moves every box. What is measured lies between the write and the first picture that differs:

    watch   until the server has noticed the file and the worker is asked
    load    reading what has changed: the script, or the tokens in all modes
    place   the figure's function, styles and layout
    write   painting and the SVG
    send    from the worker by the server to the page
    parse   until the picture is in the page
    frame   until the browser shows it

CPU is what load, place and write have computed; on a busy machine they take longer than that.
"""

from __future__ import annotations

import argparse
import io
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from PIL import Image, ImageChops  # noqa: E402 - the line above says where the rest is

from tests.preview.browser import Page, chromium  # noqa: E402

PATIENCE = 20.0
SETTLE = 1.2
"""Seconds between two runs: findings and boxes follow each picture."""


def main() -> None:
    """Measure both, and print medians and 95 % quantiles in ms."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--figure", default="04-pipeline-sft")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("figures", "fonts"):
            shutil.copytree(ROOT / part, folder / part)
        shutil.copy(ROOT / "tokens.toml", folder)
        command = [sys.executable, "-m", "layoutkit", "preview", "figures", "--no-open"]
        with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True) as process, chromium() as page:
            try:
                assert process.stdout is not None
                measure(page, process.stdout.readline().strip(), folder, options.figure, options.runs)
            finally:
                process.terminate()


def measure(page: Page, address: str, folder: Path, figure: str, runs: int) -> None:
    """Print a line for the script and one for the token."""
    page.size(1280, 900)
    page.open(address.replace("#key", f"#/{figure}&key"))
    page.wait("document.querySelectorAll('.card').length")
    page.run(f"[...document.querySelectorAll('.card')].find((one) => one.innerText.includes('{figure}')).click()")
    page.wait("document.querySelectorAll('.tree li').length > 5")
    page.record()
    script, tokens = folder / "figures" / f"{figure}.py", folder / "tokens.toml"
    title = re.search(r'title="([^"]+)"', script.read_text(encoding="utf-8"))
    assert title
    changes = {
        "script": (script, title[1], f"{title[1]} novos"),
        "token": (tokens, "\nxl = ", "\nxl = 1"),
    }
    print(f"{figure}, {runs} runs each, ms from the write to the picture in the window")
    for what, (path, old, new) in changes.items():
        texts = path.read_text(encoding="utf-8"), path.read_text(encoding="utf-8").replace(old, new)
        assert texts[0] != texts[1]
        took, parts = [], []
        for run in range(runs):
            written, shown = once(page, path, texts[1 - run % 2])
            took.append(1000 * (shown - written))
            parts.append(passes_of(page.run("window.layoutkitTimes"), written, shown))
            page.listen(0)
            time.sleep(SETTLE)
            settle(page)
        path.write_text(texts[0], encoding="utf-8")
        settle(page)
        median, worst = statistics.median(took), sorted(took)[max(0, round(0.95 * len(took)) - 1)]
        passes = "  ".join(f"{name} {statistics.median(part[name] for part in parts):3.0f}" for name in parts[0])
        print(f"{what:7} median {median:4.0f}  95 % {worst:4.0f}   {passes}")


def passes_of(times: dict[str, float], written: float, shown: float) -> dict[str, float]:
    """What each pass took, in ms, between the two moments; and of the passes that draw, how much they computed."""
    drawn = times["load"] + times["place"] + times["write"]
    split = {
        "CPU": times["cpu"],
        "watch": times["begun"] - written,
        "load": times["load"],
        "place": times["place"],
        "write": times["write"],
        "send": times["came"] - times["begun"] - drawn,
        "parse": times["put"] - times["came"],
        "frame": shown - times["put"],
    }
    return {name: 1000 * seconds for name, seconds in split.items()}


def once(page: Page, path: Path, text: str) -> tuple[float, float]:
    """When a file is written, and when the first picture is shown in which the figure differs."""
    before = figure_in(page.screenshot())
    page.frames.clear()
    begun = time.time()
    path.write_text(text, encoding="utf-8")
    deadline = begun + PATIENCE
    seen = 0
    while time.time() < deadline:
        page.listen(0.05)
        while seen < len(page.frames):
            moment, data = page.frames[seen]
            seen += 1
            with Image.open(io.BytesIO(data)) as image:
                now = figure_in(image.convert("RGB"))
            if now.size == before.size and ImageChops.difference(now, before).getbbox() and moment >= begun:
                return begun, moment
    raise SystemExit("the picture never changed")


def figure_in(image: Image.Image) -> Image.Image:
    """The part of the window that shows the figure."""
    return image.crop((0, 110, 880, image.height))


def settle(page: Page) -> None:
    """Take in what was shown meanwhile."""
    for _ in range(50):
        before = len(page.frames)
        page.listen(0.02)
        if len(page.frames) == before:
            return


if __name__ == "__main__":
    main()
