// Columns of a table that is whole in the page sort it by a click on their heads.
import { el } from "./dom.js";

function compare(a, b, order) {
  const missing = (value) => value === null || value === undefined;
  if (missing(a) || missing(b)) {
    return missing(a) - missing(b);
  }
  const ascending = typeof a === "string" ? a.localeCompare(b) : a - b;
  return order === "ascending" ? ascending : -ascending;
}

/** Rows in the order chosen; what has no value comes last. */
export function sorted(rows, chosen) {
  return chosen ? [...rows].sort((a, b) => compare(a[chosen.key], b[chosen.key], chosen.order)) : rows;
}

/** Columns whose heads are buttons: the first click puts the greatest first, the next turns that around. */
export function sortable(columns, chosen, choose) {
  return columns.map((column) => {
    if (!column.key) {
      return column;
    }
    const current = chosen?.key === column.key ? chosen.order : null;
    const next = current === "descending" ? "ascending" : "descending";
    const arrow = current ? (current === "descending" ? " ↓" : " ↑") : "";
    return { ...column, sorted: current, head: el("button", { type: "button", onclick: () => choose({ key: column.key, order: next }) }, `${column.label}${arrow}`) };
  });
}
