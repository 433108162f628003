// The worker: one Python for all pages of this site that are open in this browser.
// A page sends {t: "run", session, lang, cell, code, shown}, {t: "message", session, comm, data, n} and
// {t: "leave", session}. It hears {t: "ran", cell, messages, error, times}, {t: "done", n, comm, messages,
// error} and {t: "fatal", text}.
import { boot } from "./boot.js";

const HERE = new URL(".", import.meta.url).href;
const started = performance.now();
const times = {};
const mark = (name) => (times[name] = Math.round(performance.now() - started));
let ready = null;

/** Start Python once; after a failure (a network that went away) the next request tries again. */
function python() {
  ready ??= boot(HERE, mark).catch((error) => {
    ready = null;
    throw error;
  });
  return ready;
}

const ACTIONS = {
  async run({ desk, library, how }, { session, lang, cell, code, shown }) {
    const attempt = () => JSON.parse(desk.run(session, lang, code, JSON.stringify(shown)));
    let reply = attempt();
    if (reply.error?.lacks) {
      await library(); // a module that was not warmed up: once its file is here, the cell runs
      reply = attempt();
    }
    mark("cell");
    return { t: "ran", cell, ...reply, times: { ...times, how } };
  },
  message({ desk }, { session, comm, data, n }) {
    return { t: "done", n, comm, ...JSON.parse(desk.message(session, comm, data)) };
  },
  leave({ desk }, { session }) {
    desk.leave(session);
  },
};

async function answer(port, request) {
  try {
    const parts = await python();
    const reply = await ACTIONS[request.t](parts, request);
    if (reply) port.postMessage(reply);
    if (request.last) setTimeout(() => parts.library().catch(() => {}), 1000); // when the reader is served
  } catch (error) {
    port.postMessage({ t: "fatal", text: String(error.stack || error) });
  }
}

let line = Promise.resolve(); // requests are answered one after the other, in order
function listen(port) {
  port.onmessage = ({ data }) => {
    line = line.then(() => answer(port, data));
  };
}

if ("onconnect" in self) self.onconnect = ({ ports }) => listen(ports[0]);
else listen(self);
python().catch(() => {}); // begin at once; whoever asks hears of a failure
