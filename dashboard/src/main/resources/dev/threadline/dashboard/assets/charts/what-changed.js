import { barColumn } from "../bar-cell.js";
import { counted, duration, instant, number, percent, signed } from "../format.js";

const count = (key, label) => ({ key, label, number: true, text: (row) => number(row[key]) });
const change = (key, label) => ({ key, label, number: true, text: (row) => signed(row[key]) });
const share = (key, label) => ({ key, label, number: true, text: (row) => percent(row[key], 1) });
const length = (key, label) => ({ key, label, number: true, text: (row) => duration(row[key]) });

/** What the newest publication changed of what was already told, in a sentence. */
export function restatedInWords({ rows: [newest] }) {
  if (!newest?.late) {
    return "";
  }
  const restated = newest.extended + newest.merged + newest.split;
  const came = `${percent(newest.late_share, 1)} of the ${counted(newest.records, "newest record")} came late, half of them by ${duration(newest.median_late_ms) || "0 s"} or less`;
  return `${came}; ${restated === 0 ? "no conversation got another id" : `${counted(restated, "conversation")} ${restated === 1 ? "was" : "were"} extended, merged or split`}.`;
}

export default {
  name: "what-changed",
  title: "What each publication changed",
  empty: "Nothing is published.",
  note: (body) =>
    `late: the publication before already covered its time, and by how much; extended, merged, split: conversations whose id changed, old links lead on; times in ${body.report_zone}`,
  columns: ({ rows, report_zone: zone }) => [
    { key: "publication_id", label: "Publication" },
    { label: "Published", text: (row) => instant(row.published_at, zone) },
    count("records", "Records"),
    change("more_conversations", "Conversations"),
    barColumn({ key: "late_share", label: "Late", text: (row) => percent(row.late_share, 1) }, rows, "bad"),
    length("median_late_ms", "Half late by"),
    length("p90_late_ms", "90% late by"),
    length("max_late_ms", "All late by"),
    share("restating_share", "Changed an id"),
    count("extended", "Extended"),
    count("merged", "Merged"),
    count("split", "Split"),
  ],
};
