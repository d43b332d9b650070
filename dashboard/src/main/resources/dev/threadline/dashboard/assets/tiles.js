// The row of tiles: value, change against the period before in words, n, a small line of the period.
import { answer, oneAtATime } from "./answer.js";
import { asked, behind, filters, unfiltered, whenAsked } from "./address.js";
import { el, svg } from "./dom.js";
import { counted, date, lastDay, number, percent, reportDate, words } from "./format.js";
import { meaning } from "./meaning.js";
import { SPECS } from "./tile-specs.js";

const NOTHING = { n: 0, ignored_filters: [] };
const OWN = ["at", "target"];
const WHOLE = { dateStyle: "medium" };
const MOMENTS = ["backlog", "awaiting_agent", "waiting", "oldest_wait"];

/** So little change is none. */
const LEAST_RATIO = 0.005;

/** "12 % more", "1.4 points less": counts and durations by ratio, shares by their difference. */
function difference(spec, now, then) {
  const ratio = now / then - 1;
  if (spec.points) {
    const points = (now - then) * 100;
    return Math.abs(points) < 0.05 ? { same: true } : { more: points > 0, words: `${number(Math.abs(points), 1)} points` };
  }
  return Math.abs(ratio) < LEAST_RATIO ? { same: true } : { more: ratio > 0, words: percent(Math.abs(ratio), Math.abs(ratio) < 0.1 ? 1 : 0) };
}

/** Whether the data reach back to nothing of the time compared with. */
const nothingBefore = (body) => body.previous_rows.every(({ n }) => n === 0);

/** Whether the log goes back to all of the time compared with: a part would say little of the whole. */
const reachesBack = (body) => body.previous_from >= body.first_date;

/** The last date that anything is known of. */
const knownTo = (body) => reportDate(body.as_of, body.report_zone);

/** Whether the log goes on to the last day of the period: so much of a month says little beside a whole one. */
const isOver = (body) => lastDay(body) <= knownTo(body);

const isComparable = (metric, body) => body.compare !== "none" && !nothingBefore(body) && (MOMENTS.includes(metric) || (reachesBack(body) && isOver(body)));

/** The change in words, good or bad in colour too. */
function change(spec, row, before) {
  const [now, then] = [spec.compare(row), before && before.n > 0 ? spec.compare(before) : null];
  if (now === null || now === undefined || then === null || then === undefined || (then === 0 && !spec.points)) {
    return el("p", { class: "tile-change" }, "nothing to compare with");
  }
  const found = difference(spec, now, then);
  const direction = found.same ? "as before" : `${found.words} ${found.more ? "more" : "less"}`;
  const judged = spec.better && !found.same ? (found.more === (spec.better === "more") ? "better" : "worse") : null;
  const title = `${spec.value(before)} then, n ${number(before.n)}`;
  return el("p", { class: "tile-change", title }, el("span", { class: judged }, judged ? `${direction}, ${judged}` : direction), found.same ? null : " than before");
}

/** Parts with a dot between; lines break between parts only, and none begins with a dot. */
function apart(parts) {
  return parts.flatMap((part, index) => (index < parts.length - 1 ? [el("span", {}, `${part} ·`), " "] : [el("span", {}, part)]));
}

/** What a small line shows of a row: a column, or what is made of several. */
function valueAt(row, value) {
  return typeof value === "function" ? value(row) : row[value];
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

/** What the tile does not know of what was asked. */
function notHonoured(row) {
  const parts = [];
  if (row.ignored_filters.length > 0) {
    parts.push(`not by ${row.ignored_filters.map(words).join(", ")}`);
  }
  if (row.clock === "wall" && asked().get("clock") === "business" && [row.median_ms, row.longest_ms].some((value) => value !== null)) {
    parts.push("elapsed time");
  }
  return parts.length > 0 ? el("p", { class: "tile-more" }, parts.join(" · ")) : null;
}

/** Whether there is a conversation behind the number: of none there is no list, as one of others says something else. */
function leadsTo({ leads = ({ n }) => n > 0 }, row) {
  return leads(row);
}

function tileElement(metric, row, body, series) {
  const spec = SPECS[metric];
  const before = body.previous_rows.find((other) => other.metric === metric);
  const value = (row.n > 0 || spec.counts) && row.metric ? spec.value(row) || "–" : "–";
  const target = spec.behind && leadsTo(spec, row) && behind({ ...unfiltered(row), ...spec.behind });
  return el(
    "div",
    { class: "tile", "data-metric": metric },
    el("div", { class: "tile-name" }, el("span", {}, spec.title), el("span", {}, meaning(spec.defined ?? metric, spec.title, spec.here))),
    target ? el("a", { class: "tile-value", href: target }, value) : el("span", { class: "tile-value" }, value),
    el("p", { class: "tile-more" }, apart([...((row.n > 0 && spec.more?.(row)) || []), `n ${spec.noun ? counted(row.n, spec.noun) : number(row.n)}`])),
    notHonoured(row),
    isComparable(metric, body) ? change(spec, row, before) : null,
    spec.spark && sparkline(series.get(spec.spark[0])?.map((point) => valueAt(point, spec.spark[1])) ?? []),
  );
}

/** The line below the tiles: what they are compared with. */
function comparedWith(body, metrics) {
  if (body.compare === "none") {
    return "\u00a0";
  }
  const compared = nothingBefore(body) ? "nothing to compare with in" : "compared with";
  if (metrics.every((metric) => MOMENTS.includes(metric))) {
    return `${compared} the same hour ${body.compare === "year" ? "52 weeks" : "a week"} before`;
  }
  const before = `${date(body.previous_from, WHOLE)} – ${date(lastDay({ until: body.previous_until }), WHOLE)}`;
  if (!reachesBack(body)) {
    return `not compared with ${before}: the log begins on ${date(body.first_date, WHOLE)}`;
  }
  return isOver(body) || nothingBefore(body) ? `${compared} ${before}` : `not compared with ${before}: the data end on ${date(knownTo(body), WHOLE)}`;
}

/**
 * Mounts the tiles of a page; the function that comes back takes the rows of a chart for the small lines.
 *
 * @param section where they go; the paragraph after it says what they are compared with
 */
export function mountTiles(section, page, metrics) {
  const series = new Map();
  const nextSignal = oneAtATime();
  let body = null;
  section.style.setProperty("--tiles", metrics.length);

  function show() {
    if (body !== null) {
      const rows = new Map(body.rows.map((row) => [row.metric, row]));
      section.replaceChildren(...metrics.map((metric) => tileElement(metric, rows.get(metric) ?? NOTHING, body, series)));
      section.nextElementSibling.textContent = comparedWith(body, metrics);
    }
  }

  whenAsked(async () => {
    section.classList.add("waiting");
    const params = filters();
    params.set("page", page);
    for (const name of OWN.filter((own) => asked().has(own))) {
      params.set(name, asked().get(name));
    }
    try {
      body = await answer("tiles", params, nextSignal());
      show();
    } catch (failure) {
      if (failure.name === "AbortError") {
        return;
      }
      body = null;
      section.replaceChildren(el("p", { class: "state" }, failure.message));
      section.nextElementSibling.textContent = "\u00a0";
    }
    section.classList.remove("waiting");
  });

  return (chart) => {
    series.set(chart.name, chart.rows);
    show();
  };
}
