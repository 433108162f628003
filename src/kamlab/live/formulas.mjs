// Turns formulas into pictures and MathML: one JSON object a line in, one a line out.
import { createInterface } from "node:readline";
import { createRequire } from "node:module";

const require = createRequire(process.argv[2]); // a file beside node_modules
const MathJax = await require("mathjax").init({
  loader: { load: ["input/tex", "output/svg"] },
  svg: { fontCache: "none" },
});
await MathJax.startup.promise;

const draw = async ({ tex, display }) => {
  const svg = await MathJax.tex2svgPromise(tex, { display });
  return { svg: MathJax.startup.adaptor.innerHTML(svg), mathml: await MathJax.tex2mmlPromise(tex, { display }) };
};

for await (const line of createInterface({ input: process.stdin })) {
  const answer = await draw(JSON.parse(line)).catch((error) => ({ error: String(error) }));
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
