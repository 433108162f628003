// The progress page: fills the built table with what this browser kept, and serves the buttons below it.
import { keyOf, kept, LARGEST, merged, read, stateOf, written } from "./progress-file.js";

const MARKS = { new: "○", tried: "◐", solved: "●" };
const page = document.querySelector(".progress"), box = document.querySelector(".progress-file");
const words = JSON.parse(page.dataset.words);
const rows = [...page.querySelectorAll("tr[data-exercise]")];
const versions = Object.fromEntries(rows.map((row) => [row.dataset.exercise, Number(row.dataset.version)]));
const lang = document.documentElement.lang;

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const say = (text) => { box.querySelector(".progress-said").textContent = text; };

function storage() {
  try {
    localStorage.setItem("kamlab-probe", "");
    localStorage.removeItem("kamlab-probe");
    return localStorage;
  } catch {
    return null;
  }
}
const browser = storage();

function showRow(row, mine) {
  const id = row.dataset.exercise, record = mine.exercises[id];
  const fits = record?.version === versions[id], state = fits ? stateOf(record) : "new";
  const flagged = (record && !fits) || mine.earlier[id];
  row.dataset.state = state;
  const text = `${MARKS[state]} ${words[state]}`;
  row.querySelector(".progress-state").textContent = flagged ? `${text} · ${words.earlier}` : text;
  row.querySelector(".progress-checks").textContent = fits ? Number(record.values["@tries"]) || 0 : "";
  row.querySelector(".progress-last").textContent = fits ? day(record.saved) : "";
  return state;
}

function day(saved) {
  const time = new Date(saved);
  return Number.isNaN(time.getTime()) ? "" : time.toLocaleDateString(lang === "en" ? "en-GB" : lang, { dateStyle: "medium" });
}

const counted = (states) => fill(words.sum, {
  all: states.length,
  solved: states.filter((one) => one === "solved").length,
  tried: states.filter((one) => one === "tried").length,
});

function show() {
  const mine = kept(browser), states = new Map(rows.map((row) => [row, showRow(row, mine)]));
  for (const unit of page.querySelectorAll("table")) {
    const own = [...unit.querySelectorAll("tr[data-exercise]")].map((row) => states.get(row));
    unit.querySelector(".progress-sum").textContent = ` ${counted(own)}`;
  }
  const gone = Object.keys({ ...mine.exercises, ...mine.earlier }).filter((id) => !(id in versions));
  const others = gone.length ? ` ${fill(words.gone, { names: gone.join(", ") })}` : "";
  page.querySelector(".progress-total").textContent = counted([...states.values()]) + others;
}

function save() {
  const mine = kept(browser), count = new Set([...Object.keys(mine.exercises), ...Object.keys(mine.earlier)]).size;
  if (!count) return say(words.none);
  const now = new Date(), name = `kamlab-progress-${now.toISOString().slice(0, 10)}.json`;
  const link = Object.assign(document.createElement("a"), {
    download: name,
    href: URL.createObjectURL(new Blob([written(mine, now)], { type: "application/json" })),
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return say(fill(words.saved, { count, name }));
}

async function bringIn(file) {
  if (file.size > LARGEST) return say(words.large);
  const theirs = read(await file.text());
  if (!theirs) return say(words.wrong);
  const report = merged(versions, kept(browser), theirs);
  try {
    for (const [name, record] of Object.entries(report.writes)) browser.setItem(name, JSON.stringify(record));
  } catch { // full
    return say(words.unkept);
  }
  show();
  const more = [[words.aside, report.aside], [words.skipped, theirs.skipped]].filter(([, count]) => count);
  return say([fill(words.done, report), ...more.map(([text, count]) => fill(text, { count }))].join(" "));
}

function forget() {
  if (!confirm(words.sure)) return;
  const mine = kept(browser);
  for (const id of Object.keys(mine.exercises)) browser.removeItem(keyOf(id));
  for (const id of Object.keys(mine.earlier)) browser.removeItem(keyOf(id, true));
  show();
  say(words.forgotten);
}

if (browser) {
  box.hidden = false;
  box.querySelector(".progress-save").addEventListener("click", save);
  box.querySelector(".progress-forget").addEventListener("click", forget);
  box.querySelector("input").addEventListener("change", async (event) => {
    if (event.target.files.length) await bringIn(event.target.files[0]);
    event.target.value = "";
  });
  addEventListener("storage", show);
  addEventListener("pageshow", show);
  show();
} else page.querySelector(".progress-total").textContent = words.unkept;
