// The page: where one is, the tools above the picture, the keyboard.

import { choice, element, one } from "./dom.js";
import { drawGallery } from "./gallery.js";
import { faultElement, showFindings } from "./findings.js";
import * as compare from "./compare.js";
import * as inspector from "./inspector.js";
import { listen } from "./server.js";
import * as tokens from "./tokens.js";
import { begin, drawOne, fit, stage, zoomBy, zoomTo } from "./stage.js";
import { figureNamed, keep, on, say, series, view } from "./store.js";

const panels = { findings: element("div", { class: "panel", id: "panel-findings", role: "tabpanel", "aria-labelledby": "tab-findings" }),
  boxes: inspector.panel, tokens: tokens.panel };
const tabs = [["findings", "Findings"], ["boxes", "Boxes"], ["tokens", "Tokens"]];

// -- where one is ---------------------------------------------------------------------------------

function go(name, { push = true } = {}) {
  if (name !== view.figure) view.lit = "";
  view.figure = name && figureNamed(name) ? name : "";
  keep();
  if (push) history.pushState(null, "", view.figure ? `#/${view.figure}` : "#/");
  one("#gallery").hidden = Boolean(view.figure);
  one("#one").hidden = !view.figure;
  one(".path").hidden = !view.figure;
  document.title = view.figure ? `${view.figure} – layoutkit preview` : "layoutkit preview";
  one("#choose").value = view.figure;
  drawTools();
  if (view.figure) {
    drawOne({ anew: true });
    if (push) one("#stage").focus({ preventScroll: true });
  } else {
    drawGallery();
    say("status", counted());
  }
}

function counted() {
  if (!series.revision) return { busy: "Loading the scripts …" };
  const wrong = series.faults.length + series.tokenFaults.filter((fault) => fault.severity === "error").length;
  const count = series.figures.length === 1 ? "1 figure" : `${series.figures.length} figures`;
  return wrong ? { wrong: `${count}, ${wrong === 1 ? "1 error" : `${wrong} errors`}` } : { good: count };
}

