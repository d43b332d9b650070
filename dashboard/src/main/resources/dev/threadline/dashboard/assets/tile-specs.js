// What a tile of each metric says: its name, its value, what goes beside it, and where a click leads.
import { observed } from "./address.js";
import { counted, duration, number, percent } from "./format.js";

const count = (row) => number(row.n);
const spread = (row) => [`p90 ${duration(row.p90_ms)}`, `mean ${duration(row.mean_ms)}`];

/** A number of things. */
const counts = (title, more) => ({ title, counts: true, value: count, compare: (row) => row.n, ...more });

/** A duration: the median large, p90 and mean beside it. */
const times = (title, more) => ({ title: `${title}, median`, value: (row) => duration(row.median_ms), more: spread, compare: (row) => row.median_ms, ...more });

/** A share of n; those that it counts are behind it. */
const shares = (title, more) => ({ title, leads: (row) => row.count > 0, value: (row) => percent(row.share, 1), more: (row) => [`${number(row.count)} of them`], compare: (row) => row.share, points: true, ...more });

const STARTED = "the conversations that started in the period";
const RESOLVED = "the conversations that were resolved in the period, whenever they started";
const GIVEN = "those that were given in the period, whenever the conversation started";

export const SPECS = {
  started: counts("Started", { here: STARTED, behind: {}, spark: ["started-and-resolved", "started"] }),
  resolved: counts("Resolved", { here: RESOLVED, defined: "resolution", behind: { by: "resolved" }, spark: ["started-and-resolved", "resolved"] }),
  first_response: times("First response", { here: GIVEN, better: "less", behind: { by: "first_response", sort: "first_response" }, spark: ["first-response", "median_ms"] }),
  resolution: times("Resolution", { here: RESOLVED, better: "less", behind: { by: "resolved", sort: "resolution" }, spark: ["resolution", "median_ms"] }),
  handle: times("Handle time", { here: STARTED, behind: { ...observed("handle"), sort: "handle" }, spark: ["handle-time", "median_ms"] }),
  concurrency: {
    title: "At once per agent",
    defined: "mean_concurrency",
    value: (row) => number(row.mean, 2),
    more: (row) => (row.peak === null ? [] : ["mean", `peak ${number(row.peak)}`]),
    compare: (row) => row.mean,
    noun: "quarter-hour",
    spark: ["concurrency", "mean"],
  },
  attainment: shares("First response in time", { here: `those due to ${STARTED}`, defined: "first_response", better: "more", behind: { due: "missed", sort: "customer_wait" }, leads: (row) => row.count < row.n, spark: ["attainment", "share"] }),
  reply: times("Reply, by turn", { here: GIVEN, better: "less", behind: { by: "replied" }, noun: "turn", spark: ["replies", "median_ms"] }),
  customer_wait: times("Customer wait", { here: STARTED, better: "less", behind: { ...observed("customer_wait"), sort: "customer_wait" }, spark: ["customer-wait", "median_ms"] }),
  unanswered: shares("Ended unanswered", { here: STARTED, defined: "unanswered_turns", better: "less", behind: { outcome: "unanswered" } }),
  agents: { title: "Agents engaged", defined: "mean_concurrency", value: (row) => number(row.count), compare: (row) => row.count, noun: "quarter-hour", spark: ["concurrency", "agents"] },
  messages_per_hour: { title: "Messages per engaged hour", defined: "engaged", value: (row) => number(row.mean, 1), compare: (row) => row.mean, noun: "quarter-hour" },
  stint_handle: times("Handle time of a stint", { here: "the stints that began in the period", defined: "handle", behind: { by: "carried", sort: "handle" }, more: (row) => [...spread(row), `in all ${duration(row.sum_ms)}`], noun: "stint" }),
  human_reply: times("Reply of an agent", { here: GIVEN, defined: "reply", better: "less", behind: { by: "human_replied" }, noun: "turn" }),
  with_bot: shares("With a bot", { defined: "outcome", behind: { bot: "with" }, noun: "conversation" }),
  bot_contained: shares("Contained", { defined: "outcome", better: "more", behind: { outcome: "bot_contained" }, spark: ["containment", ofN("contained")] }),
  bot_with_human: shares("Went to a human", { defined: "escalations", behind: { bot: "with", outcome: ["resolved", "unanswered"] }, spark: ["containment", ofN("with_human")] }),
  abandoned_in_bot: shares("Dead end", { defined: "outcome", better: "less", behind: { outcome: "abandoned_in_bot" }, spark: ["containment", ofN("abandoned")] }),
  handoff_wait: times("Handoff to human", { here: GIVEN, defined: "first_response_from_handoff", better: "less", behind: { by: "first_response", ...observed("first_response_from_handoff") }, spark: ["handoff-wait", "median_ms"] }),
  sync: rhythm("Synchronous", "sync"),
  mixed: rhythm("Mixed", "mixed"),
  async: rhythm("Asynchronous", "async"),
  without_rhythm: shares("No switch of speaker", { defined: "mode", behind: { mode: "" }, spark: ["modes", withoutRhythm] }),
  backlog: counts("Open", { noun: "conversation" }),
  awaiting_agent: { ...shares("Awaiting an agent"), value: (row) => number(row.count), more: (row) => [`${percent(row.share, 1)} of those open`], compare: (row) => row.count, points: false, defined: "backlog", better: "less" },
  waiting: times("Waiting", { defined: "customer_wait", better: "less", noun: "customer" }),
  oldest_wait: { title: "Oldest wait", defined: "backlog", value: (row) => duration(row.longest_ms), compare: (row) => row.longest_ms, better: "less", noun: "customer" },
};

/** The share of a column in a row's n; of nothing there is none. */
function ofN(column) {
  return (row) => (row.n > 0 ? row[column] / row.n : null);
}

function withoutRhythm(row) {
  const all = row.n + (row.without_rhythm ?? 0);
  return all > 0 ? row.without_rhythm / all : null;
}

function rhythm(title, mode) {
  return shares(title, {
    defined: "mode",
    behind: { mode },
    spark: ["modes", ofN(mode)],
    more: (row) => [`resolved in ${duration(row.median_ms) || "–"}`, `p90 ${duration(row.p90_ms) || "–"}`, `mean ${duration(row.mean_ms) || "–"}`, `${counted(row.count, "conversation")}`],
  });
}
