// The tokens that matter first: controls that redraw the figures at once, and the file that is written on Save.

import { colorControl } from "./color_control.js";
import { element, one } from "./dom.js";
import { light, openPlace } from "./inspector.js";
import { loaded } from "./picture.js";
import { ask, json, Refused } from "./server.js";
import { on, series, view } from "./store.js";

const MOST = { weight: 1000, radius: 48, space: 96, stroke: 8, shadow: 64, size: 96, width: 2000 };
const list = element("div", { class: "decisions" });
const notice = element("div", { class: "notice", role: "status", hidden: true });
const all = element("details", { class: "all-broken", hidden: true });
const fresh = element("details", { class: "all-broken", hidden: true });
const undo = action("Undo", "Undo (Ctrl Z)", () => send({ do: "undo" }));
const redo = action("Redo", "Redo (Ctrl Shift Z)", () => send({ do: "redo" }));
const fix = action("Solve", "What `layoutkit tokens fix` would change", solve);
const discard = action("Discard", "Back to the file", () => send({ do: "discard" }));
const save = action("Save", "Write the token file (Ctrl S)", () => write());
save.classList.add("primary");
export const panel = element("div", { class: "panel tokens", id: "panel-tokens", role: "tabpanel", "aria-labelledby": "tab-tokens" },
  element("div", { class: "actions" }, undo, redo, fix, element("span", { class: "grow" }), discard, save), notice, all, fresh, list);

let shown = { decisions: [], broken: [], edits: [], file: null };
let drawn = "";
let rows = new Map();
let sending = Promise.resolve();
let lastEdited = "";
const drag = { on: false };

function action(text, title, onclick) {
  return element("button", { type: "button", class: "button", title, onclick }, text);
}

// -- asking ---------------------------------------------------------------------------------------

const query = () => Object.entries(view.modes).map(([axis, value]) => ["mode", `${axis}:${value}`]);

async function loadTokens({ always = false } = {}) {
  showCount();
  if (view.tab !== "tokens" && !always) return;
  let answer;
  try {
    answer = await json("/api/tokens", { query: query() });
  } catch {
    return; // the status says that the server has gone
  }
  if (!answer.decisions) {
    list.replaceChildren(...(answer.faults ?? []).map((fault) => element("p", { class: "quiet" }, fault.message)));
    return;
  }
  shown = answer;
  const names = JSON.stringify([answer.decisions.map((decision) => decision.tokens.map((token) => [token.name, token.kind, token.words])), view.modes]);
  if (names !== drawn) draw(names);
  update();
}

// Requests one after another; of a slider that moves, the last position only.
let waiting = null;
function send(body) {
  waiting = body;
  sending = sending.then(async () => {
    if (waiting !== body && body.merge) return;
    try {
      await ask("/api/tokens", { body });
      tell("");
    } catch (error) {
      tell(error instanceof Refused ? error.message : "The preview does not answer.");
    }
  });
  return sending;
}

function set(token, value, { merge = false } = {}) {
  lastEdited = token.name;
  return send({ do: "set", merge, changes: [{ path: token.path, disk: token.disk, value }] });
}

async function write(over = false) {
  if (!shown.file) await loadTokens({ always: true });
  if (!shown.file) {
    tell("There is no token file to write to. Begin a series: layoutkit new DIR");
    return;
  }
  save.disabled = true;
  save.textContent = "Saving …";
  await sending; // what is being edited belongs to it
  const answer = await json("/api/tokens", { body: { do: "save", over } }).catch((error) => ({ error: error.message }));
  update();
  if (answer.conflicts) {
    notice.hidden = false;
    notice.replaceChildren(element("strong", {}, `${shown.file} was changed meanwhile. Nothing is written yet.`),
      element("ul", {}, answer.conflicts.map((one) => element("li", {}, element("code", {}, one.path.join(".")),
        ` is ${said(one.disk)} in the file, was ${said(one.before)}, and ${said(one.yours)} here. `,
        element("button", { type: "button", class: "link", onclick: () => send({ do: "take", path: one.path, value: one.disk }) }, "Take the file's")))),
      action("Write mine", "Write these values over those of the file", () => write(true)));
    return;
  }
  if (answer.error) tell([answer.error, ...(answer.faults ?? []).map((fault) => fault.message)].join(": "));
  else tell(answer.saved ? `${answer.saved === 1 ? "1 value" : `${answer.saved} values`} written to ${shown.file}` : "Nothing is edited.");
}

const said = (value) => (value === null ? "not set" : String(value));

function tell(words) {
  notice.hidden = !words;
  notice.textContent = words;
}