const named = () => decodeURIComponent(location.hash.replace(/^#\/?/, ""));

function step(by) {
  const index = series.figures.findIndex((figure) => figure.name === view.figure);
  const next = series.figures[(index + by + series.figures.length) % series.figures.length];
  if (next) go(next.name);
}

// -- the tools ------------------------------------------------------------------------------------

const ZOOMS = [
  { value: "fit", text: "Fit", title: "The whole figure (0)" },
  { value: "width", text: "Width", title: "As wide as the window (W)" },
  { value: "1", text: "100 %", title: "One px of the figure is one px here (1)" },
  { value: "phone", text: "Phone", title: "390 px wide, as in a column on a phone (P)" },
];
const VISIONS = ["normal", "protanopia", "deuteranopia", "tritanopia", "grey"];
const percent = element("output", { class: "percent", title: "Size of the picture" });

function drawTools() {
  const groups = series.axes.map((axis) => group(axis.name, choice(axis.name, axis.values.map((value) => ({ value, text: value })),
    view.modes[axis.name] ?? axis.default, (value) => pickMode(axis, value))));
  const seen = element("select", { "aria-label": "Colour vision", onchange: (event) => see(event.target.value) },
    VISIONS.map((vision) => element("option", { value: vision, selected: vision === view.vision }, vision)));
  const comparing = view.figure ? element("button", { type: "button", class: "button slim", title: "Before and after (C)",
    "aria-pressed": String(compare.isShown()), onclick: compare.toggle }, "Compare") : null;
  const zoom = view.figure ? group("size", choice("Size", ZOOMS, String(view.zoom), zoomTo),
    element("button", { type: "button", class: "icon", "aria-label": "Smaller", title: "Smaller (−)", onclick: () => zoomBy(-1) }, "−"), percent,
    element("button", { type: "button", class: "icon", "aria-label": "Larger", title: "Larger (+)", onclick: () => zoomBy(1) }, "+")) : null;
  one("#tools").replaceChildren(...[...groups, group("vision", seen), comparing, element("span", { class: "grow" }), zoom].filter(Boolean));
}

const group = (label, ...inside) => element("div", { class: "tool" }, element("span", { class: "label", "aria-hidden": "true" }, label), ...inside);

function pickMode(axis, value) {
  if (value === axis.default) delete view.modes[axis.name];
  else view.modes[axis.name] = value;
  keep();
  say("modes");
}

function see(vision) {
  view.vision = vision;
  keep();
  document.documentElement.dataset.vision = vision;
}

// What each kind of colour blindness makes of the picture, by the matrices that contracts are measured with.
function drawFilters(visions) {
  const made = (tag, attributes, ...children) => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.append(...children);
    return node;
  };
  one("#filters").replaceChildren(...Object.entries(visions).map(([id, rows]) =>
    made("filter", { id, "color-interpolation-filters": "linearRGB" },
      made("feColorMatrix", { type: "matrix", values: [...rows.map((row) => [...row, 0, 0]), [0, 0, 0, 1, 0]].flat().join(" ") }))));
}

// -- findings and problems ------------------------------------------------------------------------

function showProblems() {
  const place = one("#problems");
  const faults = [...series.tokenFaults, ...series.faults.filter((fault) => !view.figure || !ofThis(fault))];
  place.hidden = !faults.length;
  place.replaceChildren(...faults.slice(0, 4).map(faultElement),
    ...(faults.length > 4 ? [element("p", { class: "quiet" }, `and ${faults.length - 4} more`)] : []));
}

const ofThis = (fault) => (figureNamed(view.figure)?.faults ?? []).some((own) => own.text === fault.text);

let findings = null;
on("findings", (found) => {
  findings = found;
  const count = found?.length ?? 0;
  one("#tab-findings").textContent = count ? `Findings ${count}` : "Findings";
  showFindings(panels.findings, stage.marks, found);
});

export function showTab(name) {
  view.tab = panels[name] ? name : "findings";
  keep();
  for (const [id, panel] of Object.entries(panels)) {
    panel.hidden = id !== view.tab;
    const tab = one(`#tab-${id}`);
    tab.setAttribute("aria-selected", String(id === view.tab));
    tab.tabIndex = id === view.tab ? 0 : -1;
  }
  say("tab-shown", view.tab);
}
on("tab", showTab);

function drawSide() {
  const list = element("div", { class: "tabs", role: "tablist", "aria-label": "About the figure" }, tabs.map(([id, text]) =>
    element("button", { type: "button", role: "tab", id: `tab-${id}`, "aria-controls": `panel-${id}`, onclick: () => showTab(id) }, text)));
  list.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
    const ids = tabs.map(([id]) => id);
    const next = ids[(ids.indexOf(view.tab) + (event.key === "ArrowRight" ? 1 : ids.length - 1)) % ids.length];
    showTab(next);
    one(`#tab-${next}`).focus();
    event.stopPropagation();
  });
  one("#side").append(list, ...Object.values(panels));
}

// -- status, appearance, keyboard -----------------------------------------------------------------

on("status", ({ good, busy, wrong }) => {
  one("#status").className = `status ${wrong ? "wrong" : busy ? "busy" : "good"}`;
  one("#status-text").textContent = wrong ?? busy ?? good;
});
on("scale", (scale) => (percent.value = `${Math.round(100 * scale)} %`));

function appearance(next) {
  const root = document.documentElement;
  if (next) localStorage.setItem("layoutkit-appearance", next);
  const wanted = localStorage.getItem("layoutkit-appearance");
  root.style.colorScheme = wanted === "light" || wanted === "dark" ? wanted : "";
}

const isDark = () => document.documentElement.style.colorScheme === "dark" ||
  (!document.documentElement.style.colorScheme && matchMedia("(prefers-color-scheme: dark)").matches);

const KEYS = [
  ["g", "All figures", () => go("")],
  ["ArrowLeft", "Previous figure", () => view.figure && step(-1)],
  ["ArrowRight", "Next figure", () => view.figure && step(1)],
  ["0", "Fit the figure", () => pickZoom("fit")],
  ["w", "Fit the width", () => pickZoom("width")],
  ["1", "100 %", () => pickZoom("1")],
  ["p", "Phone width", () => pickZoom("phone")],
  ["+", "Larger", () => zoomBy(1)],
  ["-", "Smaller", () => zoomBy(-1)],
  ["c", "Before and after", () => view.figure && compare.toggle()],
  ["m", "Marks of findings", () => (stage.marks.hidden = !stage.marks.hidden)],
  ["?", "This list", () => one("#help").showModal()],
];

