// Asks the API; a problem becomes an Error with the words of its details.

const SIGNED_OUT = 401;
export const SESSION_OVER = "Your session is over. Load the page anew to sign in.";

/** A browser says of a server that is away whatever it likes. */
function inWords(failure) {
  throw failure.name === "AbortError" ? failure : new Error("The server does not answer.");
}

/** An answer about another time than the one that is shown. */
export async function aside(path, asked = new URLSearchParams(), signal = undefined) {
  const params = new URLSearchParams(asked);
  const publication = new URLSearchParams(location.search).get("publication");
  if (publication) {
    params.set("publication", publication);
  }
  const query = params.toString();
  const response = await fetch(query ? `/api/${path}?${query}` : `/api/${path}`, {
    signal,
    headers: { accept: "application/json" },
  }).catch(inWords);
  if (response.status === SIGNED_OUT) {
    throw new Error(SESSION_OVER);
  }
  if (!response.ok) {
    const problem = await response.json().catch(() => null);
    throw new Error(problem?.detail ?? `The server answered ${response.status}.`);
  }
  return response.json();
}

/** Signals for one question after the other: each ends the one before, so that no late answer covers a newer one. */
export function oneAtATime() {
  let asking = null;
  return () => {
    asking?.abort();
    asking = new AbortController();
    return asking.signal;
  };
}

/** An answer for the page: it tells the frame its publication and period. */
export async function answer(path, params = new URLSearchParams(), signal = undefined) {
  const body = await aside(path, params, signal);
  window.dispatchEvent(new CustomEvent("answered", { detail: body }));
  return body;
}

let glossary;

/** The definitions of all metrics by name, fetched once. */
export function definitions() {
  glossary ??= answer("glossary").then((body) => new Map(body.rows.map((row) => [row.metric, row])));
  return glossary;
}
