// Start Python inside the worker: from the memory snapshot where it is sound, else from the beginning.
import { checksum } from "./checksum.js";
import { compileEarly } from "./compile.js";
import { SETUP, SITE } from "./setup.js";

/* global SNAPSHOT, NO_PACKAGES -- written in by the build: the snapshot's size and sum; a lock without packages */

const ARCHIVE = "/lib/site.zip";
const PARTS = 12; // steps of unpacking, some 10 ms each
const EMPTY_ZIP = "data:application/zip;base64,UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==";

/** Fetch a file of the bundle as bytes. */
async function bytes(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} for ${url}`);
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * Fetch the snapshot. A host that compresses it, or is this machine, sends the file itself; any other host
 * (GitHub Pages sends .bin files as they are) is asked for the .gz, which is unpacked here.
 */
async function fetchSnapshot(here) {
  const plain = `${here}snapshot.bin`;
  const near = /^(localhost|127\.|\[::1\])/.test(location.hostname);
  const response = await fetch(plain);
  if (!response.ok) throw new Error(`${response.status} for ${plain}`);
  if (near || response.headers.get("content-encoding") || !self.DecompressionStream) {
    return sound(new Uint8Array(await response.arrayBuffer()));
  }
  await response.body.cancel();
  const packed = await bytes(`${plain}.gz`);
  if (packed[0] !== 0x1f || packed[1] !== 0x8b) return sound(packed); // the host unpacked it on its way
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return sound(new Uint8Array(await new Response(stream).arrayBuffer()));
}

function sound(snapshot) {
  if (snapshot.length !== SNAPSHOT.bytes || checksum(snapshot) !== SNAPSHOT.sum) {
    throw new Error("the snapshot is damaged");
  }
  return snapshot;
}

/** Restore the snapshot; the standard library and our packages follow later, for what was not warmed up. */
async function restore(parts, common) {
  const snapshot = await parts.snapshot;
  const grown = async (settings) => {
    const module = await parts.create(settings); // upstream restores into memory of its usual size only
    if (module.HEAP8.length < snapshot.length) module.growMemory(snapshot.length);
    return module;
  };
  return parts.loadPyodide({
    ...common,
    _loadSnapshot: snapshot,
    stdLibURL: EMPTY_ZIP,
    createPyodideModule: grown,
  });
}

async function plain(parts, common, here) {
  const site = bytes(`${here}site.zip`);
  const python = await parts.loadPyodide({ ...common, createPyodideModule: parts.create });
  python.unpackArchive(await site, "zip", { extractDir: SITE });
  python.runPython(SETUP);
  return python;
}

/** Put in place what the snapshot does not hold: files. In small steps, so that a reader's move never waits. */
async function library(python, desk, here) {
  const [standard, site] = await Promise.all([bytes(`${here}py/python_stdlib.zip`), bytes(`${here}site.zip`)]);
  python.FS.writeFile("/lib/python314.zip", standard);
  python.FS.writeFile(ARCHIVE, site);
  for (let part = 0; part < PARTS; part++) {
    await new Promise((next) => setTimeout(next, 10));
    desk.unpack(ARCHIVE, SITE, part, PARTS);
  }
}

/**
 * @param {string} here the bundle's address, ending in a slash
 * @param {(name: string) => void} mark notes the time
 * @returns {Promise<{desk: object, how: string, library: () => Promise<void>}>} the Python half
 */
export async function boot(here, mark) {
  const py = `${here}py/`;
  const snapshot = fetchSnapshot(here);
  snapshot.catch(() => {}); // reported below
  const compiled = compileEarly(`${py}pyodide.asm.wasm`);
  const [{ loadPyodide }, { default: create }] = await Promise.all([
    import(`${py}pyodide.mjs`),
    import(`${py}pyodide.asm.mjs`),
  ]);
  mark("scripts");
  await compiled;
  mark("compiled");
  const env = () => ({ HOME: "/home/pyodide" });
  const common = { indexURL: py, lockFileContents: NO_PACKAGES, packageBaseUrl: py };
  const parts = { loadPyodide, create, snapshot };
  let how = "snapshot";
  let python;
  try {
    python = await restore(parts, { ...common, env: env() });
  } catch (error) {
    console.warn("[kamlab] no snapshot, starting Python from the beginning:", error);
    how = "plain";
    python = await plain(parts, { ...common, env: env() }, here);
  }
  mark("python");
  const desk = python.pyimport("kamlab.live.pageworker");
  desk.start();
  let late = how === "plain" ? Promise.resolve() : null;
  return { desk, how, library: () => (late ??= library(python, desk, here)) };
}
