// node --test: first moves are answered from the table of the build until Python is there.
import assert from "node:assert/strict";
import { test } from "node:test";
import { answerAhead } from "../../src/kamlab/live/loader/ahead.js";
import { Model } from "../../src/kamlab/live/loader/model.js";

const START = { s: 1, c: ["a"], "@n": 0, "@checked": null };
const TABLE = { s: { 2: { summary: "two" } }, c: { '["b"]': { summary: "b" } } };

function exercise() {
  const model = new Model("m", "C", { values: START, view: { summary: "start", chart: "same", for: 0 } });
  answerAhead(model, { textContent: JSON.stringify(TABLE) });
  return model;
}
const move = (model, values, n = 1) => model.set("values", { ...START, ...values, "@n": n });

test("a first move is answered with the parts that it changes", () => {
  const model = exercise();
  move(model, { s: 2 }, 5);
  assert.deepEqual(model.get("view"), { summary: "two", chart: "same", for: 5 });
});

test("moving back to the start gives the start's view again", () => {
  const model = exercise();
  move(model, { c: ["b"] });
  assert.equal(model.get("view").summary, "b");
  move(model, {}, 2);
  assert.deepEqual(model.get("view"), { summary: "start", chart: "same", for: 2 });
});

test("two controls moved, an unknown value or a check are left to Python", () => {
  for (const values of [{ s: 2, c: ["b"] }, { s: 3 }, { "@checked": { s: 1 } }]) {
    const model = exercise();
    move(model, values);
    assert.equal(model.get("view").for, 0);
  }
});

test("once Python is there it alone answers", () => {
  const model = exercise();
  model.outbox.connect(() => {});
  move(model, { s: 2 });
  assert.equal(model.get("view").summary, "start");
});

test("a page without a table works as before", () => {
  const model = new Model("m", "C", { values: START, view: { for: 0 } });
  answerAhead(model, null);
  answerAhead(undefined, { textContent: "{}" });
  move(model, { s: 2 });
  assert.equal(model.get("view").for, 0);
});
