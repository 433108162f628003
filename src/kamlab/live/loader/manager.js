// The page's own widget manager: models from the pre-rendered state, views by their anywidget modules.
// It knows anywidgets and the layout models that come with them; anything else stays a static picture.
import { Model } from "./model.js";

const REFERENCE = "IPY_MODEL_";
const modules = new Map(); // source text -> promise of the module: exercises share theirs

function load(source) {
  if (!modules.has(source)) {
    const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    modules.set(source, import(url).finally(() => URL.revokeObjectURL(url)));
  }
  return modules.get(source);
}

/** The same name that the Python half gives a class (kind_of in pageworker.py). */
const kindOf = (state, name) => state._anywidget_id || state._model_name || name || "";

export class Manager {
  models = new Map();
  #styles = new Set();

  /** @param {{state: object}} saved the content of the page's widget-state script */
  constructor(saved) {
    for (const [id, one] of Object.entries(saved.state)) {
      this.models.set(id, new Model(id, kindOf(one.state, one.model_name), one.state));
    }
  }

  /** List the models that belong to a widget, each after those it refers to: the order Python made them in. */
  family(id, seen = new Set()) {
    const model = this.models.get(id);
    if (!model || seen.has(id)) return [];
    seen.add(id);
    const below = this.#references(model).flatMap((child) => this.family(child, seen));
    return [...below, model];
  }

  #references(model) {
    const layout = model.get("layout");
    return typeof layout === "string" && layout.startsWith(REFERENCE) ? [layout.slice(REFERENCE.length)] : [];
  }

  /** Draw a widget into `host`; rejects when it cannot be drawn. */
  async show(id, host) {
    const model = this.models.get(id);
    const source = model?.get("_esm");
    if (!source) throw new Error(`model ${id} is no anywidget with state on this page`);
    const module = await load(source);
    const widget = typeof module.default === "function" ? await module.default() : (module.default ?? module);
    this.#style(model.get("_css"));
    await widget.initialize?.({ model });
    await widget.render({ model, el: host });
  }

  #style(css) {
    if (!css || this.#styles.has(css)) return;
    this.#styles.add(css);
    document.head.append(Object.assign(document.createElement("style"), { textContent: css }));
  }
}
