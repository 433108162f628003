// Write .gz and .br beside each large file of a bundle, for servers that send ready-made compressed twins.
// node compress.mjs FOLDER
import fs from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import zlib from "node:zlib";

const SMALLEST = 2048; // bytes: below, compression gains nothing that a reader could notice
const READY = new Set([".zip", ".gz", ".br", ".json"]); // compressed already, or not for browsers
const gzip = promisify(zlib.gzip);
const brotli = promisify(zlib.brotliCompress);
const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = zlib.constants;

async function twins(file) {
  const bytes = fs.readFileSync(file);
  const params = { [BROTLI_PARAM_QUALITY]: 9, [BROTLI_PARAM_LGWIN]: 24, [BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const [gz, br] = await Promise.all([gzip(bytes, { level: 9 }), brotli(bytes, { params })]);
  fs.writeFileSync(`${file}.gz`, gz);
  fs.writeFileSync(`${file}.br`, br);
}

const folder = process.argv[2];
for (const name of fs.readdirSync(folder, { recursive: true })) {
  const file = path.join(folder, name);
  const stat = fs.statSync(file);
  if (stat.isFile() && stat.size >= SMALLEST && !READY.has(path.extname(file))) await twins(file);
}
