
// Appended to the exercise's own JavaScript by live.py: the model of the lifetime-value exercise written a second
// time, in JavaScript, so that the page answers without Python. Only what the benchmark compares is filled in.
const FIGURES = { revenue: 1470833.68, profit: 210968.8, discount: 0.1, years: 5, refused: 0.85, priceEffect: 0.8,
  nextBest: -3, switching: 60000 };
const WAYS = { process: { points: 0.1 / 0.75, half: 25000, saving: 60000 }, attention: { points: 0.05, half: 12000, saving: 0 } };
const saturation = (spend, half) => 1 - 2 ** (-spend / half);
const range = (n) => [...Array(n).keys()];
const sum = (values) => values.reduce((a, b) => a + b, 0);

function plan(spend, price, work) {
  const f = FIGURES, way = WAYS[work], effect = saturation(spend, way.half);
  const retention = f.refused + way.points * effect - (f.priceEffect * price) / 100;
  const profit = f.profit - spend + (f.revenue * price) / 100;
  const profits = range(f.years + 1).map((t) => profit * retention ** t);
  const value = (profit * retention) / (1 + f.discount - retention);
  const annuity = sum(range(f.years).map((t) => (1 + f.discount) ** -(t + 1)));
  const gap = (f.revenue * (price - f.nextBest)) / 100;
  return { profits, value, advantage: f.switching + (way.saving * effect - gap) * annuity };
}

function answer(values) {
  const now = plan(values.spend, values.price, values.work[0]), no = plan(0, 0, "process");
  const whole = (n) => Math.abs(Math.round(n)).toLocaleString("en");
  const signed = (n) => ["−", "", "+"][Math.sign(Math.round(n)) + 1] + whole(n);
  const points = now.profits.map((y, x) => `${x * 100},${200 - y / 1000}`).join(" ");
  return {
    for: values["@n"],
    summary: `<p>Nordlys is worth ${whole(now.value / 1000)} kEUR to Meridian (${signed(100 * (now.value / no.value - 1))} % against a plain no). ` +
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
