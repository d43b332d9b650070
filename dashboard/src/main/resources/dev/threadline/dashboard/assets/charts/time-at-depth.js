import { duration, number, percent } from "../format.js";
import { bars, overTime, token, valueAxis } from "../plot.js";

const DEPTHS = ["1", "2", "3", "4", "5", "6", "7", "8plus"];
const named = (depth) => depth.replace("plus", "+");
const time = (row, depth) => row[`at_${depth}_ms`];

/** A name at the end only where its layer is thick enough there, as the layers lie close together. */
function label(rows, depth) {
  const last = rows.findLast((row) => row.engaged_union_ms > 0);
  return last && time(last, depth) / last.engaged_union_ms >= 0.06 ? `${named(depth)} at once` : undefined;
}

export default {
  name: "time-at-depth",
  title: "Time at 1, 2, … 8 or more at once",
  metric: "mean_concurrency",
  columns: [
    { key: "report_date", label: "Date" },
    { key: "n", label: "n, agent quarter-hours", number: true, text: (row) => number(row.n) },
    ...DEPTHS.map((depth) => ({ label: named(depth), number: true, text: (row) => duration(time(row, depth)) })),
  ],
  note: () => "share of engaged time; a head is shared by all channels",
  summary: (body) => {
    const sum = (depth) => body.rows.reduce((all, row) => all + (time(row, depth) ?? 0), 0);
    const all = body.rows.reduce((total, row) => total + (row.engaged_union_ms ?? 0), 0);
    return DEPTHS.map((depth) => `${named(depth)} at once ${percent(sum(depth) / all)}`).join(", ");
  },
  plot: (rows) =>
    overTime(rows, {
      stacked: true,
      datasets: DEPTHS.map((depth, index) =>
        bars(`${named(depth)} at once`, rows.map((row) => (row.engaged_union_ms > 0 ? time(row, depth) / row.engaged_union_ms : null)), `depth-${index + 1}`, {
          directLabel: label(rows, depth),
          labelColor: token("ink-soft"),
          categoryPercentage: 1,
        }),
      ),
      y: { ...valueAxis(percent), max: 1 },
      format: (value) => percent(value, 1),
      after: (row) => `engaged: ${duration(row.engaged_union_ms)}`,
    }),
};
