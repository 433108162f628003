// Module script of pages with live cells: draw the saved state at once, then let Python take over.
import { showCells } from "./cells.js";
import { wanted } from "./connect.js";
import { Link } from "./link.js";
import { Manager } from "./manager.js";

const root = document.documentElement;
const ORDER = ["failed", "error", "starting", "shown", "live"]; // the page is as well off as its worst exercise
const STATE = 'script[type="application/vnd.jupyter.widget-state+json"]';

function publish(cells, times) {
  const states = new Set(cells.map(({ badge }) => badge.state));
  root.dataset.live = ORDER.find((state) => states.has(state));
  if (times) root.dataset.liveTimes = JSON.stringify(times);
  if (root.dataset.live === "live" && !performance.getEntriesByName("live:ready").length) performance.mark("live:ready");
}

/** Stay at the place that the address names: what is drawn above it has moved it. */
function stayAtPlace() {
  document.querySelector(":target")?.scrollIntoView({ behavior: "instant" });
}

async function main() {
  const saved = document.querySelector(STATE);
  if (!saved) return;
  const cells = await showCells(new Manager(JSON.parse(saved.textContent)));
  if (!cells.length) return;
  stayAtPlace();
  performance.mark("live:shown");
  publish(cells);
  if (wanted()) new Link(cells, (times) => publish(cells, times)).start();
}

main().catch((error) => {
  console.error("[kamlab]", error);
  root.dataset.live = "failed";
});
