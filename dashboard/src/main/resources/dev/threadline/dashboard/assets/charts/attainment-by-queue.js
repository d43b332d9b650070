import { behind } from "../address.js";
import { shareColumn } from "../bar-cell.js";
import { duration, number, percent } from "../format.js";
import { of, queue } from "./queue.js";

export default {
  name: "attainment-by-queue",
  title: "In time, by channel and team",
  metric: "first_response",
  own: ["target"],
  note: (body) => `of ${number(body.n)} due, the least first`,
  columns: ({ rows }) => [
    { label: "Channel, team", given: true, text: queue, href: (row) => behind(of(row)) },
    { key: "target_ms", label: "Target", number: true, text: (row) => duration(row.target_ms) },
    { key: "n", label: "n, due", number: true, text: (row) => number(row.n) },
    shareColumn({ key: "share", label: "In time", text: (row) => percent(row.share, 1), href: (row) => behind({ ...of(row), due: "met" }) }, rows),
    { key: "missed", label: "Missed", number: true, text: (row) => number(row.missed), href: (row) => row.missed > 0 && behind({ ...of(row), due: "missed", sort: "customer_wait" }) },
    { key: "unanswered", label: "of them no answer", number: true, text: (row) => number(row.unanswered) },
    { key: "median_ms", label: "Median", number: true, text: (row) => duration(row.median_ms) },
    { key: "p90_ms", label: "p90", number: true, text: (row) => duration(row.p90_ms) },
  ],
};
