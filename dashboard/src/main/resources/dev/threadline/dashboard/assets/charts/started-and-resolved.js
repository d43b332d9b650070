import { DAY, counted, date, number } from "../format.js";
import { bars, countAxis, line, overTime, past, token } from "../plot.js";
import { withYear } from "../year.js";
import { datesOf } from "./bucket.js";

export default {
  name: "started-and-resolved",
  title: "Started and resolved",
  metric: "started",
  columns: [
    { key: "report_date", label: "Date" },
    { key: "started", label: "Started", number: true, text: (row) => number(row.started) },
    { key: "resolved", label: "Resolved", number: true, text: (row) => number(row.resolved) },
  ],
  // What started earlier may be resolved in a period in which nothing starts.
  isEmpty: ({ n, rows }) => n === 0 && rows.every(({ resolved }) => !resolved),
  summary: (body) => `${counted(body.n, "conversation")} started.`,
  behind: (row, body, key) => ({ ...(key === "resolved" && { by: "resolved" }), ...datesOf(row, body) }),
  compared: true,
  plot: (rows, _, before) =>
    overTime(rows, {
      datasets: [
        ...past(before, "started", "started before"),
        line("resolved", rows.map((row) => row.resolved), "accent", { key: "resolved" }),
        bars("started", rows.map((row) => row.started), "quiet-fill", { directLabel: "started", labelColor: token("ink-faint") }),
      ],
      y: countAxis(),
      format: number,
      after: (row) => (row.provisional ? `${date(row.report_date, withYear(DAY, [row.report_date]))} can still change` : []),
    }),
};
