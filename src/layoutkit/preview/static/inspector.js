// Boxes: what hovering shows over the picture, the tree, and what gives a box its look.

import { element, one } from "./dom.js";
import { json, ofFigure } from "./server.js";
import { stage } from "./stage.js";
import { editorAddress, keep, on, say, view } from "./store.js";

const SVG = "http://www.w3.org/2000/svg";
let boxes = []; // every box with its index, outermost first
let tokens = {};
let chosen = -1;
let hovered = -1;
let shownFor = "";
let asking = null;
let pointer = null; // where it is over the picture, in px of the figure

export const layer = document.createElementNS(SVG, "svg");
layer.classList.add("boxes");
layer.setAttribute("aria-hidden", "true");
const tag = element("div", { class: "tag", hidden: true });
const tree = element("ul", { class: "tree", role: "tree", "aria-label": "Boxes" });
const detail = element("div", { class: "detail" });
const opens = element("input", { type: "checkbox", onchange: (event) => { view.opens = event.target.checked; keep(); } });
export const panel = element("div", { class: "panel split", id: "panel-boxes", role: "tabpanel", "aria-labelledby": "tab-boxes" },
  tree, detail, element("label", { class: "foot" }, opens, " A click in the picture opens the editor"));

// -- the boxes of a figure ------------------------------------------------------------------------

export async function findBoxes(figure) {
  asking?.abort();
  asking = new AbortController();
  const { signal } = asking;
  let answer;
  try {
    answer = await json("/api/boxes", { query: ofFigure(figure.name, view.modes), signal });
  } catch {
    return; // another figure was asked for, or the server has gone, which the status says
  }
  if (signal.aborted || !answer.root) return;
  const before = shownFor === figure.name ? boxes[chosen] : null;
  shownFor = figure.name;
  boxes = [];
  tokens = answer.tokens;
  number(answer.root, 1, -1);
  layer.setAttribute("viewBox", `0 0 ${stage.picture.width} ${stage.picture.height}`);
  const isWalked = tree.contains(document.activeElement); // its items are made again: the focus would be lost
  drawTree();
  const same = before ? boxes.findIndex((box) => box.path_ === before.path_ && box.type === before.type) : -1;
  choose(same, { quiet: true });
  if (isWalked) tree.querySelector("[tabindex='0']")?.focus({ preventScroll: true });
  say("boxes", { boxes, tokens });
}

function number(box, level, parent, path = "0") {
  const index = boxes.length;
  Object.assign(box, { index, level, parent, path_: path, size: 1 });
  boxes.push(box);
  box.children.forEach((child, at) => number(child, level + 1, index, `${path}.${at}`));
}

function at(x, y) {
  let found = -1;
  let least = Infinity;
  for (const box of boxes) {
    const [left, top, width, height] = box.rect;
    if (box.hidden || x < left - 1 || y < top - 1 || x > left + width + 1 || y > top + height + 1) continue;
    const area = Math.max(width, 2) * Math.max(height, 2);
    if (area <= least) [found, least] = [box.index, area];
  }
  return found;
}

// -- over the picture -----------------------------------------------------------------------------

function shape(name, attributes, place = layer) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  place.append(made);
  return made;
}

const area = (kind, [x, y, width, height]) => shape("rect", { class: kind, x, y, width: Math.max(width, 0), height: Math.max(height, 0) });

function frame(kind, [x, y, width, height], [inX, inY, inWidth, inHeight]) {
  const hole = `M${inX} ${inY}v${inHeight}h${inWidth}v${-inHeight}z`;
  shape("path", { class: kind, "fill-rule": "evenodd", d: `M${x} ${y}h${width}v${height}h${-width}z${hole}` });
}

function outline(index, kind) {
  const box = boxes[index];
  if (!box) return;
  const [x, y, width, height] = box.rect;
  const [top, right, bottom, left] = box.border;
  const [above, after, below, before] = box.margin.map((side) => Math.max(0, side));
  if (above || after || below || before) frame("margin", [x - before, y - above, width + before + after, height + above + below], box.rect);
  if (!box.path.length) frame("padding", [x + left, y + top, width - left - right, height - top - bottom], box.content);
  box.gaps.forEach((gap) => area("gap", gap));
  box.baselines.forEach(([x1, y1, x2, y2]) => shape("path", { class: "baseline", d: `M${x1} ${y1}L${x2} ${y2}` }));
  if (box.path.length) shape("polyline", { class: `${kind} way`, points: box.path.join(" ") });
  else area(kind, box.rect);
}

