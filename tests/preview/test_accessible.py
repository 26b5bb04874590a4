"""The page for everybody: no barriers that axe-core finds, light or dark, and all of it by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.preview.axe import axe_core, barriers
from tests.preview.browser import Page, chromium
from tests.preview.running import figure, running, series
from tests.programs import needs

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = needs("chromium", "chromium")

CARD = 'Row(Text("um"), Text("dois"), padding=20, gap=t.space.m, background="#B00020", color=t.color.ink)'
OPENED = "document.querySelectorAll('.tree [role=treeitem]').length === 4"
TABBABLE = (
    "[...document.querySelectorAll('a[href], button, input, select, summary, [tabindex=\"0\"]')].filter((one) => "
    "one.tabIndex >= 0 && !one.disabled && one.checkVisibility({visibilityProperty: true}) && "
    "!one.closest('dialog:not([open])'))"
)
WATCHED = (
    "window.changed = performance.now(); new MutationObserver(() => window.changed = performance.now())"
    ".observe(document.body, {subtree: true, childList: true})"
)
SCROLLED = 8
"""Places that scroll, at which Chromium stops as well."""
FOCUSED = """(() => {
    const [one, look] = [document.activeElement, getComputedStyle(document.activeElement)];
    const {width, height} = one.getBoundingClientRect();
    const seen = look.outlineStyle === 'solid' && parseFloat(look.outlineWidth) >= 2;
    const large = one.matches('input[type=checkbox], .skip, .mark') || Math.min(width, height) >= 24;
    return [one.order ?? -1, seen && large ? '' : `${one.outerHTML.slice(0, 200)} ${width} x ${height}`];
})()"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    scripts = {"01_one": figure(CARD), "02_two": figure("Text(1 / 0)")}
    folder = series(tmp_path_factory.mktemp("series"), **scripts)
    (folder / "tokens.toml").write_text('extends = "layoutkit"\n', encoding="utf-8")
    with running(folder) as preview, chromium() as page:
        page.size(1200, 800)
        page.open(preview.address)
        page.wait("document.querySelectorAll('.card').length === 2")
        yield page


def show(page: Page, name: str, tab: str) -> None:
    """A figure with one of the panels beside it."""
    page.run("document.querySelector('#home').click()")
    page.run(f"[...document.querySelectorAll('.card')].find((one) => one.innerText.includes('{name}')).click()")
    page.run(f"document.querySelector('#tab-{tab}').click()")


def pick(page: Page) -> None:
    """The panel of tokens with a colour that breaks contracts, and its sliders."""
    page.wait("document.querySelectorAll('.token-row').length > 5")
    field = "document.querySelector('[data-token=\"color.ink\"] .hex')"
    page.run(f"{field}.value = '#EEEEEE'; {field}.dispatchEvent(new Event('change'))")
    page.wait("document.querySelector('.token-row.edited') && !document.querySelector('.all-broken').hidden")
    page.run("document.querySelector('[data-token=\"color.ink\"] .picker[aria-expanded=false]')?.click()")


@needs("npm", "npm")
def test_axe_finds_no_barriers(page: Page) -> None:
    program = axe_core()
    page.run(f"{program};0")
    found = []
    for scheme in ("light", "dark"):
        page.prefer(scheme)
        page.run("document.querySelector('#home').click()")
        page.wait("document.querySelector('.badge:not([hidden])')")
        found += barriers(page)
        show(page, "01-one", "findings")
        page.wait("document.querySelector('#panel-findings .number')")
        found += barriers(page)
        show(page, "01-one", "boxes")
        page.wait(OPENED)
        page.run("document.querySelectorAll('.tree [role=treeitem]')[1].click()")
        found += barriers(page)
        show(page, "01-one", "tokens")
        pick(page)
        page.run("document.querySelector('.button.slim').click()")
        found += barriers(page)
        page.run("document.querySelector('.button.slim').click(); document.querySelector('#help-open').click()")
        found += barriers(page)
        page.run("document.querySelector('#help').close()")
        show(page, "02-two", "findings")
        page.wait("!document.querySelector('.over').hidden")
        found += barriers(page)
    assert found == []


@pytest.mark.parametrize("tab", ["findings", "boxes", "tokens"])
def test_the_tab_key_reaches_every_control_in_turn_and_shows_where_it_is(page: Page, tab: str) -> None:
    show(page, "01-one", tab)
    page.wait(OPENED)
    page.wait("document.querySelector('.mark')")
    if tab == "tokens":
        pick(page)
    page.run(WATCHED)
    page.wait("performance.now() - window.changed > 500")  # findings, boxes and limits are there
    page.press("Tab", 9)  # from here on the browser knows that the keyboard is used
    page.run("document.querySelector('.skip').focus()")
    count = page.run(
        f"(() => {{ const all = {TABBABLE}; all.forEach((one, at) => one.order = at); return all.length }})()"
    )
    walked: list[tuple[int, str]] = []
    while len(walked) < count + SCROLLED and (not walked or walked[-1][0] < count - 1):
        walked.append(tuple(page.run(FOCUSED)))
        page.press("Tab", 9)
    assert [order for order, _ in walked if order >= 0] == [*range(count)]
    assert [fault for _, fault in walked if fault] == []
