import { link } from "../address.js";
import { shareColumn } from "../bar-cell.js";
import { el } from "../dom.js";
import { duration, number, percent } from "../format.js";

export default {
  name: "attainment-by-queue",
  title: "In time, by channel and team",
  metric: "first_response",
  own: ["target"],
  note: (body) => `of ${number(body.n)} due, the least first`,
  columns: ({ rows }) => [
    {
      label: "Channel, team",
      cell: (row) => el("a", { href: link("/conversations", { channel: row.channel, team: row.team ?? "" }) }, `${row.channel}, ${row.team ?? "no team"}`),
    },
    { key: "target_ms", label: "Target", number: true, text: (row) => duration(row.target_ms) },
    { key: "n", label: "n, due", number: true, text: (row) => number(row.n) },
    shareColumn({ key: "share", label: "In time", text: (row) => percent(row.share, 1) }, rows),
    { key: "unanswered", label: "No answer", number: true, text: (row) => number(row.unanswered) },
    { key: "median_ms", label: "Median", number: true, text: (row) => duration(row.median_ms) },
    { key: "p90_ms", label: "p90", number: true, text: (row) => duration(row.p90_ms) },
  ],
};
