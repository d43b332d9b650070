import { behind, link } from "../address.js";
import { barColumn } from "../bar-cell.js";
import { counted, duration, number } from "../format.js";

/** Stints and replies are counted whatever became of the conversation. */
const carriedBy = (row, by) => behind({ by, agent: row.agent_id, mode: [], outcome: [] });

export default {
  name: "agents",
  title: "Who carries what",
  metric: "handle",
  // Whose stints began earlier may answer in a period in which none begins.
  isEmpty: ({ rows }) => rows.length === 0,
  note: (body) => `${counted(body.n, "stint")} begun in the period; concurrency over all channels; a name leaves one agent alone on this page`,
  columns: ({ rows }) => [
    { key: "agent_id", label: "Agent", given: true, href: (row) => link("/agents", { agent: row.agent_id }) },
    { key: "n", label: "n, stints", number: true, text: (row) => number(row.n) },
    { key: "conversations", label: "Conversations", number: true, text: (row) => number(row.conversations), href: (row) => row.conversations > 0 && carriedBy(row, "carried") },
    barColumn({ key: "handle_ms", label: "Handle time", text: (row) => duration(row.handle_ms) }, rows),
    { key: "median_ms", label: "Per stint, median", number: true, text: (row) => duration(row.median_ms) },
    { key: "p90_ms", label: "p90", number: true, text: (row) => duration(row.p90_ms) },
    { key: "reply_median_ms", label: "Reply, median", number: true, text: (row) => duration(row.reply_median_ms) },
    { key: "replies", label: "n, replies", number: true, text: (row) => number(row.replies), href: (row) => row.replies > 0 && carriedBy(row, "human_replied") },
    { key: "mean_concurrency", label: "At once, mean", number: true, text: (row) => number(row.mean_concurrency, 2) },
    { key: "peak", label: "Peak", number: true, text: (row) => number(row.peak) },
  ],
};
