"""Measures text in Chromium and writes what ``test_chromium.py`` compares with.

    python -m tests.text.measure_chromium [/usr/bin/chromium]

Four kinds of fact: the width of one line, the distance from a block's top to its first baseline, the lines into
which a paragraph breaks, and the order in which the characters of texts that run from right to left stand on the page
(whatever the font), in ``chromium.json``; and the widths of many strings in every face and size of
``strings.py``, in ``chromium_strings.json``. The device scale factor is 1, so ascent and descent are in whole px.
"""

from __future__ import annotations

import html
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.text.strings import FACES, LEFTWARD, STRINGS
from tests.text.support import FAMILIES

OUTPUT = Path(__file__).with_name("chromium.json")
STRINGS_OUTPUT = Path(__file__).with_name("chromium_strings.json")
KINDS = ("widths", "baselines", "lines", "orders")
SIZES = (12, 14.5, 16, 20, 28)
LINE_HEIGHTS = (1.0, 1.25, 1.4, 1.5)
TEXTS = (
    "Do Modelo Base ao Assistente Conversacional",
    "AVATAR Tá “WA” V. Ta, Yo",
    "difícil, oficina, affix",
    "1.200,50 — 98,65% (n=32)",
)
PARAGRAPHS = (
    "Modelos de linguagem aprendem padrões gerais durante o pré-treinamento, mas ainda não sabem seguir instruções.",
    "Só os tokens da resposta entram na loss: os tokens da instrução servem de contexto, com rótulo −100 (ignorado).",
    "“Avaliar” uma resposta pede critérios — utilidade, correção, clareza — e métricas como ROUGE-1 não bastam.",
)
WIDTHS = (120, 186, 240.5, 333)

SCRIPT = """
const facts = {widths: [], baselines: [], lines: [], orders: []};
function block(css, text) {
  const e = document.createElement('div');
  e.style.cssText = 'position:absolute;top:0;left:0;white-space:pre-wrap;' + css;
  e.textContent = text;
  document.body.append(e);
  return e;
}
for (const c of CASES.widths) {
  const e = block(`font:${c.font};letter-spacing:${c.letter_spacing}px;white-space:pre`, c.text);
  facts.widths.push(e.getBoundingClientRect().width);
  e.remove();
}
for (const c of CASES.baselines) {
  const e = block(`font:${c.font}`, 'Hx');
  const mark = document.createElement('span');
  mark.style.cssText = 'display:inline-block;width:1px;height:0';
  e.append(mark);
  facts.baselines.push(mark.getBoundingClientRect().bottom);
  e.remove();
}
for (const c of CASES.lines) {
  const e = block(`font:${c.font};width:${c.width}px`, c.text);
  const lines = [];
  let last = -1;
  for (let i = 0; i < c.text.length; i++) {
    const range = document.createRange();
    range.setStart(e.firstChild, i);
    range.setEnd(e.firstChild, i + 1);
    const top = range.getBoundingClientRect().top;
    if (top > last) lines.push('');
    last = Math.max(last, top);
    lines[lines.length - 1] += c.text[i];
  }
  facts.lines.push(lines);
  e.remove();
}
for (const c of CASES.orders) {
  const e = block('direction:rtl', c.text);
  const places = [];
  for (let i = 0; i < c.text.length; i++) {
    const range = document.createRange();
    range.setStart(e.firstChild, i);
    range.setEnd(e.firstChild, i + 1);
    places.push([range.getBoundingClientRect().left, c.text[i]]);
  }
  facts.orders.push(places.sort((a, b) => a[0] - b[0]).map(place => place[1]).join(''));
  e.remove();
}
"""


