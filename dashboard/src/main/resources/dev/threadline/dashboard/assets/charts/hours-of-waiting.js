import { brief, duration, number } from "../format.js";
import { week } from "../week.js";

export default {
  name: "hours-of-waiting",
  title: "When customers wait, by hour of arrival",
  metric: "first_response",
  note: (body) => `median first response, n ${number(body.n)}, ${body.report_zone}`,
  element: ({ rows }) =>
    week(rows, "Median first response by hour and weekday of arrival", {
      behind: { least: 0 },
      value: (row) => row.median_ms,
      text: (row) => brief(row.median_ms),
      more: (row) => `median ${duration(row.median_ms)}, p90 ${duration(row.p90_ms)}, n ${number(row.n)}`,
    }),
};
