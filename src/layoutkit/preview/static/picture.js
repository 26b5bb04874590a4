// A picture of a figure: drawn by the server without fonts, which the page loads once.

import { ask, json, ofFigure, Refused } from "./server.js";

const fonts = new Map();
const ready = new Set();

// A face by its name and weight, such as "page-0a1b 400".
export function loaded(named) {
  if (!fonts.has(named)) {
    const [family, weight] = named.split(" ");
    const loading = ask(`/api/font/${family}`)
      .then((response) => response.arrayBuffer())
      .then((data) => new FontFace(family, data, { weight }).load())
      .then((face) => document.fonts.add(face) && ready.add(named))
      .catch(() => fonts.delete(named));
    fonts.set(named, loading);
  }
  return fonts.get(named);
}

const STYLE = ":host{display:block;font:400 16px sans-serif;color:#000;text-align:left}svg{display:block;width:100%;height:100%}";

export class Picture {
  constructor() {
    this.element = document.createElement("div");
    this.element.className = "picture";
    this.root = this.element.attachShadow({ mode: "open" });
    this.sheet = document.createElement("style");
    this.sheet.textContent = STYLE;
    this.root.append(this.sheet);
    this.width = 0;
    this.height = 0;
    this.shown = "";
  }

  // Resolves to the answer of the server once the picture is in the page; to null where another one was asked for since.
  // What the server has sent unasked is `given`.
  async load(figure, modes, { later = false, given = null } = {}) {
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    let answer = given;
    try {
      answer ??= await json("/api/picture", { query: ofFigure(figure, modes, later ? [["later", "1"]] : []), signal: asking.signal });
    } catch (error) {
      if (asking.signal.aborted) return null;
      return { faults: [], refused: error instanceof Refused ? error.message : "the preview does not answer" };
    }
    const drawn = answer.svg ? answer : answer.last;
    if (drawn) {
      const missing = drawn.fonts.filter((font) => !ready.has(font));
      if (missing.length) await Promise.all(missing.map(loaded));
      if (this.asking !== asking) return null;
      this.show(drawn);
    }
    return this.asking === asking ? answer : null;
  }

  show({ svg, width, height }) {
    if (svg === this.shown) return;
    const parsed = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    parsed.removeAttribute("width");
    parsed.removeAttribute("height");
    for (const style of parsed.querySelectorAll("style")) style.replaceWith(adopted(style.textContent));
    const before = this.root.querySelector("svg");
    if (before) become(before, document.importNode(parsed, true));
    else this.root.append(document.importNode(parsed, true));
    [this.width, this.height, this.shown] = [width, height, svg];
  }
}

function adopted(text) {
  const style = document.createElementNS("http://www.w3.org/2000/svg", "style");
  style.textContent = text;
  return style;
}

// Change a tree into another one, and leave alone what is the same: the browser lays out and paints the rest only.
function become(old, next) {
  if (old.nodeName !== next.nodeName || old.nodeType !== Node.ELEMENT_NODE) {
    old.replaceWith(next);
    return;
  }
  for (const { name } of [...old.attributes]) if (!next.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of next.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  let [had, has] = [[...old.childNodes], [...next.childNodes]];
  const first = had.findIndex((node, at) => !has[at] || !node.isEqualNode(has[at]));
  const same = first < 0 ? had.length : first;
  [had, has] = [had.slice(same), has.slice(same)];
  while (had.length && has.length && had.at(-1).isEqualNode(has.at(-1))) {
    had.pop();
    has.pop();
  }
  if (had.length === has.length) had.forEach((node, at) => become(node, has[at]));
  else {
    const after = had.length ? had.at(-1).nextSibling : (old.childNodes[same] ?? null);
    had.forEach((node) => node.remove());
    has.forEach((node) => old.insertBefore(node, after));
  }
}