function paint() {
  layer.replaceChildren();
  const lit = view.lit ? boxes.filter((box) => box.tokens.includes(view.lit)) : [];
  lit.forEach((box) => (box.path.length ? shape("polyline", { class: "lit way", points: box.path.join(" ") }) : area("lit", box.rect)));
  const marked = view.tab === "boxes" ? chosen : -1;
  if (marked >= 0 && marked !== hovered) outline(marked, "chosen");
  if (hovered >= 0) outline(hovered, marked === hovered ? "chosen" : "hovered");
  const box = boxes[hovered >= 0 ? hovered : marked];
  tag.hidden = !box;
  if (!box) return;
  const [x, y, width, height] = box.rect;
  tag.replaceChildren(element("b", {}, box.name || box.type), ` ${round(width)} × ${round(height)}`,
    box.place ? element("span", {}, ` ${box.place.shown.split("/").pop()}:${box.place.line}`) : "");
  const below = (y - 2) * stage.scale < 30;
  tag.style.left = `${x * stage.scale}px`;
  tag.style.top = below ? `${(y + height) * stage.scale + 5}px` : `${y * stage.scale - 5}px`;
  tag.classList.toggle("below", below);
}

const round = (number) => String(Math.round(10 * number) / 10);

export function begin() {
  opens.checked = view.opens ?? true;
  stage.sheet.append(layer, tag);
  stage.sheet.addEventListener("pointermove", (event) => hover(under(event)));
  stage.sheet.addEventListener("pointerleave", () => { pointer = null; hover(-1); });
  stage.sheet.addEventListener("click", (event) => {
    if (event.target.closest(".mark")) return;
    const index = under(event);
    if (index < 0) return;
    choose(index);
    say("tab", "boxes");
    if (view.opens ?? true) openPlace(boxes[index].place);
  });
}

function under(event) {
  const bounds = stage.sheet.getBoundingClientRect();
  pointer = [(event.clientX - bounds.left) / stage.scale, (event.clientY - bounds.top) / stage.scale];
  return at(...pointer);
}

function hover(index) {
  if (index === hovered) return;
  hovered = index;
  paint();
}

export function openPlace(place) {
  if (!place) return;
  navigator.clipboard?.writeText(`${place.path}:${place.line}`).catch(() => {});
  const link = element("a", { href: editorAddress(place) });
  link.click();
}

// -- the tree -------------------------------------------------------------------------------------

function drawTree() {
  const make = (box) => {
    const row = element("div", { class: "row" }, element("span", { class: "kind" }, box.type),
      box.name ? element("b", {}, box.name) : null, box.text.trim() ? element("q", {}, box.text.trim()) : null);
    const item = element("li", { role: "treeitem", "aria-level": box.level, "aria-selected": "false", tabindex: "-1", "data-index": box.index,
      "aria-expanded": box.children.length ? String(box.level < 4) : null, style: `--level:${box.level}` }, row);
    if (box.children.length) item.append(element("ul", { role: "group" }, box.children.map(make)));
    box.item = item;
    return item;
  };
  tree.replaceChildren(...(boxes.length ? [make(boxes[0])] : []));
  if (boxes.length) boxes[0].item.tabIndex = 0;
}

tree.addEventListener("click", (event) => {
  const item = event.target.closest("[role=treeitem]");
  if (!item) return;
  const box = boxes[item.dataset.index];
  const onArrow = event.target.closest(".row") && event.offsetX < 14 * box.level + 14 && box.children.length;
  if (onArrow) expand(box, item.getAttribute("aria-expanded") !== "true");
  else choose(box.index);
});
tree.addEventListener("dblclick", () => boxes[chosen] && openPlace(boxes[chosen].place));
tree.addEventListener("pointerover", (event) => hover(Number(event.target.closest("[role=treeitem]")?.dataset.index ?? -1)));
tree.addEventListener("pointerleave", () => hover(-1));
tree.addEventListener("keydown", (event) => {
  const box = boxes[chosen] ?? boxes[0];
  if (!box) return;
  const seen = boxes.filter((other) => !hiddenInTree(other));
  const place = seen.indexOf(box);
  const isOpen = box.children.length && box.item.getAttribute("aria-expanded") === "true";
  const moves = {
    ArrowDown: () => seen[place + 1]?.index,
    ArrowUp: () => seen[place - 1]?.index,
    Home: () => 0,
    End: () => seen.at(-1).index,
    ArrowRight: () => (isOpen ? box.children[0].index : expand(box, true)),
    ArrowLeft: () => (isOpen ? expand(box, false) : box.parent),
    Enter: () => openPlace(box.place),
  };
  if (!moves[event.key]) return;
  event.preventDefault();
  const next = moves[event.key]();
  if (next >= 0) choose(next, { focus: true });
});

