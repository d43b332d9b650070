// The shape of a chart of one duration over time: median, p90, mean, n.
import { duration, number } from "../format.js";
import { durationAxis, overTime, past, quantiles } from "../plot.js";
import { datesOf } from "./bucket.js";

export function durations({ name, title, metric, by, narrowed, noun, nouns = `${noun}s` }) {
  return {
    name,
    title,
    metric,
      columns: [
      { key: "report_date", label: "Date" },
      { key: "n", label: "n", number: true, text: (row) => number(row.n) },
      { key: "median_ms", label: "Median", number: true, text: (row) => duration(row.median_ms) },
      { key: "p90_ms", label: "p90", number: true, text: (row) => duration(row.p90_ms) },
      { key: "mean_ms", label: "Mean", number: true, text: (row) => duration(row.mean_ms) },
    ],
    note: (body) => `n ${number(body.n)}`,
    summary: (body) => `Median and p90 of ${number(body.n)} ${body.n === 1 ? noun : nouns}.`,
    behind: by && ((row, body) => ({ by, ...narrowed, ...datesOf(row, body) })),
    compared: true,
    plot: (rows, _, before) =>
      overTime(rows, {
        datasets: [...quantiles(rows), ...past(before, "median_ms", "median before")],
        y: durationAxis(rows.map((row) => row.p90_ms)),
        format: duration,
        after: (row) => [`mean: ${duration(row.mean_ms)}`, `n: ${number(row.n)}`],
      }),
  };
}
