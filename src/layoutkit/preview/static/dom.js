// Elements in few words; text is always text, never HTML.

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name === "text") made.textContent = value;
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

export const one = (selector) => document.querySelector(selector);

// A group of buttons of which one is pressed.
export function choice(label, options, chosen, pick) {
  const buttons = options.map(({ value, text, title }) =>
    element("button", {
      type: "button", "aria-pressed": String(value === chosen), title,
      onclick: () => {
        for (const other of buttons) other.setAttribute("aria-pressed", String(other.dataset.value === String(value)));
        pick(value);
      },
      "data-value": value,
    }, text));
  return element("div", { class: "choice", role: "group", "aria-label": label }, buttons);
}
