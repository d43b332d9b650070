import { duration, number } from "../format.js";
import { line, overTime, past, token, valueAxis } from "../plot.js";

export default {
  name: "concurrency",
  title: "Conversations at once per agent",
  metric: "mean_concurrency",
  columns: [
    { key: "report_date", label: "Date" },
    { key: "n", label: "n, agent quarter-hours", number: true, text: (row) => number(row.n) },
    { key: "agents", label: "Agents engaged", number: true, text: (row) => number(row.agents) },
    { key: "mean", label: "Mean", number: true, text: (row) => number(row.mean, 2) },
    { key: "peak", label: "Peak", number: true, text: (row) => number(row.peak) },
    { key: "engaged_union_ms", label: "Engaged time", number: true, text: (row) => duration(row.engaged_union_ms) },
  ],
  note: () => "a head is shared by all channels",
  summary: () => "Mean and peak per day.",
  compared: true,
  plot: (rows, _, before) =>
    overTime(rows, {
      datasets: [
        line("mean", rows.map((row) => row.mean), "accent"),
        ...past(before, "mean", "mean before"),
        line("peak", rows.map((row) => row.peak), "ink-faint", { borderWidth: 1, stepped: "middle", labelColor: token("ink-faint") }),
      ],
      y: valueAxis(),
      format: (value) => number(value, 2),
      after: (row) => `agents engaged: ${number(row.agents)}`,
    }),
};
