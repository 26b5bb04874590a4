// A colour: a swatch that opens sliders for lightness, chroma and hue, each with what the contracts allow drawn below.

import { element } from "./dom.js";
import { fromHex, toHex } from "./oklch.js";
import { json } from "./server.js";

const PARTS = [
  { id: "l", label: "Lightness", most: 1, step: 0.005, tried: 41, words: (value) => `${Math.round(100 * value)} %` },
  { id: "c", label: "Chroma", most: 0.37, step: 0.002, tried: 25, words: (value) => value.toFixed(2) },
  { id: "h", label: "Hue", most: 360, step: 1, tried: 37, words: (value) => `${Math.round(value)}°` },
];
const PAUSE = 150; // ms without a change before limits are asked for

export function colorControl(row, { set, query, drag }) {
  const { token } = row;
  const swatch = element("span", { class: "swatch large", "aria-hidden": "true" });
  const text = element("input", { type: "text", class: "hex", spellcheck: "false", "aria-labelledby": `name-${token.name}` });
  const open = element("button", { type: "button", class: "picker", "aria-expanded": "false", title: "Lightness, chroma and hue",
    "aria-label": `${token.name}: lightness, chroma and hue` }, swatch);
  const parts = PARTS.map((part) => ({ ...part,
    slider: element("input", { type: "range", min: 0, max: part.most, step: part.step, "aria-label": `${token.name}: ${part.label}`,
      "aria-describedby": `limits-${part.id}-${token.name}` }),
    track: element("canvas", { width: 240, height: 10, "aria-hidden": "true" }),
    number: element("output", { class: "amount" }),
    limits: element("div", { class: "limits", "aria-hidden": "true" }),
    told: element("span", { class: "unseen", id: `limits-${part.id}-${token.name}` }),
  }));
  const more = element("div", { class: "sliders", hidden: true }, parts.map((part) => element("div", { class: "part" },
    element("span", { class: "label", "aria-hidden": "true" }, part.label),
    element("span", { class: "track" }, part.track, part.slider), part.number, part.limits, part.told)),
  element("p", { class: "key", title: "A contract is a demand of the token file, such as a contrast of 4.5:1; it is looked at in every mode." },
    element("span", { class: "kept" }), "contracts kept", element("span", { class: "lost error" }), "one broken: point at it"));
  let color = { l: 0, c: 0, h: 0 };
  let hex = "#000000";
  let moved = false;

  for (const part of parts) {
    part.slider.addEventListener("input", () => {
      color = { ...color, [part.id]: part.slider.valueAsNumber };
      drag.on = true;
      paint(toHex(color));
      set(hex, moved);
      moved = true;
    });
    part.slider.addEventListener("change", () => {
      moved = drag.on = false;
      findLimits();
    });
  }
  text.addEventListener("change", () => set(text.value.trim(), false));
  open.addEventListener("click", () => {
    more.hidden = !more.hidden;
    open.setAttribute("aria-expanded", String(!more.hidden));
    if (!more.hidden) {
      paint(hex);
      findLimits();
    }
  });

  function paint(value) {
    hex = value;
    swatch.style.setProperty("--color", hex);
    if (document.activeElement !== text) text.value = hex;
    if (more.hidden) return;
    for (const part of parts) {
      const context = part.track.getContext("2d");
      for (let x = 0; x < part.track.width; x += 4) {
        context.fillStyle = toHex({ ...color, [part.id]: (part.most * x) / part.track.width });
        context.fillRect(x, 0, 4, part.track.height);
      }
      part.number.value = part.words(color[part.id]);
      part.slider.setAttribute("aria-valuetext", part.words(color[part.id]));
    }
  }

  let asking = null;
  let waiting = 0;
  function findLimits() {
    asking?.abort();
    clearTimeout(waiting);
    if (more.hidden) return;
    waiting = setTimeout(async () => {
      const { signal } = (asking = new AbortController());
      for (const part of parts) {
        const tried = Array.from({ length: part.tried }, (_, at) => toHex({ ...color, [part.id]: (part.most * at) / (part.tried - 1) }));
        const different = [...new Set(tried)]; // a grey is the same in every hue
        const asked = [["token", row.token.name], ...different.map((value) => ["value", value]), ...query()];
        const answer = await json("/api/limits", { query: asked, signal }).catch(() => ({}));
        if (signal.aborted || !answer.broken) return;
        draw(part, tried.map((value) => answer.broken[different.indexOf(value)]));
      }
    }, PAUSE);
  }

  function draw(part, broken) {
    const runs = [];
    broken.forEach((one, at) => {
      const last = runs.at(-1);
      if (last && last.one?.sentence === one?.sentence) last.to = at;
      else runs.push({ one, from: at, to: at });
    });
    part.limits.replaceChildren(...runs.map(({ one, from, to }) => element("span", { class: one ? `lost ${one.level}` : "kept",
      title: one?.sentence ?? "Every contract is kept in every mode", style: `flex: ${to - from + 1}` })));
    const at = (index) => part.words((part.most * index) / (part.tried - 1));
    const kept = runs.filter(({ one }) => !one).map(({ from, to }) => `from ${at(from)} to ${at(to)}`);
    part.told.textContent = kept.length ? `Every contract is kept ${kept.join(" and ")}.` : "No value keeps every contract.";
  }

  return {
    element: element("span", { class: "color-control" }, open, text),
    more,
    tell({ value }) {
      const found = /^#[0-9a-f]{6}/i.exec(value);
      if (!found || drag.on) return;
      if (found[0].toUpperCase() !== hex.toUpperCase() || !text.value) {
        color = fromHex(found[0]);
        for (const part of parts) part.slider.value = String(color[part.id]);
        paint(found[0].toUpperCase());
      }
      if (value.length > 7 && document.activeElement !== text) text.value = value.toUpperCase();
      findLimits(); // other tokens, or other modes, may have moved them
    },
  };
}
