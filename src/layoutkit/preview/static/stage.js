// One figure: the picture at a size, the message over it where it has an error, marks of findings.

import { element, one } from "./dom.js";
import { faultElement } from "./findings.js";
import { Picture } from "./picture.js";
import { figureNamed, keep, on, say, view } from "./store.js";

const PHONE = 390;
const SLOW = 150; // ms after which the page says that it draws
const SETTLED = 50; // ms without another picture
const STEPS = [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6, 8];
const picture = new Picture();
const marks = element("div", { class: "marks" });
const sheet = element("div", { class: "sheet" }, picture.element, marks);
const message = element("div", { class: "over", role: "alert", hidden: true });
const empty = element("p", { class: "nothing", hidden: true });
let drawn = "";
let settling = 0;

export const stage = { picture, marks, sheet, scale: 1 };

export function begin() {
  const place = one("#stage");
  place.append(element("div", { class: "desk" }, sheet, empty));
  place.before(message);
  new ResizeObserver(() => fit()).observe(place);
  place.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoomTo(clamp(stage.scale * Math.exp(-event.deltaY / 300)));
  }, { passive: false });
}

const clamp = (scale) => Math.min(8, Math.max(0.05, scale));

export function zoomTo(zoom) {
  view.zoom = zoom;
  keep();
  fit();
}

export function zoomBy(direction) {
  const next = direction > 0 ? STEPS.find((step) => step > stage.scale * 1.01) : STEPS.findLast((step) => step < stage.scale * 0.99);
  if (next) zoomTo(next);
}

export function fit() {
  if (!picture.width) return;
  const place = one("#stage");
  const room = { width: place.clientWidth - 64, height: place.clientHeight - 64 };
  if (view.zoom === "fit") stage.scale = Math.min(room.width / picture.width, room.height / picture.height, 4);
  else if (view.zoom === "width") stage.scale = Math.min(room.width / picture.width, 4);
  else if (view.zoom === "phone") stage.scale = PHONE / picture.width;
  else stage.scale = Number(view.zoom) || 1;
  stage.scale = Math.max(0.05, stage.scale);
  sheet.style.width = `${picture.width * stage.scale}px`;
  sheet.style.height = `${picture.height * stage.scale}px`;
  sheet.style.setProperty("--scale", stage.scale);
  say("scale", stage.scale);
}

// Resolves once the picture is in the page; `given` is what the server has sent unasked, since `begun`.
export async function drawOne({ anew = false, given = null, begun = Date.now() } = {}) {
  const figure = figureNamed(view.figure);
  if (!figure) return;
  const wanted = `${figure.name} ${figure.changed} ${JSON.stringify(view.modes)} ${JSON.stringify(figure.faults ?? null)}`;
  if (wanted === drawn && !anew) return;
  const other = drawn.split(" ")[0] !== figure.name;
  drawn = wanted;
  if (other) {
    marks.replaceChildren();
    say("findings", null);
  }
  clearTimeout(settling);
  const slow = setTimeout(() => say("status", { busy: "Drawing …" }), given ? 1000 : SLOW);
  const answer = await picture.load(figure.name, view.modes, { given });
  clearTimeout(slow);
  if (!answer) return;
  const faults = answer.faults ?? [];
  fit();
  message.hidden = !faults.length;
  message.replaceChildren(...faults.slice(0, 5).map(faultElement));
  sheet.classList.toggle("stale", Boolean(faults.length));
  sheet.hidden = !picture.shown || (other && Boolean(faults.length) && !answer.last);
  empty.hidden = !sheet.hidden;
  empty.textContent = answer.refused ?? "There is no picture of this figure yet: it has had an error since the preview began.";
  say("drawn", { figure, good: !faults.length });
  const took = Date.now() - begun;
  // What is not the picture waits until it is seen, and until no other one is on its way, as while a slider moves.
  settling = setTimeout(() => {
    if (faults.length) say("status", { wrong: "Error: the last good picture is shown" });
    else say("status", { good: `Drawn in ${Math.round(took)} ms` });
    say("settled", { figure, good: !faults.length });
  }, SETTLED);
}

on("modes", () => drawOne());
