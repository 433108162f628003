// The front end of every exercise: native controls drawn once from the spec, the parts of Python's view shown as
// they come, and the trainee's progress kept in this browser. Nothing is loaded and nothing is calculated here.

const MARKS = { new: "○", tried: "◐", solved: "●" };
const PARTS = ["summary", "chart", "sides", "table", "equation", "feedback"];
const BUSY_AFTER = 300, LATE_AFTER = 20000, SAY_AFTER = 700; // milliseconds
let drawn = 0; // makes the ids of each drawing its own

function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "html") node.innerHTML = value;
    else if (value !== "" && value !== false && value != null) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== ""));
  return node;
}

// In JupyterLab's command mode the arrows, Enter and letters are shortcuts, unless the focused element says no.
function ownKeys(root) {
  for (const node of root.querySelectorAll("input, button, summary, [tabindex]")) node.dataset.lmSuppressShortcuts = "true";
}

// -- controls: each is {node, id, start, get, set} ---------------------------------------------------------------

function written(control, value, lang) {
  if (control.words.length) return control.words[Math.round((value - control.low) / control.step)];
  const decimals = (String(control.step).split(".")[1] || "").length;
  const style = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  if (control.sign) style.signDisplay = "exceptZero";
  const locale = lang === "zh" ? "zh-CN" : "en-GB";
  return control.unit.replace("{n}", new Intl.NumberFormat(locale, style).format(value).replace("-", "−")).replaceAll(" ", "\u00a0");
}

function helped(control, id) {
  return control.help ? h("p", { class: "kl-help", id: `${id}-h` }, control.help) : "";
}

function slider(control, id, lang) {
  const input = h("input", { type: "range", id, min: control.low, max: control.high, step: control.step,
    "aria-describedby": control.help && `${id}-h` });
  const output = h("output", { for: id });
  const show = () => {
    output.textContent = written(control, input.valueAsNumber, lang);
    input.setAttribute("aria-valuetext", output.textContent);
  };
  const set = (value) => { input.value = typeof value === "number" ? value : control.start; show(); };
  input.addEventListener("input", show);
  const head = h("div", { class: "kl-head" }, h("label", { for: id }, control.label), output);
  const node = h("div", { class: "kl-slider" }, head, input, helped(control, id));
  return { node, id: control.id, start: control.start, set, get: () => input.valueAsNumber };
}

function option(control, one, id) {
  const input = h("input", { type: control.many ? "checkbox" : "radio", name: id, value: one.value, id: `${id}-${one.value}` });
  const text = h("span", {}, one.label, one.note ? h("small", {}, one.note) : "");
  return { input, node: h("label", { class: "kl-option", for: input.id }, input, text) };
}

function choice(control, id) {
  const options = control.options.map((one) => option(control, one, id));
  const node = h("fieldset", { class: "kl-choice", "aria-describedby": control.help && `${id}-h` },
    h("legend", {}, control.label), helped(control, id), h("div", { class: "kl-options" }, ...options.map((one) => one.node)));
  const set = (value) => {
    const chosen = Array.isArray(value) ? value : control.start;
    for (const { input } of options) input.checked = chosen.includes(input.value);
  };
  const get = () => options.filter((one) => one.input.checked).map((one) => one.input.value);
  return { node, id: control.id, start: control.start, set, get };
}

function number(control, id) {
  const input = h("input", { type: "number", step: "any", inputmode: "decimal", id, "aria-describedby": control.help && `${id}-h` });
  const field = h("span", { class: "kl-field" }, input, h("span", { class: "kl-unit" }, control.unit.replace("{n}", "").trim()));
  const node = h("div", { class: "kl-entry" }, h("label", { for: id }, control.label), field, helped(control, id));
  const set = (value) => { input.value = typeof value === "number" ? value : ""; };
  return { node, id: control.id, start: null, set, get: () => (Number.isFinite(input.valueAsNumber) ? input.valueAsNumber : null) };
}

