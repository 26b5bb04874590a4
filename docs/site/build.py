"""Builds the site from the pages of the repository: ``python -m docs.site.build``.

The pages go to build/site-pages, the site to build/site. A dead link or anchor ends the build; so does a page that the
check of accessibility finds at fault.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from docs.site.accessibility import faults_of
from docs.site.dead_links import dead_links
from docs.site.gallery import add_gallery, add_series
from docs.site.stage import ROOT, Stage

PAGES = ROOT / "build" / "site-pages"
SITE = ROOT / "build" / "site"
_FONTS = ("text-400", "text-400-italic", "text-700", "heading-700", "mono-400")


def stage() -> None:
    """Write the pages that the site is built from."""
    shutil.rmtree(PAGES, ignore_errors=True)
    staged = Stage(PAGES)
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"):
        staged.add(page)
    for page in sorted((*(ROOT / "docs").glob("*.md"), *(ROOT / "docs" / "rules").glob("*.md"))):
        staged.add(page)
    add_gallery(staged)
    add_series(staged)
    staged.finish()
    here = Path(__file__).parent
    for name in ("site.css", "site.js"):
        shutil.copyfile(here / name, PAGES / name)
    (PAGES / "fonts").mkdir()
    for font in _FONTS:
        shutil.copyfile(ROOT / "src" / "layoutkit" / "base" / "fonts" / f"{font}.ttf", PAGES / "fonts" / f"{font}.ttf")
    shutil.copyfile(ROOT / "llms.txt", PAGES / "llms.txt")


def main() -> int:
    """Stage, build, check; the exit status is 1 where something is wrong."""
    stage()
    shutil.rmtree(SITE, ignore_errors=True)
    config = SITE.with_name("mkdocs.yml")  # its folder has to hold the site
    shutil.copyfile(Path(__file__).with_name("mkdocs.yml"), config)
    command = [sys.executable, "-m", "zensical", "build", "--clean", "--strict", "--config-file", str(config)]
    built = subprocess.run(command, check=False)
    if built.returncode:
        return 1
    wrong = [*dead_links(SITE), *faults_of(SITE, ROOT / "build" / "axe")]
    for line in wrong:
        print(line, file=sys.stderr)
    pages = len(list(SITE.rglob("*.html")))
    print(f"build/site: {pages} pages, {len(wrong)} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
