// Why a conversation's numbers are what they are: every interval that could count, whether it does, and the reason.
import { duration } from "./format.js";

const at = (iso) => Date.parse(iso);
const CLOSES = ["closed", "merged"];

const length = (intervals) => intervals.reduce((sum, { from, to }) => sum + to - from, 0);

/** What a union of intervals covers, in milliseconds. */
function covered(intervals) {
  let until = -Infinity;
  let sum = 0;
  for (const { from, to } of [...intervals].sort((a, b) => a.from - b.from)) {
    sum += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return sum;
}

function firstResponse({ conversation, turns, as_of: asOf }) {
  const first = turns.find((turn) => turn.spell === 1);
  if (!first) {
    return [];
  }
  const from = at(first.started_at);
  if (conversation.first_response_ms !== null) {
    return [{ from, to: from + conversation.first_response_ms, counted: true, why: "from the first question to the first message of a human" }];
  }
  const open = conversation.outcome === "open";
  return [{ from, to: open ? at(asOf) : at(conversation.ended_at), counted: false, why: open ? "no human has written yet" : "no human ever wrote: it is in no mean, it counts as unanswered" }];
}

/** The close that ends a wait which began in a spell, if one does. */
function closeOf(messages, spell, from) {
  const close = messages.find((message) => CLOSES.includes(message.event) && message.spell === spell && at(message.sent_at) >= from);
  return close && at(close.sent_at);
}

function waitOfTurn(turn, { conversation, messages, as_of: asOf }) {
  const from = at(turn.started_at);
  if (turn.answered_at !== null) {
    const who = turn.answered_by_kind === "bot" ? "the bot" : (turn.answered_by ?? "an agent");
    return { from, to: at(turn.answered_at), counted: true, why: `question ${turn.turn}, until ${who} answered` };
  }
  const closed = closeOf(messages, turn.spell, from);
  if (closed !== undefined) {
    return { from, to: closed, counted: true, why: `question ${turn.turn}, never answered, until the close` };
  }
  return conversation.outcome === "open"
    ? { from, to: at(asOf), counted: true, why: `question ${turn.turn}, not answered yet, until the end of the data` }
    : { from, to: at(conversation.ended_at), counted: false, why: `question ${turn.turn} was never answered and nothing closed it: the end of its wait was not seen` };
}

/** From a handoff by event the customer waits for a human, whatever a bot says meanwhile. */
function waitOfHandoff({ conversation, messages, as_of: asOf }) {
  const ofRole = (message, role) => message.kind === "message" && message.sender_role === role;
  const bots = new Set(messages.filter((message) => ofRole(message, "bot")).map((message) => message.sender_id));
  const bot = messages.findIndex((message) => ofRole(message, "bot"));
  const handsOver = (message) => message.event === "queued" || (message.event === "assigned" && !bots.has(message.assignee_id));
  const handoff = bot < 0 ? -1 : messages.findIndex((message, index) => index > bot && handsOver(message));
  if (handoff < 0 || messages.some((message, index) => index < handoff && CLOSES.includes(message.event) && message.spell === messages[handoff].spell)) {
    return [];
  }
  const end = messages.find((message, index) => index > handoff && (ofRole(message, "agent") || CLOSES.includes(message.event)));
  const from = at(messages[handoff].sent_at);
  if (!end && conversation.outcome !== "open") {
    return [{ from, to: at(conversation.ended_at), counted: false, why: "handed over by the bot; no human came and nothing closed it" }];
  }
  const until = end ? (CLOSES.includes(end.event) ? "the close" : "a human wrote") : "the end of the data";
  return [{ from, to: end ? at(end.sent_at) : at(asOf), counted: true, why: `handed over by the bot, until ${until}` }];
}

/** Stretches between public messages in which nobody waited. */
function quiet(waits, messages) {
  const heard = messages.filter((message) => message.kind === "message").map((message) => at(message.sent_at));
  const waited = (from, to) => waits.some((wait) => wait.counted && wait.from < to && wait.to > from);
  return heard
    .map((to, index) => ({ from: heard[index - 1], to }))
    .filter(({ from, to }) => from !== undefined && to > from && !waited(from, to))
    .map((gap) => ({ ...gap, counted: false, why: "nobody waited" }));
}

function customerWait(body) {
  const waits = [...body.turns.map((turn) => waitOfTurn(turn, body)), ...waitOfHandoff(body)];
  if (body.conversation.outcome === "merged") {
    return waits.map((wait) => ({ ...wait, counted: false, why: `${wait.why}; counted in nothing, as the conversation was merged into another` }));
  }
  return [...waits, ...quiet(waits, body.messages)];
}

const BEGINS = {
  previous: (row) => `since ${row.previous_elsewhere ? "their message in another conversation" : "their message before"}`,
  asked: () => "since the question that it answers",
  assigned: () => "since the conversation was assigned",
  cap: () => "as much as one message is credited with: reading and writing longer is not seen in a log",
};

function handle({ attention, messages }) {
  return attention.flatMap((row) => {
    const from = at(row.from_at);
    const to = at(row.sent_at);
    const who = row.agent_id ?? "an agent";
    const counted = { from, to, counted: true, why: `${who} writes, ${BEGINS[row.begins_with](row)}` };
    const before = messages.findLast((message) => message.kind === "message" && message.place < row.place);
    const missed = row.begins_with === "cap" && before && at(before.sent_at) < from;
    return missed ? [{ from: at(before.sent_at), to: from, counted: false, why: `before the last ${duration(to - from)}: nothing says that ${who} was at it` }, counted] : [counted];
  });
}

const UNRESOLVED = { open: "it is open", merged: "it was merged into another", outreach: "the customer never wrote", unanswered: "the last question was not answered", abandoned_in_bot: "the customer left the bot at a dead end" };

function resolution({ conversation, messages, as_of: asOf }) {
  const asked = messages.find((message) => message.kind === "message" && message.sender_role === "customer");
  if (!asked) {
    return [];
  }
  const from = at(asked.sent_at);
  if (conversation.resolution_ms === null) {
    return [{ from, to: conversation.outcome === "open" ? at(asOf) : at(conversation.ended_at), counted: false, why: `not resolved: ${UNRESOLVED[conversation.outcome] ?? conversation.outcome}` }];
  }
  const to = from + conversation.resolution_ms;
  const byClose = messages.some((message) => message.event === "closed" && message.sender_role === "agent" && at(message.sent_at) === to);
  const padding = conversation.padding_ms > 0 && !byClose;
  return [
    { from, to, counted: true, why: byClose ? "from the customer's first message to the close, which a human sent" : "from the customer's first message to the last reply" },
    ...(padding ? [{ from: to, to: at(conversation.closed_at), counted: false, why: "the close came later and no human sent it" }] : []),
  ];
}

/**
 * The numbers of a conversation with their intervals: [{ metric, total_ms, covered_ms, intervals: [{ from, to, counted,
 * why }] }], instants in milliseconds. What the intervals that count cover is the number: a customer who waits twice at
 * once waits once, but two agents who attend at once are two.
 */
export function why(body) {
  const number = (metric, intervals, measure = covered) => ({
    metric,
    total_ms: body.conversation[`${metric}_ms`],
    covered_ms: measure(intervals.filter((interval) => interval.counted)),
    intervals: intervals.sort((a, b) => a.from - b.from || a.to - b.to),
  });
  return [number("first_response", firstResponse(body)), number("customer_wait", customerWait(body)), number("handle", handle(body), length), number("resolution", resolution(body))];
}
