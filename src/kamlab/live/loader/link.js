// The page's line to Python: runs its cells in the worker, lets the drawn models go live, carries messages.
import { language } from "./badge.js";
import { connect } from "./connect.js";

const PATIENCE = 15000; // ms without an answer, after which the page says that it is static

const newSession = () => `s${crypto.getRandomValues(new Uint32Array(3)).join("")}_`;

export class Link {
  #send;
  #cells;
  #models = new Map();
  #session = newSession();
  #watches = new Map();
  #sent = 0;

  /**
   * @param {object[]} cells what showCells returned
   * @param {(times?: object) => void} changed called when a cell's state has changed
   */
  constructor(cells, changed) {
    this.#cells = cells;
    this.changed = changed;
    for (const cell of cells) for (const model of cell.models) this.#models.set(model.id, { model, cell });
  }

  start() {
    this.#send = connect((message) => this.#receive(message));
    this.#run();
    addEventListener("pagehide", () => this.#post({ t: "leave" }));
    addEventListener("pageshow", ({ persisted }) => persisted && location.reload()); // its Python half is gone
  }

  #run() {
    this.#cells.forEach((cell, index) => {
      this.#set(cell, "starting");
      const shown = cell.models.map((model) => [model.id, model.kind]);
      const last = index === this.#cells.length - 1;
      this.#post({ t: "run", lang: language(), cell: index, code: cell.code, shown, last });
      this.#watch(cell);
    });
    this.changed();
  }

  #post(message) {
    this.#send({ session: this.#session, ...message });
  }

  #receive(message) {
    if (message.t === "changed") this.#run(); // another worker has taken over
    else if (message.t === "fatal") this.#fail(message.text);
    else if (message.t === "ran") this.#ran(message);
    else if (message.t === "done") this.#done(message);
  }

  #ran({ cell: index, messages, error, times }) {
    const cell = this.#cells[index];
    this.#relieve(cell);
    const opened = new Set(messages.filter(({ t }) => t === "open").map(({ comm }) => comm));
    this.#deliver(messages);
    const adopted = cell.models.every(({ id }) => opened.has(id));
    if (adopted) for (const model of cell.models) this.#connect(model);
    else if (!error) console.error("[kamlab] the page and its code differ: cell", index);
    this.#judge(cell, error, adopted);
    this.changed(times);
  }

  #connect(model) {
    model.outbox.connect((data) => {
      this.#post({ t: "message", comm: model.id, data: JSON.stringify(data), n: ++this.#sent });
      this.#watch(this.#models.get(model.id).cell);
    });
  }

  #done({ comm, messages, error }) {
    const { model, cell } = this.#models.get(comm);
    this.#relieve(cell);
    model.outbox.done();
    this.#deliver(messages);
    this.#judge(cell, error, true);
    this.changed();
  }

  #deliver(messages) {
    for (const { t, comm, data } of messages) {
      const model = this.#models.get(comm)?.model;
      if (t === "open") model?.apply(data.state);
      else if (t === "msg") model?.receive(data);
    }
  }

  #judge(cell, error, sound) {
    if (error) console.error("[kamlab]", error.trace);
    this.#set(cell, error || !sound ? "error" : "live", error?.words);
  }

  #set(cell, state, words) {
    cell.badge.set(state, words);
  }

  /** Python cannot be had: every exercise stays as it is drawn, and says so. */
  #fail(text) {
    console.error("[kamlab] Python is not there:", text);
    for (const cell of this.#cells) {
      this.#relieve(cell);
      this.#set(cell, "failed");
    }
    this.changed();
  }

  #watch(cell) {
    this.#relieve(cell);
    const late = () => {
      this.#set(cell, "failed");
      this.changed();
    };
    this.#watches.set(cell, setTimeout(late, PATIENCE));
  }

  #relieve(cell) {
    clearTimeout(this.#watches.get(cell));
  }
}
