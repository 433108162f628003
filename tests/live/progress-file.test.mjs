// node --test: what a progress file holds, and what bringing one in changes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { FORMAT, isFurther, kept, merged, read, stateOf, written } from "../../src/kamlab/live/static/progress-file.js";

const NOW = new Date("2027-03-01T10:00:00Z");
const tried = (version = 1, saved = "2027-02-01") => ({ version, values: { price: 2, "@tries": 1 }, solved: false, saved });
const solved = (version = 1, saved = "2027-02-01") => ({ ...tried(version, saved), solved: true });
const nothing = { exercises: {}, earlier: {} };
const only = (exercises, earlier = {}) => ({ exercises, earlier });

function storage(items) {
  const names = Object.keys(items);
  return { length: names.length, key: (place) => names[place], getItem: (name) => items[name] };
}

test("a storage gives the course's own records, and nothing else", () => {
  const found = kept(storage({
    "kamlab-theme": "dark",
    other: "1",
    "kamlab:u01-quiz": JSON.stringify(tried()),
    "kamlab:u01-quiz:old": JSON.stringify(tried(0)),
    "kamlab:u01-whale-curve": "{broken",
    "kamlab:u02-gap": JSON.stringify({ version: "1", values: {} }),
  }));
  assert.deepEqual(found, only({ "u01-quiz": tried() }, { "u01-quiz": tried(0) }));
});

test("what is saved can be read again", () => {
  const mine = only({ "u01-quiz": solved() }, { "u03-price-war": tried() });
  assert.deepEqual(read(written(mine, NOW)), { ...mine, skipped: 0 });
});

test("a file that is no progress file is refused", () => {
  for (const text of ["", "[]", "null", "{}", "not json", '{"format":"other","exercises":{}}', `{"format":"${FORMAT}"}`])
    assert.equal(read(text), null, text);
});

test("what cannot be read in a file is left out and counted", () => {
  const file = { format: FORMAT, exercises: {
    "u01-quiz": tried(), "u02-gap": { version: 1 }, "u03-x": null, "../../etc": tried(), "u04-y": { version: 1.5, values: {} },
  } };
  assert.deepEqual(read(JSON.stringify(file)), { ...only({ "u01-quiz": tried() }), skipped: 4 });
});

test("only the four known fields of a record get in", () => {
  const file = { format: FORMAT, exercises: { "u01-quiz": { ...tried(), html: "<script>", solved: "yes" } } };
  assert.deepEqual(read(JSON.stringify(file)).exercises["u01-quiz"], tried());
});

test("a name that is dear to JavaScript is no exercise", () => {
  assert.equal(read(`{"format":"${FORMAT}","exercises":{"__proto__":{"version":1,"values":{}}}}`).skipped, 1);
});

test("an empty browser takes everything over", () => {
  const report = merged({ "u01-quiz": 1, "u02-gap": 1 }, nothing, only({ "u01-quiz": solved(), "u02-gap": tried() }));
  assert.deepEqual(report.writes, { "kamlab:u01-quiz": solved(), "kamlab:u02-gap": tried() });
  assert.deepEqual([report.taken, report.kept, report.aside], [2, 0, 0]);
});

test("solved stays solved, and of two that are alike the later is taken", () => {
  const versions = { a: 1 };
  const taken = (mine, theirs) => merged(versions, only({ a: mine }), only({ a: theirs })).taken;
  assert.equal(taken(solved(1, "2027-01-01"), tried(1, "2027-02-02")), 0);
  assert.equal(taken(tried(1, "2027-02-02"), solved(1, "2027-01-01")), 1);
  assert.equal(taken(tried(1, "2027-01-01"), tried(1, "2027-02-02")), 1);
  assert.equal(taken(tried(1, "2027-02-02"), tried(1, "2027-02-02")), 0);
});

test("answers to another version of an exercise are set aside, never put in its place", () => {
  const report = merged({ "u01-quiz": 2 }, only({ "u01-quiz": tried(2) }), only({ "u01-quiz": solved(1) }));
  assert.deepEqual(report.writes, { "kamlab:u01-quiz:old": solved(1) });
  assert.deepEqual([report.taken, report.kept, report.aside], [0, 0, 1]);
});

test("an exercise that this course does not have is kept as it is", () => {
  const report = merged({}, nothing, only({ "u11-new": tried() }));
  assert.deepEqual(report.writes, { "kamlab:u11-new": tried() });
  assert.equal(report.aside, 1);
});

test("of several earlier answers the one that is further on stays", () => {
  const mine = only({}, { "u01-quiz": solved(1) });
  assert.deepEqual(merged({ "u01-quiz": 3 }, mine, only({ "u01-quiz": tried(2, "2027-09-09") })).writes, {});
  assert.equal(isFurther(solved(2, "2027-09-09"), solved(1)), true);
});

test("bringing in the same file twice changes nothing the second time", () => {
  const versions = { "u01-quiz": 1, "u02-gap": 2 }, theirs = only({ "u01-quiz": solved(), "u02-gap": tried(1) });
  const first = merged(versions, nothing, theirs);
  const after = kept(storage(Object.fromEntries(Object.entries(first.writes).map(([name, one]) => [name, JSON.stringify(one)]))));
  assert.deepEqual(merged(versions, after, theirs).writes, {});
});

test("without a record an exercise is new", () => {
  assert.deepEqual([undefined, tried(), solved()].map(stateOf), ["new", "tried", "solved"]);
});
