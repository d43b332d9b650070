import { behind, observed } from "../address.js";
import { shareColumn } from "../bar-cell.js";
import { duration, number, percent } from "../format.js";
import { OUTCOMES } from "./containment.js";
import { of, queue } from "./queue.js";

const ended = (row, end) => behind({ ...of(row), bot: "with", outcome: OUTCOMES[end] });

export default {
  name: "bots-by-queue",
  title: "By channel and team",
  metric: "outcome",
  empty: "No conversation with a bot started in this period.",
  note: (body) => `n ${number(body.n)} with a bot, most dead ends first`,
  columns: ({ rows }) => [
    { label: "Channel, team", given: true, text: queue, href: (row) => behind({ ...of(row), bot: "with" }) },
    { key: "n", label: "n", number: true, text: (row) => number(row.n) },
    shareColumn({ key: "contained_share", label: "Contained", text: (row) => percent(row.contained_share, 1), href: (row) => ended(row, "contained") }, rows, "bot"),
    shareColumn({ key: "with_human_share", label: "With a human", text: (row) => percent(row.with_human_share, 1), href: (row) => ended(row, "with_human") }, rows, "agent"),
    shareColumn({ key: "abandoned_share", label: "Dead end", text: (row) => percent(row.abandoned_share, 1), href: (row) => ended(row, "abandoned") }, rows, "bad"),
    { key: "handoff_median_ms", label: "Handoff to human, median", number: true, text: (row) => duration(row.handoff_median_ms), href: (row) => behind({ ...of(row), bot: "with", ...observed("first_response_from_handoff"), sort: "first_response" }) },
    { key: "handoffs", label: "n, answered handoffs", number: true, text: (row) => number(row.handoffs) },
  ],
};
