import { el } from "../dom.js";
import { duration, instant, number } from "../format.js";

const count = (key, label) => ({ key, label, number: true, text: (row) => number(row[key]) });

export default {
  name: "publications",
  title: "Publications",
  empty: "Nothing is published.",
  note: (body) => `the last ${number(body.rows.length)}, newest first; times in ${body.report_zone}; each passed the audit`,
  columns: ({ report_zone: zone }) => [
    { key: "publication_id", label: "Publication", cell: (row) => el("a", { href: `/?publication=${row.publication_id}`, "data-newest": true }, row.publication_id) },
    { label: "Published", text: (row) => instant(row.published_at, zone) },
    { label: "Data to", text: (row) => instant(row.as_of, zone) },
    { label: "Behind by", number: true, text: (row) => duration(Math.max(0, row.behind_ms)) },
    { key: "policy", label: "Policy" },
    count("messages", "Records"),
    count("conversations", "Conversations"),
    count("unattached", "In no conversation"),
    { key: "run_id", label: "Run" },
    { key: "version", label: "Version" },
  ],
};
