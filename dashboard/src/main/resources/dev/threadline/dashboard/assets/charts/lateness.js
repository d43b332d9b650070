import { barColumn } from "../bar-cell.js";
import { counted, number, percent } from "../format.js";
import { band } from "./band.js";

export default {
  name: "lateness",
  title: "How late records arrive",
  empty: "No record was taken in yet.",
  note: (body) => `from sent to taken in, the ${counted(body.n, "record")} of the newest run that took any in`,
  columns: ({ rows }) => [
    { label: "Late by", text: band },
    barColumn({ key: "n", label: "n", text: (row) => number(row.n) }, rows),
    { key: "share", label: "Share", number: true, text: (row) => percent(row.share, 1) },
  ],
};
