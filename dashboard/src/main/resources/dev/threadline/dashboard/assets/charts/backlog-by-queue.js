import { asked, link } from "../address.js";
import { barColumn } from "../bar-cell.js";
import { counted, duration, number, signed } from "../format.js";
import { unlessBeforeTheLog } from "./before-the-log.js";
import { of, queue } from "./queue.js";

/** Whose backlog grew most, over all its channels, in a sentence. */
export function growthInWords({ rows, compare }) {
  const teams = new Map();
  for (const row of rows.filter(({ more_open: more }) => more !== null)) {
    teams.set(row.team, (teams.get(row.team) ?? 0) + row.more_open);
  }
  const [team, more] = [...teams].sort((a, b) => b[1] - a[1])[0] ?? [null, 0];
  return more > 0 ? `The backlog of ${team ?? "no team"} grew most, by ${counted(more, "conversation")} in ${compare === "year" ? "52 weeks" : "a week"}.` : "";
}

export default {
  name: "backlog-by-queue",
  title: "By channel and team",
  metric: "backlog",
  own: ["at"],
  empty: (body) => unlessBeforeTheLog(body, "this hour", "No conversation is open at this hour."),
  note: (body) => `${number(body.n)} open at the hour; the link leaves one queue alone on this page`,
  columns: ({ rows, compare }) => [
    { label: "Channel, team", given: true, text: queue, href: (row) => link("/backlog", asked().has("at") ? { ...of(row), at: asked().get("at") } : of(row)) },
    barColumn({ key: "n", label: "Open", text: (row) => number(row.n) }, rows, "quiet"),
    ...(rows.some((row) => row.more_open !== null) ? [{ key: "more_open", label: compare === "year" ? "In 52 weeks" : "In a week", number: true, text: (row) => signed(row.more_open) }] : []),
    barColumn({ key: "awaiting_agent", label: "Awaiting an agent", text: (row) => number(row.awaiting_agent) }, rows),
    { key: "oldest_wait_ms", label: "Oldest wait", number: true, text: (row) => duration(row.oldest_wait_ms) },
  ],
};
