import { el } from "../dom.js";
import { duration, instant, number } from "../format.js";

const count = (key, label) => ({ key, label, number: true, text: (row) => number(row[key]) });

export default {
  name: "runs",
  title: "Runs",
  empty: "No run is recorded.",
  note: (body) => `the last ${number(body.rows.length)}, newest first; times in ${body.report_zone}; read = accepted + duplicates + rejected`,
  columns: ({ report_zone: zone }) => [
    { label: "Started", text: (row) => instant(row.started_at, zone) },
    { key: "command", label: "Command" },
    { label: "State", cell: (row) => el("span", { class: row.state === "done" ? null : "worse", title: row.error }, row.state) },
    { label: "Took", number: true, text: (row) => duration(row.length_ms) },
    count("files", "Files"),
    count("read", "Read"),
    count("accepted", "Accepted"),
    count("duplicates", "Duplicates"),
    count("rejected", "Rejected"),
    { key: "publication_id", label: "Published", number: true },
    { key: "error", label: "What went wrong" },
  ],
};
