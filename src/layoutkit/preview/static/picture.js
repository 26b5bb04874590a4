// A picture of a figure: drawn by the server without fonts, which the page loads once.

import { ask, json, ofFigure, Refused } from "./server.js";

const fonts = new Map();

// A face by its name and weight, such as "page-0a1b 400".
export function loaded(named) {
  if (!fonts.has(named)) {
    const [family, weight] = named.split(" ");
    const loading = ask(`/api/font/${family}`)
      .then((response) => response.arrayBuffer())
      .then((data) => new FontFace(family, data, { weight }).load())
      .then((face) => document.fonts.add(face))
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
  async load(figure, modes, { later = false } = {}) {
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    let answer;
    try {
      answer = await json("/api/picture", { query: ofFigure(figure, modes, later ? [["later", "1"]] : []), signal: asking.signal });
    } catch (error) {
      if (asking.signal.aborted) return null;
      return { faults: [], refused: error instanceof Refused ? error.message : "the preview does not answer" };
    }
    const drawn = answer.svg ? answer : answer.last;
    if (drawn) {
      await Promise.all(drawn.fonts.map(loaded));
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
    this.root.replaceChildren(this.sheet, document.importNode(parsed, true));
    [this.width, this.height, this.shown] = [width, height, svg];
  }
}

function adopted(text) {
  const style = document.createElementNS("http://www.w3.org/2000/svg", "style");
  style.textContent = text;
  return style;
}
