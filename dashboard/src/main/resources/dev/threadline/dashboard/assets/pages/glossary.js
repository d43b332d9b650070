import "../frame.js";
import { definitions } from "../answer.js";
import { el } from "../dom.js";

function entry(row) {
  return el(
    "div",
    {},
    el("dt", { id: row.metric }, row.title),
    el("dd", {}, row.definition),
    row.formula && el("dd", {}, "Formula: ", el("code", {}, row.formula)),
    row.unit && el("dd", {}, `Unit: ${row.unit}`),
    row.example && el("dd", {}, `Example: ${row.example}`),
    row.table_name && el("dd", {}, "Column: ", el("code", {}, `${row.table_name}.${row.column_name}`)),
  );
}

const place = document.getElementById("glossary");
try {
  const rows = [...(await definitions()).values()];
  place.replaceChildren(el("dl", { class: "terms" }, rows.map(entry)));
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
} catch (failure) {
  place.replaceChildren(el("p", { class: "state" }, failure.message));
}