// Every press is a move that goes on the list; the view says which buttons may be pressed. A button that may not keeps
// its focus and says so, and a press waits for its answer before the next.
function moves(control, id, _lang, place) {
  let made = [];
  const buttons = control.buttons.map((one) => h("button", { type: "button", class: `kl-button ${one.main ? "kl-main" : ""}`,
    id: `${id}-${one.move}`, "aria-disabled": "true" }, one.label));
  const allow = (names) => buttons.forEach((node, i) => node.setAttribute("aria-disabled", !names.includes(control.buttons[i].move)));
  const press = (one, node) => {
    if (node.getAttribute("aria-disabled") === "true") return;
    const carried = place.controls.filter((other) => control.carries.includes(other.id));
    const values = Object.fromEntries(carried.map((other) => [other.id, other.get()]));
    made = one.clears ? [] : [...made, { move: one.move, values }].slice(-control.most);
    allow([]);
    node.dispatchEvent(new Event("input", { bubbles: true }));
  };
  buttons.forEach((node, i) => node.addEventListener("click", () => press(control.buttons[i], node)));
  const node = h("fieldset", { class: "kl-moves", "aria-describedby": control.help && `${id}-h` },
    h("legend", {}, control.label), helped(control, id), h("div", { class: "kl-buttons" }, ...buttons));
  return { node, id: control.id, start: [], allow, get: () => made, set: (value) => { made = Array.isArray(value) ? value : []; } };
}

const KINDS = { slider, choice, number, moves };

// -- the face: built once, never rebuilt, so that the focus is never lost -------------------------------------------

function group(spec, place) {
  const controls = spec.controls.map((control) => KINDS[control.kind](control, `${place.uid}-${control.id}`, place.lang, place));
  place.controls.push(...controls);
  const inside = controls.map((control) => control.node);
  if (spec.help) inside.unshift(h("p", { class: "kl-help" }, spec.help));
  if (spec.legend) inside.unshift(h("legend", {}, spec.legend));
  if (spec.part) inside.push((place.parts[spec.part] = h("div", { class: "kl-part kl-answer" })));
  return h(spec.legend ? "fieldset" : "div", { class: "kl-group" }, ...inside);
}

function part(name, place) {
  const node = (place.parts[name] = h("div", { class: `kl-part kl-${name}` }));
  const title = place.labels[name];
  return title ? h("details", { class: "kl-more" }, h("summary", {}, title), node) : node;
}

function button(place, name, kind = "") {
  return (place.buttons[name] = h("button", { type: "button", class: `kl-button ${kind}` }, place.labels[name]));
}

function build(spec, lang, id) {
  const place = { uid: `kl${++drawn}-${id}`, lang, labels: spec.labels, controls: [], parts: {}, buttons: {} };
  place.progress = h("span", { class: "kl-progress" });
  place.note = h("p", { class: "kl-note", hidden: true });
  place.status = h("div", { class: "kl-status", role: "status" });
  place.busy = h("span", { class: "kl-busy" });
  const groups = spec.groups.map((one) => group(one, place));
  const [summary, chart, sides, table, equation, feedback] = PARTS.map((name) => part(name, place));
  const buttons = h("div", { class: "kl-buttons" }, button(place, "check", "kl-main"), button(place, "retry"), button(place, "reset"), place.busy);
  place.root = h("section", { class: "kl", lang: lang === "zh" ? "zh-CN" : "en", "aria-labelledby": `${place.uid}-title` },
    h("div", { class: "kl-top" }, h("p", { class: "kl-title", id: `${place.uid}-title`, role: "heading", "aria-level": "3" }, spec.title), place.progress),
    h("div", { class: "kl-task", html: spec.task }), place.note,
    h("div", { class: "kl-body" },
      h("div", { class: "kl-controls" }, ...groups),
      h("div", { class: "kl-view" }, summary, chart)), // in sight beside the controls, and no further
    h("div", { class: "kl-result" }, sides, table, equation),
    h("div", { class: "kl-foot" }, buttons, feedback), place.status);
  return place;
}

// -- progress kept in this browser -----------------------------------------------------------------------------------

function store(id, version) {
  const key = `kamlab:${id}`;
  const attempt = (action) => { try { return action(localStorage); } catch { return undefined; } };
  const aside = (kept, text) => { kept.setItem(`${key}:old`, text); kept.removeItem(key); return { note: "moved" }; };
  const parsed = (text) => { try { return JSON.parse(text); } catch { return null; } };
  return {
    load: () => attempt((kept) => {
      const text = kept.getItem(key), state = parsed(text);
      if (text === null) return {};
      return state && state.version === version && state.values ? state : aside(kept, text);
    }) || { note: "unkept" },
    save: (state) => attempt((kept) => { kept.setItem(key, JSON.stringify({ version, ...state })); return true; }) === true,
    clear: () => attempt((kept) => kept.removeItem(key)),
  };
}

// -- the life of one drawing -------------------------------------------------------------------------------------------

class Life {
  constructor(model, place) {
    Object.assign(this, { model, place, shown: {}, timers: {}, checked: null, tries: 0, solved: false, moved: false });
    this.kept = store(model.get("exercise_id"), model.get("version"));
    this.n = Number(model.get("values")["@n"]) || 0;
  }