const parentOf = (box) => boxes[box.parent];

function hiddenInTree(box) {
  for (let around = parentOf(box); around; around = parentOf(around)) if (around.item.getAttribute("aria-expanded") !== "true") return true;
  return false;
}

function expand(box, open) {
  if (box.children.length) box.item.setAttribute("aria-expanded", String(open));
}

export function choose(index, { focus = false, quiet = false } = {}) {
  tree.querySelector("[aria-selected='true']")?.setAttribute("aria-selected", "false");
  const reached = tree.querySelector("[tabindex='0']"); // the only one that Tab stops at
  if (reached && boxes[index]) reached.tabIndex = -1;
  chosen = boxes[index] ? index : -1;
  const box = boxes[chosen];
  if (box) {
    for (let around = parentOf(box); around; around = parentOf(around)) expand(around, true);
    box.item.setAttribute("aria-selected", "true");
    box.item.tabIndex = 0;
    if (focus) box.item.focus({ preventScroll: true });
    if (!quiet) box.item.querySelector(".row").scrollIntoView({ block: "nearest" });
  }
  hovered = pointer ? at(...pointer) : -1;
  paint();
  drawDetail();
}

// -- what gives it its look -----------------------------------------------------------------------

function drawDetail() {
  const box = boxes[chosen];
  if (!box) {
    detail.replaceChildren(element("p", { class: "quiet" }, boxes.length
      ? "Click a box in the picture, or walk the tree with the arrow keys; Enter opens the editor."
      : "The boxes are shown when the figure is drawn."));
    return;
  }
  const [x, y, width, height] = box.rect;
  const link = box.place ? element("button", { type: "button", class: "link", title: "Open in the editor, and copy the path (Enter)",
    onclick: () => openPlace(box.place) }, `${box.place.shown}:${box.place.line}`) : null;
  detail.replaceChildren(
    element("h2", {}, box.name || box.type, element("small", {}, ` ${round(width)} × ${round(height)} px at ${round(x)}, ${round(y)}`)),
    element("p", {}, link),
    ...(box.facts.length ? [element("p", { class: "facts" }, box.facts.map((fact) => element("code", {}, fact)))] : []),
    properties(box),
  );
}

function properties(box) {
  if (!box.properties.length) return element("p", { class: "quiet" }, "No property is set here: it is as the boxes around it.");
  const rows = box.properties.map((property) => {
    const token = tokens[property.token];
    const value = token && property.from === "token" ? token.value : property.value;
    return element("tr", {},
      element("th", { scope: "row" }, property.name.replaceAll("_", "-")),
      element("td", {}, swatch(token?.value ?? value), value),
      element("td", {}, property.token ? tokenButton(property.token, token) : element("span", { class: "from" }, property.from === "keyword" ? "here" : property.from),
        property.token && property.from === "around" ? element("span", { class: "from" }, " inherited") : null,
        token ? element("a", { class: "place", href: editorAddress(token.place), title: "Open in the editor" },
          `${token.inherited ? token.place.path.split("/").slice(-2).join("/") : token.place.shown}:${token.place.line}`) : null));
  });
  return element("table", { class: "properties" },
    element("thead", {}, element("tr", {}, ["property", "value", "from"].map((name) => element("th", { scope: "col" }, name)))),
    element("tbody", {}, rows));
}

function tokenButton(name, token) {
  return element("button", { type: "button", class: "token", "aria-pressed": String(view.lit === name),
    title: `${token ? token.written : name}: light the boxes that it draws`, onclick: () => light(view.lit === name ? "" : name) }, name);
}

export function light(name) {
  view.lit = name;
  paint();
  drawDetail();
  say("lit", name);
}

export function swatch(value) {
  const color = /^#[0-9A-Fa-f]{6}(?: \/ (\d+)%)?$/.exec(value ?? "");
  if (!color) return null;
  const shown = element("span", { class: "swatch", "aria-hidden": "true" });
  shown.style.setProperty("--color", color[1] ? `rgb(from ${value.slice(0, 7)} r g b / ${color[1]}%)` : value);
  return shown;
}

on("settled", ({ figure, good }) => {
  if (good) findBoxes(figure);
});
on("scale", paint);
on("tab-shown", paint);
drawDetail();
