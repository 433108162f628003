// Begin to compile Python's WebAssembly at once. Pyodide itself begins only when its scripts and the snapshot
// are there; compiling is the longest step and can run beside them.

const MINE = new Response(); // what Pyodide gets for a response; nobody reads it

async function compile(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} for ${url}`);
  const typed = response.headers.get("content-type")?.startsWith("application/wasm"); // not every host knows it
  return typed ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/**
 * Compile `url` now, and let Pyodide, when it asks for the same file, have the result.
 * @param {string} url
 * @returns {Promise<WebAssembly.Module>} rejected when the file is missing: Pyodide itself would wait for ever
 */
export function compileEarly(url) {
  const compiled = compile(url);
  compiled.catch(() => {}); // whoever awaits it hears of it
  const { fetch: fetchOther } = self;
  const { instantiateStreaming } = WebAssembly;
  self.fetch = (target, ...rest) => (String(target) === url ? Promise.resolve(MINE) : fetchOther(target, ...rest));
  WebAssembly.instantiateStreaming = async (source, imports) => {
    if ((await source) !== MINE) return instantiateStreaming.call(WebAssembly, source, imports);
    const module = await compiled;
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };
  return compiled;
}
