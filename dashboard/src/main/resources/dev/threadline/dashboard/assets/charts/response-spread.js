import { counted, duration, number, percent } from "../format.js";
import { bars, overTime, valueAxis } from "../plot.js";
import { band, between } from "./band.js";

export default {
  name: "response-spread",
  title: "How first responses spread",
  metric: "first_response",
  columns: [
    { label: "Took", text: band },
    { key: "n", label: "n", number: true, text: (row) => number(row.n) },
    { key: "share", label: "Share", number: true, text: (row) => percent(row.share, 1) },
    { key: "share_until", label: "Share up to here", number: true, text: (row) => percent(row.share_until, 1) },
  ],
  note: (body) => `n ${number(body.n)}; bands grow, from minutes to days`,
  summary: (body) => `${counted(body.n, "first response")} in bands from a minute to days.`,
  behind: (row) => ({ by: "first_response", ...between(row) }),
  plot: (rows) =>
    overTime(rows, {
      labels: rows.map(band),
      tick: (index) => (rows[index].until_ms === null ? "more" : `< ${duration(rows[index].until_ms)}`),
      datasets: [bars("share", rows.map((row) => row.share), "accent", { maxBarThickness: 48 })],
      y: valueAxis(percent),
      format: (value) => percent(value, 1),
      after: (row) => [`n: ${number(row.n)}`, `up to here: ${percent(row.share_until, 1)}`],
    }),
};
