// node --test: what a model sends, and when.
import assert from "node:assert/strict";
import { test } from "node:test";
import { checksum } from "../../src/kamlab/live/loader/checksum.js";
import { Model, same } from "../../src/kamlab/live/loader/model.js";

const model = (state = { x: 1, y: 0 }) => new Model("m", "C", state);
const change = (one, name, value) => {
  one.set(name, value);
  one.save_changes();
};
const connected = (one) => {
  const sent = [];
  one.outbox.connect((data) => sent.push(structuredClone(data)));
  return sent;
};

test("what is changed before Python is there is sent in one message when it comes", () => {
  const one = model();
  change(one, "x", 2);
  change(one, "x", 3);
  assert.deepEqual(connected(one), [{ method: "update", state: { x: 3 } }]);
});

test("while a message is under way only the newest values wait", () => {
  const one = model();
  const sent = connected(one);
  for (const x of [2, 3, 4, 5]) change(one, "x", x);
  one.outbox.done();
  one.outbox.done();
  assert.deepEqual(sent.map(({ state }) => state.x), [2, 5]);
});

test("a custom message keeps its place between changes", () => {
  const one = model();
  const sent = connected(one);
  change(one, "x", 2);
  change(one, "x", 3);
  one.send({ press: 1 });
  change(one, "x", 4);
  for (let i = 0; i < 4; i++) one.outbox.done();
  assert.deepEqual(sent.map(({ state, content }) => state?.x ?? content.press), [2, 3, 1, 4]);
});

test("an older answer does not overwrite what the reader changed meanwhile", () => {
  const one = model();
  connected(one);
  change(one, "x", 2);
  one.receive({ method: "update", state: { x: 9, y: 8 } });
  assert.deepEqual([one.get("x"), one.get("y")], [2, 8]);
  one.outbox.done();
  one.receive({ method: "update", state: { x: 9 } });
  assert.equal(one.get("x"), 9);
});

test("listeners hear of changes, not of equal values, until they are taken off", () => {
  const one = model({ spec: { a: [1] } });
  const heard = [];
  const listen = (_model, value) => heard.push(value);
  one.on("change:spec", listen);
  one.set("spec", { a: [1] });
  one.set("spec", { a: [2] });
  one.off("change:spec", listen);
  one.set("spec", { a: [3] });
  assert.deepEqual(heard, [{ a: [2] }]);
});

test("custom messages of Python reach their listener", () => {
  const one = model();
  const heard = [];
  one.on("msg:custom", (content) => heard.push(content));
  one.receive({ method: "custom", content: "hello" });
  assert.deepEqual(heard, ["hello"]);
});

test("values are compared by content", () => {
  assert.ok(same({ a: [1, { b: null }] }, { a: [1, { b: null }] }));
  for (const [a, b] of [[[1], { 0: 1 }], [{ a: 1 }, { b: 1 }], [null, {}], [1, "1"], [[1], [1, 2]]]) assert.ok(!same(a, b));
});

test("a checksum notices one changed byte and a shorter file", () => {
  const bytes = new Uint8Array(64).fill(7);
  const sum = checksum(bytes);
  assert.notEqual(checksum(bytes.slice(0, 60)), sum);
  bytes[33] ^= 1;
  assert.notEqual(checksum(bytes), sum);
});
