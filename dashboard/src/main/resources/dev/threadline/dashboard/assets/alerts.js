// What is wrong now, above the numbers: the alerts that are on. Nothing where there are none.
import { answer } from "./answer.js";
import { whenAsked } from "./address.js";
import { measured, scope } from "./charts/alerts.js";
import { el } from "./dom.js";
import { instant, words } from "./format.js";

function line(row, zone) {
  const about = scope(row);
  const what = `${words(row.metric.replaceAll("-", "_"))} is ${measured(row)}, ${row.condition}`;
  return el("li", {}, el("strong", {}, row.alert), ` ${what}${about ? ` (${about})` : ""}, since ${instant(row.since, zone)}`);
}

export function mountAlerts() {
  const section = document.querySelector('[data-chart="alerts"]');
  if (!section) {
    return;
  }
  section.setAttribute("aria-label", "Alerts");
  whenAsked(async () => {
    const body = await answer("alerts").catch(() => ({ rows: [] }));
    const firing = body.rows.filter((row) => row.state === "firing");
    section.replaceChildren(firing.length > 0 ? el("ul", {}, firing.map((row) => line(row, body.report_zone))) : "");
  });
}
