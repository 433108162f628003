// Classic script in <head>: start Python before the page is parsed. ?live=off shows the static view,
// ?live=dedicated takes a worker of this page's own.
(() => {
  const mode = new URLSearchParams(location.search).get("live");
  if (mode === "off" || location.protocol === "file:") return;
  const url = new URL("worker.js", document.currentScript.src).href;
  const early = { box: [], port: null, receive: (message) => early.box.push(message) };
  const fatal = (event) => early.receive({ t: "fatal", text: `worker: ${event.message || url}` });
  const use = (port) => {
    early.port = port;
    port.onmessage = ({ data }) => early.receive(data);
  };
  const dedicated = () => {
    const worker = new Worker(url, { type: "module" });
    worker.onerror = fatal;
    use(worker);
    early.receive({ t: "changed" });
  };
  const shared = () => {
    const worker = new SharedWorker(url, { type: "module", name: "kamlab", extendedLifetime: true });
    worker.onerror = dedicated; // some browsers know shared workers, but not as modules
    use(worker.port);
  };
  try {
    if (globalThis.SharedWorker && mode !== "dedicated") shared();
    else dedicated();
  } catch (error) {
    fatal(error);
  }
  globalThis.kamlabEarly = early;
})();
