import { number, percent, words } from "../format.js";
import { token, valueAxis } from "../plot.js";

const UNWANTED = ["unanswered", "abandoned_in_bot"];

/** Between a bar, its label and the edge. */
const APART = 6;

/** How wide the widest label is, in the font of the page. */
function widest(labels) {
  const context = document.createElement("canvas").getContext("2d");
  context.font = `12px ${getComputedStyle(document.body).fontFamily}`;
  return Math.max(...labels.map((label) => context.measureText(label).width));
}

const inWords = (row) => `${number(row.n)} · ${percent(row.share, 1)}`;

const valueLabels = {
  id: "valueLabels",
  afterDatasetsDraw(chart) {
    const context = chart.ctx;
    context.save();
    context.fillStyle = token("ink-soft");
    context.textBaseline = "middle";
    chart.getDatasetMeta(0).data.forEach((bar, index) => context.fillText(chart.data.datasets[0].words[index], bar.x + APART, bar.y));
    context.restore();
  },
};

export default {
  name: "outcomes",
  title: "Outcomes",
  metric: "outcome",
  columns: [
    { key: "outcome", label: "Outcome", text: (row) => words(row.outcome) },
    { key: "n", label: "n", number: true, text: (row) => number(row.n) },
    { key: "share", label: "Share", number: true, text: (row) => percent(row.share, 1) },
  ],
  note: (body) => `of ${number(body.n)} started in the period`,
  summary: (body) => body.rows.map((row) => `${words(row.outcome)} ${percent(row.share)}`).join(", "),
  behind: (row) => ({ outcome: row.outcome }),
  plot: (rows) => ({
    type: "bar",
    data: {
      labels: rows.map((row) => words(row.outcome)),
      datasets: [
        {
          label: "conversations",
          data: rows.map((row) => row.n),
          words: rows.map(inWords),
          backgroundColor: rows.map((row) => token(UNWANTED.includes(row.outcome) ? "bad" : "accent")),
          maxBarThickness: 26,
        },
      ],
    },
    options: {
      animation: false,
      indexAxis: "y",
      maintainAspectRatio: false,
      layout: { padding: { right: Math.ceil(widest(rows.map(inWords))) + 2 * APART } },
      scales: {
        x: { ...valueAxis(number), display: false },
        y: { grid: { display: false }, border: { display: false }, ticks: { color: token("ink-soft") } },
      },
      plugins: { legend: { display: false }, tooltip: { enabled: false } },
    },
    plugins: [valueLabels],
  }),
};