async function solve() {
  fix.disabled = true;
  const answer = await json("/api/solve").catch((error) => ({ error: error.message }));
  fix.disabled = false;
  if (!answer.changes) return tell(answer.error ?? (answer.faults ?? []).map((fault) => fault.message).join("; "));
  if (!answer.changes.length) return tell(answer.conflicts.length ? answer.conflicts.join("; ") : "Every contract on colours is kept; nothing has to change.");
  const take = (changes) => send({ do: "set", changes: changes.map((one) => ({ path: one.path, disk: diskOf(one.path), value: one.value })) });
  notice.hidden = false;
  notice.replaceChildren(element("strong", {}, "These values keep every contract in every mode:"),
    element("ul", {}, answer.changes.map((one) => element("li", {}, chip(one.before), " → ", chip(one.after), " ", element("code", {}, one.token),
      one.modes ? ` in ${one.modes}` : "", " ", element("button", { type: "button", class: "link", onclick: () => take([one]) }, "Use")))),
    action("Use all", "Take all of them; Undo takes them back", () => take(answer.changes)));
  return undefined;
}

function diskOf(path) {
  const wanted = JSON.stringify(path);
  for (const decision of shown.decisions) for (const token of decision.tokens) if (JSON.stringify(token.path) === wanted) return token.disk;
  return null;
}

function chip(hex) {
  const made = element("span", { class: "swatch", "aria-hidden": "true" });
  made.style.setProperty("--color", hex);
  return element("span", { class: "chip" }, made, hex);
}

// -- the rows -------------------------------------------------------------------------------------

function draw(names) {
  drawn = names;
  rows = new Map();
  list.replaceChildren(...shown.decisions.map((decision) => element("section", { class: "decision" },
    element("h2", {}, decision.name), decision.tokens.map((token) => {
      const row = new Row(token);
      rows.set(token.name, row);
      return row.element;
    }))));
}

function update() {
  const edited = new Set(shown.edits.map((edit) => JSON.stringify(edit.path)));
  for (const decision of shown.decisions) for (const token of decision.tokens) rows.get(token.name)?.tell(token, edited.has(JSON.stringify(token.path)));
  undo.disabled = !shown.undo;
  redo.disabled = !shown.redo;
  save.disabled = discard.disabled = !shown.edits.length;
  save.textContent = shown.edits.length ? `Save ${shown.edits.length}` : "Save";
  const count = shown.broken.length;
  all.hidden = !count;
  all.replaceChildren(element("summary", {}, count === 1 ? "1 contract is broken" : `${count} measured values break a contract`),
    element("ul", { class: "broken" }, shown.broken.map((broken) => element("li", { class: broken.level }, `${broken.sentence} (${broken.modes})`))));
}

// Findings that a figure did not have before something was edited.
const before = new Map();
let now = [];
on("findings", (findings) => {
  if (!findings) return;
  const [key, words] = [JSON.stringify([view.figure, view.modes]), findings.map((one) => `${one.rule}: ${one.message}`)];
  if (!series.edits || !before.has(key)) before.set(key, new Set(words));
  now = series.edits ? words.filter((one) => !before.get(key).has(one)) : [];
  fresh.hidden = !now.length;
  fresh.replaceChildren(element("summary", {}, now.length === 1 ? "1 new finding in this figure" : `${now.length} new findings in this figure`),
    element("ul", { class: "broken" }, now.map((one) => element("li", {}, one))));
  rows.forEach((row) => row.tellFresh());
});

// Edits that are not saved, also after a reload of the page and whatever panel is shown.
function showCount() {
  const tab = one("#tab-tokens");
  if (!tab) return;
  tab.textContent = series.edits ? `Tokens • ${series.edits}` : "Tokens";
  tab.title = series.edits ? `${series.edits} not saved yet` : "Colours, fonts, spaces: turn them and see the figures follow";
}

class Row {
  constructor(token) {
    this.token = token;
    this.control = controlFor(this);
    this.reset = element("button", { type: "button", class: "small", "aria-label": `reset ${token.name}`, onclick: () => set(this.token, null) }, "reset");
    this.lit = element("button", { type: "button", class: "small", "aria-label": `show ${token.name}`, title: "Light the boxes that it draws", onclick: () => light(view.lit === this.token.name ? "" : this.token.name) }, "show");
    this.origin = element("button", { type: "button", class: "origin", title: "Open in the editor", onclick: () => openPlace(this.token.place) });
    this.broken = element("ul", { class: "broken" });
    this.fresh = element("ul", { class: "broken" });
    const short = token.name.replace(/^(tone|color|space|radius|stroke)\./, "");
    const name = short.length > 3 ? short : token.name; // "l" alone says little
    this.element = element("div", { class: "token-row", "data-token": token.name },
      element("div", { class: "head" }, element("span", { class: "name", id: `name-${token.name}`, title: token.name }, name), this.control.element),
      this.control.more, element("div", { class: "under" }, this.origin, element("span", { class: "grow" }), this.lit, this.reset), this.broken, this.fresh);
    this.tellFresh();
  }

  tellFresh() {
    this.fresh.replaceChildren(...(this.token.name === lastEdited ? now.slice(0, 3) : []).map((one) => element("li", {}, one)));
  }

