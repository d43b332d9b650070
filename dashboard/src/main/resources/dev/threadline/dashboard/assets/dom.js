// Elements without markup in strings: what comes from the warehouse is only ever text.

const SVG = "http://www.w3.org/2000/svg";

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

export function el(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

/** The text of a cell, as a link where its column knows one for the row. */
export function textOf(column, row) {
  const text = column.text ? column.text(row) : String(row[column.key] ?? "");
  const href = text !== "" && column.href?.(row);
  return href ? el("a", { href }, text) : text;
}

/**
 * A table from rows and columns; a column is { key, label, text(row), href(row), number, given, cell(row) }, given where it
 * has names of the log, which may be of any length. A column whose key no row has is one that the reader may not see.
 */
export function table(wanted, rows, attributes = {}) {
  const columns = wanted.filter(({ key }) => key === undefined || rows.length === 0 || rows.some((row) => key in row));
  const head = columns.map((column) =>
    el("th", { scope: "col", class: column.number && "number", "aria-sort": column.sorted, "data-label": column.head && column.label }, column.head ?? column.label),
  );
  const body = rows.map((row) =>
    el(
      "tr",
      {},
      columns.map((column) =>
        el(
          "td",
          { class: column.number ? "number" : column.given && "given", title: column.given && row[column.key], "data-label": column.label },
          column.cell ? column.cell(row) : textOf(column, row),
        ),
      ),
    ),
  );
  return el("table", attributes, el("thead", {}, el("tr", {}, head)), el("tbody", {}, body));
}
