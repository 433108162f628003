// Answers that the build computed ahead (kamlab/widgets/ahead.py): every first move of one control. They are shown
// while Python is still on its way, and wherever it cannot come.
import { same } from "./model.js";

/**
 * Let `model` answer a first move at once.
 * @param {import("./model.js").Model | undefined} model an exercise in its pre-rendered state
 * @param {HTMLScriptElement | null} script holds control id -> JSON of its value -> the parts of the view that change
 */
export function answerAhead(model, script) {
  const start = model?.get("values");
  if (!start || !script) return;
  const view = model.get("view");
  let table = null; // parsed at the first move: nobody should wait for it before
  model.on("change:values", () => {
    if (model.outbox.connected) return;
    const values = model.get("values");
    const moved = Object.keys(values).filter((name) => name !== "@n" && !same(values[name], start[name]));
    if (moved.length > 1) return;
    table ??= JSON.parse(script.textContent);
    const parts = moved.length ? table[moved[0]]?.[JSON.stringify(values[moved[0]])] : {};
    if (parts) model.apply({ view: { ...view, ...parts, for: values["@n"] } });
  });
}
