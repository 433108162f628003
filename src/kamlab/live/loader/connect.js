// The line to the worker: the one that all open pages of this site share, or one of this page's own.
// ?live=off shows the static view, ?live=dedicated takes a worker of this page's own.

const mode = () => new URLSearchParams(location.search).get("live");

/** @returns {boolean} whether this page is to come alive at all */
export const wanted = () => mode() !== "off" && location.protocol !== "file:";

/**
 * Start the worker, or join it where another page has. This waits until the exercises are drawn: downloads and
 * start-up would only keep the page from being shown, and first moves are answered without Python.
 * @param {(message: object) => void} receive hears what the worker says, and {t: "changed"} when another one has
 *   taken over
 * @returns {(message: object) => void} sends to the worker
 */
export function connect(receive) {
  const url = new URL("worker.js", import.meta.url).href;
  const fatal = (event) => receive({ t: "fatal", text: `worker: ${event.message || url}` });
  let line = null;
  const use = (port) => {
    line = port;
    port.onmessage = ({ data }) => receive(data);
  };
  const dedicated = () => {
    const worker = new Worker(url, { type: "module" });
    worker.onerror = fatal;
    use(worker);
  };
  const shared = () => {
    const worker = new SharedWorker(url, { type: "module", name: "kamlab", extendedLifetime: true });
    worker.onerror = () => {
      dedicated(); // some browsers know shared workers, but not as modules
      receive({ t: "changed" });
    };
    use(worker.port);
  };
  try {
    if (globalThis.SharedWorker && mode() !== "dedicated") shared();
    else dedicated();
  } catch (error) {
    queueMicrotask(() => fatal(error));
  }
  return (message) => line?.postMessage(message);
}
