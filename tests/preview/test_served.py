"""What a preview answers, from outside: pictures, findings, errors over the last picture, and what it refuses."""

from __future__ import annotations

import contextlib
import http.client
import re
import socket
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.preview.running import Preview, figure, running, series

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SCRIPTS = {"01_one": figure('Text("um", color="#B00020")'), "02_two": figure('Text("dois")')}


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    with running(series(tmp_path_factory.mktemp("series"), **SCRIPTS)) as found:
        yield found


def test_a_picture_holds_no_font_and_its_fonts_are_served(preview: Preview) -> None:
    picture = preview.picture("01-one")
    assert picture["svg"].startswith("<svg")
    assert "@font-face" not in picture["svg"]
    (name,) = {font.split(" ")[0] for font in picture["fonts"]}
    assert f'font-family="{name}, sans-serif"' in picture["svg"]
    status, data = preview.ask(f"/api/font/{name}")
    assert (status, data[:4] in {b"\0\1\0\0", b"OTTO"}) == (200, True)


def test_findings_have_numbers_places_and_marks(preview: Preview) -> None:
    (finding,) = preview.json("/api/findings?figure=01-one")["findings"]
    assert (finding["rule"], finding["number"], finding["places"][0]["line"]) == ("literal", 1, 5)
    assert finding["places"][0]["path"].endswith("01-one.py")


def test_an_error_comes_with_the_last_good_picture_and_goes_again(preview: Preview) -> None:
    script = preview.folder / "figures" / "02-two.py"
    good = preview.picture("02-two")
    before = preview.state()["revision"]
    script.write_text(figure("Text(1 / 0)"), encoding="utf-8")
    preview.until(lambda state: state["revision"] > before)
    found = preview.picture("02-two")
    assert "ZeroDivisionError" in found["faults"][0]["message"]
    assert found["last"]["svg"] == good["svg"]
    script.write_text("def (", encoding="utf-8")
    state = preview.until(lambda state: state["faults"])
    assert [one["name"] for one in state["figures"]] == ["01-one", "02-two"]
    found = preview.picture("02-two")
    assert "is not valid Python" in found["faults"][0]["message"]
    assert found["last"]["svg"] == good["svg"]
    script.write_text(figure('Text("três")'), encoding="utf-8")
    preview.until(lambda state: not state["faults"])
    assert ">três<" in preview.picture("02-two")["svg"]


def test_a_script_that_is_saved_in_halves_is_shown_in_the_end(preview: Preview) -> None:
    script = preview.folder / "figures" / "02-two.py"
    text = figure('Text("metade")')
    with script.open("w", encoding="utf-8") as file:
        for half in (text[:40], text[40:]):
            file.write(half)
            file.flush()
            time.sleep(0.2)  # longer than a change waits for the next one
    preview.until(lambda state: not state["faults"] and ">metade<" in preview.picture("02-two").get("svg", ""))
    script.write_text(SCRIPTS["02_two"], encoding="utf-8")
    preview.until(lambda _: ">dois<" in preview.picture("02-two").get("svg", ""))


def test_an_error_in_the_token_file_leaves_the_themes_of_before(preview: Preview) -> None:
    tokens = preview.folder / "tokens.toml"
    text = tokens.read_text(encoding="utf-8")
    tokens.write_text(text + "\n[nonsense", encoding="utf-8")
    state = preview.until(lambda state: state["tokenFaults"])
    assert state["tokenFaults"][0]["rule"] == "toml-syntax"
    assert "svg" in preview.picture("01-one")
    tokens.write_text(text, encoding="utf-8")
    preview.until(lambda state: not state["tokenFaults"])


def test_a_folder_that_vanishes_is_reported_until_it_is_back(preview: Preview) -> None:
    folder, away = preview.folder / "figures", preview.folder / "away"
    folder.rename(away)
    state = preview.until(lambda state: state["faults"])
    assert "cannot find a folder or script named figures" in state["faults"][0]["message"]
    away.rename(folder)
    state = preview.until(lambda state: not state["faults"])
    assert [one["name"] for one in state["figures"]] == ["01-one", "02-two"]


