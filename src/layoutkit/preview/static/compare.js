// Before and after: the picture that was committed last beside the one of this moment, with a line that moves.

import { element, one } from "./dom.js";
import { ask, ofFigure, Refused } from "./server.js";
import { stage } from "./stage.js";
import { on, say, view } from "./store.js";

const picture = element("img", { class: "before", alt: "The figure as it was committed", hidden: true });
const line = element("div", { class: "split-line", hidden: true, "aria-hidden": "true" });
const slider = element("input", { type: "range", min: 0, max: 100, value: 50, "aria-label": "Where the picture before ends" });
const words = element("span", {}, "before");
const bar = element("div", { class: "compare", hidden: true }, words, slider, element("span", {}, "now"));
let shows = false;
let shown = "";

slider.addEventListener("input", () => stage.sheet.style.setProperty("--split", `${slider.value}%`));

export function begin() {
  stage.sheet.append(picture, line);
  one("#stage").after(bar);
  stage.sheet.style.setProperty("--split", "50%");
}

export function toggle() {
  shows = !shows;
  stage.sheet.classList.toggle("comparing", shows);
  say("compare", shows);
  draw();
}

export const isShown = () => shows;

async function draw() {
  for (const part of [picture, line, bar]) part.hidden = !shows;
  if (!shows || !view.figure) return;
  const wanted = JSON.stringify([view.figure, view.modes]);
  if (wanted === shown) return;
  shown = wanted;
  try {
    const response = await ask("/api/before", { query: ofFigure(view.figure, view.modes) });
    const data = await response.blob();
    if (shown !== wanted) return;
    URL.revokeObjectURL(picture.src);
    picture.src = URL.createObjectURL(data);
    words.textContent = response.headers.get("x-layoutkit-before") ?? "before";
  } catch (error) {
    shown = "";
    picture.removeAttribute("src");
    picture.hidden = line.hidden = true;
    words.textContent = error instanceof Refused ? error.message : "the preview does not answer";
  }
}

on("settled", draw);
