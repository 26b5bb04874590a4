"""The page in a browser: what is saved is seen, errors stand over the last picture, boxes lead to their lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

from layoutkit.color import Color
from layoutkit.color.vision import seen
from layoutkit.tokens.rewrite import rewritten
from tests.preview.browser import Page, chromium
from tests.preview.running import Preview, figure, running, series
from tests.programs import needs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = needs("chromium", "chromium")

CARD = figure('Row(Text("um"), padding=20, background="#B00020", height=60, width=100)')
DRAWN = "document.querySelector('#status').classList.contains('good')"
SHEET = "(() => { const b = document.querySelector('.sheet').getBoundingClientRect(); return [b.x, b.y, b.width] })()"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    folder = series(tmp_path_factory.mktemp("series"), **{"01_one": CARD, "02_two": figure('Text("dois")')})
    with running(folder) as found:
        yield found


@pytest.fixture(scope="module")
def browser(preview: Preview) -> Iterator[Page]:
    with chromium() as page:
        page.size(1200, 800)
        page.open(preview.address)
        page.wait("document.querySelectorAll('.card').length === 2")
        yield page
        assert page.errors == []


@pytest.fixture
def page(browser: Page, script: Path) -> Page:
    """The first figure at 100 %, as it was at first."""
    assert script.is_file()
    browser.run("document.querySelector('#home').click(); document.querySelector('.tree').replaceChildren()")
    browser.wait("document.querySelector('.card')")
    browser.run("document.querySelector('.card').click()")
    browser.run("[...document.querySelectorAll('.choice button')].find((one) => one.textContent === '100 %').click()")
    browser.wait(DRAWN)
    browser.wait("document.querySelectorAll('.tree [role=treeitem]').length === 3")
    return browser


@pytest.fixture
def script(preview: Preview) -> Path:
    path = preview.folder / "figures" / "01-one.py"
    if path.read_text(encoding="utf-8") != CARD:
        path.write_text(CARD, encoding="utf-8")
        preview.until(lambda state: state["figures"][0].get("faults") is None and "svg" in preview.picture("01-one"))
    return path


def color_at(page: Page, x: float, y: float) -> tuple[int, int, int]:
    """The pixel at a place of the figure, in its px, without what lies over the picture."""
    page.run("document.querySelector('.marks').hidden = true")
    page.hover(1, 1)
    left, top, _ = page.run(SHEET)
    pixel = page.screenshot().getpixel((round(left + x), round(top + y)))
    assert isinstance(pixel, tuple)
    red, green, blue = pixel
    return int(red), int(green), int(blue)


def test_a_card_of_the_gallery_shows_its_whole_picture_and_its_name(page: Page) -> None:
    page.run("document.querySelector('#home').click()")
    page.size(800, 300)  # both rows of cards do not fit
    cards = page.run(
        "[...document.querySelectorAll('.card')].map((one) => [one.scrollHeight - one.clientHeight,"
        " one.querySelector('.caption').getBoundingClientRect().bottom - one.getBoundingClientRect().bottom])"
    )
    page.size(1200, 800)
    assert all(hidden <= 0 and below <= 0 for hidden, below in cards)


def test_a_script_that_is_saved_changes_the_pixels(page: Page, script: Path) -> None:
    assert color_at(page, 10, 10) == (0xB0, 0x00, 0x20)
    script.write_text(CARD.replace("#B00020", "#1A73E8"), encoding="utf-8")
    page.wait("document.querySelector('.sheet .picture').shadowRoot.innerHTML.toLowerCase().includes('#1a73e8')")
    assert color_at(page, 10, 10) == (0x1A, 0x73, 0xE8)


def test_what_did_not_change_stays_in_the_page(page: Page, script: Path) -> None:
    root = "document.querySelector('.sheet .picture').shadowRoot"
    page.run(f"window.kept = {root}.querySelector('text').parentNode; window.ground = {root}.querySelector('rect')")
    script.write_text(CARD.replace('Text("um")', 'Text("um"), Text("dois")'), encoding="utf-8")
    page.wait(f"{root}.textContent.includes('dois')")
    assert page.run("window.kept.isConnected && window.ground.isConnected")
    drawn = page.run(f"{root}.querySelector('svg').outerHTML")
    page.run("window.isLeft = true; location.reload()")
    page.wait(f"!window.isLeft && {DRAWN} && {root}.textContent.includes('dois')")
    assert page.run(f"{root}.querySelector('svg').outerHTML") == drawn


def test_an_error_stands_over_the_last_picture_until_it_is_mended(page: Page, script: Path) -> None:
    script.write_text(CARD.replace('Text("um")', "Text(1 / 0)"), encoding="utf-8")
    page.wait("!document.querySelector('.over').hidden")
    message = page.run("document.querySelector('.over').innerText")
    assert "ZeroDivisionError: division by zero" in message
    assert "figures/01-one.py:5" in message
    assert "^" in message
    assert page.run("document.querySelector('.sheet .picture').shadowRoot.querySelectorAll('rect, path').length > 0")
    page.wait("document.querySelector('#panel-findings').textContent.includes('checked again when the error')")
    script.write_text("def (", encoding="utf-8")
    page.wait("document.querySelector('.over').innerText.includes('is not valid Python')")
    assert not page.run("document.querySelector('.sheet').hidden")
    script.write_text(CARD, encoding="utf-8")
    page.wait("document.querySelector('.over').hidden")
    page.wait(DRAWN)


def test_hovering_names_the_line_and_a_click_opens_it(page: Page, script: Path) -> None:
    page.run("document.querySelector('.marks').hidden = true")
    page.run("HTMLAnchorElement.prototype.click = function () { window.opened = this.href }")
    left, top, _ = page.run(SHEET)
    page.hover(left + 8, top + 8)
    page.wait("!document.querySelector('.tag').hidden")
    assert page.run("document.querySelector('.tag').innerText").split() == ["Row", "100", "×", "60", "01-one.py:5"]
    assert page.run("document.querySelectorAll('.boxes .padding').length") == 1
    page.click(left + 8, top + 8)
    column = CARD.split("\n")[4].index("Row") + 1
    assert page.run("window.opened") == f"vscode://file{script}:5:{column}"
    rows = page.run("[...document.querySelectorAll('.properties tbody tr')].map((row) => row.innerText)")
    assert any(row.split() == ["padding", "20", "here"] for row in rows)


def test_the_tree_is_walked_by_keyboard(page: Page) -> None:
    page.run("document.querySelector('#tab-boxes').click()")
    page.run("document.querySelector('.tree [tabindex=\"0\"]').focus()")
    selected = "document.querySelector('.tree [aria-selected=true] > .row').innerText.trim().replace(/\\s+/g, ' ')"
    page.press("Home")
    assert page.run(selected).startswith("Column page")
    page.press("End")
    assert page.run(selected).startswith("Text")
    page.press("ArrowLeft")
    assert page.run(selected) == "Row"
    assert page.run("document.activeElement.getAttribute('role')") == "treeitem"


def test_a_new_picture_leaves_the_keyboard_in_the_tree(page: Page, script: Path) -> None:
    page.run("document.querySelector('#tab-boxes').click()")
    page.run("document.querySelector('.tree [tabindex=\"0\"]').focus()")
    page.press("End")
    page.run("window.before = document.activeElement")
    script.write_text(CARD.replace("#B00020", "#1A73E8"), encoding="utf-8")
    page.wait("document.querySelector('.tree [tabindex=\"0\"]') !== window.before")
    assert page.run("document.activeElement.innerText").startswith("Text")


def test_findings_stand_in_the_picture_and_lead_to_it(page: Page) -> None:
    page.wait("document.querySelector('.mark')")
    assert page.run("document.querySelector('#panel-findings .number').textContent") == "1"
    assert "literal" in page.run("document.querySelector('#panel-findings').textContent")


def test_the_secret_stands_nowhere_that_is_kept(page: Page, preview: Preview) -> None:
    assert preview.key not in page.run("location.href")
    assert preview.key not in page.run("document.documentElement.outerHTML")
    page.run("window.isLeft = true; location.reload()")
    page.wait(f"!window.isLeft && {DRAWN} && document.querySelector('#choose').value === '01-one'")


def test_a_slider_changes_the_pixels_and_saving_writes_that_value_alone(page: Page, preview: Preview) -> None:
    file = preview.folder / "tokens.toml"
    text = file.read_text(encoding="utf-8")
    drawn = "document.querySelector('.sheet .picture').shadowRoot.querySelector('svg').outerHTML"
    page.run("document.querySelector('#tab-tokens').click()")
    page.wait("document.querySelectorAll('.token-row').length > 5")
    page.run(f"window.before = {drawn}")
    picker = "document.querySelector('[data-token=\"color.ink\"] .picker')"
    page.run(f"{picker}.click()")
    bars = "[...document.querySelectorAll('[data-token=\"color.ink\"] .limits')]"
    page.wait(f"{bars}.filter((one) => one.children.length).length === 3")  # of lightness, chroma and hue
    page.run(
        "(() => { const slider = document.querySelector('[data-token=\"color.ink\"] .sliders input');"
        "slider.value = 0.4; slider.dispatchEvent(new Event('input')); slider.dispatchEvent(new Event('change')) })()"
    )
    page.wait(f"{drawn} !== window.before")
    assert file.read_text(encoding="utf-8") == text
    page.wait("document.querySelector('.token-row.edited')")
    page.run("document.querySelector('.button.primary').click()")
    page.wait("document.querySelector('.notice').textContent.startsWith('1 value written')")
    lines = zip(text.split("\n"), file.read_text(encoding="utf-8").split("\n"), strict=True)
    ((old, new),) = [(before, after) for before, after in lines if before != after]
    assert (old.split("=")[0].strip(), new.split("=")[0].strip()) == ("ink", "ink")
    page.wait("!document.querySelector('.actions .button').disabled")
    page.run("document.querySelector('.actions .button').click()")
    page.wait(f"{drawn} === window.before")
    page.wait("!document.querySelector('.button.primary').disabled")
    page.run("document.querySelector('.button.primary').click()")
    page.wait("document.querySelector('.notice').textContent.startsWith('1 value written')")
    assert file.read_text(encoding="utf-8") == text


def test_a_finding_that_an_edit_brings_stands_beside_its_control(page: Page, script: Path) -> None:
    script.write_text(figure('Column(Text("palavras"), width="{space.m} * 20")'), encoding="utf-8")
    page.wait("document.querySelector('.sheet .picture').shadowRoot.textContent.includes('palavras')")
    page.run("document.querySelector('#tab-tokens').click()")
    row = "document.querySelector('[data-token=\"space.m\"]')"
    page.wait(f"{row}.querySelector('input').value")
    page.run("window.slider = (value) => { const one = " + row + ".querySelector('input'); one.value = value;"
             "for (const kind of ['input', 'change']) one.dispatchEvent(new Event(kind)) }")  # fmt: skip
    page.run("slider(1)")
    page.wait(f"{row}.innerText.includes('overflow: Text “palavras” needs')")
    page.run("[...document.querySelectorAll('.actions .button')].find((one) => one.innerText === 'Discard').click()")
    page.wait(f"![...{row}.querySelectorAll('.broken li')].length")


def test_an_edit_outlives_a_reload_and_is_not_written_over_another(page: Page, preview: Preview) -> None:
    file = preview.folder / "tokens.toml"
    text = file.read_text(encoding="utf-8")
    field = "document.querySelector('[data-token=\"color.ink\"] .hex')"
    page.run("document.querySelector('#tab-tokens').click()")
    page.wait(f"{field}.value")
    page.run(f"{field}.value = '#123456'; {field}.dispatchEvent(new Event('change'))")
    page.wait("document.querySelector('#tab-tokens').textContent === 'Tokens • 1'")
    page.run("window.isLeft = true; location.reload()")
    page.wait("!window.isLeft && document.querySelector('#tab-tokens').textContent === 'Tokens • 1'")
    page.wait(f"{field}.value === '#123456'")
    other = rewritten(text, {("color", "ink"): "#654321"})
    file.write_text(other, encoding="utf-8")
    page.run("document.querySelector('.button.primary').click()")
    page.wait("document.querySelector('.notice').innerText.includes('was changed meanwhile')")
    said = page.run("document.querySelector('.notice').innerText")
    assert "#654321 in the file" in said
    assert "#123456 here" in said
    assert file.read_text(encoding="utf-8") == other
    page.run("document.querySelector('.notice .link').click()")  # take the file's
    page.wait(f"document.querySelector('#tab-tokens').textContent === 'Tokens' && {field}.value === '#654321'")
    assert file.read_text(encoding="utf-8") == other
    file.write_text(text, encoding="utf-8")
    page.wait(f"{field}.value !== '#654321'")
    page.run("document.querySelector('#tab-boxes').click()")


def test_the_picture_before_stands_beside_that_of_now(page: Page, preview: Preview) -> None:
    path = preview.folder / "out" / "web" / "01-one.png"
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (400, 200), (0, 128, 0)).save(path)
    page.run("document.querySelector('.button.slim').click()")
    page.wait("document.querySelector('.before').naturalWidth === 400")
    left, right = color_at(page, 10, 20), color_at(page, 190, 20)
    page.run("document.querySelector('.button.slim').click()")
    assert left == (0, 128, 0) != right


def test_a_reader_without_blue_cones_sees_other_pixels(page: Page) -> None:
    see = (
        "(() => {{ const list = document.querySelector('.tool select'); list.value = '{}';"
        "list.dispatchEvent(new Event('change')) }})()"
    )
    page.run(see.format("tritanopia"))
    seen_by_others = color_at(page, 10, 10)
    page.run(see.format("normal"))
    expected = seen(Color(0xB0 / 255, 0, 0x20 / 255), "tritanopia")
    for found, wanted in zip(seen_by_others, (expected.red, expected.green, expected.blue), strict=True):
        assert abs(found - 255 * wanted) <= 2
