// An hour of the week per cell: a real table, shaded, its numbers readable.
import { el } from "./dom.js";
import { weekday } from "./format.js";

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

function cell(row, { value, text, more }, greatest) {
  if (!row || value(row) === null) {
    return el("td", {});
  }
  const shaded = el("td", { title: more(row) }, text(row));
  // The root keeps the many small values apart where a few are great.
  shaded.style.setProperty("--share", greatest > 0 ? Math.sqrt(value(row) / greatest) : 0);
  return shaded;
}

/** The week of rows with weekday and hour; value shades a cell, text stands in it, more says the rest. */
export function week(rows, caption, spec) {
  const greatest = Math.max(0, ...rows.map((row) => spec.value(row) ?? 0));
  const at = new Map(rows.map((row) => [`${row.weekday} ${row.hour}`, row]));
  return el(
    "table",
    { class: "week" },
    el("caption", { class: "unseen" }, caption),
    el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Hour"), WEEKDAYS.map((day) => el("th", { scope: "col" }, weekday(day))))),
    el(
      "tbody",
      {},
      HOURS.map((hour) =>
        el(
          "tr",
          {},
          el("th", { scope: "row" }, `${hour}`.padStart(2, "0")),
          WEEKDAYS.map((day) => cell(at.get(`${day} ${hour}`), spec, greatest)),
        ),
      ),
    ),
  );
}
