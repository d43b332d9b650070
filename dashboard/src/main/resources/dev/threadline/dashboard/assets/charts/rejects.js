import { barColumn } from "../bar-cell.js";
import { instant, number, percent, words } from "../format.js";

export default {
  name: "rejects",
  title: "Records refused, by reason",
  empty: "No record was refused.",
  note: (body) => `${number(body.n)} kept aside with their reasons in rejected_records`,
  columns: ({ rows, report_zone: zone }) => [
    { label: "Reason", text: (row) => words(row.reason) },
    barColumn({ key: "n", label: "n", text: (row) => number(row.n) }, rows, "bad"),
    { key: "share", label: "Share", number: true, text: (row) => percent(row.share, 1) },
    { label: "Newest", text: (row) => instant(row.last_rejected_at, zone) },
    { label: "In", text: (row) => [row.last_file?.split("/").at(-1), row.last_line && `line ${number(row.last_line)}`].filter(Boolean).join(", ") },
  ],
};
