import { asked, link } from "../address.js";
import { barColumn } from "../bar-cell.js";
import { el } from "../dom.js";
import { duration, instant, number, words } from "../format.js";
import { band } from "./band.js";
import { unlessBeforeTheLog } from "./before-the-log.js";

/** How long those must have waited whom the address asks for; nothing where all are meant. */
export function waitedInWords() {
  const [least, below] = [asked().get("waited_least"), asked().get("waited_below")];
  return least === null && below === null ? "" : `waited ${band({ from_ms: Number(least), until_ms: below === null ? null : Number(below) })}`;
}

export default {
  name: "waiting-now",
  title: "Attention: who waits longest",
  metric: "customer_wait",
  own: ["at", "waited_least", "waited_below"],
  empty: (body) => unlessBeforeTheLog(body, "this hour", "No customer waits at this hour."),
  note: ({ rows, report_zone: zone }) =>
    [`${number(rows.length)} of ${number(rows[0].waiting)} who wait for an answer, or for a human after a bot's handoff`, waitedInWords() && `and have ${waitedInWords()}`, `the longest first; times in ${zone}`]
      .filter(Boolean)
      .join(", "),
  columns: ({ rows, report_zone: zone }) => [
    {
      label: "Waiting since",
      cell: (row) => el("a", { href: link(`/conversations/${encodeURIComponent(row.conversation_id)}`) }, instant(row.waiting_since, zone)),
    },
    barColumn({ key: "waited_ms", label: "Waited", text: (row) => duration(row.waited_ms) }, rows),
    { key: "channel", label: "Channel", given: true },
    { key: "team", label: "Team", given: true },
    { key: "customer_id", label: "Customer", given: true },
    { key: "owner_id", label: "Owner then", given: true, text: (row) => row.owner_id ?? "none" },
    { key: "messages", label: "Messages", number: true, text: (row) => number(row.messages) },
    { label: "Came to", text: (row) => words(row.outcome) },
  ],
};
