"""The page in Firefox: pictures with their fonts, saved scripts, boxes and controls work there as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.preview.firefox import firefox
from tests.preview.running import figure, running, series
from tests.programs import needs

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = needs("firefox", "firefox-esr")

SHADOW = "document.querySelector('.sheet .picture').shadowRoot"


def test_firefox_shows_what_is_saved(tmp_path: Path) -> None:
    folder = series(tmp_path, **{"01_one": figure()})
    script = folder / "figures" / "01-one.py"
    with running(folder) as preview, firefox() as tab:
        tab.open(preview.address)
        tab.wait("document.querySelector('.card')")
        tab.run("document.querySelector('.card').click()")
        tab.wait("document.querySelectorAll('.tree [role=treeitem]').length === 2")
        family = tab.run(f"{SHADOW}.querySelector('text').getAttribute('font-family').split(',')[0]")
        assert tab.run(
            f"[...document.fonts].some((face) => face.family.includes('{family}') && face.status === 'loaded')"
        )
        script.write_text(figure('Text("dois")'), encoding="utf-8")
        tab.wait(f"{SHADOW}.querySelector('text').textContent === 'dois'")
        script.write_text(figure("Text(1 / 0)"), encoding="utf-8")
        tab.wait("document.querySelector('.over').innerText.includes('ZeroDivisionError')")
        assert tab.run(f"{SHADOW}.querySelector('text').textContent") == "dois"
        script.write_text(figure('Text("dois")'), encoding="utf-8")
        tab.wait("document.querySelector('.over').hidden")
        tab.run("document.querySelector('#tab-tokens').click()")
        tab.wait("document.querySelectorAll('.token-row').length > 5")
