// Findings: the list beside the picture and the numbers in it.

import { element, one } from "./dom.js";
import { json, ofFigure } from "./server.js";
import { editorAddress, on, say, view } from "./store.js";

export function placeElement(place) {
  return element("a", { class: "place", href: editorAddress(place), title: "Open in the editor, and copy the path",
    onclick: () => navigator.clipboard?.writeText(`${place.path}:${place.line}`).catch(() => {}) }, `${place.shown}:${place.line}`);
}

export function faultElement(fault) {
  return element("article", { class: `fault ${fault.severity}` },
    element("h2", {}, element("span", { class: "rule" }, fault.rule), ` ${fault.message}${fault.modes ? ` (${fault.modes})` : ""}`),
    excerpt(fault),
    fault.hint ? element("p", { class: "hint" }, fault.hint) : null,
    element("p", { class: "places" }, fault.places.slice(0, 4).map(placeElement)));
}

// The author's line with carets, out of the message as it is printed.
function excerpt(fault) {
  const lines = fault.text.split("\n");
  const start = lines.findIndex((line) => /^ *--> /.test(line));
  const end = lines.findIndex((line, index) => index > start && /^ *= /.test(line));
  const shown = start < 0 ? [] : lines.slice(start + 2, end < 0 ? undefined : end);
  return shown.length ? element("pre", { tabindex: 0, role: "group", "aria-label": "The line in the file" }, shown.join("\n")) : null; // it scrolls
}

let asking = null;

export async function findFaults(figure) {
  asking?.abort();
  asking = new AbortController();
  const { signal } = asking;
  try {
    const answer = await json("/api/findings", { query: ofFigure(figure.name, view.modes), signal });
    if (!signal.aborted) say("findings", answer.findings ?? []);
  } catch {
    // another figure was asked for, or the server has gone, which the status says
  }
}

let isDrawn = true;
on("settled", ({ figure, good }) => {
  isDrawn = good;
  if (good) findFaults(figure);
  else say("findings", []);
});

export function showFindings(panel, marks, findings) {
  marks.replaceChildren();
  if (findings === null) {
    panel.replaceChildren(element("p", { class: "quiet" }, "Checking …"));
    return;
  }
  if (!isDrawn) {
    panel.replaceChildren(element("p", { class: "quiet" }, "The figure is checked again when the error over the picture is mended."));
    return;
  }
  if (!findings.length) {
    panel.replaceChildren(element("p", { class: "quiet good" }, "No findings in these modes."), element("p", { class: "quiet" },
      "Change colours, fonts and spaces under Tokens. Click something in the picture to see the line of the script that drew it."));
    return;
  }
  panel.replaceChildren(...findings.map((finding) => {
    const made = faultElement(finding);
    const number = element("button", { type: "button", class: "number", title: "Show in the picture",
      "aria-label": `Finding ${finding.number}: show in the picture`, onclick: () => point(finding.number) }, String(finding.number));
    made.prepend(number);
    made.dataset.number = finding.number;
    return made;
  }));
  for (const finding of findings) {
    for (const [x, y, width, height] of finding.marks) {
      const mark = element("button", { type: "button", class: `mark ${finding.severity}`, "data-number": finding.number,
        "aria-label": `Finding ${finding.number}: ${finding.message}`, title: finding.message,
        style: `--x:${x};--y:${y};--w:${width};--h:${height}`,
        onclick: () => focusFinding(finding.number) }, element("span", {}, String(finding.number)));
      marks.append(mark);
    }
  }
}

function point(number) {
  const found = document.querySelectorAll(`.mark[data-number="${number}"]`);
  found.forEach((mark) => {
    mark.classList.remove("lit");
    void mark.offsetWidth;
    mark.classList.add("lit");
  });
  found[0]?.scrollIntoView({ block: "center", inline: "center" });
}

function focusFinding(number) {
  say("tab", "findings");
  const found = one(`.fault[data-number="${number}"]`);
  found?.scrollIntoView({ block: "nearest" });
  found?.querySelector("button")?.focus();
  point(number);
}
