// All figures in a grid; a picture is asked for when it comes near the window.

import { element, one } from "./dom.js";
import { Picture } from "./picture.js";
import { on, say, series, view } from "./store.js";

const cards = new Map();
const near = new IntersectionObserver(
  (entries) => entries.forEach(({ target, isIntersecting }) => {
    target.card.near = isIntersecting;
    if (isIntersecting) target.card.draw();
  }),
  { rootMargin: "300px" },
);

class Card {
  constructor(name) {
    this.name = name;
    this.picture = new Picture();
    this.title = element("strong");
    this.note = element("span", { class: "note" });
    this.badge = element("span", { class: "badge", hidden: true });
    this.frame = element("div", { class: "frame", "aria-hidden": "true" }, this.picture.element); // its name says it
    this.element = element("button", { type: "button", class: "card", onclick: () => say("open", name) },
      this.frame, element("div", { class: "caption" }, element("div", {}, this.note, this.title), this.badge));
    this.element.card = this;
    this.drawn = "";
    near.observe(this.element);
  }

  tell(figure) {
    this.figure = figure;
    this.title.textContent = figure.title;
    this.note.textContent = figure.name;
    if (this.near) this.draw();
  }

  async draw() {
    const wanted = `${this.figure.changed} ${JSON.stringify(view.modes)}`;
    if (wanted === this.drawn || view.figure) return;
    this.drawn = wanted;
    const answer = await this.picture.load(this.name, view.modes, { later: true });
    if (!answer) return;
    const faults = answer.faults?.length ?? 0;
    this.badge.hidden = !faults;
    this.badge.textContent = faults ? "error" : "";
    this.badge.title = answer.faults?.[0]?.message ?? "";
    this.frame.classList.toggle("empty", !this.picture.shown);
    this.frame.classList.toggle("stale", Boolean(faults));
  }
}

const FEW = 3;
const hint = element("p", { class: "quiet next" }, "Open a figure to turn its colours, fonts and spaces by hand. Save a script, and it is drawn again. One more figure: ",
  element("code", {}, "layoutkit new figure 02-two-words"));

export function drawGallery() {
  const place = one("#gallery");
  const names = new Set(series.figures.map((figure) => figure.name));
  for (const [name, card] of cards) {
    if (!names.has(name)) {
      near.unobserve(card.element);
      card.element.remove();
      cards.delete(name);
    }
  }
  series.figures.forEach((figure, index) => {
    if (!cards.has(figure.name)) cards.set(figure.name, new Card(figure.name));
    const card = cards.get(figure.name);
    if (place.children[index] !== card.element) place.insertBefore(card.element, place.children[index] ?? null);
    card.tell(figure);
  });
  if (series.revision && series.figures.length <= FEW) place.append(hint);
  else hint.remove();
}

on("modes", drawGallery);
on("gallery", drawGallery);
