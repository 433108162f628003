"""How soon a page answers, against JupyterLite and against a page whose model is plain JavaScript.

    .venv/bin/python benchmarks/live.py [--runs 5]

All three come from the same server on this machine to the same headless Chromium. A run starts a new browser
(cold cache), opens the page, moves the first slider one step by keyboard as soon as it is there, and waits
for the *right* answer (computed here, in CPython). Then the next page: the same browser opens the same
exercise once more (ours: on the page of the other language). Printed are medians, their ratios, the times
of a hundred single slider moves, and what the browser has to fetch. Run it on an idle machine.
"""

import argparse
import gzip
import html
import json
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import BrowserContext, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parent))
import lite

from kamlab.i18n import use
from kamlab.widgets import u01

ROOT = Path(__file__).resolve().parent.parent
ARENA = ROOT / "build" / "bench" / "arena"
PORT = 8765
SLIDER = "section.kl input[id$='-lifetime-value-spend']"
SUMMARY = f'document.querySelector("{SLIDER}")?.closest("section.kl").querySelector(".kl-summary")'
CODE = "from kamlab.widgets import u01\nu01.lifetime_value()"
FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-quic", "--no-first-run",
         "--disable-component-update", "--disable-sync"]  # fmt: skip
PATIENCE = 60_000  # milliseconds
GOALS = {"JupyterLite, cold": 6.0, "JupyterLite, next page": 10.0, "JavaScript model, cold": 1.3}


@dataclass(frozen=True)
class Way:
    """One way of showing the exercise.

    Args:
        first: path of the page of the cold start.
        then: path of the next page.
        languages: of the two pages.
    """

    first: str
    then: str
    languages: tuple[str, str]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5, help="new browsers for each way (default 5)")
    runs = parser.parse_args().runs
    print(f"load average before: {os.getloadavg()[0]:.2f} on {os.cpu_count()} cores")
    prepare()
    repl = f"lite/repl/index.html?kernel=python&code={quote(CODE)}"
    plain = "site/en/u01-javascript.html?live=off"
    ways = {
        "kamlab": Way("site/en/u01.html", "site/zh/u01.html", ("en", "zh")),
        "JupyterLite": Way(repl, repl, ("en", "en")),
        "JavaScript model": Way(plain, plain, ("en", "en")),
    }
    with served(ARENA) as address:
        times = {name: [] for name in ways}
        for _ in range(runs):
            for name, way in ways.items():
                times[name].append(one_run(address, way))
        awake = [until_python(f"{address}/{ways['kamlab'].first}") for _ in range(runs)]
        moves = many_moves(f"{address}/{ways['kamlab'].first}")
    print(f"Python itself answers, cold        {statistics.median(awake):6.2f} s")
    report(times, moves)


def prepare() -> None:
    """Put the built site, its JavaScript variant and the JupyterLite site side by side."""
    if not (ROOT / "site" / "en" / "u01.html").exists():
        sys.exit("There is no site yet: run 'make build' first.")
    shutil.rmtree(ARENA, ignore_errors=True)
    ARENA.mkdir(parents=True)
    shutil.copytree(ROOT / "site", ARENA / "site", copy_function=os.link)
    shutil.copytree(lite.build(), ARENA / "lite", copy_function=os.link)
    shutil.copyfile(ROOT / "site" / "index.html", ARENA / "index.html")
    page = (ARENA / "site" / "en" / "u01.html").read_text(encoding="utf-8")
    (ARENA / "site" / "en" / "u01-javascript.html").write_text(javascript_page(page), encoding="utf-8")


def javascript_page(page: str) -> str:
    """The same page without Python: its exercise calculates in JavaScript, and no worker is started."""
    pattern = r'(<script type="application/vnd\.jupyter\.widget-state\+json">)(.*?)(</script>)'
    return re.sub(pattern, lambda found: found[1] + with_model(found[2]) + found[3], page, flags=re.DOTALL)


def with_model(state: str) -> str:
    """Widget state whose exercise brings its model along, in JavaScript."""
    document = json.loads(state)
    model = (Path(__file__).parent / "lifetime_value.js").read_text(encoding="utf-8")
    for one in document["state"].values():
        if one["state"].get("exercise_id") == "u01-lifetime-value":
            one["state"]["_esm"] = one["state"]["_esm"].replace("export default", "const shell =") + model
    return json.dumps(document).replace("</", "<\\/")


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve ``folder`` on loopback with kamlab's own server."""
    command = [ROOT / ".venv/bin/kamlab", "serve", "--site", folder, "--port", str(PORT), "--no-formgrader"]
    with subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL) as server:
        try:
            wait_until_served()
            yield f"http://127.0.0.1:{PORT}"
        finally:
            server.terminate()


