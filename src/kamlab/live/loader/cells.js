// The live cells of a page: each is drawn from its pre-rendered state, and replaces its static picture.
import { answerAhead } from "./ahead.js";
import { Badge } from "./badge.js";

const VIEW = 'script[type="application/vnd.jupyter.widget-view+json"]';

async function draw(manager, script) {
  const { model_id: id } = JSON.parse(script.textContent);
  answerAhead(manager.models.get(id), script.closest(".cell").querySelector("script.live-ahead"));
  const host = Object.assign(document.createElement("div"), { className: "live-host" });
  script.after(host);
  try {
    await manager.show(id, host);
  } catch (error) {
    console.error("[kamlab] a widget cannot be drawn:", error);
    host.remove();
    return null;
  }
  return { id, host };
}

/** Draw all widgets of one cell; null when none could be drawn, and the picture stays. */
async function prepare(manager, element) {
  const drawn = (await Promise.all([...element.querySelectorAll(VIEW)].map((view) => draw(manager, view)))).filter(Boolean);
  if (!drawn.length) return null;
  for (const picture of element.querySelectorAll(".live-static")) picture.remove();
  const code = element.querySelector(".cell_input pre")?.textContent ?? "";
  const models = drawn.flatMap(({ id }) => manager.family(id));
  return { code, models, badge: new Badge(drawn.at(-1).host) };
}

/** @returns {Promise<object[]>} the cells that are drawn, in the page's order: code, models, badge */
export async function showCells(manager) {
  const elements = [...document.querySelectorAll(".cell.tag_live")];
  return (await Promise.all(elements.map((element) => prepare(manager, element)))).filter(Boolean);
}
