"""The page of cards in takumi, as HTML: ``in_takumi.py CARDS SCALE png|svg OUT FONTS``, as a whole process.

It runs no scripts, so the arrows are one SVG picture with computed places.
"""

import json
import sys
from html import escape
from pathlib import Path

from takumi_py import FontResource, ImageResource, Renderer  # type: ignore[import-not-found]  # a peer, likewise

COUNT, SCALE, FORMAT, OUT, FONTS = sys.argv[1:]
DATA = json.loads((Path(__file__).parent / "cards.json").read_text(encoding="utf-8"))
CARDS = [DATA["cards"][i % len(DATA["cards"])] for i in range(int(COUNT))]
ROWS = -(-len(CARDS) // 4)
HEIGHT = max(1000, 110 + 142 * ROWS + 24 * (ROWS - 1) + 32)
HUES = (("#1967D2", "#E8F0FE"), ("#137333", "#E6F4EA"), ("#B06000", "#FEF7E0"), ("#C5221F", "#FCE8E6"))
TYPE = "font-family:Roboto;font-weight:{};font-size:{}px;line-height:{}px"
CSS = f"""*{{box-sizing:border-box;margin:0}}
.page{{width:1000px;height:{HEIGHT}px;padding:32px 40px;position:relative;
 background:radial-gradient(circle 1px at 2px 2px,#DADCE0 99%,transparent) 0 0/20px 20px #F8F9FA}}
h1{{{TYPE.format(700, 26, 32)};color:#202124;text-align:center}}
.sub{{{TYPE.format(400, 13, 18)};color:#5F6368;text-align:center;margin:4px 0 24px}}
.grid{{display:flex;flex-wrap:wrap;gap:24px;align-items:flex-start}}
.card{{width:212px;padding:12px;background:#fff;border:1px solid #DADCE0;border-radius:20px;
 box-shadow:0 6px 24px rgba(0,0,0,.08);display:flex;flex-direction:column;align-items:stretch}}
.pill{{align-self:flex-start;{TYPE.format(700, 9, 12)};padding:2px 8px;border-radius:8px}}
h2{{{TYPE.format(700, 14, 18)};color:#202124;margin-top:6px}}
p{{{TYPE.format(400, 11, 14)};color:#3C4043;margin-top:2px}}
.boxes{{display:flex;gap:8px;margin-top:8px}}
.box{{flex:1 1 0;height:24px;padding:6px 4px;border-radius:8px;{TYPE.format(400, 10, 12)};text-align:center}}
.arrows{{position:absolute;left:0;top:0;width:1000px;height:{HEIGHT}px}}"""


def card(data: dict[str, str]) -> str:
    """One card."""
    ink, tint = HUES[int(data["hue"])]
    colors = f"color:{ink};background:{tint}"
    boxes = "".join(f'<div class=box style="{colors}">{escape(data[key])}</div>' for key in "ab")
    return (
        f'<div class=card><span class=pill style="{colors}">{escape(data["label"])}</span>'
        f"<h2>{escape(data['heading'])}</h2><p>{escape(data['text'])}</p><div class=boxes>{boxes}</div></div>"
    )


def arrows() -> str:
    """The lines and heads of all arrows."""
    lines = heads = ""
    for k in range(len(CARDS) - 1):
        x, y = 40 + 236 * (k % 4), 110 + 166 * (k // 4)
        if (k + 1) % 4:
            lines += f"M{x + 214} {y + 71}h12"
            heads += f"M{x + 234} {y + 71}l-8 -4v8z"
        else:
            lines += f"M{x + 106} {y + 144}v10H146v2"
            heads += f"M146 {y + 164}l-4 -8h8z"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="{HEIGHT}" viewBox="0 0 1000 {HEIGHT}">'
        f'<path d="{lines}" fill="none" stroke="#9AA0A6" stroke-width="2"/><path d="{heads}" fill="#9AA0A6"/></svg>'
    )


FACES = [
    FontResource((Path(FONTS) / f"roboto-{weight}.ttf").read_bytes(), name="Roboto", weight=weight)
    for weight in (400, 700)
]
HTML = (
    f"<div class=page><h1>{escape(DATA['title'])}</h1><div class=sub>{escape(DATA['subtitle'])}</div>"
    f'<div class=grid>{"".join(map(card, CARDS))}</div><img class=arrows src="memory://arrows"></div>'
)
renderer = Renderer(load_default_fonts=False, fonts=FACES)
options = {"stylesheets": [CSS], "images": [ImageResource("memory://arrows", arrows().encode(), cache="none")]}
if FORMAT == "svg":
    draw = getattr(renderer, "render_html_svg", None) or renderer.render_svg_html
    Path(OUT).write_text(draw(HTML, width=1000, height=HEIGHT, **options), encoding="utf-8")
else:
    scale = float(SCALE)
    size = {"width": int(1000 * scale), "height": int(HEIGHT * scale), "device_pixel_ratio": scale}
    Path(OUT).write_bytes(renderer.render_html(HTML, **size, **options))
