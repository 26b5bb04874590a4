// What the page knows, and who hears when it changes.

const heard = new Map();

export function on(topic, callback) {
  heard.set(topic, [...(heard.get(topic) ?? []), callback]);
}

export function say(topic, value) {
  for (const callback of heard.get(topic) ?? []) callback(value);
}

function remembered(name, fallback) {
  try {
    return { ...fallback, ...JSON.parse(sessionStorage.getItem(name) ?? "{}") };
  } catch {
    return fallback;
  }
}

export const series = { title: "", figures: [], axes: [], faults: [], tokenFaults: [], revision: 0, edits: 0, editor: "" };
export const view = remembered("layoutkit-view", { figure: "", modes: {}, zoom: "fit", vision: "normal", tab: "findings" });

export function keep() {
  sessionStorage.setItem("layoutkit-view", JSON.stringify(view));
}

export function figureNamed(name) {
  return series.figures.find((figure) => figure.name === name);
}

export function editorAddress(place) {
  return series.editor
    .replaceAll(place.path.startsWith("/") ? /\/?\{path\}/g : "{path}", () => encodeURI(place.path))
    .replaceAll("{line}", String(place.line))
    .replaceAll("{column}", String(Math.max(1, place.column ?? 1)));
}
