// An hour of the week per cell: a real table, shaded, its numbers readable.
import { behind } from "./address.js";
import { el } from "./dom.js";
import { onWeekday, weekday } from "./format.js";

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

function cell(row, { value, text, more, behind: narrowed }, greatest) {
  if (!row || value(row) === null) {
    return el("td", {});
  }
  const name = `${onWeekday(row.weekday)} from ${row.hour} to ${row.hour + 1}: ${more(row)}`;
  const shaded = el("td", { title: more(row) }, el("a", { href: behind({ ...narrowed, weekday: row.weekday, hour: row.hour }), tabindex: "-1", "aria-label": name }, text(row)));
  // The root keeps the many small values apart where a few are great.
  shaded.style.setProperty("--share", greatest > 0 ? Math.sqrt(value(row) / greatest) : 0);
  return shaded;
}

/** One tab stop for the whole week; the arrow keys go from cell to cell. */
function walkByArrows(grid) {
  const steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
  const first = grid.querySelector("td a");
  first?.setAttribute("tabindex", "0");
  grid.addEventListener("keydown", (event) => {
    const step = steps[event.key];
    const from = step && event.target.closest("td");
    if (!from) {
      return;
    }
    event.preventDefault();
    const row = grid.rows[from.parentElement.rowIndex + step[0]];
    const next = row?.cells[from.cellIndex + step[1]]?.querySelector("a");
    if (next) {
      event.target.setAttribute("tabindex", "-1");
      next.setAttribute("tabindex", "0");
      next.focus();
    }
  });
  return grid;
}

/** The week of rows with weekday and hour; value shades a cell, text stands in it, more says the rest, a click leads behind it. */
export function week(rows, caption, spec) {
  const greatest = Math.max(0, ...rows.map((row) => spec.value(row) ?? 0));
  const at = new Map(rows.map((row) => [`${row.weekday} ${row.hour}`, row]));
  const grid = el(
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
  return walkByArrows(grid);
}