  tell(token, edited) {
    this.token = token;
    this.element.classList.toggle("edited", edited);
    this.control.tell(token);
    const formula = typeof token.written === "string" && /[{(]/.test(token.written) ? token.written : "";
    const before = token.disk === null ? "new in the file" : `the file has ${said(token.disk)}`;
    this.origin.textContent = edited ? `not saved; ${before}` : formula ? `follows ${formula}` : token.inherited ? "from the base theme" : `${token.place.shown}:${token.place.line}`;
    this.reset.style.visibility = token.disk === null && !edited ? "hidden" : ""; // it keeps its place: `show` never moves under the pointer
    this.reset.title = "Take it out of the file: it is derived or inherited again";
    this.lit.setAttribute("aria-pressed", String(view.lit === token.name));
    const broken = shown.broken.filter((one) => one.tokens.includes(token.name) || one.tokens.includes(token.name.replace("tone.", "color.")));
    this.broken.replaceChildren(...broken.slice(0, 3).map((one) => element("li", { class: one.level }, `${one.sentence} (${one.modes})`)));
  }
}

function controlFor(row) {
  const { kind, words } = row.token;
  if (kind === "color") return colorControl(row, { set: (value, merge) => set(row.token, value, { merge }), query, drag });
  if (kind === "length" || kind === "number" || kind === "weight") return numberControl(row);
  if (words.length) return wordControl(row);
  return kind === "file" ? fileControl(row) : textControl(row);
}

function numberControl(row) {
  const { token } = row;
  const section = token.name.split(".")[0];
  const last = token.name.split(".").pop();
  const most = MOST[token.kind] ?? MOST[last] ?? MOST[section] ?? 100;
  const least = token.kind === "weight" ? 100 : last.startsWith("offset") ? -most : token.least > 0 ? 1 : 0;
  const step = token.kind === "weight" ? 100 : section === "stroke" ? 0.25 : 1;
  const slider = element("input", { type: "range", min: least, max: most, step, "aria-labelledby": `name-${token.name}` });
  const number = element("input", { type: "number", step: "any", "aria-labelledby": `name-${token.name}` });
  let moved = false;
  const change = (value, merge) => Number.isFinite(value) && set(row.token, value, { merge });
  slider.addEventListener("input", () => {
    number.value = slider.value;
    drag.on = true;
    change(slider.valueAsNumber, moved);
    moved = true;
  });
  slider.addEventListener("change", () => { moved = drag.on = false; });
  number.addEventListener("change", () => change(number.valueAsNumber, false));
  return {
    element: element("span", { class: "number-control" }, slider, number, element("span", { class: "unit" }, token.kind === "length" ? "px" : "")),
    more: null,
    tell({ value }) {
      const found = parseFloat(value);
      if (document.activeElement !== number) number.value = String(found);
      if (!drag.on) slider.value = String(found);
    },
  };
}

function wordControl(row) {
  const select = element("select", { "aria-labelledby": `name-${row.token.name}`, onchange: () => set(row.token, select.value) });
  const sample = row.token.kind === "file" ? element("p", { class: "sample", "aria-hidden": "true" }, "Aa Éç 0123") : null;
  return {
    element: select,
    more: sample,
    tell({ written, words }) {
      if (sample) showFace(sample, shown.faces[written] ?? row.token.face);
      const all = words.includes(written) ? words : [written, ...words];
      select.replaceChildren(...all.map((word) => element("option", { value: word, selected: word === written }, word)));
    },
  };
}

function showFace(sample, face) {
  sample.style.fontFamily = face;
  loaded(`${face} 400`);
}

// A font file where the series has none of its own to choose from.
function fileControl(row) {
  const sample = element("p", { class: "sample", "aria-hidden": "true" }, "Aa Éç 0123");
  const { element: input, tell } = textControl(row);
  sample.title = "Put font files into the folder fonts beside the token file to choose one here";
  return {
    element: input,
    more: sample,
    tell(token) {
      tell(token);
      showFace(sample, token.face);
    },
  };
}

function textControl(row) {
  const input = element("input", { type: "text", "aria-labelledby": `name-${row.token.name}`, onchange: () => set(row.token, input.value) });
  return { element: input, more: null, tell({ written }) { if (document.activeElement !== input) input.value = written; } };
}

// -- when to look again ---------------------------------------------------------------------------

on("tab-shown", () => loadTokens());
on("series", () => loadTokens());
on("modes", () => loadTokens());
on("lit", () => rows.forEach((row) => row.lit.setAttribute("aria-pressed", String(view.lit === row.token.name))));
addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const key = event.key.toLowerCase();
  const inText = event.target.matches?.("input[type=text], input[type=number]");
  if (key === "s") {
    event.preventDefault();
    write();
  } else if (key === "z" && !inText) {
    event.preventDefault();
    send({ do: event.shiftKey ? "redo" : "undo" });
  }
});
