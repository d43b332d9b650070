import { number } from "../format.js";

export default {
  name: "audit",
  title: "Audit",
  empty: "No run has noted its audit yet.",
  note: ({ rows: [law] }) =>
    `checked before publication ${number(law.publication_id)} was; both sides of each law came to this${law.extent === "change" ? ", as what changed" : ""}`,
  columns: () => [
    { key: "law", label: "Law" },
    { key: "sum", label: "Sum", number: true, text: (row) => number(row.sum) },
  ],
};
