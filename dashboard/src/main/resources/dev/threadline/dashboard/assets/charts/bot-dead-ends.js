import { behind } from "../address.js";
import { shareColumn } from "../bar-cell.js";
import { number, percent } from "../format.js";
import { OUTCOMES } from "./containment.js";

const turns = (row) => ({ bot: "with", measure: "customer_turns", least: row.turns, ...(row.turns < 8 && { below: row.turns + 1 }) });
const count = (key, label) => ({
  key,
  label,
  number: true,
  text: (row) => number(row[key]),
  href: (row) => row[key] > 0 && behind({ ...turns(row), ...(OUTCOMES[key] && { outcome: OUTCOMES[key] }) }),
});

export default {
  name: "bot-dead-ends",
  title: "Dead ends, by how often the customer wrote",
  metric: "outcome",
  empty: "No conversation with a bot started in this period.",
  note: (body) => `n ${number(body.n)} with a bot; a dead end is a conversation that the customer leaves while only a bot has answered`,
  columns: ({ rows }) => [
    { label: "Customer turns", text: (row) => (row.turns === 8 ? "8 or more" : number(row.turns)) },
    count("n", "n"),
    count("contained", "Contained"),
    count("with_human", "With a human"),
    count("abandoned", "Dead ends"),
    shareColumn({ key: "abandoned_share", label: "Share of dead ends", text: (row) => percent(row.abandoned_share, 1) }, rows, "bad"),
  ],
};