@pytest.mark.parametrize(
    "path",
    ["/page/../session.py", "/page/%2e%2e/session.py", "/page/..%2fsession.py", "/page//etc/passwd", "/page/no.js",
     "/api/font/..%2f..%2ftokens.toml", "/api/font/no", "/tokens.toml", "/api/"],
)  # fmt: skip
def test_nothing_else_is_served(preview: Preview, path: str) -> None:
    status, data = preview.ask(path)
    assert status == 404
    assert b"import" not in data


@pytest.mark.parametrize("path", ["/api/events", "/api/picture?figure=01-one", "/api/findings?figure=01-one"])
def test_nothing_is_told_without_the_secret(preview: Preview, path: str) -> None:
    assert preview.ask(path, key="")[0] == 403
    assert preview.ask(path, Host="evil.example")[0] == 421
    assert preview.ask(path, Origin="http://evil.example")[0] == 403


@pytest.mark.parametrize(
    "data",
    [b"GET\r\n\r\n", b"\0\1\2\r\n\r\n", b"GET / HTTP/1.1\r\nHost: " + b"x" * 200_000, b"GET / HTTP/9.9\r\n\r\n"],
)
def test_a_malformed_request_is_refused_and_the_next_one_answered(preview: Preview, data: bytes) -> None:
    with socket.create_connection(("127.0.0.1", preview.port), timeout=30) as connection:
        try:
            connection.sendall(data)
            answer = connection.recv(1000)
        except ConnectionError:
            answer = b""
    assert not answer or re.match(rb"HTTP/1\.[01] 4\d\d", answer)
    assert preview.ask("/")[0] == 200


def test_the_end_does_not_wait_for_streams_and_answers(tmp_path: Path) -> None:
    slow = figure("Text(__import__('time').sleep(15) or 'um')")
    with running(series(tmp_path, **{"01_slow": slow, "02_two": figure()})) as preview, contextlib.ExitStack() as open_:
        for path in ("/api/events", "/api/picture?figure=01-slow", "/api/findings?figure=02-two"):
            connection = http.client.HTTPConnection("127.0.0.1", preview.port, timeout=30)
            open_.callback(connection.close)
            connection.request("GET", path, headers={"X-Layoutkit-Key": preview.key})
        begun = time.monotonic()
        preview.state()
    assert time.monotonic() - begun < 10


def test_an_unknown_figure_or_mode_is_an_answer(preview: Preview) -> None:
    assert "there is no figure 'no'" in preview.picture("no")["faults"][0]["message"]
    assert "svg" in preview.picture("01-one", "no:such")
    assert preview.json("/api/picture")["faults"]


def test_the_page_itself_holds_nothing_of_the_series(preview: Preview) -> None:
    status, page = preview.ask("/", key="")
    assert status == 200
    assert preview.key.encode() not in page
    assert b"<script" in page
    assert not re.search(rb"https?://(?!www\.w3\.org)", page)


def test_a_second_preview_on_the_port_says_so(preview: Preview) -> None:
    command = [sys.executable, "-m", "layoutkit", "preview", "figures", "--no-open", "--port", str(preview.port)]
    done = subprocess.run(command, cwd=preview.folder, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert f"error[port-taken]: cannot use port {preview.port}: Address already in use" in done.stderr
    assert "leave out --port for a free one" in done.stderr


def test_the_committed_picture_comes_before_the_rendered_one(preview: Preview) -> None:
    assert preview.ask("/api/before?figure=01-one")[0] == 404
    path = preview.folder / "out" / "web" / "01-one.png"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"rendered")
    assert preview.ask("/api/before?figure=01-one") == (200, b"rendered")
    git = ("git", "-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false")
    for command in (("init", "-q"), ("add", "-f", "out"), ("commit", "-qm", "pictures")):
        subprocess.run([*git, *command], cwd=preview.folder, check=True)
    path.write_bytes(b"rendered anew")
    assert preview.ask("/api/before?figure=01-one") == (200, b"rendered")
    assert preview.ask("/api/before?figure=..%2F..%2Ftokens")[0] == 404
