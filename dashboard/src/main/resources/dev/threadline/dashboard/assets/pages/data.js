import "../frame.js";
import { asked } from "../address.js";
import { mountCards } from "../card.js";
import { el } from "../dom.js";
import { duration, instant, number } from "../format.js";
import { sayOf } from "../headline.js";
import alerts from "../charts/alerts.js";
import audit from "../charts/audit.js";
import lateness from "../charts/lateness.js";
import policySensitivity, { timerInWords } from "../charts/policy-sensitivity.js";
import publications from "../charts/publications.js";
import rejects from "../charts/rejects.js";
import rowsChanged from "../charts/rows-changed.js";
import runs from "../charts/runs.js";
import whatChanged, { restatedInWords } from "../charts/what-changed.js";

function facts({ rows: [newest], report_zone: zone, definition_version: version }) {
  const fact = (name, value) => el("div", {}, el("dt", {}, name), el("dd", {}, value));
  document.getElementById("facts").replaceChildren(
    fact("published", instant(newest.published_at, zone)),
    fact("data to", instant(newest.as_of, zone)),
    fact("behind by", duration(Math.max(0, newest.behind_ms))),
    fact("records", number(newest.messages)),
    fact("conversations", number(newest.conversations)),
    fact("in no conversation", number(newest.unattached)),
    fact("boundary policy", newest.policy),
    fact("definitions", `version ${version}`),
  );
}

/** Whether what is shown is older than it should be; of an older publication that is no news. */
function lastRunInWords({ rows: [newest] }) {
  return newest && newest.state !== "done" && !asked().has("publication") ? `The newest run ${newest.state === "failed" ? "failed" : "was refused"}: these are the numbers of the last good one.` : "";
}

mountCards(
  [policySensitivity, rejects, lateness, alerts, whatChanged, rowsChanged, audit, runs, publications],
  (body) => body.name === publications.name && facts(body),
  sayOf([runs, lastRunInWords], [whatChanged, restatedInWords], [policySensitivity, ({ rows }) => timerInWords(rows)]),
);
