// A trainee's progress as a file: what is in it, and how it is brought in. Pure functions; progress.js has the page.
//
// A file: {format, saved, exercises: {id: record}, earlier: {id: record}}; a record is what an exercise keeps in the
// browser: {version, values, solved, saved}. `earlier` holds answers to versions of an exercise that are gone.

export const FORMAT = "kamlab-progress-1";
export const LARGEST = 4_000_000; // bytes: a course of ten units keeps well below 200,000
const MOST = 1000; // exercises in a file
const ID = /^[a-z]\w{0,20}-[\w-]{1,60}$/;

const isObject = (one) => typeof one === "object" && one !== null && !Array.isArray(one);

/** Whether `one` is a record as an exercise keeps it. */
export const usable = (one) => isObject(one) && Number.isInteger(one.version) && isObject(one.values);

/** The name of `id` in the browser's storage. */
export const keyOf = (id, earlier = false) => `kamlab:${id}${earlier ? ":old" : ""}`;

/** "solved" or "tried"; "new" without a record. */
export const stateOf = (record) => (record ? (record.solved === true ? "solved" : "tried") : "new");

/** What a storage keeps of the course: {exercises, earlier}, each a record by id. */
export function kept(storage) {
  const found = { exercises: {}, earlier: {} };
  for (let place = 0; place < storage.length; place += 1) {
    const name = storage.key(place), [, id, old] = /^kamlab:(.+?)(:old)?$/.exec(name) ?? [];
    const record = id && ID.test(id) ? parsed(storage.getItem(name)) : null;
    if (usable(record)) found[old ? "earlier" : "exercises"][id] = record;
  }
  return found;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The text of a file that holds `progress` (of `kept`) at the time `now`. */
export const written = (progress, now) => JSON.stringify({ format: FORMAT, saved: now.toISOString(), ...progress }, null, 1);

/** What a file's text holds: {exercises, earlier, skipped}; null where it is no progress file. */
export function read(text) {
  const file = parsed(text);
  if (!isObject(file) || file.format !== FORMAT || !isObject(file.exercises)) return null;
  const [exercises, lost] = records(file.exercises), [earlier, lostToo] = records(file.earlier ?? {});
  return { exercises, earlier, skipped: lost + lostToo };
}

function records(given) {
  const all = isObject(given) ? Object.entries(given).slice(0, MOST) : [];
  const good = all.filter(([id, record]) => ID.test(id) && usable(record)).map(([id, record]) => [id, clean(record)]);
  return [Object.fromEntries(good), all.length - good.length];
}

function clean({ version, values, solved, saved }) { // nothing else of a file gets into the storage
  return { version, values, solved: solved === true, saved: typeof saved === "string" ? saved.slice(0, 40) : "" };
}

/** Whether `one` is further on than `other`: solved before tried, then the later. */
export function isFurther(one, other) {
  if (!other) return true;
  const solved = Number(one.solved === true) - Number(other.solved === true);
  return solved ? solved > 0 : String(one.saved ?? "") > String(other.saved ?? "");
}

/**
 * What bringing in a file changes.
 *
 * @param {Object<string, number>} versions the version of each exercise of this course, by id
 * @param {{exercises, earlier}} mine what this browser keeps
 * @param {{exercises, earlier}} theirs what the file holds
 * @returns {{writes: Object<string, object>, taken: number, kept: number, aside: number}} records by their name in
 *   the storage; how many exercises were taken over, left as they were, and kept though they are of another version
 */
export function merged(versions, mine, theirs) {
  const report = { writes: {}, taken: 0, kept: 0, aside: 0 };
  for (const [id, record] of Object.entries(theirs.exercises)) {
    const known = id in versions, fits = versions[id] === record.version;
    if (known && !fits) setAside(report, mine, id, record);
    else if (isFurther(record, mine.exercises[id])) {
      report.writes[keyOf(id)] = record;
      report[known ? "taken" : "aside"] += 1;
    } else report.kept += 1;
  }
  for (const [id, record] of Object.entries(theirs.earlier)) setAside(report, mine, id, record);
  return report;
}

function setAside(report, mine, id, record) {
  const name = keyOf(id, true);
  if (isFurther(record, report.writes[name] ?? mine.earlier[id])) report.writes[name] = record;
  report.aside += 1;
}
