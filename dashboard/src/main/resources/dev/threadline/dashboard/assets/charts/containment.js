import { counted, number, percent } from "../format.js";
import { bars, overTime, token, valueAxis } from "../plot.js";
import { datesOf } from "./bucket.js";

const ENDS = [
  ["contained", "bot", "bot"],
  ["with_human", "human", "agent"],
  ["abandoned", "dead end", "bad"],
  ["other", "other", "quiet-fill"],
];

/** The outcomes that each end is made of. */
export const OUTCOMES = {
  contained: ["bot_contained"],
  with_human: ["resolved", "unanswered"],
  abandoned: ["abandoned_in_bot"],
  other: ["open", "outreach", "merged"],
};

/** How often a thing came over all days. */
export function total(rows, key) {
  return rows.reduce((sum, row) => sum + (row[key] ?? 0), 0);
}

export default {
  name: "containment",
  title: "Where conversations with a bot end",
  metric: "outcome",
  empty: "No conversation with a bot started in this period.",
  columns: [
    { key: "report_date", label: "Date" },
    { key: "n", label: "n, with a bot", number: true, text: (row) => number(row.n) },
    { key: "contained", label: "Contained", number: true, text: (row) => number(row.contained) },
    { key: "with_human", label: "With a human", number: true, text: (row) => number(row.with_human) },
    { key: "abandoned", label: "Dead end", number: true, text: (row) => number(row.abandoned) },
    { key: "other", label: "Open or other", number: true, text: (row) => number(row.other) },
  ],
  note: (body) => `share of n ${number(body.n)} with a bot`,
  summary: (body) => `${counted(body.n, "conversation")} with a bot: ${ENDS.map(([key, label]) => `${label} ${percent(total(body.rows, key) / body.n)}`).join(", ")}`,
  behind: (row, body, end) => ({ bot: "with", ...(OUTCOMES[end] && { outcome: OUTCOMES[end] }), ...datesOf(row, body) }),
  plot: (rows) =>
    overTime(rows, {
      stacked: true,
      datasets: ENDS.map(([key, label, hue]) =>
        bars(label, rows.map((row) => (row.n > 0 ? row[key] / row.n : null)), hue, {
          key,
          directLabel: key === "other" ? undefined : label,
          labelColor: token(key === "other" ? "ink-faint" : hue),
          categoryPercentage: 1,
        }),
      ),
      y: { ...valueAxis(percent), max: 1 },
      format: (value) => percent(value, 1),
      after: (row) => `n: ${number(row.n)}`,
    }),
};
