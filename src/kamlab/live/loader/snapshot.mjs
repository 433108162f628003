// Take the memory snapshot at build time: Python started, every module imported, every exercise warmed up.
// node snapshot.mjs FOLDER: reads FOLDER/site.zip and FOLDER/py/python_stdlib.zip, writes FOLDER/snapshot.bin,
// prints its size and checksum as JSON.
import fs from "node:fs";
import path from "node:path";
import { loadPyodide } from "pyodide";
import { checksum } from "./checksum.js";
import { SITE, SETUP } from "./setup.js";

/** Fill freed memory with zeros, so that the snapshot compresses: take free blocks, large ones first, clear them. */
function clearFreeMemory(module) {
  const end = module._sbrk ? module._sbrk(0) : module.HEAPU8.length;
  const taken = [];
  for (let size = 1 << 20; size >= 64; size >>= 1) {
    for (let at = module._malloc(size); at; at = module._malloc(size)) {
      if (at + size > end) {
        module._free(at); // beyond what Python had: fresh memory, zero already
        break;
      }
      module.HEAPU8.fill(0, at, at + size);
      taken.push(at);
    }
  }
  for (const at of taken) module._free(at);
}

async function main() {
  const folder = path.resolve(process.argv[2]);
  const python = await loadPyodide({
    _makeSnapshot: true,
    stdLibURL: path.join(folder, "py", "python_stdlib.zip"), // the same bytes that pages get: Python keeps its index
    stdout: () => {},
    env: { HOME: "/home/pyodide" },
  });
  python.unpackArchive(new Uint8Array(fs.readFileSync(path.join(folder, "site.zip"))), "zip", { extractDir: SITE });
  python.runPython(SETUP);
  python.runPython("from kamlab.live import warm; warm.warm()");
  clearFreeMemory(python._module);
  const snapshot = python.makeMemorySnapshot();
  fs.writeFileSync(path.join(folder, "snapshot.bin"), snapshot);
  console.log(JSON.stringify({ bytes: snapshot.length, sum: checksum(snapshot) }));
}

// Node would print Pyodide's whole source before the one line that matters.
const fail = (error) => {
  console.error(String(error?.message ?? error));
  process.exit(1);
};
process.on("uncaughtException", fail);
process.on("unhandledRejection", fail);
await main();
