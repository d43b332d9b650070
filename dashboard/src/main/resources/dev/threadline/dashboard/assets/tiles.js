// The row of tiles: value, change against the days before in words, n, a small line of the period.
import { answer } from "./answer.js";
import { filters, link, whenAsked } from "./address.js";
import { el, svg } from "./dom.js";
import { counted, date, duration, number, percent } from "./format.js";
import { meaning } from "./meaning.js";

const count = (row) => number(row.n);
const median = (row) => duration(row.median_ms);
const spread = (row) => (row.n > 0 ? [`p90 ${duration(row.p90_ms)}`, `mean ${duration(row.mean_ms)}`] : []);

const TILES = [
  { metric: "started", title: "Started", value: count, compare: (row) => row.n, behind: {}, spark: ["started-and-resolved", "started"] },
  { metric: "resolved", defined: "resolution", title: "Resolved", value: count, compare: (row) => row.n, behind: { by: "resolved" }, spark: ["started-and-resolved", "resolved"] },
  { metric: "first_response", title: "First response, median", value: median, more: spread, compare: (row) => row.median_ms, lessIsBetter: true, behind: { by: "first_response" }, spark: ["first-response", "median_ms"] },
  { metric: "resolution", title: "Resolution, median", value: median, more: spread, compare: (row) => row.median_ms, lessIsBetter: true, behind: { by: "resolved" }, spark: ["resolution", "median_ms"] },
  { metric: "handle", title: "Handle time, median", value: median, more: spread, compare: (row) => row.median_ms, behind: {}, spark: ["handle-time", "median_ms"] },
  { metric: "concurrency", defined: "mean_concurrency", title: "At once per agent", value: (row) => number(row.mean, 2), more: (row) => (row.peak === null ? [] : ["mean", `peak ${number(row.peak)}`]), compare: (row) => row.mean, noun: "quarter-hour", spark: ["concurrency", "mean"] },
];

/** "12 % more than 4 Feb – 3 Mar": the direction in words, good or bad in colour too. */
function change(tile, row, before, body) {
  const [now, then] = [tile.compare(row), before ? tile.compare(before) : null];
  if (now === null || then === null || then === 0) {
    return el("p", { class: "tile-change" }, "nothing to compare with");
  }
  const ratio = now / then - 1;
  const size = percent(Math.abs(ratio), Math.abs(ratio) < 0.1 ? 1 : 0);
  const direction = Math.abs(ratio) < 0.005 ? "as before" : `${size} ${ratio > 0 ? "more" : "less"}`;
  const judged = tile.lessIsBetter && Math.abs(ratio) >= 0.005 ? (ratio < 0 ? "better" : "worse") : null;
  const words = judged ? `${direction}, ${judged}` : direction;
  return el("p", { class: "tile-change", title: `than in as many days from ${date(body.previous_from)}` }, el("span", { class: judged }, words), " than before");
}

function sparkline(values) {
  const known = values.filter((value) => value !== null && value !== undefined);
  if (known.length < 2) {
    return svg("svg", { "aria-hidden": "true" });
  }
  const greatest = Math.max(...known) || 1;
  const runs = [[]];
  values.forEach((value, index) => {
    if (value === null || value === undefined) {
      runs.push([]);
    } else {
      runs.at(-1).push(`${(index / (values.length - 1)) * 100},${24 - (value / greatest) * 22}`);
    }
  });
  return svg(
    "svg",
    { viewBox: "0 0 100 24", preserveAspectRatio: "none", "aria-hidden": "true" },
    runs.filter((run) => run.length > 1).map((run) => svg("polyline", { points: run.join(" ") })),
  );
}

function tileElement(tile, row, body, series) {
  const before = body.previous_rows.find((other) => other.metric === tile.metric);
  const value = row.n > 0 ? tile.value(row) : "–";
  const target = tile.behind && link("/conversations", { from: body.from, until: body.until, ...tile.behind });
  return el(
    "div",
    { class: "tile", "data-metric": tile.metric },
    el("div", { class: "tile-name" }, el("span", {}, tile.title), el("span", {}, meaning(tile.defined ?? tile.metric, tile.title))),
    target ? el("a", { class: "tile-value", href: target }, value) : el("span", { class: "tile-value" }, value),
    ((row.n > 0 && tile.more?.(row)) || []).map((line) => el("p", { class: "tile-more" }, line)),
    el("p", { class: "tile-more" }, `n ${tile.noun ? counted(row.n, tile.noun) : number(row.n)}`),
    change(tile, row, before, body),
    sparkline(series.get(tile.spark[0])?.map((point) => point[tile.spark[1]]) ?? []),
  );
}

/** Mounts the tiles; the function that comes back takes the rows of a chart for the small lines. */
export function mountTiles(section) {
  const series = new Map();
  let body = null;

  function show() {
    if (body !== null) {
      const rows = new Map(body.rows.map((row) => [row.metric, row]));
      const nothing = { n: 0, median_ms: null, mean: null, peak: null };
      section.replaceChildren(...TILES.map((tile) => tileElement(tile, rows.get(tile.metric) ?? nothing, body, series)));
    }
  }

  whenAsked(async () => {
    section.classList.add("waiting");
    try {
      body = await answer("tiles", filters());
      show();
    } catch (failure) {
      section.replaceChildren(el("p", { class: "state" }, failure.message));
    }
    section.classList.remove("waiting");
  });

  return (chart) => {
    series.set(chart.name, chart.rows);
    show();
  };
}