def cases() -> dict[str, list[dict[str, Any]]]:
    """What is measured; each with its CSS ``font`` and the fields that our side needs."""
    widths, baselines, lines = [], [], []
    for name in ("Google Sans", "Roboto", "Mono"):
        for file in FAMILIES[name].files:
            for size in SIZES:
                face = {"family": name, "weight": file.weight, "italic": file.italic, "size": size}
                for i, text in enumerate(TEXTS):
                    spacing = 0.6 if i == 0 else 0.0
                    widths.append({**face, "line_height": 30, "letter_spacing": spacing, "text": text})
                baselines += [{**face, "line_height": size * factor} for factor in LINE_HEIGHTS]
        for size in SIZES[:3]:
            face = {"family": name, "weight": 400, "italic": False, "size": size, "line_height": 24}
            lines += [{**face, "width": width, "text": text} for width in WIDTHS for text in PARAGRAPHS]
    orders = [{"text": text} for text in LEFTWARD]
    return {"widths": widths, "baselines": baselines, "lines": lines, "orders": orders}


def string_widths(browser: str, strings: list[str]) -> list[list[float]]:
    """The width in px of each string, for each of the faces and sizes."""
    asked = [
        {"family": family, "weight": weight, "italic": False, "size": size, "line_height": 40, "letter_spacing": 0}
        for family, weight, size in FACES
    ]
    widths = [{**face, "text": text} for face in asked for text in strings]
    answers = [case["expected"] for case in measured(browser, {"widths": widths})["widths"]]
    return [answers[i : i + len(strings)] for i in range(0, len(answers), len(strings))]


def measured(browser: str, asked: dict[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    """The cases, each with what the browser answers as ``expected``."""
    page_cases = {
        kind: [case if kind == "orders" else {**case, "font": _css(case)} for case in of_kind]
        for kind, of_kind in asked.items()
    }
    faces = "".join(
        f"@font-face{{font-family:'{family.name}';font-weight:{file.weight};"
        f"font-style:{'italic' if file.italic else 'normal'};src:url({file.path.as_uri()})}}"
        for family in FAMILIES.values()
        for file in family.files
    )
    page = (
        f"<!doctype html><html lang=und><meta charset=utf-8><style>{faces}</style><body><script>"
        f"const CASES = {json.dumps({**dict.fromkeys(KINDS, ()), **page_cases})};"
        f"(async () => {{ for (const f of document.fonts) await f.load(); {SCRIPT}"
        "document.body.innerHTML = '<pre id=out></pre>';"
        "document.getElementById('out').textContent = JSON.stringify(facts); })();</script>"
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        path.write_text(page, encoding="utf-8")
        command = [
            browser, "--headless", "--no-sandbox", "--disable-gpu", "--force-device-scale-factor=1",
            "--allow-file-access-from-files", f"--user-data-dir={folder}/profile",
            "--virtual-time-budget=30000", "--dump-dom", path.as_uri(),
        ]  # fmt: skip
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    found = re.search(r'<pre id="out">(.*?)</pre>', done.stdout, re.DOTALL)
    if not found:
        sys.exit("the browser gave no answer: " + done.stderr[-2000:])
    answers = json.loads(html.unescape(found.group(1)))
    return {
        kind: [{**case, "expected": answer} for case, answer in zip(asked[kind], answers[kind], strict=True)]
        for kind in asked
    }


def _css(case: dict[str, Any]) -> str:
    slope = "italic" if case["italic"] else "normal"
    return f"{slope} {case['weight']} {case['size']}px/{case['line_height']}px '{case['family']}'"


def main(browser: str = "/usr/bin/chromium") -> None:
    """Write what the browser answers, one case a line."""
    facts = measured(browser, cases())
    kinds = []
    for kind, of_kind in facts.items():
        rows = ",\n".join("  " + json.dumps(case, ensure_ascii=False) for case in of_kind)
        kinds.append(f'"{kind}": [\n{rows}\n]')
    OUTPUT.write_text("{\n" + ",\n".join(kinds) + "\n}\n", encoding="utf-8")
    by_face = ",\n".join(json.dumps(widths) for widths in string_widths(browser, STRINGS))
    texts = ",\n".join(json.dumps(text, ensure_ascii=False) for text in STRINGS)
    faces = json.dumps(FACES)
    STRINGS_OUTPUT.write_text(
        f'{{"faces": {faces},\n"texts": [\n{texts}\n],\n"widths": [\n{by_face}\n]}}\n', encoding="utf-8"
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
