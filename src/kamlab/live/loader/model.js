// One widget's model, as anywidget's front-end modules expect it: get, set, save_changes, send, on, off.
import { Outbox } from "./outbox.js";

/** Compare JSON values by content. */
export function same(a, b) {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || !a || !b || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]));
}

export class Model {
  #state;
  #listeners = [];
  #unsaved = {};

  /** @param {string} id @param {string} kind its class in Python @param {object} state */
  constructor(id, kind, state) {
    this.id = id;
    this.kind = kind;
    this.#state = { ...state };
    this.outbox = new Outbox();
  }

  get(key) {
    return this.#state[key];
  }

  set(key, value) {
    this.#change(typeof key === "object" ? key : { [key]: value }, (name, now) => (this.#unsaved[name] = now));
  }

  save_changes() {
    const changed = this.#unsaved;
    this.#unsaved = {};
    if (Object.keys(changed).length) this.outbox.update(changed);
  }

  send(content) {
    this.outbox.custom(content);
  }

  on(names, callback) {
    for (const name of names.split(/\s+/)) this.#listeners.push({ name, callback });
  }

  off(names, callback) {
    const gone = names?.split(/\s+/);
    this.#listeners = this.#listeners.filter(
      (one) => (gone && !gone.includes(one.name)) || (callback && one.callback !== callback),
    );
  }

  /** Take over what Python says, except where the reader's newer change is still on its way there. */
  apply(state) {
    const free = Object.entries(state).filter(([name]) => !(name in this.#unsaved) && !this.outbox.holds(name));
    this.#change(Object.fromEntries(free), () => {});
  }

  /** Hand a comm message of Python's to whom it concerns. */
  receive(data) {
    if (data.method === "custom") this.#tell("msg:custom", data.content, []);
    else if (data.state) this.apply(data.state);
  }

  #change(state, note) {
    const changed = Object.entries(state).filter(([name, value]) => !same(this.#state[name], value));
    for (const [name, value] of changed) {
      this.#state[name] = value;
      note(name, value);
    }
    for (const [name, value] of changed) this.#tell(`change:${name}`, this, value);
    if (changed.length) this.#tell("change", this);
  }

  #tell(name, ...values) {
    for (const one of [...this.#listeners]) if (one.name === name) one.callback(...values);
  }
}
