import "../frame.js";
import { answer, oneAtATime } from "../answer.js";
import { asked, change, filters, link, whenAsked } from "../address.js";
import { el, table } from "../dom.js";
import { counted, date, duration, instant, lastDay, number, words } from "../format.js";
import { OWN, chips } from "../narrowing.js";
import { withYear } from "../year.js";

const BY = {
  started: "started",
  first_response: "had their first response",
  resolved: "were resolved",
  replied: "had a reply",
  human_replied: "had a reply of an agent",
  carried: "were taken on by an agent",
};

const WHOLE = { dateStyle: "medium" };
const STARTED = { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" };

let rows = [];
let next = null;
let zone = "UTC";
let sorting = false;
const nextSignal = oneAtATime();

function params() {
  const all = filters();
  for (const name of OWN) {
    if (asked().get(name)) {
      all.set(name, asked().get(name));
    }
  }
  return all;
}

function sortable(key, label) {
  const current = (asked().get("sort") ?? "started") === key;
  const order = asked().get("order") ?? "desc";
  const flip = () => {
    sorting = true;
    change((edit) => {
      edit.set("sort", key);
      edit.set("order", current && order === "desc" ? "asc" : "desc");
    });
  };
  return {
    sorted: current ? (order === "desc" ? "descending" : "ascending") : null,
    head: el("button", { type: "button", onclick: flip }, `${label}${current ? (order === "desc" ? " ↓" : " ↑") : ""}`),
  };
}

/** Marked where it can still change. */
function outcome(row) {
  const mark = [el("span", { title: "provisional: can still change", "aria-hidden": "true" }, " *"), el("span", { class: "unseen" }, ", provisional")];
  return el("span", {}, words(row.outcome), row.provisional ? mark : []);
}

const time = (key, label) => ({ key: `${key}_ms`, label, number: true, text: (row) => duration(row[`${key}_ms`]), ...sortable(key, label) });

function columns() {
  const started = withYear(STARTED, rows.map((row) => row.started_at), zone);
  return [
    {
      label: "Started",
      ...sortable("started", "Started"),
      cell: (row) => el("a", { href: link(`/conversations/${encodeURIComponent(row.conversation_id)}`) }, instant(row.started_at, zone, started)),
    },
    { key: "channel", label: "Channel", given: true },
    { key: "team", label: "Team", given: true },
    { key: "customer_id", label: "Customer", given: true },
    { key: "first_agent_id", label: "First agent", given: true },
    { label: "Outcome", cell: outcome },
    { key: "mode", label: "Mode" },
    { key: "messages", label: "Messages", number: true, text: (row) => number(row.messages), ...sortable("messages", "Messages") },
    time("first_response", "First response"),
    time("customer_wait", "Customer waited"),
    time("resolution", "Resolution"),
    time("handle", "Handle time"),
  ];
}

function show(body) {
  const clock = body.clock === "business" ? ", business time" : "";
  document.getElementById("list-title").textContent = counted(body.n, "conversation");
  document.getElementById("list-note").textContent = `that ${BY[body.by]} from ${date(body.from, WHOLE)} to ${date(lastDay(body), WHOLE)}; times in ${zone}${clock}; * can still change`;
  const list = document.getElementById("list");
  list.replaceChildren(
    rows.length > 0
      ? table(columns(), rows, { class: "stacked" })
      : el("p", { class: "state" }, "No conversation fits. Choose a longer period or fewer filters."),
  );
  document.getElementById("more").hidden = next === null;
  if (sorting) {
    list.querySelector("[aria-sort] button")?.focus({ preventScroll: true });
    sorting = false;
  }
}

/** What is shown already stays, if only more of it did not come. */
function fail(message, after) {
  const list = document.getElementById("list");
  if (after !== null) {
    list.querySelector(".state")?.remove();
    list.append(el("p", { class: "state", role: "alert" }, message));
    return;
  }
  document.getElementById("list-title").textContent = "Conversations";
  document.getElementById("list-note").textContent = "\u00a0";
  document.getElementById("more").hidden = true;
  list.replaceChildren(el("div", { class: "state" }, el("p", {}, message), el("p", {}, el("button", { type: "button", onclick: () => load() }, "Try again"))));
}

async function load(after = null) {
  const signal = nextSignal();
  const list = document.getElementById("list");
  list.classList.add("waiting");
  const wanted = params();
  const exported = new URLSearchParams(wanted);
  exported.set("format", "csv");
  document.getElementById("csv").href = `/api/conversations?${exported}`;
  document.getElementById("narrowed").replaceChildren(...chips());
  if (after === null) {
    // What is shown until the answer comes cannot be gone on with.
    next = null;
  } else {
    wanted.set("after", after);
  }
  try {
    const body = await answer("conversations", wanted, signal);
    zone = body.report_zone;
    rows = after === null ? body.rows : [...rows, ...body.rows];
    next = body.next;
    show(body);
  } catch (failure) {
    if (failure.name === "AbortError") {
      return;
    }
    fail(failure.message, after);
  }
  list.classList.remove("waiting");
}

const field = document.getElementById("search-field");
document.getElementById("search").addEventListener("submit", (event) => {
  event.preventDefault();
  change((edit) => (field.value.trim() ? edit.set("search", field.value.trim()) : edit.delete("search")));
});
document.getElementById("more").addEventListener("click", () => next !== null && load(next));
whenAsked(() => {
  field.value = asked().get("search") ?? "";
  load();
});
