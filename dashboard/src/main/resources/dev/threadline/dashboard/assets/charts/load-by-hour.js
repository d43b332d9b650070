import { number } from "../format.js";
import { bars, line, overTime, token, valueAxis } from "../plot.js";

const hour = (row) => `${String(row.hour).padStart(2, "0")}:00`;

export default {
  name: "load-by-hour",
  title: "Load over the day",
  metric: "mean_concurrency",
  columns: [
    { label: "Hour", text: hour },
    { key: "n", label: "n, agent quarter-hours", number: true, text: (row) => number(row.n) },
    { key: "agents", label: "Agents engaged", number: true, text: (row) => number(row.agents, 1) },
    { key: "engaged", label: "Conversations at once", number: true, text: (row) => number(row.engaged, 1) },
    { key: "mean", label: "Per agent", number: true, text: (row) => number(row.mean, 2) },
    { key: "peak", label: "Peak of one agent", number: true, text: (row) => number(row.peak) },
  ],
  note: (body) => `mean at an instant, by hour, ${body.report_zone}; a head is shared by all channels`,
  summary: () => "Conversations that agents are engaged in and agents at work, by hour of the day.",
  plot: (rows) =>
    overTime(rows, {
      labels: rows.map(hour),
      datasets: [
        line("agents", rows.map((row) => row.agents), "agent"),
        bars("conversations", rows.map((row) => row.engaged), "quiet-fill", { directLabel: "at once", labelColor: token("ink-faint") }),
      ],
      y: valueAxis(),
      format: (value) => number(value, 1),
      after: (row) => [`per agent: ${number(row.mean, 2)}`, `peak of one agent: ${number(row.peak)}`],
    }),
};
