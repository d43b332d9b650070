import { barColumn } from "../bar-cell.js";
import { counted, number, percent } from "../format.js";
import { band } from "./band.js";

export default {
  name: "waiting-by-age",
  title: "Who waits, by how long",
  metric: "customer_wait",
  own: ["at"],
  empty: "No customer waits at this hour.",
  note: (body) => `${counted(body.n, "customer")} at the hour`,
  columns: ({ rows }) => [
    { label: "Waited", text: band },
    barColumn({ key: "n", label: "n", text: (row) => number(row.n) }, rows),
    { key: "share", label: "Share", number: true, text: (row) => percent(row.share, 1) },
  ],
};
