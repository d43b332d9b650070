import { observed } from "../address.js";
import { counted, duration, number } from "../format.js";
import { bars, durationAxis, overTime, token } from "../plot.js";
import { datesOf } from "./bucket.js";

const OWNERS = [
  ["queue", "wait_queue_ms", "system"],
  ["agent", "wait_agent_ms", "agent"],
  ["bot", "wait_bot_ms", "bot"],
];

export default {
  name: "wait-by-owner",
  title: "Who let customers wait",
  metric: "customer_wait",
  columns: [
    { key: "report_date", label: "Date" },
    { key: "n", label: "n", number: true, text: (row) => number(row.n) },
    ...OWNERS.map(([owner, key]) => ({ key, label: owner, number: true, text: (row) => duration(row[key]) })),
  ],
  note: (body) => `summed over ${counted(body.n, "conversation")}`,
  summary: () => "Time that customers waited for the queue, for agents and for bots.",
  behind: (row, body) => ({ ...observed("customer_wait"), sort: "customer_wait", ...datesOf(row, body) }),
  plot: (rows) =>
    overTime(rows, {
      stacked: true,
      datasets: OWNERS.map(([owner, key, hue]) =>
        bars(owner, rows.map((row) => row[key]), hue, { directLabel: owner, labelColor: token(hue) }),
      ),
      y: durationAxis(rows.map((row) => OWNERS.reduce((sum, [, key]) => sum + (row[key] ?? 0), 0))),
      format: duration,
      after: (row) => `n: ${number(row.n)}`,
    }),
};
