import { counted, number, percent } from "../format.js";
import { line, overTime, past, valueAxis } from "../plot.js";
import { datesOf } from "./bucket.js";

export default {
  name: "attainment",
  title: "First responses in time",
  metric: "first_response",
  own: ["target"],
  columns: [
    { key: "report_date", label: "Date" },
    { key: "n", label: "n, due", number: true, text: (row) => number(row.n) },
    { key: "met", label: "In time", number: true, text: (row) => number(row.met) },
    { key: "share", label: "Share", number: true, text: (row) => percent(row.share, 1) },
  ],
  note: (body) => `of ${number(body.n)} due: answered, or overdue`,
  summary: (body) => `Share of ${counted(body.n, "first response")} due that came in time.`,
  behind: (row, body) => ({ due: "missed", sort: "customer_wait", ...datesOf(row, body) }),
  compared: true,
  plot: (rows, _, before) =>
    overTime(rows, {
      datasets: [line("in time", rows.map((row) => row.share), "accent"), ...past(before, "share", "in time before")],
      y: { ...valueAxis(percent), max: 1 },
      format: (value) => percent(value, 1),
      after: (row) => `${number(row.met)} of ${number(row.n)} due`,
    }),
};