def wait_until_served(patience: float = 20.0) -> None:
    """Wait until the server accepts connections."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", PORT)) == 0:
                return
        time.sleep(0.1)
    sys.exit(f"The server did not start on port {PORT}.")


def one_run(address: str, way: Way) -> tuple[float, float]:
    """Seconds to the first right answer: cold, and on the next page."""
    with browser() as context:
        page = context.new_page()
        cold = first_answer(page, f"{address}/{way.first}", way.languages[0])
        return cold, first_answer(page, f"{address}/{way.then}", way.languages[1])


@contextmanager
def browser() -> Iterator[BrowserContext]:
    """A new browser with an empty cache."""
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        try:
            yield chromium.new_context(service_workers="allow")
        finally:
            chromium.close()


def first_answer(page: Page, url: str, lang: str) -> float:
    """Open ``url``, move the first slider one step, and time the right answer in seconds."""
    start = time.perf_counter()
    page.goto(url, wait_until="commit")
    slider = page.locator(SLIDER).first
    slider.wait_for(timeout=PATIENCE)
    slider.press("Home")
    slider.press("ArrowRight")
    wait_for(page, expected(lang))
    seconds = time.perf_counter() - start
    page.evaluate("localStorage.clear()")
    return seconds


def until_python(url: str) -> float:
    """Seconds until Python itself answers; before that, first moves show what the build computed."""
    with browser() as context:
        page = context.new_page()
        start = time.perf_counter()
        page.goto(url, wait_until="commit")
        page.wait_for_function("document.documentElement.dataset.live === 'live'", timeout=PATIENCE)
        return time.perf_counter() - start


def wait_for(page: Page, answer: str) -> None:
    """Wait until the page shows ``answer``."""
    script = f"""(answer) => ({SUMMARY}?.textContent || "").replace(/\\s+/g, " ").includes(answer)"""
    page.wait_for_function(script, arg=answer, timeout=PATIENCE, polling="raf")


def expected(lang: str) -> str:
    """What the summary says after one step of the first slider, computed here."""
    with use(lang):
        exercise = u01.lifetime_value()
    exercise.values = {**exercise.values, "spend": 1000}
    return re.sub(r"\s+", " ", html.unescape(re.sub("<[^>]+>", "", exercise.view["summary"]))).strip()


def many_moves(url: str, count: int = 100) -> list[float]:
    """Milliseconds from a key press to the changed summary, for ``count`` presses on a live page."""
    script = """async ([slider, count]) => {
        const input = document.querySelector(slider), times = [];
        const summary = input.closest("section.kl").querySelector(".kl-summary");
        for (let i = 0; i < count; i += 1) {
            const start = performance.now();
            const changed = new Promise((ok) => {
                const observer = new MutationObserver(() => { observer.disconnect(); ok(); });
                observer.observe(summary, { childList: true, subtree: true, characterData: true });
            });
            input.value = String(1000 * (2 + (i % 30)));
            input.dispatchEvent(new Event("input", { bubbles: true }));
            await changed;
            times.push(performance.now() - start);
            await new Promise((ok) => setTimeout(ok, 30));
        }
        return times;
    }"""
    with browser() as context:
        page = context.new_page()
        first_answer(page, url, "en")
        page.wait_for_function("document.documentElement.dataset.live === 'live'", timeout=PATIENCE)
        return page.evaluate(script, [SLIDER, count])


def report(times: dict[str, list[tuple[float, float]]], moves: list[float]) -> None:
    """Print medians, ratios and sizes."""
    medians = {}
    for name, runs in times.items():
        for place, kind in enumerate(("cold", "next page")):
            values = [run[place] for run in runs]
            medians[f"{name}, {kind}"] = statistics.median(values)
            print(f"{name + ', ' + kind:32s} {medians[f'{name}, {kind}']:6.2f} s"
                  f"   ({min(values):.2f} to {max(values):.2f})")  # fmt: skip
    for name, goal in GOALS.items():
        ours = medians[f"kamlab, {name.split(', ')[1]}"]
        if name.startswith("JavaScript"):
            print(f"kamlab / {name}: {ours / medians[name]:.2f} (goal: at most {goal})")
        else:
            print(f"{name} / kamlab: {medians[name] / ours:.1f} (goal: at least {goal:.0f})")
    moves = sorted(moves)
    middle, high = (moves[int(len(moves) * share)] for share in (0.5, 0.95))
    print(f"slider moves: median {middle:.1f} ms, 95 % within {high:.1f} ms (goal: 20 ms)")
    sizes()


def sizes() -> None:
    """Print what a first visit fetches, in gzip."""
    live = next((ROOT / "site" / "_live").iterdir())
    python = {
        "snapshot.bin",
        "pyodide.mjs",
        "pyodide.asm.mjs",
        "pyodide.asm.wasm",
        "python_stdlib.zip",
        "site.zip",
    }
    files = [path for path in live.rglob("*") if path.is_file() and path.name in python]
    print(f"Python: {sum(map(packed, files)) / 1e6:.2f} MB gz (goal: at most 15)")
    with served(ROOT / "site") as address, browser() as context:
        page, seen = context.new_page(), []
        page.on("response", lambda answer: seen.append(answer.url))
        page.goto(f"{address}/en/u01.html?live=off", wait_until="networkidle")
        paths = {ROOT / "site" / url.removeprefix(f"{address}/").split("?")[0] for url in seen}
        before = sum(packed(path) for path in paths if path.is_file() and path.name not in python)
    print(f"before Python: {before / 1e6:.2f} MB gz (goal: at most 1.8)")


def packed(path: Path) -> int:
    """Bytes of a file in gzip."""
    return len(gzip.compress(path.read_bytes(), 9))


if __name__ == "__main__":
    main()
