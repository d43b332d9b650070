import { link } from "../address.js";
import { shareColumn } from "../bar-cell.js";
import { el } from "../dom.js";
import { duration, number, percent } from "../format.js";

export default {
  name: "bots-by-queue",
  title: "By channel and team",
  metric: "outcome",
  empty: "No conversation with a bot started in this period.",
  note: (body) => `n ${number(body.n)} with a bot, most dead ends first; the link leads to the dead ends`,
  columns: ({ rows }) => [
    {
      label: "Channel, team",
      cell: (row) =>
        el(
          "a",
          { href: link("/conversations", { channel: row.channel, team: row.team ?? "", outcome: "abandoned_in_bot" }) },
          `${row.channel}, ${row.team ?? "no team"}`,
        ),
    },
    { key: "n", label: "n", number: true, text: (row) => number(row.n) },
    shareColumn({ key: "contained_share", label: "Contained", text: (row) => percent(row.contained_share, 1) }, rows, "bot"),
    shareColumn({ key: "with_human_share", label: "With a human", text: (row) => percent(row.with_human_share, 1) }, rows, "agent"),
    shareColumn({ key: "abandoned_share", label: "Dead end", text: (row) => percent(row.abandoned_share, 1) }, rows, "bad"),
    { key: "handoff_median_ms", label: "Handoff to human, median", number: true, text: (row) => duration(row.handoff_median_ms) },
    { key: "handoffs", label: "n, answered handoffs", number: true, text: (row) => number(row.handoffs) },
  ],
};