  start() { // what a running session holds comes first, then what this browser kept
    const state = this.n ? { values: this.model.get("values") } : this.kept.load();
    this.note(state.note);
    this.restore(state);
    this.show();
    if (!state.values || this.n) return;
    this.allow([]); // until Python has seen what was kept
    this.send();
  }

  restore({ values = {}, solved = false }) {
    for (const control of this.place.controls) control.set(values[control.id]);
    Object.assign(this, { checked: values["@checked"] ?? null, tries: Number(values["@tries"]) || 0, solved, moved: Boolean(Object.keys(values).length) });
    this.progress();
  }

  allow(moves) { for (const control of this.place.controls) control.allow?.(moves); }

  read() { return Object.fromEntries(this.place.controls.map((control) => [control.id, control.get()])); }

  send() {
    const values = { ...this.read(), "@n": ++this.n, "@checked": this.checked, "@tries": this.tries };
    this.wait();
    this.model.set("values", values);
    this.model.save_changes();
  }

  keep() {
    const values = { ...this.read(), "@checked": this.checked, "@tries": this.tries };
    const kept = this.kept.save({ values, solved: this.solved, saved: new Date().toISOString() });
    if (!kept) this.note("unkept");
  }

  change() { this.moved = true; this.send(); this.keep(); this.progress(); }

  check() { this.checked = this.read(); this.tries += 1; this.change(); }

  retry() {
    const again = this.place.controls.filter((control) => (this.model.get("view").retry || []).includes(control.id));
    for (const control of again) control.set(control.start);
    this.change();
    again[0]?.node.querySelector("input").focus();
  }

  reset() {
    this.kept.clear();
    this.restore({});
    this.note("");
    this.send();
    this.place.status.textContent = this.place.labels.was_reset;
  }

  note(name) { this.place.note.textContent = name ? this.place.labels[name] : ""; this.place.note.hidden = !name; }

  progress() {
    const state = this.solved ? "solved" : this.moved ? "tried" : "new";
    this.place.progress.textContent = `${MARKS[state]} ${this.place.labels[state]}`;
    this.place.progress.dataset.state = state;
  }

  wait() { // say that an answer is due only where it takes long
    const busy = (text) => () => { this.place.busy.textContent = text; this.place.root.classList.add("kl-stale"); };
    clearTimeout(this.timers.late);
    this.timers.late = setTimeout(busy(this.place.labels.late), LATE_AFTER);
    this.timers.busy ??= setTimeout(busy(this.place.labels.busy), BUSY_AFTER);
  }

  rest() {
    clearTimeout(this.timers.busy);
    clearTimeout(this.timers.late);
    this.timers.busy = undefined;
    this.place.busy.textContent = "";
    this.place.root.classList.remove("kl-stale");
  }

  show() {
    const view = this.model.get("view");
    for (const [name, node] of Object.entries(this.place.parts)) this.fill(name, node, view[name] || "");
    this.place.buttons.retry.hidden = !view.retry?.length;
    if (Number(view.for) !== this.n) return;
    this.rest();
    this.allow(view.can || []);
    if (view.solved && !this.solved) { this.solved = true; this.progress(); this.keep(); }
    if (this.moved) this.say(view.say);
  }

  fill(name, node, html) {
    if (this.shown[name] === html) return;
    this.shown[name] = html;
    node.innerHTML = html;
    ownKeys(node);
    (node.closest("details.kl-more") || node).hidden = !html;
  }

  say(text) { // once a move has come to rest, so that a screen reader is not flooded
    clearTimeout(this.timers.say);
    this.timers.say = setTimeout(() => { this.place.status.textContent = text || ""; }, SAY_AFTER);
  }

  end() { for (const timer of Object.values(this.timers)) clearTimeout(timer); }
}

function openForPrint(root) {
  const open = () => { for (const details of root.querySelectorAll("details.kl-more")) details.open = true; };
  addEventListener("beforeprint", open);
  return () => removeEventListener("beforeprint", open);
}

function render({ model, el }) {
  const place = build(model.get("spec"), model.get("lang"), model.get("exercise_id"));
  const life = new Life(model, place), show = () => life.show(), unprint = openForPrint(place.root);
  place.root.querySelector(".kl-controls").addEventListener("input", () => life.change());
  for (const name of ["check", "retry", "reset"]) place.buttons[name].addEventListener("click", () => life[name]());
  model.on("change:view", show);
  ownKeys(place.root);
  el.replaceChildren(place.root);
  life.start();
  return () => { model.off("change:view", show); unprint(); life.end(); };
}

export default { render };
