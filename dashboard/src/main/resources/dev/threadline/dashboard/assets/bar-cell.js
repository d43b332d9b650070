// A value in a table with a bar below it: a column of them is a zero-based chart that can be read aloud.
import { el, textOf } from "./dom.js";

/** A column whose cells carry bars; the longest possible stands for the greatest value, of the rows unless given. */
export function barColumn(column, rows, hue = "accent", greatest = Math.max(0, ...rows.map((row) => row[column.key] ?? 0))) {
  return {
    ...column,
    number: true,
    cell(row) {
      const bar = el("span", { class: `bar-cell hue-${hue}`, "aria-hidden": "true" });
      bar.style.setProperty("--share", greatest > 0 ? (row[column.key] ?? 0) / greatest : 0);
      return el("div", { class: "with-bar" }, textOf(column, row), bar);
    },
  };
}

/** A column of shares: its bars compare with those of other columns of shares, and behind a share of nothing is nothing. */
export function shareColumn(column, rows, hue = "accent") {
  const href = column.href && ((row) => row[column.key] > 0 && column.href(row));
  return barColumn({ ...column, href }, rows, hue, 1);
}
