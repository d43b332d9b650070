import { el } from "../dom.js";
import { duration, instant, number, percent, words } from "../format.js";

const WORDS = { duration, number: (value) => number(value, 2), share: (value) => percent(value, 1) };

/** A value of an alert in the words of its unit. */
export function measured(row, key = "value") {
  return row[key] === null ? "" : WORDS[row.unit](row[key]);
}

/** What an alert is about beside its metric. */
export function scope(row) {
  return Object.entries(row.filter)
    .map(([name, values]) => `${name} ${values.map(words).join(" or ")}`)
    .join(", ");
}

export default {
  name: "alerts",
  title: "Alerts",
  csv: false,
  empty: "No alert is configured.",
  note: ({ report_zone: zone }) => `judged at each publication; times in ${zone}`,
  columns: ({ report_zone: zone }) => [
    { key: "alert", label: "Alert", given: true },
    { label: "State", cell: (row) => el("span", { class: row.state === "firing" && "worse" }, words(row.state)) },
    { label: "Since", text: (row) => (row.since === null ? "" : instant(row.since, zone)) },
    { label: "Metric", text: (row) => words(row.metric.replaceAll("-", "_")) },
    { label: "Of", text: scope },
    { label: "Over", number: true, text: (row) => duration(row.over_ms) },
    { label: "Value", number: true, text: (row) => measured(row) },
    { label: "Usual", number: true, text: (row) => measured(row, "usual") },
    { key: "condition", label: "Told when" },
    { key: "n", label: "n", number: true, text: (row) => number(row.n) },
  ],
};
