import { barColumn } from "../bar-cell.js";
import { duration, number, percent } from "../format.js";

const timer = (row) => row.setting.replace(/([a-z]+)$/, " $1");

/** "silence 24 h", "learned", "learned, threshold +0.5". */
function policyInWords(row) {
  if (row.policy === "learned") {
    return Number(row.setting) === 0 ? "learned" : `learned, threshold ${row.setting}`;
  }
  return `${row.policy} ${timer(row)}`;
}

/** How far the timer alone moves the median: the greatest as a multiple of the least. */
export function timerInWords(rows) {
  const timed = rows.filter((row) => row.policy === "silence" && row.median_resolution_ms > 0);
  if (timed.length < 2) {
    return "";
  }
  const [first, last] = [timed[0], timed.at(-1)];
  const medians = timed.map((row) => row.median_resolution_ms);
  const fold = Math.max(...medians) / Math.min(...medians);
  const moved = `From a silence of ${timer(first)} to one of ${timer(last)} the median resolution goes from ${duration(first.median_resolution_ms)} to ${duration(last.median_resolution_ms)}`;
  return fold < 1.25
    ? `${moved}: it tells of the data, not of the timer.`
    : `${moved}, ${number(fold, 1)}-fold: compare it only between reports of one policy.`;
}

export default {
  name: "policy-sensitivity",
  title: "How much of a number is the boundary policy",
  metric: "resolution",
  empty: "This publication has no comparison of policies. The next build adds it.",
  note: ({ rows }) =>
    rows[0].one_in > 1
      ? `the same log under each policy, all channels alike; counts are of one thread in ${number(rows[0].one_in)}, quantiles within ${percent(0.01)}`
      : `the same log under each policy, all channels alike; quantiles within ${percent(0.01)}`,
  columns: ({ rows }) => [
    { label: "Policy", text: policyInWords },
    { key: "conversations", label: "Conversations", number: true, text: (row) => number(row.conversations) },
    { key: "resolved", label: "n, resolved", number: true, text: (row) => number(row.resolved) },
    barColumn({ key: "median_resolution_ms", label: "Median resolution", text: (row) => duration(row.median_resolution_ms) }, rows),
    barColumn({ key: "p90_resolution_ms", label: "p90 resolution", text: (row) => duration(row.p90_resolution_ms) }, rows, "quiet"),
    barColumn({ key: "reopen_share", label: "Reopened", text: (row) => percent(row.reopen_share, 1) }, rows, "quiet"),
  ],
};
