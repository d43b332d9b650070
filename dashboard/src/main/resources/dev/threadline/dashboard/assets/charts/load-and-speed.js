import { barColumn } from "../bar-cell.js";
import { duration, number, percent } from "../format.js";

const LEAST_N = 20;
const SLOWER = 1.5;
const load = (row) => (row.load === 8 ? "8 or more" : number(row.load));

/** From how many at once on replies take half as long again as at one. */
export function tooManyInWords({ rows }) {
  const known = rows.filter((row) => row.n >= LEAST_N && row.median_ms !== null);
  const alone = known[0];
  if (known.length < 2 || alone.load !== 1) {
    return "Too few replies in this period to say how many at once is too many.";
  }
  const slow = known.find((row) => row.median_ms >= alone.median_ms * SLOWER);
  return slow
    ? `With ${load(slow)} at once half of the replies take longer than ${duration(slow.median_ms)}; with one, than ${duration(alone.median_ms)}.`
    : `Up to ${load(known.at(-1))} at once, replies take at most ${percent(Math.max(...known.map((row) => row.median_ms)) / alone.median_ms - 1)} longer than with one (median ${duration(alone.median_ms)}).`;
}

export default {
  name: "load-and-speed",
  title: "How many at once is too many",
  metric: "mean_concurrency",
  empty: "No agent was engaged in a conversation in this period.",
  note: (body) => `replies of humans, n ${number(body.n)}, by the most conversations at once in the agent's quarter-hour; attention in elapsed time; what goes together need not be the cause`,
  columns: ({ rows }) => [
    { label: "At once", text: load },
    { key: "n", label: "n, replies", number: true, text: (row) => number(row.n) },
    barColumn({ key: "median_ms", label: "Reply, median", text: (row) => duration(row.median_ms) }, rows),
    { key: "p90_ms", label: "p90", number: true, text: (row) => duration(row.p90_ms) },
    barColumn({ key: "first_response_median_ms", label: "First response, median", text: (row) => duration(row.first_response_median_ms) }, rows),
    { key: "first_n", label: "n", number: true, text: (row) => number(row.first_n) },
    barColumn({ key: "handle_per_message_wall_ms", label: "Handle time per message", text: (row) => duration(row.handle_per_message_wall_ms) }, rows, "quiet"),
    { key: "messages_per_hour", label: "Messages per hour", number: true, text: (row) => number(row.messages_per_hour, 1) },
    { key: "slices", label: "n, quarter-hours", number: true, text: (row) => number(row.slices) },
  ],
};
