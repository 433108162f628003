
// Appended to the exercise's own JavaScript by live.py: the model of the lifetime-value exercise written a second
// time, in JavaScript, so that the page answers without Python. Only what the benchmark compares is filled in.
const FIGURES = { budget: 40000, revenue: 600000, margin: 110000, discount: 0.1, years: 5, retention: 0.74,
  priceEffect: 1.2, nextBest: -2, switching: 60000 };
const WAYS = { process: { points: 0.16, half: 14000, saving: 26000 }, attention: { points: 0.05, half: 8000, saving: 0 } };
const saturation = (spend, half) => 1 - 2 ** (-spend / half);
const range = (n) => [...Array(n).keys()];

function plan(spend, price, work) {
  const f = FIGURES, way = WAYS[work], effect = saturation(spend, way.half), growth = 1 + f.discount;
  const retention = f.retention + way.points * effect - (f.priceEffect * price) / 100;
  const margin = f.margin + 22000 * saturation(f.budget - spend, 12000) + (f.revenue * price) / 100;
  const margins = range(f.years + 1).map((t) => margin * (retention / growth) ** t);
  const costs = range(f.years).map((t) => (f.budget * retention ** t) / growth ** (t + 0.5));
  const sum = (values) => values.reduce((a, b) => a + b, 0);
  const annuity = sum(range(f.years + 1).map((t) => growth ** -t));
  const gap = (f.revenue * (price - f.nextBest)) / 100;
  return { margins, value: sum(margins) - sum(costs), advantage: f.switching + (way.saving * effect - gap) * annuity };
}

function answer(values) {
  const now = plan(values.spend, values.price, values.work[0]), today = plan(0, 0, "process");
  const signed = (n) => (n < 0 ? "−" : "+") + Math.abs(Math.round(n));
  const points = now.margins.map((y, x) => `${x * 100},${200 - y / 1000}`).join(" ");
  return {
    for: values["@n"],
    summary: `<p>Nordlys is worth ${Math.round(now.value / 1000)} kEUR to Meridian (${signed(100 * (now.value / today.value - 1))} % against today). ` +
      `To Nordlys, staying is worth ${signed(now.advantage / 1000)} kEUR against its next best supplier.</p>`,
    chart: `<svg viewBox="0 0 500 200"><polyline fill="none" stroke="currentColor" points="${points}"/></svg>`,
  };
}

export default {
  render({ model, el }) {
    model.on("change:values", () => model.set("view", { ...model.get("view"), ...answer(model.get("values")) }));
    return shell.render({ model, el });
  },
};
