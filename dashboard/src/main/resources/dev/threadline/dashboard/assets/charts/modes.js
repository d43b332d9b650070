import { number, percent } from "../format.js";
import { bars, overTime, token, valueAxis } from "../plot.js";
import { datesOf } from "./bucket.js";

const MODES = ["sync", "mixed", "async"];

export default {
  name: "modes",
  title: "Synchronous, mixed, asynchronous",
  metric: "mode",
  columns: [
    { key: "report_date", label: "Date" },
    { key: "n", label: "n", number: true, text: (row) => number(row.n) },
    ...MODES.map((mode) => ({ key: mode, label: mode, number: true, text: (row) => number(row[mode]) })),
    { key: "without_rhythm", label: "no switch of speaker", number: true, text: (row) => number(row.without_rhythm) },
  ],
  note: (body) => `share of n ${number(body.n)}`,
  summary: (body) => MODES.map((mode) => `${mode} ${percent(body.rows.reduce((sum, row) => sum + (row[mode] ?? 0), 0) / body.n)}`).join(", "),
  behind: (row, body, mode) => ({ ...(mode && { mode }), ...datesOf(row, body) }),
  plot: (rows) =>
    overTime(rows, {
      stacked: true,
      datasets: MODES.map((mode) =>
        bars(mode, rows.map((row) => (row.n > 0 ? row[mode] / row.n : null)), mode, {
          key: mode,
          directLabel: mode,
          labelColor: token("ink-soft"),
          categoryPercentage: 1,
        }),
      ),
      y: { ...valueAxis(percent), max: 1 },
      format: (value) => percent(value, 1),
      after: (row) => `n: ${number(row.n)}`,
    }),
};
