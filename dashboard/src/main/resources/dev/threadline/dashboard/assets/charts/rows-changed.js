import { number } from "../format.js";

export default {
  name: "rows-changed",
  title: "Rows that came and went",
  empty: "No run has noted its rows yet.",
  note: ({ rows: [table] }) =>
    `with publication ${number(table.publication_id)}, ${table.extent === "change" ? "which changed tables in place" : "for which everything was built"}`,
  columns: () => [
    { label: "Table", text: (row) => row.table_name },
    { key: "came", label: "Came", number: true, text: (row) => number(row.came) },
    { key: "went", label: "Went", number: true, text: (row) => (row.went === null ? "" : number(row.went)) },
  ],
};
