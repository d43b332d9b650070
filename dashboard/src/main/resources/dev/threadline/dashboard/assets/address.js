// The filters live in the address: it can be shared, and back and forward work.

export const FILTERS = ["publication", "period", "from", "until", "channel", "team", "mode", "outcome", "agent", "clock", "compare"];

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

/** A link to a page with the filters, some of them replaced. */
export function link(path, replaced = {}) {
  const params = filters();
  if (replaced.from) {
    params.delete("period");
  }
  for (const [name, value] of Object.entries(replaced)) {
    params.delete(name);
    for (const one of [value].flat()) {
      params.append(name, one);
    }
  }
  const query = params.toString();
  return query ? `${path}?${query}` : path;
}

/** A link to the conversations behind a number, judged by the target that is asked for. */
export function behind(narrowed) {
  const target = narrowed.due && asked().get("target");
  return link("/conversations", target ? { ...narrowed, target } : narrowed);
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
