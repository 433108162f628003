// The small line under each exercise that says whether its results follow the reader.

/* global WORDS -- written in by the build: language -> state -> words (words.py) */

export const language = () => (document.documentElement.lang.toLowerCase().startsWith("zh") ? "zh" : "en");

export class Badge {
  /** @param {HTMLElement} host the exercise's element; the badge follows it */
  constructor(host) {
    this.host = host;
    this.line = Object.assign(document.createElement("p"), { className: "live-badge" });
    this.line.setAttribute("role", "status");
    host.after(this.line);
    this.set("shown");
  }

  /** @param {string} state shown, starting, live, failed or error @param {string} [words] instead of the usual ones */
  set(state, words) {
    this.state = state;
    this.host.dataset.live = this.line.dataset.live = state;
    const text = words || WORDS[language()][state];
    if (this.line.textContent !== text) this.line.textContent = text;
  }
}
