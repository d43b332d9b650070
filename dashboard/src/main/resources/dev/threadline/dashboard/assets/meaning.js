// The mark "?" beside a number: opens its definition, formula and column.
import { definitions } from "./answer.js";
import { el } from "./dom.js";

function describe(metric, row, here) {
  if (!row) {
    return [el("strong", {}, metric), el("p", {}, "This publication has no definition of it.")];
  }
  return [
    el("strong", {}, row.title),
    el("p", {}, row.definition),
    here && el("p", {}, `Here: ${here}.`),
    row.formula && el("p", {}, "Formula: ", el("code", {}, row.formula)),
    row.table_name && el("p", {}, "Column: ", el("code", {}, `${row.table_name}.${row.column_name}`)),
    row.example && el("p", {}, `Example: ${row.example}`),
    el("p", {}, el("a", { href: `/glossary#${metric}` }, "Glossary")),
  ];
}

/**
 * The button for a metric; the popover closes by Escape or a click elsewhere.
 *
 * @param here which of them count where the number stands
 */
export function meaning(metric, label, here = null) {
  const id = `meaning-${metric}-${Math.random().toString(36).slice(2, 8)}`;
  const popover = el("div", { id, class: "meaning", popover: "auto", role: "dialog", "aria-label": `What ${label} means` });
  const button = el("button", { type: "button", class: "what", "aria-label": `What ${label} means`, popovertarget: id }, "?");
  popover.addEventListener("toggle", async (event) => {
    if (event.newState !== "open") {
      return;
    }
    const place = button.getBoundingClientRect();
    popover.replaceChildren(...describe(metric, (await definitions()).get(metric), here).filter(Boolean));
    popover.style.left = `${Math.max(8, Math.min(place.left, innerWidth - popover.offsetWidth - 8))}px`;
    popover.style.top = `${Math.max(8, Math.min(place.bottom + 4, innerHeight - popover.offsetHeight - 8))}px`;
  });
  return [button, popover];
}
