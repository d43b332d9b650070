// The filters live in the address: it can be shared, and back and forward work.

/** Each may have several values, any of which is meant. */
const SEVERAL = ["channel", "team", "mode", "outcome", "agent"];

export const FILTERS = ["publication", "period", "from", "until", ...SEVERAL, "clock", "compare"];

export function asked() {
  return new URLSearchParams(location.search);
}

/** The filters alone, without what belongs to one page. */
export function filters() {
  const all = asked();
  const kept = new URLSearchParams();
  for (const name of FILTERS) {
    for (const value of all.getAll(name)) {
      kept.append(name, value);
    }
  }
  return kept;
}

/** Of the values that a part of a number stands for those that are asked for. */
function narrowed(params, name, values) {
  const chosen = SEVERAL.includes(name) ? params.getAll(name) : [];
  const both = values.filter((value) => chosen.includes(value));
  return both.length > 0 ? both : values;
}

/** A link to a page with the filters, some of them replaced, or removed by an empty list. */
export function link(path, replaced = {}) {
  const params = filters();
  if (replaced.from) {
    params.delete("period");
  }
  for (const [name, value] of Object.entries(replaced)) {
    const values = narrowed(params, name, [value].flat());
    params.delete(name);
    for (const one of values) {
      params.append(name, one);
    }
  }
  const query = params.toString();
  return query ? `${path}?${query}` : path;
}

/** Takes those filters away that an answer does not honour: what it counts is behind it, not a part. */
export function unfiltered({ ignored_filters: ignored }) {
  return Object.fromEntries(ignored.map((name) => [name, []]));
}

/** A link to the conversations behind a number, judged by the target that is asked for. */
export function behind(narrowed) {
  const target = narrowed.due && asked().get("target");
  return link("/conversations", target ? { ...narrowed, target } : narrowed);
}

/** Leaves a list with those conversations of which a duration is known: its median rests on no others. */
export function observed(measure) {
  return { measure, least: 0 };
}

/** Changes the address and tells the page, which asks anew without leaving its place. */
export function change(edit) {
  const params = asked();
  edit(params);
  const query = params.toString();
  history.pushState(null, "", query ? `?${query}` : location.pathname);
  window.dispatchEvent(new Event("asked"));
}

window.addEventListener("popstate", () => window.dispatchEvent(new Event("asked")));

/** Calls now and whenever the address or the publication changes. */
export function whenAsked(callback) {
  window.addEventListener("asked", callback);
  callback();
}
