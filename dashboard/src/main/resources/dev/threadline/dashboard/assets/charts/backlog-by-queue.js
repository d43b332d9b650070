import { link } from "../address.js";
import { barColumn } from "../bar-cell.js";
import { el } from "../dom.js";
import { duration, number } from "../format.js";

export default {
  name: "backlog-by-queue",
  title: "By channel and team",
  metric: "backlog",
  own: ["at"],
  empty: "No conversation is open at this hour.",
  note: (body) => `${number(body.n)} open at the hour; the count includes waits that begin with a bot's handoff`,
  columns: ({ rows }) => [
    { label: "Channel, team", cell: (row) => el("a", { href: link("/conversations", { channel: row.channel, team: row.team ?? "" }) }, `${row.channel}, ${row.team ?? "no team"}`) },
    barColumn({ key: "n", label: "Open", text: (row) => number(row.n) }, rows, "quiet"),
    barColumn({ key: "awaiting_agent", label: "Awaiting an agent", text: (row) => number(row.awaiting_agent) }, rows),
    { key: "oldest_wait_ms", label: "Oldest wait", number: true, text: (row) => duration(row.oldest_wait_ms) },
  ],
};
