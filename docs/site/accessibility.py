"""Runs axe-core on the pages of a built site in Chromium, on every third one in the dark theme as well."""

from __future__ import annotations

import contextlib
import functools
import http.server
import json
import queue
import shutil
import subprocess
import sys
import tarfile
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["axe_script", "faults_of"]

_PATIENCE = 900
"""Seconds for all pages."""
_RULES = ["rules/overflow.html", "rules/contract.html"]
"""The pages of rules are made alike: one with pictures, one without."""
_DRIVER = """<!doctype html><title>axe</title><script>
const pages = %s;
addEventListener("load", async () => {
  const found = [];
  for (const scheme of ["default", "slate"]) {
    for (const page of scheme === "slate" ? pages.filter((_, index) => index %% 3 === 0) : pages) {
      const frame = document.createElement("iframe");
      frame.style = "width: 1280px; height: 900px; border: 0";
      frame.src = "/" + page;
      await new Promise(done => { frame.onload = done; document.body.append(frame); });
      const still = frame.contentDocument.createElement("style");
      still.textContent = "*, *::before, *::after { transition: none !important; animation: none !important }";
      frame.contentDocument.head.append(still);
      frame.contentDocument.body.setAttribute("data-md-color-scheme", scheme);
      await new Promise(done => setTimeout(done, 200));
      const result = await frame.contentWindow.axe.run(frame.contentDocument, {resultTypes: ["violations"]});
      for (const broken of result.violations) {
        const where = broken.nodes.slice(0, 3).map(node => node.target.join(" ") + " " + (node.any[0]?.message ?? ""));
        found.push({page, scheme, id: broken.id, help: broken.help, where});
      }
      frame.remove();
    }
  }
  await fetch("/found", {method: "POST", body: JSON.stringify(found)});
});
</script><body></body>"""


def axe_script(folder: Path) -> Path | None:
    """axe.min.js, from npm; None where npm is not here or cannot fetch it.

    Args:
        folder: where it is kept.
    """
    script = folder / "axe.min.js"
    npm = shutil.which("npm")
    if script.is_file() or npm is None:
        return script if script.is_file() else None
    folder.mkdir(parents=True, exist_ok=True)
    packed = subprocess.run([npm, "pack", "axe-core"], cwd=folder, capture_output=True, text=True, check=False)
    if packed.returncode:
        return None
    with tarfile.open(folder / packed.stdout.split()[-1]) as archive:
        member = archive.extractfile("package/axe.min.js")
        if member is None:
            return None
        script.write_bytes(member.read())
    return script


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a site, each page with axe-core in it, and takes what was found."""

    script: ClassVar[bytes]
    driver: ClassVar[bytes]
    found: ClassVar[queue.Queue[list[dict[str, Any]]]]

    def do_GET(self) -> None:
        """Answer a request."""
        path = Path(self.translate_path(self.path))
        if self.path == "/axe.min.js":
            self._send(self.script, "text/javascript")
        elif self.path == "/axe":
            self._send(self.driver, "text/html; charset=utf-8")
        elif path.suffix == ".html" and path.is_file():
            text = path.read_text(encoding="utf-8").replace("</body>", '<script src="/axe.min.js"></script></body>')
            self._send(text.encode(), "text/html; charset=utf-8")
        else:
            super().do_GET()

    def do_POST(self) -> None:
        """Take what was found."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self._send(b"", "text/plain")
        self.found.put(json.loads(body))

    def _send(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401 - as its base has it
        """Print nothing."""


@contextlib.contextmanager
def _served(site: Path, handler: type[_Handler]) -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def faults_of(site: Path, folder: Path) -> Iterator[str]:
    """A line for each rule of axe-core that a page breaks.

    Args:
        site: the folder of the built site.
        folder: where axe-core is kept between runs.
    """
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    script = axe_script(folder)
    if chromium is None or script is None:
        print("accessibility was not checked: it needs Chromium and npm", file=sys.stderr)
        return
    every = [page.relative_to(site).as_posix() for page in sorted(site.rglob("*.html")) if _is_page(page)]
    pages = [page for page in every if not page.startswith("rules/")] + _RULES
    found: queue.Queue[list[dict[str, Any]]] = queue.Queue()
    known = {"script": script.read_bytes(), "driver": (_DRIVER % json.dumps(pages)).encode(), "found": found}
    with _served(site, type("_Site", (_Handler,), known)) as address, tempfile.TemporaryDirectory() as profile:
        command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}"]
        browser = subprocess.Popen(
            [*command, "--remote-debugging-port=0", f"{address}/axe"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            broken = found.get(timeout=_PATIENCE)
        except queue.Empty:
            yield f"axe-core gave no answer within {_PATIENCE} s"
            return
        finally:
            browser.terminate()
            browser.wait()
    for one in broken:
        yield f"{one['page']} ({one['scheme']}): {one['id']}: {one['help']}\n    " + "\n    ".join(one["where"])


def _is_page(path: Path) -> bool:
    """Whether a file is a page of the site, and not one that pages link to."""
    return path.name != "404.html" and "md-content" in path.read_text(encoding="utf-8")
