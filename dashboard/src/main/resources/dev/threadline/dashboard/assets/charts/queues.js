import { behind, observed } from "../address.js";
import { barColumn } from "../bar-cell.js";
import { duration, number, percent } from "../format.js";
import { of, queue } from "./queue.js";

/** A column of durations that leads to those conversations, the longest first. */
const length = (key, label, narrowed) => ({ key, label, number: true, text: (row) => duration(row[key]), href: (row) => behind({ ...of(row), ...narrowed }) });
const count = (key, label) => ({ key, label, number: true, text: (row) => number(row[key]) });

export default {
  name: "queues",
  title: "By channel and team",
  metric: "started",
  // What started earlier may be answered or resolved in a period in which nothing starts.
  isEmpty: (body) => body.rows.length === 0,
  note: (body) => `${number(body.n)} started, most first; first responses and resolutions are those of the period, whenever their conversations started`,
  columns: ({ rows }) => [
    { label: "Channel, team", given: true, text: queue, href: (row) => behind(of(row)) },
    barColumn({ key: "n", label: "Started", text: (row) => number(row.n) }, rows),
    length("first_response_median_ms", "First response, median", { by: "first_response", sort: "first_response" }),
    { key: "first_response_p90_ms", label: "p90", number: true, text: (row) => duration(row.first_response_p90_ms) },
    count("first_responses", "n, responses"),
    length("resolution_median_ms", "Resolution, median", { by: "resolved", sort: "resolution" }),
    count("resolutions", "n, resolved"),
    length("handle_median_ms", "Handle time, median", { ...observed("handle"), sort: "handle" }),
    { key: "unanswered_share", label: "Unanswered", number: true, text: (row) => percent(row.unanswered_share, 1), href: (row) => row.unanswered > 0 && behind({ ...of(row), outcome: "unanswered" }) },
  ],
};
