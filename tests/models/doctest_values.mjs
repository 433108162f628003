// Print what doctest_values.py says in Pyodide. node doctest_values.mjs ARCHIVE SCRIPT
import fs from "node:fs";
import { loadPyodide } from "pyodide";

const [archive, script] = process.argv.slice(2);
const python = await loadPyodide({ stdout: () => {} });
python.unpackArchive(new Uint8Array(fs.readFileSync(archive)), "zip", { extractDir: "/site" });
python.FS.writeFile("/site/doctest_values.py", fs.readFileSync(script));
const said = python.runPython(`
import json, sys
sys.path.insert(0, "/site")
from doctest_values import shown_values
json.dumps(shown_values())
`);
process.stdout.write(said);
