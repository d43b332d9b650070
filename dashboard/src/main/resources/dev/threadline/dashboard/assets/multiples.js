// Small multiples: the same places along each axis, one panel per measure, every bar with its value.
import { el } from "./dom.js";

function bar(row, place, measure, greatest) {
  const value = row[measure.key];
  if (value === null) {
    return el("li", {}, el("span", { class: "column-place" }, place.text(row)));
  }
  const share = greatest > 0 ? value / greatest : 0;
  const looks = [measure.few?.(row) && "few", share > 1 && "beyond"].filter(Boolean);
  const column = el("span", { class: ["column", `hue-${measure.hue?.(row) ?? "accent"}`, ...looks].join(" ") });
  column.style.setProperty("--share", Math.min(1, share));
  const words = measure.words(row);
  const parts = [el("span", { class: "column-value" }, measure.text(row)), column, el("span", { class: "column-place" }, place.text(row))];
  const href = measure.href?.(row);
  return el("li", { title: words }, href ? el("a", { href, "aria-label": words }, parts) : parts);
}

/**
 * One panel per measure { key, label, text(row), words(row), hue(row), few(row), href(row) } over the same places
 * { label, text(row) }. Bars are zero-based; each panel has its own scale, that of the rows which rest on enough: others may
 * go beyond it.
 */
export function multiples(rows, place, measures) {
  return el(
    "div",
    { class: "multiples" },
    measures.map((measure) => {
      const firm = rows.filter((row) => !measure.few?.(row));
      const greatest = Math.max(0, ...(firm.length > 0 ? firm : rows).map((row) => row[measure.key] ?? 0));
      return el(
        "figure",
        {},
        el("figcaption", {}, measure.label),
        el("ol", { "aria-label": `${measure.label} by ${place.label}` }, rows.map((row) => bar(row, place, measure, greatest))),
      );
    }),
  );
}
