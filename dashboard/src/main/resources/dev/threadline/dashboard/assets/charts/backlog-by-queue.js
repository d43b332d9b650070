import { asked, link } from "../address.js";
import { barColumn } from "../bar-cell.js";
import { duration, number } from "../format.js";
import { of, queue } from "./queue.js";

export default {
  name: "backlog-by-queue",
  title: "By channel and team",
  metric: "backlog",
  own: ["at"],
  empty: "No conversation is open at this hour.",
  note: (body) => `${number(body.n)} open at the hour; the link leaves one queue alone on this page`,
  columns: ({ rows }) => [
    { label: "Channel, team", text: queue, href: (row) => link("/backlog", asked().has("at") ? { ...of(row), at: asked().get("at") } : of(row)) },
    barColumn({ key: "n", label: "Open", text: (row) => number(row.n) }, rows, "quiet"),
    barColumn({ key: "awaiting_agent", label: "Awaiting an agent", text: (row) => number(row.awaiting_agent) }, rows),
    { key: "oldest_wait_ms", label: "Oldest wait", number: true, text: (row) => duration(row.oldest_wait_ms) },
  ],
};
