// What a model has to say to Python. One message is under way at a time; what the reader changes meanwhile is
// merged, so that a dragged slider never floods the worker and its last value always arrives. Before Python is
// there, everything waits here: that is how early moves are replayed.
export class Outbox {
  #queue = [];
  #under_way = null;
  #post = null;

  /** Begin (or, with null, stop) sending. @param {((data: object) => void) | null} post */
  connect(post) {
    this.#post = post;
    this.#next();
  }

  get connected() {
    return Boolean(this.#post);
  }

  update(state) {
    const last = this.#queue.at(-1);
    if (last?.method === "update") Object.assign(last.state, state);
    else this.#queue.push({ method: "update", state: { ...state } });
    this.#next();
  }

  custom(content) {
    this.#queue.push({ method: "custom", content });
    this.#next();
  }

  /** Python has dealt with the message that was under way. */
  done() {
    this.#under_way = null;
    this.#next();
  }

  /** Tell whether a change of this trait has not been answered yet. */
  holds(name) {
    return [this.#under_way, ...this.#queue].some((message) => message?.state && name in message.state);
  }

  #next() {
    if (!this.#post || this.#under_way || !this.#queue.length) return;
    this.#under_way = this.#queue.shift();
    this.#post(this.#under_way);
  }
}
