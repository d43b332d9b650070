import { shareColumn } from "../bar-cell.js";
import { number, percent } from "../format.js";

export default {
  name: "bot-dead-ends",
  title: "Dead ends, by how often the customer wrote",
  metric: "outcome",
  empty: "No conversation with a bot started in this period.",
  note: (body) => `n ${number(body.n)} with a bot; a dead end is a conversation that the customer leaves while only a bot has answered`,
  columns: ({ rows }) => [
    { label: "Customer turns", text: (row) => (row.turns === 8 ? "8 or more" : number(row.turns)) },
    { key: "n", label: "n", number: true, text: (row) => number(row.n) },
    { key: "contained", label: "Contained", number: true, text: (row) => number(row.contained) },
    { key: "with_human", label: "With a human", number: true, text: (row) => number(row.with_human) },
    { key: "abandoned", label: "Dead ends", number: true, text: (row) => number(row.abandoned) },
    shareColumn({ key: "abandoned_share", label: "Share of dead ends", text: (row) => percent(row.abandoned_share, 1) }, rows, "bad"),
  ],
};