function pickZoom(zoom) {
  zoomTo(zoom);
  drawTools();
  fit();
}

export function addKey(key, words, action) {
  KEYS.splice(-1, 0, [key, words, action]);
  drawKeys();
}

// Readers who use speech input, or hit keys by accident, turns them off.
const keysWork = element("input", { type: "checkbox", checked: localStorage.getItem("layoutkit-keys") !== "off",
  onchange: () => localStorage.setItem("layoutkit-keys", keysWork.checked ? "on" : "off") });
one("#keys").after(element("label", { class: "switch" }, keysWork, " These keys work"));

function drawKeys() {
  const shown = { ArrowLeft: "←", ArrowRight: "→" };
  one("#keys").replaceChildren(...KEYS.flatMap(([key, words]) =>
    [element("dt", {}, element("kbd", {}, shown[key] ?? key.toUpperCase())), element("dd", {}, words)]));
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !keysWork.checked) return;
  if (event.target.closest("input, select, textarea, dialog, [role=tree], [contenteditable]")) return;
  const found = KEYS.find(([key]) => key === event.key || key === event.key.toLowerCase());
  if (found) {
    event.preventDefault();
    found[2]();
  }
});

// -- the beginning --------------------------------------------------------------------------------

let placed = false; // whether the figure that the address names was looked for
let listed = ""; // what the bars above are made from

// The picture first; all else once it was painted.
async function heard({ event, drawn, shown, seconds, visions, ...state }) {
  if (event !== "series" && event !== "hello") return;
  const came = Date.now();
  Object.assign(series, state);
  if (visions) drawFilters(visions);
  if (placed && view.figure) {
    const isWanted = drawn && shown.figure === view.figure && same(shown.modes, view.modes);
    await drawOne(isWanted ? { given: drawn, begun: 1000 * seconds.begun } : {});
    if (isWanted) window.layoutkitTimes = { ...seconds, ...drawn.seconds, came: came / 1000, put: Date.now() / 1000 };
    await painted();
  }
  showState();
}

const same = (one, other) => JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());

// After the next frame; at once where the window is not seen and has none.
const painted = () => new Promise((go) => {
  requestAnimationFrame(() => setTimeout(go));
  setTimeout(go, 100);
});

function showState() {
  const list = JSON.stringify([series.title, series.axes, series.figures.map((figure) => [figure.name, figure.title])]);
  const isNew = list !== listed;
  listed = list;
  if (isNew) {
    one("#series").textContent = series.title || "layoutkit";
    one("#choose").replaceChildren(...series.figures.map((figure) => element("option", { value: figure.name }, `${figure.name}  ${figure.title}`)));
  }
  for (const axis of Object.keys(view.modes)) {
    const known = series.axes.find((one) => one.name === axis);
    if (series.axes.length && !known?.values.includes(view.modes[axis])) delete view.modes[axis];
  }
  if (!placed) {
    const wanted = named() || view.figure;
    go(wanted, { push: false });
    placed = Boolean(series.revision);
    if (!placed) view.figure = wanted;
  } else if (view.figure && !figureNamed(view.figure)) go("");
  else {
    if (isNew) drawTools(); // else who walks the page by keyboard would be thrown out of it
    one("#choose").value = view.figure;
    if (view.figure) drawOne();
    else {
      drawGallery();
      say("status", counted());
    }
  }
  showProblems();
  say("series");
}

on("open", (name) => go(name));
addEventListener("popstate", () => go(named(), { push: false }));
one("#home").addEventListener("click", () => go(""));
one("#previous").addEventListener("click", () => step(-1));
one("#next").addEventListener("click", () => step(1));
one("#choose").addEventListener("change", (event) => go(event.target.value));
one("#help-open").addEventListener("click", () => one("#help").showModal());
one("#appearance").addEventListener("click", () => appearance(isDark() ? "light" : "dark"));
one(".skip").addEventListener("click", (event) => { event.preventDefault(); one("#content").focus(); });

appearance();
drawSide();
drawKeys();
begin();
inspector.begin();
compare.begin();
on("compare", drawTools);
showTab(view.tab);
see(view.vision);
listen(heard, (why) => say("status", { wrong: why }));
