// A card: title, definition, chart or its table, CSV. Keeps the old numbers dimmed while new ones load.
import { answer, aside, oneAtATime } from "./answer.js";
import { asked, behind, filters, unfiltered, whenAsked } from "./address.js";
import { el, table } from "./dom.js";
import { date, number, words } from "./format.js";
import { meaning } from "./meaning.js";
import { cut } from "./charts/bucket.js";
import { draw, isUnknown } from "./plot.js";
import { sortable, sorted } from "./sorting.js";

/** A longer table shows its first rows until more are asked for. */
const MOST_ROWS = 12;
const FIRST_ROWS = 10;

/** So many fit a phone side by side; more become cards there. */
const FEW_COLUMNS = 3;

/** Of a week or a month that the period cuts the chart has a part only. */
function cutInWords(body) {
  const { first, last } = cut(body);
  const which = [first && "first", last && "last"].filter(Boolean).join(" and ");
  return which && `${which} ${body.grain} in part`;
}

function isEmpty(chart, body) {
  return chart.isEmpty?.(body) ?? body.n === 0;
}

/** What a reader must know to read the chart: unit of time, zone, what was not honoured. */
function noteOn(chart, body, before) {
  const parts = [isEmpty(chart, body) ? null : chart.note?.(body)];
  if (body.rows[0]?.report_date !== undefined) {
    parts.push(`by ${body.grain}, ${body.report_zone}`, cutInWords(body));
  }
  if (isUnknown(body.rows[0])) {
    parts.push(`the log begins on ${date(body.first_date, { dateStyle: "medium" })}`);
  }
  if (body.clock === "business") {
    parts.push("business time");
  } else if (asked().get("clock") === "business" && Object.keys(body.rows[0] ?? {}).some((key) => key.endsWith("_ms"))) {
    parts.push("elapsed time, also by the business clock");
  }
  if (body.rows.some((row) => row.provisional === true)) {
    parts.push("hatched: can still change");
  }
  if (before.length > 0) {
    parts.push("dashed: before");
  }
  if (body.ignored_filters.length > 0) {
    parts.push(`not filtered by ${body.ignored_filters.map(words).join(", ")}`);
  }
  return parts.filter(Boolean).join(" · ");
}

/** What is said in place of rows. */
function nothingIn({ empty = "Nothing in this period. Choose a longer one or fewer filters." }, body) {
  return typeof empty === "function" ? empty(body) : empty;
}

/** Lets the keyboard scroll what can be wider or longer than its card. */
function scrollable(plot, is, title) {
  for (const [name, value] of Object.entries({ tabindex: "0", role: "region", "aria-label": `${title}, table` })) {
    is ? plot.setAttribute(name, value) : plot.removeAttribute(name);
  }
}

/** The filters, and what only this chart asks for. */
function parameters(chart) {
  const params = filters();
  for (const name of chart.own ?? []) {
    if (asked().has(name)) {
      params.set(name, asked().get(name));
    }
  }
  return params;
}

/** The rows of the period compared with, where the chart draws them and the data reach back so far. */
async function rowsBefore(chart, body, params, signal) {
  if (!chart.compared || !body.previous_from || body.previous_until <= body.first_date) {
    return [];
  }
  const earlier = new URLSearchParams(params);
  earlier.delete("period");
  earlier.set("from", body.previous_from);
  earlier.set("until", body.previous_until);
  return (await aside(chart.name, earlier, signal)).rows;
}

/**
 * Mounts a chart into its section; onRows hears of each answer. A chart without a plot is an element of its own, the
 * table of its columns, or both.
 */
