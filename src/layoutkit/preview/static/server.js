// Talks to the server: every request carries the secret of the session, which came in the address.

const STORED = "layoutkit-key";

function sessionKey() {
  const given = /[#&]key=([\w-]+)/.exec(location.hash);
  if (given) {
    sessionStorage.setItem(STORED, given[1]);
    history.replaceState(null, "", location.pathname);
  }
  return sessionStorage.getItem(STORED) ?? "";
}

const key = sessionKey();

export class Refused extends Error {}

export async function ask(path, { query = [], signal, body, method } = {}) {
  const url = new URL(path, location.origin);
  for (const [name, value] of query) url.searchParams.append(name, value);
  const response = await fetch(url, {
    signal,
    method: method ?? (body === undefined ? "GET" : "POST"),
    headers: { "x-layoutkit-key": key, ...(body === undefined ? {} : { "content-type": "application/json" }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (response.ok) return response;
  const said = await response.json().catch(() => ({}));
  throw new Refused(said.error ?? `the server answered ${response.status}`);
}

export const json = async (path, options) => (await ask(path, options)).json();

export function ofFigure(figure, modes, more = []) {
  return [["figure", figure], ...Object.entries(modes).map(([axis, value]) => ["mode", `${axis}:${value}`]), ...more];
}

// Server-sent events; EventSource cannot send the secret, so the stream is read here.
export async function listen(heard, lost) {
  for (let pause = 250; ; pause = Math.min(2 * pause, 4000)) {
    try {
      const response = await ask("/api/events");
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      let text = "";
      for (;;) {
        const { value, done } = await reader.read();
        if (done) break;
        pause = 250;
        const parts = (text + value).split("\n\n");
        text = parts.pop();
        for (const part of parts) if (part.startsWith("data: ")) heard(JSON.parse(part.slice(6)));
      }
      lost("The preview has ended. Start it again: layoutkit preview");
    } catch (error) {
      lost(error instanceof Refused ? `No access: ${error.message}` : "The preview does not answer. Is it still running?");
    }
    await new Promise((go) => setTimeout(go, pause));
  }
}
