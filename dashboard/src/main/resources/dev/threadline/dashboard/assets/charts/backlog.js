import { DAY, duration, instant, number } from "../format.js";
import { countAxis, firstOfEach, isUnknown, line, overTime, token } from "../plot.js";
import { withYear } from "../year.js";

const LABEL = { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" };
const TICK_OF_A_DAY = { hour: "2-digit", minute: "2-digit" };

export default {
  name: "backlog",
  title: "Backlog",
  metric: "backlog",
  columns: [
    { key: "hour_at", label: "Hour (UTC)" },
    { key: "open", label: "Open", number: true, text: (row) => number(row.open) },
    { key: "awaiting_agent", label: "Awaiting an agent", number: true, text: (row) => number(row.awaiting_agent) },
    { key: "oldest_wait_ms", label: "Oldest wait", number: true, text: (row) => duration(row.oldest_wait_ms) },
  ],
  isEmpty: ({ rows }) => rows.every(isUnknown),
  note: (body) => `at the instant, ${body.report_zone}`,
  summary: () => "Open conversations and those awaiting an agent.",
  plot: (rows, body) => {
    const inFormat = (format) => rows.map((row) => instant(row.hour_at, body.report_zone, format));
    const dated = (format) => inFormat(withYear(format, [rows[0].hour_at, rows.at(-1).hour_at], body.report_zone));
    const days = dated(DAY);
    const hours = inFormat(TICK_OF_A_DAY);
    const isOneDay = new Set(days).size <= 1;
    return overTime(rows, {
      tick: (index) => (isOneDay ? hours : days)[index],
      ticksAt: isOneDay ? undefined : firstOfEach(days),
      labels: dated(LABEL),
      datasets: [
        line("waiting", rows.map((row) => row.awaiting_agent), "accent", { fill: "origin", backgroundColor: token("accent-band"), borderWidth: 1.5 }),
        line("open", rows.map((row) => row.open), "ink-faint", { borderWidth: 1.5 }),
      ],
      y: countAxis(),
      format: number,
      after: (row) => (row.oldest_wait_ms === null ? [] : `oldest wait: ${duration(row.oldest_wait_ms)}`),
    });
  },
};
