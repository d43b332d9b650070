import { counted, number } from "../format.js";
import { week } from "../week.js";

export default {
  name: "hours-of-arrival",
  title: "When conversations start",
  metric: "started",
  note: (body) => `mean per hour, n ${number(body.n)}, ${body.report_zone}`,
  element: ({ rows }) =>
    week(rows, "Conversations started by hour and weekday, mean per hour", {
      behind: {},
      value: (row) => row.per_day,
      text: (row) => number(row.per_day, row.per_day < 10 ? 1 : 0),
      more: (row) => `${counted(row.n, "conversation")} on ${counted(row.days, "day")}`,
    }),
};
