import { behind } from "../address.js";
import { brief, counted, duration, number, percent } from "../format.js";
import { multiples } from "../multiples.js";

const LEAST_N = 20;
const SLOWER = 1.5;
const load = (row) => (row.load === 8 ? "8 or more" : number(row.load));

/** The first number at once with which a median is half as long again as with one; what rests on few counts for nothing. */
function slowFrom(rows, n = "n", median = "median_ms") {
  const known = rows.filter((row) => row[n] >= LEAST_N && row[median] !== null);
  const alone = known[0];
  if (known.length < 2 || alone.load !== 1) {
    return {};
  }
  return { known, alone, slow: known.find((row) => row[median] >= alone[median] * SLOWER) };
}

/** From how many at once on replies take half as long again as at one. */
export function tooManyInWords({ rows }) {
  const { known, alone, slow } = slowFrom(rows);
  if (!known) {
    return "Too few replies in this period to say how many at once is too many.";
  }
  const replies = slow
    ? `With ${load(slow)} at once half of the replies take longer than ${duration(slow.median_ms)}; with one, than ${duration(alone.median_ms)}.`
    : `Up to ${load(known.at(-1))} at once, replies take at most ${percent(Math.max(...known.map((row) => row.median_ms)) / alone.median_ms - 1)} longer than with one (median ${duration(alone.median_ms)}).`;
  const first = slowFrom(rows, "first_n", "first_response_median_ms");
  return first.slow ? `${replies} First responses take half as long again from ${load(first.slow)} at once on.` : replies;
}

const PLACE = { label: "conversations at once", text: (row) => (row.load === 8 ? "8+" : number(row.load)) };
const at = (row) => `${load(row)} at once`;
const replied = (row) => behind({ by: "human_replied", load: row.load, outcome: [] });

function measures(rows) {
  const { slow } = slowFrom(rows);
  const hue = (row) => (slow && row.load >= slow.load ? "bad" : "accent");
  return [
    {
      key: "median_ms",
      label: "Reply, median",
      text: (row) => brief(row.median_ms),
      words: (row) => `${at(row)}: median ${duration(row.median_ms)}, p90 ${duration(row.p90_ms)}, n ${number(row.n)}`,
      few: (row) => row.n < LEAST_N,
      hue,
      href: replied,
    },
    {
      key: "first_response_median_ms",
      label: "First response, median",
      text: (row) => brief(row.first_response_median_ms),
      words: (row) => `${at(row)}: median ${duration(row.first_response_median_ms)}, n ${number(row.first_n)}`,
      few: (row) => row.first_n < LEAST_N,
      hue,
      href: replied,
    },
    {
      key: "handle_per_message_wall_ms",
      label: "Handle time per message",
      text: (row) => brief(row.handle_per_message_wall_ms),
      words: (row) => `${at(row)}: ${duration(row.handle_per_message_wall_ms)} per message`,
    },
    {
      key: "messages_per_hour",
      label: "Messages per engaged hour",
      text: (row) => number(row.messages_per_hour, row.messages_per_hour < 10 ? 1 : 0),
      words: (row) => `${at(row)}: ${number(row.messages_per_hour, 1)} messages per hour`,
    },
    {
      key: "engaged_union_wall_ms",
      label: "Time spent",
      text: (row) => brief(row.engaged_union_wall_ms),
      words: (row) => `${at(row)}: ${duration(row.engaged_union_wall_ms)} in ${counted(row.slices, "quarter-hour")}`,
      hue: () => "quiet",
    },
  ];
}

export default {
  name: "load-and-speed",
  title: "How many at once is too many",
  metric: "mean_concurrency",
  empty: "No agent was engaged in a conversation in this period.",
  note: (body) =>
    `replies of humans while engaged, n ${number(body.n)}, by the most conversations at once in the agent's quarter-hour; red: replies take half as long again as with one; hollow: n under ${LEAST_N}; what goes together need not be the cause`,
  element: ({ rows }) => multiples(rows, PLACE, measures(rows)),
  columns: [
    { key: "load", label: "At once", text: load },
    { key: "n", label: "n, replies", number: true, text: (row) => number(row.n), href: replied },
    { key: "median_ms", label: "Reply, median", number: true, text: (row) => duration(row.median_ms) },
    { key: "p90_ms", label: "p90", number: true, text: (row) => duration(row.p90_ms) },
    { key: "first_response_median_ms", label: "First response, median", number: true, text: (row) => duration(row.first_response_median_ms) },
    { key: "first_n", label: "n", number: true, text: (row) => number(row.first_n) },
    { key: "handle_per_message_wall_ms", label: "Handle time per message", number: true, text: (row) => duration(row.handle_per_message_wall_ms) },
    { key: "messages_per_hour", label: "Messages per hour", number: true, text: (row) => number(row.messages_per_hour, 1) },
    { key: "slices", label: "n, quarter-hours", number: true, text: (row) => number(row.slices) },
  ],
};
