"""The page that shows icons and searches them: one HTML file, which is a plain list where no script runs."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from layoutkit.drawing.icon_words import folded
from layoutkit.drawing.icons import FILLED, icon_data

if TYPE_CHECKING:
    from collections.abc import Iterable

    from layoutkit.drawing.icon_words import IconWords

__all__ = ["icon_page", "icon_svg"]

_HEAD = """\
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Icons</title>
<!-- Written by `layoutkit icons --sheet`. The drawings are Lucide's, ISC licence: https://lucide.dev/license -->
<style>
:root { color-scheme: light dark; --ink: #1f2328; --muted: #59636e; --ground: #fff; --raised: #f3f4f6 }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --muted: #9198a1; --ground: #0d1117; --raised: #1c2128 } }
body { margin: 0 auto; max-width: 1200px; padding: 24px; font: 15px/1.5 system-ui, sans-serif; color: var(--ink);
  background: var(--ground) }
h1 { margin: 0 0 8px; font-size: 28px }
p { margin: 0 0 16px; max-width: 68ch; color: var(--muted) }
header { position: sticky; top: 0; padding: 8px 0 16px; background: var(--ground) }
input { box-sizing: border-box; width: 100%; padding: 10px 14px; font: inherit; border: 1px solid var(--muted);
  border-radius: 8px; color: inherit; background: var(--ground) }
ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(132px, 1fr)); gap: 8px; margin: 0; padding: 0;
  list-style: none }
li[hidden] { display: none }
button { width: 100%; height: 100%; padding: 14px 6px 10px; font: inherit; border: 0; border-radius: 8px;
  color: inherit; background: none; cursor: copy }
button:hover, button:focus-visible { background: var(--raised) }
svg { display: block; margin: 0 auto 8px; fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linecap: round;
  stroke-linejoin: round }
svg .f { fill: currentColor }
code { font: 12px/1.35 ui-monospace, monospace; overflow-wrap: anywhere }
</style>
<h1>Icons</h1>
<p>Search by name, or by an English or Portuguese word: <em>lixeira</em>, <em>trash</em>, <em>garbage</em>. A click
copies the call. The drawings are those of <a href="https://lucide.dev">Lucide</a>.</p>
<header><input type="search" aria-label="Search icons" placeholder="Search" autofocus hidden>
<span role="status"></span></header>
<ul>
"""
_TAIL = """\
</ul>
<script>
const field = document.querySelector("input"), status = document.querySelector("[role=status]");
const items = [...document.querySelectorAll("li")];
const plain = text => text.toLowerCase().normalize("NFD").replace(/\\p{M}/gu, "");
const search = () => {
  const words = plain(field.value).split(/[\\s_-]+/).filter(Boolean);
  let shown = 0;
  for (const item of items) {
    const text = " " + item.dataset.words;
    item.hidden = !words.every(word => text.includes(" " + word));
    shown += !item.hidden;
  }
  status.textContent = `${shown} of ${items.length}`;
};
field.hidden = false;
field.addEventListener("input", () => {
  search();
  history.replaceState(null, "", "#" + encodeURIComponent(field.value));
});
document.querySelector("ul").addEventListener("click", event => {
  const button = event.target.closest("button");
  if (!button) return;
  const call = `Icon("${button.textContent.trim()}")`;
  navigator.clipboard?.writeText(call);
  status.textContent = `copied ${call}`;
});
field.value = decodeURIComponent(location.hash.slice(1));
search();
</script>
"""


def icon_page(icons: Iterable[IconWords]) -> str:
    """The page.

    Args:
        icons: those that are shown, in their order.
    """
    return _HEAD + "".join(map(_item, icons)) + _TAIL


def _item(one: IconWords) -> str:
    words = dict.fromkeys(
        " ".join(folded(word) for word in (*one.name.split("-"), *one.portuguese, *one.english)).split()
    )
    title = ", ".join((*one.portuguese, *one.english))
    picture = icon_svg(one.name, 'width="28" height="28" viewBox="0 0 24 24" aria-hidden="true"')
    return (
        f'<li data-words="{escape(" ".join(words))}"><button title="{escape(title)}">{picture}'
        f"<code>{one.name}</code></button></li>\n"
    )


def icon_svg(name: str, attributes: str) -> str:
    """An icon as an ``svg`` element; what is filled has the class ``f``."""
    paths = (
        f'<path class="f" d="{data[1:]}"/>' if data.startswith(FILLED) else f'<path d="{data}"/>'
        for data in icon_data(name)
    )
    return f"<svg {attributes}>{''.join(paths)}</svg>"
