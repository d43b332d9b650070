import "../frame.js";
import { link } from "../address.js";
import { answer } from "../answer.js";
import { boundaryInWords } from "../counted.js";
import { el, table } from "../dom.js";
import { counted, duration, instant, number, percent, words } from "../format.js";
import { timeline } from "../timeline.js";
import { why } from "../why.js";

const DURATIONS = ["first_response", "customer_wait", "wait_queue", "wait_agent", "wait_bot", "resolution", "handle", "engaged", "assigned"];

function around(body) {
  const { thread } = body;
  const side = (id, label, more) => (id ? el("a", { href: link(`/conversations/${encodeURIComponent(id)}`) }, label, more ? el("small", {}, more) : null) : el("span"));
  const ended = thread.previous_id
    ? ` ended ${instant(thread.previous_ended_at, body.report_zone)}, ${boundaryInWords(thread.previous_end_reason, thread.previous_end_confidence, thread.previous_end_explanation)}`
    : "";
  const begins = thread.next_id ? ` begins ${instant(thread.next_started_at, body.report_zone)}` : "";
  return el(
    "nav",
    { class: "around", "aria-label": "Conversations of the same thread" },
    side(thread.previous_id, "← Previous of the thread", ended),
    side(thread.next_id, "Next of the thread →", begins),
  );
}

function facts(conversation) {
  const fact = (label, value, more = null) => (value === "" || value === null || value === undefined ? null : el("div", {}, el("dt", {}, label), el("dd", {}, value, more)));
  const durations = DURATIONS.map((name) => {
    const business = conversation[`${name}_business_ms`];
    const wall = duration(conversation[`${name}_ms`]);
    return fact(words(name), wall, business === null ? null : el("small", {}, `business ${duration(business)}`));
  });
  return el(
    "dl",
    { class: "facts" },
    fact("outcome", conversation.provisional ? `${words(conversation.outcome)}, provisional` : words(conversation.outcome)),
    fact("channel", conversation.channel),
    fact("team", conversation.team),
    fact("customer", conversation.customer_id),
    fact("initiated by", conversation.initiated_by),
    fact("rhythm", conversation.mode === null ? "" : `${conversation.mode}, ${percent(conversation.sync_share)} of switches quick`),
    durations,
    fact("reopens", number(conversation.reopens)),
    fact("transfers", number(conversation.transfers)),
    el("div", { class: "sentence" }, el("dt", {}, "ends"), el("dd", {}, boundaryInWords(conversation.end_reason, conversation.end_confidence, conversation.end_explanation))),
  );
}

function records(body) {
  const gap = (row, index) => (index === 0 ? "" : duration(Date.parse(row.sent_at) - Date.parse(body.messages[index - 1].sent_at)));
  const rows = body.messages.map((row, index) => ({ ...row, gap: gap(row, index) }));
  const columns = [
    { label: "Time", text: (row) => instant(row.sent_at, body.report_zone, { dateStyle: "medium", timeStyle: "medium" }) },
    { key: "gap", label: "After", number: true },
    { label: "Who", given: true, cell: (row) => el("span", { class: `role-${row.sender_role}`, title: row.sender_id }, `${row.sender_role} ${row.sender_id ?? ""}`) },
    { label: "What", text: (row) => (row.kind === "event" ? `${row.event}${row.assignee_id ? ` to ${row.assignee_id}` : ""}` : row.kind) },
    { key: "turn", label: "Turn", number: true },
    { key: "spell", label: "Spell", number: true },
    { label: "Length", number: true, text: (row) => (row.text_length === null ? "" : number(row.text_length)) },
  ];
  if (rows.some((row) => (row.text ?? null) !== null)) {
    columns.push({ label: "Text", cell: (row) => el("div", { class: "said" }, row.text ?? "") });
  }
  return el("div", { class: "list" }, table(columns, rows, { class: "stacked records" }));
}

const FEW_INTERVALS = 6;

/** A number, and how many intervals make it. */
function numberInWords({ metric, total_ms: total, covered_ms: covered, intervals }) {
  const differs = total !== null && total !== covered ? `; what is known here comes to ${duration(covered) || "0 s"}` : "";
  const value = `${words(metric)}: ${total === null ? "none" : duration(total) || "0 s"}${differs}`;
  const counts = intervals.filter((interval) => interval.counted).length;
  return [el("strong", {}, value), ` ${number(counts)} of ${counted(intervals.length, "interval")} counted`];
}

/** Why these numbers: each with the intervals that count in it and those that do not; many are folded away. */
function reasons(numbers, zone) {
  const time = (ms) => instant(new Date(ms).toISOString(), zone, { dateStyle: "medium", timeStyle: "medium" });
  const head = () => el("tr", {}, ["From", "To", "Length", "Counted", "Why"].map((name) => el("th", { scope: "col", class: name === "Length" && "number" }, name)));
  const row = (interval) =>
    el(
      "tr",
      { class: !interval.counted && "not-counted" },
      el("td", { "data-label": "From" }, time(interval.from)),
      el("td", { "data-label": "To" }, time(interval.to)),
      el("td", { class: "number", "data-label": "Length" }, duration(interval.to - interval.from)),
      el("td", { "data-label": "Counted" }, interval.counted ? "yes" : "no"),
      el("td", { "data-label": "Why" }, interval.counted ? null : el("span", { class: "mark" }, "not counted: "), interval.why),
    );
  const group = (each) =>
    el(
      "details",
      { open: each.intervals.length <= FEW_INTERVALS, "data-metric": each.metric },
      el("summary", {}, numberInWords(each)),
      el("table", { class: "stacked" }, el("thead", {}, head()), el("tbody", {}, each.intervals.map(row))),
    );
  return el("section", { class: "list reasons", "aria-label": "Why these numbers" }, el("h2", {}, "Why these numbers"), numbers.filter(({ intervals }) => intervals.length > 0).map(group));
}

/** Why another conversation is shown than the one that was asked for. */
function moved(asked, found) {
  return asked === found ? [] : [el("p", { class: "note" }, `The link led to ${asked}, whose id later data changed: this is the conversation that it became.`)];
}

const place = document.getElementById("conversation");
try {
  const asked = location.pathname.split("/").at(-1);
  const body = await answer(`conversations/${asked}`);
  const { conversation } = body;
  const numbers = why(body);
  const length = duration(Date.parse(conversation.ended_at) - Date.parse(conversation.started_at));
  document.title = `Conversation ${conversation.conversation_id} · Threadline`;
  place.replaceChildren(
    around(body),
    el("h1", {}, `Conversation ${conversation.conversation_id}`),
    el(
      "p",
      { class: "note" },
      `${instant(conversation.started_at, body.report_zone)}, ${length || "0 s"} long, ${counted(conversation.messages, "message")}; ${conversation.thread_id === undefined ? "" : `thread ${conversation.thread_id} of `}${conversation.source}; times in ${body.report_zone}`,
    ),
    ...moved(decodeURIComponent(asked), conversation.conversation_id),
    facts(conversation),
    timeline(body, numbers),
    reasons(numbers, body.report_zone),
    records(body),
  );
} catch (failure) {
  place.replaceChildren(el("p", { class: "state" }, failure.message));
}