function mountCard(section, chart, onRows = () => {}) {
  let drawn = null;
  let body = null;
  let before = [];
  let asTable = false;
  let whole = false;
  let order = null;
  const nextSignal = oneAtATime();
  const plot = el("div", { class: chart.plot ? "plot" : "plot natural" });
  const note = el("p", { class: "note" }, "\u00a0");
  const csv = el("a", { class: "csv", download: true, href: "#" }, "CSV");
  const toggle = el("button", { type: "button", "aria-pressed": "false", onclick: () => showTable(!asTable) }, "Table");
  section.setAttribute("aria-label", chart.title);
  section.replaceChildren(
    el(
      "div",
      { class: "card-head" },
      el("h2", {}, chart.title),
      chart.metric && meaning(chart.metric, chart.title),
      el("span", { class: "space" }),
      (chart.plot || (chart.element && chart.columns)) && toggle,
      chart.csv === false ? null : csv,
    ),
    note,
    plot,
  );

  function showTable(want) {
    asTable = want;
    toggle.setAttribute("aria-pressed", String(want));
    show();
  }

  /** The table of the rows: sorted as chosen, its first rows until more are asked for. */
  function showRows() {
    const columns = typeof chart.columns === "function" ? chart.columns(body) : chart.columns;
    const wide = !chart.plot && columns.length > FEW_COLUMNS;
    const cut = !chart.plot && !whole && body.rows.length > MOST_ROWS;
    const rows = sorted(body.rows, order);
    plot.replaceChildren(table(sortable(columns, order, sortBy), cut ? rows.slice(0, FIRST_ROWS) : rows, { class: wide && "stacked" }));
    if (cut) {
      plot.append(el("p", { class: "more" }, el("button", { type: "button", onclick: showAll }, `Show all ${number(rows.length)}`)));
    }
  }

  function sortBy(chosen) {
    order = chosen;
    show();
    plot.querySelector(`[aria-sort] button`)?.focus();
  }

  function showAll() {
    whole = true;
    show();
    plot.focus({ preventScroll: true });
  }

  /** A click on a bar asks for what that bar stands for, one beside the bars for all of that place on the axis. */
  function follow(event, elements) {
    if (elements.length === 0) {
      return;
    }
    const row = body.rows[elements[0].index];
    if (isUnknown(row)) {
      return;
    }
    const [hit] = drawn.getElementsAtEventForMode(event.native, "nearest", { intersect: true }, false);
    chart.pick?.(row);
    const target = chart.behind?.(row, body, hit && drawn.data.datasets[hit.datasetIndex].key);
    if (target) {
      location.href = behind({ ...unfiltered(body), ...target });
    }
  }

  function show() {
    drawn?.destroy();
    drawn = null;
    plot.classList.toggle("as-table", asTable);
    scrollable(plot, asTable || !chart.plot, chart.title);
    if (body === null) {
      note.textContent = "\u00a0";
      return;
    }
    note.textContent = noteOn(chart, body, before);
    if (isEmpty(chart, body)) {
      plot.replaceChildren(el("p", { class: "state" }, nothingIn(chart, body)));
    } else if (chart.element && !asTable) {
      plot.replaceChildren(chart.element(body));
    } else if (asTable || !chart.plot) {
      showRows();
    } else {
      const canvas = el("canvas", { role: "img", "aria-label": `${chart.title}. ${chart.summary(body)} The button Table shows the numbers.` });
      plot.replaceChildren(canvas);
      const configuration = chart.plot(body.rows, body, before);
      configuration.options.onClick = follow;
      configuration.options.onHover = (event, elements) => {
        event.native.target.style.cursor = elements.length > 0 && (chart.behind || chart.pick) ? "pointer" : "";
      };
      drawn = draw(canvas, configuration);
    }
  }

  async function load() {
    const signal = nextSignal();
    plot.classList.add("waiting");
    const params = parameters(chart);
    const exported = new URLSearchParams(params);
    exported.set("format", "csv");
    csv.href = `/api/${chart.name}?${exported}`;
    try {
      body = await answer(chart.name, params, signal);
      before = [];
      show();
      onRows(body);
      before = await rowsBefore(chart, body, params, signal);
      if (before.length > 0) {
        show();
      }
    } catch (failure) {
      if (failure.name === "AbortError") {
        return;
      }
      body = null;
      show();
      plot.replaceChildren(
        el("div", { class: "state" }, el("p", {}, failure.message), el("p", {}, el("button", { type: "button", onclick: load }, "Try again"))),
      );
    }
    plot.classList.remove("waiting");
  }

  window.addEventListener("themed", show);
  whenAsked(load);
}

/**
 * Mounts charts into the sections that carry their names; what the reader may not see has none. Each of those who listen
 * hears of every answer.
 */
export function mountCards(charts, ...listeners) {
  for (const chart of charts) {
    const section = document.querySelector(`[data-chart="${chart.name}"]`);
    if (section) {
      mountCard(section, chart, (body) => listeners.forEach((listener) => listener(body)));
    }
  }
}
