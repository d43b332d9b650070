import { behind } from "../address.js";
import { el } from "../dom.js";
import { duration, number, percent } from "../format.js";

/** The median, and below it p90 and n. */
const measured = (label, metric, n) => ({
  label,
  number: true,
  cell: (row) =>
    row[n] === 0
      ? ""
      : el("div", {}, duration(row[`${metric}_median_ms`]), el("small", { class: "below" }, `p90 ${duration(row[`${metric}_p90_ms`])}`), el("small", { class: "below" }, `n ${number(row[n])}`)),
});

export default {
  name: "durations-by-mode",
  title: "Durations and waits by rhythm",
  metric: "mode",
  note: (body) => `medians; n ${number(body.n)} conversations with a switch of speaker`,
  columns: [
    { key: "mode", label: "Rhythm", href: (row) => behind({ mode: row.mode }) },
    { key: "n", label: "n", number: true, text: (row) => number(row.n) },
    { key: "share", label: "Share", number: true, text: (row) => percent(row.share, 1) },
    measured("First response", "first_response", "first_responses"),
    measured("Customer wait", "customer_wait", "customer_waits"),
    measured("Resolution", "resolution", "resolutions"),
    measured("Handle time", "handle", "handled"),
    { key: "messages", label: "Messages, mean", number: true, text: (row) => number(row.messages, 1) },
    { key: "live_episodes", label: "Live episodes, mean", number: true, text: (row) => number(row.live_episodes, 1) },
  ],
};
