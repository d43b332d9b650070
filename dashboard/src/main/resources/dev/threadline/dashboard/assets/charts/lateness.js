import { barColumn } from "../bar-cell.js";
import { duration, number, percent } from "../format.js";

function band(row) {
  if (row.from_ms === 0) {
    return `under ${duration(row.until_ms)}`;
  }
  return row.until_ms === null ? `${duration(row.from_ms)} or more` : `${duration(row.from_ms)} to ${duration(row.until_ms)}`;
}

export default {
  name: "lateness",
  title: "How late records arrive",
  empty: "No record was taken in yet.",
  note: (body) => `from sent to taken in, the ${number(body.n)} records of the newest run that took any in`,
  columns: ({ rows }) => [
    { label: "Late by", text: band },
    barColumn({ key: "n", label: "n", text: (row) => number(row.n) }, rows),
    { key: "share", label: "Share", number: true, text: (row) => percent(row.share, 1) },
  ],
};
