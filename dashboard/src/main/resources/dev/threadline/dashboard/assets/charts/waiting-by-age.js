import { asked } from "../address.js";
import { barColumn } from "../bar-cell.js";
import { counted, number, percent } from "../format.js";
import { band, between } from "./band.js";
import { unlessBeforeTheLog } from "./before-the-log.js";

/** The same page, its list of those who wait left with this band. */
function here(row) {
  const { least, below } = between(row);
  const params = asked();
  params.set("waited_least", least);
  below === undefined ? params.delete("waited_below") : params.set("waited_below", below);
  return `?${params}`;
}

export default {
  name: "waiting-by-age",
  title: "Who waits, by how long",
  metric: "customer_wait",
  own: ["at"],
  empty: (body) => unlessBeforeTheLog(body, "this hour", "No customer waits at this hour."),
  note: (body) => `${counted(body.n, "customer")} at the hour`,
  columns: ({ rows }) => [
    { label: "Waited", text: band, href: (row) => row.n > 0 && here(row) },
    barColumn({ key: "n", label: "n", text: (row) => number(row.n) }, rows),
    { key: "share", label: "Share", number: true, text: (row) => percent(row.share, 1) },
  ],
};
