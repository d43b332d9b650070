import { counted, number, percent } from "../format.js";
import { bars, overTime, valueAxis } from "../plot.js";

const tenth = (row) => `${percent(row.from_share)} – ${percent(row.until_share)}`;

export default {
  name: "rhythm-spread",
  title: "How quick the switches are",
  metric: "mode",
  columns: [
    { label: "Quick switches", text: tenth },
    { key: "n", label: "n", number: true, text: (row) => number(row.n) },
    { key: "share", label: "Share", number: true, text: (row) => percent(row.share, 1) },
  ],
  note: (body) => `n ${number(body.n)}, by the share of switches of speaker at most 2 min apart`,
  summary: (body) => `${counted(body.n, "conversation")} by the share of quick switches of speaker.`,
  behind: (row) => ({
    measure: "sync_share",
    least: Math.round(row.from_share * 100),
    ...(row.until_share < 1 ? { below: Math.round(row.until_share * 100) } : {}),
  }),
  plot: (rows) =>
    overTime(rows, {
      labels: rows.map(tenth),
      tick: (index) => percent(rows[index].from_share),
      datasets: [bars("share", rows.map((row) => row.share), "accent")],
      y: valueAxis(percent),
      format: (value) => percent(value, 1),
      after: (row) => `n: ${number(row.n)}`,
    }),
};
